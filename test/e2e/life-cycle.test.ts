import { createHash } from "node:crypto";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { JsonRpcProvider } from "ethers";
import { pino } from "pino";
import { ACTORS, ORGANISATIONS } from "../../scripts/demo/actors.ts";
import { deployLedger } from "../../scripts/deploy/deploy.ts";
import { tokenFileIn } from "../../scripts/serve/data-directory.ts";
import { type RunningServer, startServer } from "../../scripts/serve/server.ts";
import { openDataDirectory, writeAccounts } from "../../scripts/stack/files.ts";
import { SCOPES } from "../../server/api/access/scopes.ts";
import { createToken } from "../../server/api/access/token-file.ts";
import { startAnvil, startHardhatNode, type TestNode } from "../support/node.ts";
import { CommandLine } from "./command-line.ts";

const LEAD = "91330782MA0990063G";
const CODES = join(import.meta.dirname, "../../scripts/deploy/zhejiang.codes.yaml");
const DAY = 86_400;

for (const [client, start] of [
  ["Hardhat's node", startHardhatNode],
  ["anvil", startAnvil],
] as const) {
  describe(`a pilot from application to acceptance, on ${client}`, function () {
    this.timeout(120_000);
    let folder: string;
    let node: TestNode;
    let provider: JsonRpcProvider;
    let server: RunningServer;
    let cli: CommandLine;
    let token: string;
    let code: string;
    let began: number;
    let paths: { application: string; paper: string; first: string; second: string };

    before(async () => {
      folder = await mkdtemp(join(tmpdir(), "pilot-ledger-life-"));
      const files = await openDataDirectory(join(folder, "data"));
      await writeAccounts(files);
      node = await start({});
      provider = new JsonRpcProvider(node.url, undefined, { staticNetwork: true });
      began = (await provider.getBlock("latest"))?.timestamp ?? 0;
      const deployment = await deployLedger({
        rpcUrl: node.url,
        province: "ZJ",
        provinceRegion: "330000",
        administratorDelay: DAY,
        manifestFile: files.deployment,
        chain: "in memory",
      });
      const log = pino({ level: "silent" });
      server = await startServer({ deployment, directory: files.directory, host: "127.0.0.1", port: 0, log });
      const entry = await createToken(tokenFileIn(files.directory), {
        name: "test",
        grant: { scopes: SCOPES, region: null, fields: null },
        expiresAt: null,
        now: 0,
      });
      token = entry.token;
      cli = new CommandLine({ deploymentFile: files.deployment, folder, api: server.url });
      paths = await writePapers(folder, began);
      await fund(provider, "lead-commerce");
      await prepareLedger(cli, folder, began);
    });

    after(async () => {
      await server?.close();
      provider?.destroy();
      await node?.close();
      await rm(folder, { recursive: true, force: true });
    });

    it("is applied for, and listed at once with what was sent", async () => {
      const said = await cli.do("lead-commerce", "pilot", "apply", paths.application);
      code = String(said.pilot);
      expect(code).to.match(/^ZJ-\d{4}-330782-ECO-0001$/);
      const { items } = await ask<{ items: Body[] }>("/v1/pilots?region=330700&field=ECO&q=端到端");
      expect(items).to.have.lengthOf(1);
      expect(items[0]).to.deep.include({
        code,
        state: "APPLIED",
        stage: "PROTOTYPE",
        lead: LEAD,
        budgetFen: "123456789",
        title: { zh: "端到端试点", en: "End-to-end pilot" },
        version: 1,
        milestoneCount: 2,
      });
      expect(items[0]?.provenance).to.deep.include({
        transactionHash: said.transactionHash,
        blockNumber: said.blockNumber,
        event: "PilotApplied",
        actorOrganisation: LEAD,
        actor: accountOf("lead-commerce"),
      });
    });

    it("is admitted, approved by another official, and started", async () => {
      await cli.do("registrar", "pilot", "admit", code);
      const refused = await cli.run("registrar", ["pilot", "approve", code, "--document", paths.paper]);
      expect(refused.code).to.equal(1);
      const { message } = refused.json.error as { message: { en: string } };
      expect(message.en)
        .to.include("approver")
        .and.not.match(/\b0x[0-9a-f]{8}\b/i);
      await cli.do("approver", "pilot", "approve", code, "--document", paths.paper);
      const starting = ["--filing", "not-required", "--filing-reason", "INTERNAL_SERVICE"];
      await cli.do("lead-commerce", "pilot", "start", code, ...starting);
      const { pilot } = await ask<{ pilot: Body }>(`/v1/pilots/${code}`);
      expect(pilot).to.deep.include({ state: "ACTIVE", filing: "NOT_REQUIRED", filingReason: "INTERNAL_SERVICE" });
    });

    for (const [fits, fitsNot] of [
      ["state=ACTIVE", "state=APPLIED"],
      ["stage=PROTOTYPE", "stage=SHOWCASE"],
      ["field=ECO", "field=JUD"],
      ["region=330782", "region=330100"],
      ["region=330000", "region=330200"],
      [`organisation=${LEAD}`, "organisation=11330000009900000B"],
      ["q=试点", "q=溯源"],
      ["q=end-to-end", "q=traceability"],
      ["state=ACTIVE&field=ECO&region=330700&q=pilot", "state=ACTIVE&field=ECO&region=330700&q=court"],
    ] as const) {
      it(`is found by ${fits} and not by ${fitsNot}`, async () => {
        const found = await ask<{ items: Body[] }>(`/v1/pilots?${encodeURI(fits)}`);
        expect(found.items.map((item) => item.code)).to.deep.equal([code]);
        expect((await ask<{ items: Body[] }>(`/v1/pilots?${encodeURI(fitsNot)}`)).items).to.deep.equal([]);
      });
    }

    it("submits a milestone once, however often it is told to", async () => {
      const submit = ["milestone", "submit", code, "M1", "--dir", paths.first];
      const said = await cli.do("lead-commerce", ...submit);
      const nonce = await provider.getTransactionCount(accountOf("lead-commerce"));
      await cli.do("lead-commerce", ...submit);
      await rm(join(folder, "receipts"), { recursive: true });
      const again = await cli.do("lead-commerce", ...submit);
      expect(await provider.getTransactionCount(accountOf("lead-commerce"))).to.equal(nonce);
      expect(again.transactionHash).to.equal(said.transactionHash);
      const { items } = await ask<{ items: Body[] }>(`/v1/milestones?pilot=${code}&timeliness=under_review`);
      expect(items.map((item) => item.code)).to.deep.equal([`${code}/M1`]);
    });

    it("has it returned, submits again, and has it accepted", async () => {
      const why = ["--reason", "INCOMPLETE_EVIDENCE", "--document", paths.paper];
      await cli.do("approver", "milestone", "return", code, "M1", ...why);
      await cli.do("lead-commerce", "milestone", "submit", code, "M1", "--dir", paths.second);
      await cli.do("approver", "milestone", "accept", code, "M1", "--document", paths.paper);
      const { pilot } = await ask<{ pilot: { milestones: Body[] } }>(`/v1/pilots/${code}`);
      const [first, second] = pilot.milestones;
      expect(first).to.deep.include({ code: `${code}/M1`, state: "ACCEPTED" });
      expect(first?.timeliness).to.include({ status: "ON_TIME" });
      const submissions = first?.submissions as { revision: number; decision: Body; manifestDigest: string }[];
      expect(submissions.map(({ revision, decision }) => [revision, decision.result])).to.deep.equal([
        [1, "RETURNED"],
        [2, "ACCEPTED"],
      ]);
      expect(second).to.deep.include({ state: "PLANNED" });
    });

    it("keeps manifest and receipt of what was submitted, and their digests are the ledger's", async () => {
      const receipts = join(folder, "receipts");
      const manifest = await readFile(join(receipts, `${code}-M1-r2.manifest.json`));
      const receipt = JSON.parse(await readFile(join(receipts, `${code}-M1-r2.receipt.json`), "utf8"));
      const digest = `0x${createHash("sha256").update(manifest).digest("hex")}`;
      const { items } = await ask<{ items: Body[] }>(`/v1/evidence/sha256/${digest}`);
      expect(items).to.have.lengthOf(1);
      expect(items[0]).to.deep.include({ use: "MANIFEST", milestone: `${code}/M1`, revision: 2 });
      const provenance = items[0]?.provenance as Body;
      expect(receipt).to.deep.include({
        transactionHash: provenance.transactionHash,
        blockNumber: provenance.blockNumber,
        blockHash: provenance.blockHash,
        blockTime: provenance.blockTime,
      });
    });

    it("has all of it on its time line, in order", async () => {
      const { items } = await ask<{ items: { event: string; provenance: Body }[] }>(`/v1/pilots/${code}/timeline`);
      expect(items.map(({ provenance }) => provenance.event)).to.deep.equal([
        "PilotApplied",
        "PilotAdmitted",
        "PilotApproved",
        "PilotStarted",
        "MilestoneSubmitted",
        "MilestoneReturned",
        "MilestoneSubmitted",
        "MilestoneAccepted",
      ]);
      const blocks = items.map(({ provenance }) => Number(provenance.blockNumber));
      expect(blocks).to.deep.equal(blocks.toSorted((one, other) => one - other));
    });

    it("answers for a file that was submitted, and not for one changed by a byte", async () => {
      const file = join(paths.second, "report.csv");
      const match = await cli.do("lead-commerce", "evidence", "verify", file);
      expect(match).to.include({ match: "MATCH", checkedBy: "CHAIN" });
      expect(match.listing).to.deep.include({ path: "report.csv" });
      expect(match.appearances).to.have.lengthOf(1);
      expect(JSON.stringify(match)).to.include("Article 18");
      await writeFile(file, `${await readFile(file, "utf8")} `);
      expect((await cli.run("lead-commerce", ["evidence", "verify", file])).code).to.equal(1);
    });

    it("counts it in the overview, and shows who is late when its due date has passed", async () => {
      const { overview } = await ask<{ overview: { pilots: { cumulative: { count: number } } } }>("/v1/stats/overview");
      expect(overview.pilots.cumulative.count).to.equal(1);
      await provider.send("evm_mine", [`0x${(began + 61 * DAY).toString(16)}`]);
      const { items } = await ask<{ items: Body[] }>("/v1/milestones?timeliness=overdue");
      expect(items.map((item) => item.code)).to.deep.equal([`${code}/M2`]);
      const before = await ask<{ items: Body[] }>(`/v1/milestones?timeliness=overdue&asOf=${began + 59 * DAY}`);
      expect(before.items).to.deep.equal([]);
    });

    it("tells the head it stands at, and keeps the lists from who has no token", async () => {
      await ask("/v1/stats/overview");
      const head = (await (await fetch(`${server.url}/v1/meta/head`)).json()) as { head: Body };
      const block = await provider.getBlock("latest");
      expect(head.head).to.deep.include({ number: block?.number, hash: block?.hash });
      expect((await fetch(`${server.url}/v1/pilots`)).status).to.equal(401);
    });

    type Body = Record<string, unknown>;

    /** Asks the API once it has mirrored the chain's present head. */
    async function ask<T>(path: string): Promise<T> {
      const latest = Number(await provider.send("eth_blockNumber", []));
      while ((server.mirror.status.head?.number ?? -1) < latest) {
        const { reason, lastError } = await server.mirror.syncOnce();
        expect(reason ?? lastError, "the mirror's fault").to.equal(null);
      }
      const answer = await fetch(`${server.url}${path}`, { headers: { Authorization: `Bearer ${token}` } });
      const body = await answer.json();
      expect(answer.status, JSON.stringify(body)).to.equal(200);
      return body as T;
    }
  });
}

/** Nodes give money to their first accounts only. */
async function fund(provider: JsonRpcProvider, name: string): Promise<void> {
  const from = accountOf("administrator");
  const value = "0xde0b6b3a7640000";
  const hash = await provider.send("eth_sendTransaction", [{ from, to: accountOf(name), value }]);
  await provider.waitForTransaction(hash);
}

/** Code tables, roles, the organisations that act here, and an open programme. */
async function prepareLedger(cli: CommandLine, folder: string, now: number): Promise<void> {
  await cli.do("administrator", "admin", "codes", "load", CODES);
  for (const name of ["registrar", "approver"]) {
    await cli.do("administrator", "admin", "role", "grant", name, name, "--region", "330000");
  }
  for (const name of ["registrar", "approver", "lead-commerce"]) {
    const uscc = ACTORS.find((actor) => actor.name === name)?.organisation ?? "";
    const organisation = ORGANISATIONS.find((candidate) => candidate.uscc === uscc);
    if (organisation === undefined) throw new TypeError(`no organisation of ${name}`);
    const { region, kind, name: title } = organisation;
    const particulars = ["--region", region, "--kind", kind, "--name-zh", title.zh, "--name-en", title.en];
    const known = await cli.run("registrar", ["organisation", "register", uscc, ...particulars]);
    if (known.code !== 0 && name === "lead-commerce") throw new Error(known.text);
    await cli.do("registrar", "organisation", "bind", uscc, name);
  }
  const programme = join(folder, "programme.yaml");
  const year = new Date(now * 1_000).getUTCFullYear();
  await writeFile(
    programme,
    `programme: ZJ-${year}-PILOT-1\ntitle: { zh: 批次, en: Batch }\nopens: ${day(now, -1)}\ncloses: ${day(now, 30)}\n`,
  );
  await cli.do("approver", "programme", "open", programme);
}

/** An application with its papers, and two folders to submit. */
async function writePapers(folder: string, now: number) {
  const paths = {
    application: join(folder, "pilot.yaml"),
    paper: join(folder, "paper.pdf"),
    first: join(folder, "first"),
    second: join(folder, "second"),
  };
  await writeFile(paths.paper, "a paper");
  await writeFile(
    paths.application,
    `programme: ZJ-${new Date(now * 1_000).getUTCFullYear()}-PILOT-1
region: "330782"
field: ECO
title: { zh: 端到端试点, en: End-to-end pilot }
budget: 1234567.89
documents: [paper.pdf]
milestones:
  - { kind: KICKOFF, title: { zh: 启动, en: Kick-off }, due: ${day(now, 30)}, weight: 20 }
  - { kind: PROTOTYPE, title: { zh: 原型, en: Prototype }, due: ${day(now, 60)}, weight: 80, dependsOn: [1] }
`,
  );
  for (const [place, text] of [
    [paths.first, "draft"],
    [paths.second, "final"],
  ] as const) {
    await mkdir(place, { recursive: true });
    await writeFile(join(place, "report.csv"), `version,${text}\n`);
    await writeFile(join(place, "会议纪要.txt"), `纪要 ${text}\n`);
  }
  return paths;
}

/** The date in Asia/Shanghai so many days from an instant. */
function day(instant: number, days: number): string {
  return new Date((instant + 8 * 3_600 + days * DAY) * 1_000).toISOString().slice(0, 10);
}

function accountOf(name: string): string {
  return ACTORS.find((actor) => actor.name === name)?.address ?? "";
}
