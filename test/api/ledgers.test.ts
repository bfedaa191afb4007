import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect } from "chai";
import { pino } from "pino";
import { ledgerDirectory, mirrorIn, tokenFileIn } from "../../scripts/serve/data-directory.ts";
import { type LedgersServerOptions, type RunningLedgers, startLedgers } from "../../scripts/serve/ledgers-server.ts";
import { SCOPES } from "../../server/api/access/scopes.ts";
import { createToken } from "../../server/api/access/token-file.ts";
import { type Deployment, type DeploymentError, readDeployment } from "../../server/chain/deployment.ts";
import { openSource } from "../../server/chain/open-source.ts";
import { Mirror } from "../../server/mirror/mirror.ts";
import { StoreError } from "../../server/store/errors.ts";
import { openStore } from "../../server/store/open.ts";
import { DeployedLedger } from "../support/deployed-ledger.ts";
import { deploymentOf } from "../support/deployment.ts";
import { temporaryDirectory } from "../support/directory.ts";
import { firstLine } from "../support/first-line.ts";
import { startHardhatNode, type TestNode } from "../support/node.ts";

const MIRROR = join(import.meta.dirname, "..", "..", "scripts", "mirror", "main.ts");
const SERVE = join(import.meta.dirname, "..", "..", "scripts", "serve", "main.ts");
const NAMES = ["anhui", "zhejiang"] as const;
const run = promisify(execFile);

describe("a server of several ledgers on one chain", function () {
  this.timeout(60_000);
  let node: TestNode;
  let directory: Awaited<ReturnType<typeof temporaryDirectory>>;
  let ledgers: Record<(typeof NAMES)[number], DeployedLedger>;
  let deployments: Map<string, Deployment>;
  let tokens: Map<string, string>;
  let server: RunningLedgers | undefined;

  before(async () => {
    node = await startHardhatNode({ initialDate: "2019-03-01T00:00:00Z" });
    ledgers = { anhui: await DeployedLedger.on(node.url), zhejiang: await DeployedLedger.on(node.url) };
    deployments = new Map(NAMES.map((name) => [name, deploymentOf(ledgers[name], node.url)]));
    directory = await temporaryDirectory();
    tokens = new Map();
    for (const name of NAMES) {
      const made = await createToken(tokenFileIn(ledgerDirectory(directory.path, name)), {
        name,
        grant: { scopes: SCOPES, region: null, fields: null },
        expiresAt: null,
        now: 0,
      });
      tokens.set(name, made.token);
    }
    await ledgers.anhui.applyPilot("供应链金融试点");
    await ledgers.zhejiang.applyPilot("汽车零部件质量追溯试点");
  });

  afterEach(async () => {
    await server?.close();
    server = undefined;
  });

  after(async () => {
    for (const ledger of Object.values(ledgers ?? {})) ledger.close();
    await node?.close();
    await directory?.remove();
  });

  const start = async (options: Partial<LedgersServerOptions> = {}) => {
    const log = pino({ level: "silent" });
    server = await startLedgers({
      ...{ deployments, directory: directory.path, host: "127.0.0.1", port: 0, log },
      ...options,
    });
    return server;
  };
  const ledgerOf = (name: string) => {
    const ledger = server?.ledgers.get(name);
    if (ledger === undefined) throw new Error(`no ledger ${name} is served`);
    return ledger;
  };
  /** Lets every mirror come to the chain's present head. */
  const follow = async () => {
    const height = await ledgers.anhui.provider.getBlockNumber();
    for (const name of NAMES) {
      const { mirror } = ledgerOf(name);
      const isThere = () => mirror.status.state === "live" && mirror.status.head?.number === height;
      // What one mirror was told of the head is passed on to the others for a moment, in which all looks show the same.
      for (let look = 0; !isThere() && look < 10_000; look++) {
        await mirror.syncOnce();
        await new Promise((resolve) => setImmediate(resolve));
      }
      expect(isThere(), JSON.stringify(mirror.status)).to.equal(true);
    }
  };
  const ask = async (path: string, token?: string) => {
    const headers = token === undefined ? {} : { Authorization: `Bearer ${token}` };
    const answer = await fetch(`${server?.url}${path}`, { headers });
    const text = await answer.text();
    return { status: answer.status, text, body: text.startsWith("{") ? JSON.parse(text) : undefined };
  };
  const titles = async (name: string) => {
    const { body } = await ask(`/ledgers/${name}/v1/pilots`, tokens.get(name));
    return body.items.map(({ title }: { title: { zh: string } }) => title.zh);
  };
  /** The digest of a mirror that has a chain connection, a store and a process turn of its own. */
  const digestApart = async (name: (typeof NAMES)[number]) => {
    const place = await temporaryDirectory();
    const source = openSource([node.url]);
    const store = await openStore({ directory: place.path, identity: ledgers[name].identity, onForeign: "refuse" });
    try {
      expect((await new Mirror({ store, source }).syncOnce()).state).to.equal("live");
      return store.digest.sum;
    } finally {
      source.close();
      await store.close();
      await place.remove();
    }
  };

  it("serves each below its base path, to its own tokens, and says which there are", async () => {
    await start();
    await follow();
    expect(await titles("anhui")).to.deep.equal(["供应链金融试点"]);
    expect(await titles("zhejiang")).to.deep.equal(["汽车零部件质量追溯试点"]);
    const stranger = await ask("/ledgers/zhejiang/v1/pilots", tokens.get("anhui"));
    expect([stranger.status, stranger.body.code]).to.deep.equal([401, "TOKEN_INVALID"]);
    const { body } = await ask("/v1/ledgers");
    expect(body.ledgers.map(({ name, href, state }: Record<string, string>) => [name, href, state])).to.deep.equal([
      ["anhui", "/ledgers/anhui/", "live"],
      ["zhejiang", "/ledgers/zhejiang/", "live"],
    ]);
    const index = await ask("/ledgers/anhui/");
    expect(index.body.links.map(({ href }: { href: string }) => href)).to.include("/ledgers/anhui/v1/pilots");
    expect((await ask("/readyz")).status).to.equal(200);
    expect((await ask("/healthz")).status).to.equal(200);
    expect((await ask("/v1/pilots")).status).to.equal(404);
    expect((await ask("/ledgers/hunan/v1/pilots")).status).to.equal(404);
    const metrics = (await ask("/metrics")).text;
    for (const name of NAMES) {
      expect(metrics).to.match(new RegExp(`^pilot_ledger_mirror_head_block\\{deployment="${name}"\\} \\d+$`, "m"));
      expect(metrics).to.include(`pilot_ledger_mirror_state{deployment="${name}",state="live"} 1`);
    }
  });

  it("follows a reorganisation of blocks that have events of both, to what mirrors apart hold", async () => {
    await start();
    const { anhui, zhejiang } = ledgers;
    const before = await anhui.snapshot();
    await anhui.renameOrganisation();
    await zhejiang.applyPilot("将被重组的试点");
    await anhui.renameOrganisation();
    await follow();
    expect(await titles("zhejiang")).to.have.length(2);
    await anhui.revert(before);
    await zhejiang.renameOrganisation();
    await anhui.applyPilot("重组之后的试点");
    await zhejiang.renameOrganisation();
    await anhui.renameOrganisation();
    await follow();
    expect(await titles("zhejiang")).to.have.length(1);
    expect(await titles("anhui")).to.have.length(2);
    for (const name of NAMES) {
      expect(ledgerOf(name).status.reorganisations, name).to.equal(1);
      expect(ledgerOf(name).store.digest.sum, name).to.equal(await digestApart(name));
    }
  });

  it("mirrors a damaged one anew, found at the start or while it is open, and lets the other be", async () => {
    await start();
    await follow();
    const sums = NAMES.map((name) => ledgerOf(name).store.digest.sum);
    await server?.close();
    await truncate(join(mirrorIn(ledgerDirectory(directory.path, "anhui")), "position"), 0);
    await start();
    expect(NAMES.map((name) => ledgerOf(name).store.rebuiltFor?.code)).to.deep.equal(["DAMAGED", undefined]);
    await follow();
    expect(NAMES.map((name) => ledgerOf(name).store.digest.sum)).to.deep.equal(sums);

    ledgerOf("anhui").store.reportDamage(new StoreError("CORRUPT", "a value was altered"));
    const refused = await ask("/ledgers/anhui/v1/pilots", tokens.get("anhui"));
    expect([refused.status, refused.body.code]).to.deep.equal([503, "MIRROR_REBUILDING"]);
    expect(await titles("zhejiang")).to.have.length(1);
    await follow();
    expect(NAMES.map((name) => ledgerOf(name).store.digest.sum)).to.deep.equal(sums);
  });

  it("halts the one whose manifest is of another chain or ledger, says why, and serves the other", async () => {
    const wrong = (change: Partial<Deployment>) => {
      const deployment = deployments.get("anhui");
      if (deployment === undefined) throw new Error("there is no manifest");
      return new Map([...deployments, ["anhui", { ...deployment, ...change }]]);
    };
    const fresh = join(directory.path, "fresh");
    await start({ deployments: wrong({ genesisHash: `0x${"12".repeat(32)}` }), directory: fresh });
    expect(ledgerOf("anhui").status)
      .to.include({ state: "halted" })
      .and.nested.include({ "reason.code": "WRONG_CHAIN" });
    expect(ledgerOf("zhejiang").status.state).to.equal("live");
    await server?.close();

    const other = { deployments: wrong({ deploymentBlock: 2 }) };
    await start(other);
    const refused = await ask("/ledgers/anhui/v1/pilots", tokens.get("anhui"));
    expect([refused.status, refused.body.code]).to.deep.equal([503, "MIRROR_HALTED"]);
    expect(refused.body.detail).to.include("of another ledger");
    const ready = await ask("/readyz");
    expect(ready.status).to.equal(503);
    expect(ready.body.detail)
      .to.match(/^anhui: /)
      .and.not.include("zhejiang");
    expect(await titles("zhejiang")).to.have.length(1);
    const { body } = await ask("/v1/ledgers");
    expect(body.ledgers[0]).to.include({ state: "halted", reason: "STORE_FOREIGN_LEDGER", head: null });
    await server?.close();

    await start({ ...other, rebuild: new Set(["anhui"]) });
    expect(ledgerOf("anhui").status).to.nested.include({ "reason.code": "JOURNAL_MISMATCH" });
    expect(await titles("zhejiang")).to.have.length(1);
    await server?.close();
    await start({ rebuild: new Set(["anhui"]) });
    await follow();
  });

  it("serves the others where the manifest of one is missing or cannot be read, and says so of that one", async () => {
    const broken = join(directory.path, "broken.json");
    await writeFile(broken, "{");
    const fault = (file: string) => readDeployment(file).catch((error: unknown) => error as DeploymentError);
    for (const [file, code] of [
      [broken, "DEPLOYMENT_INVALID"],
      [join(directory.path, "none.json"), "DEPLOYMENT_MISSING"],
    ] as const) {
      await start({ deployments: new Map([...deployments, ["anhui", await fault(file)]]) });
      const refused = await ask("/ledgers/anhui/v1/pilots", tokens.get("anhui"));
      expect([refused.status, refused.body.code]).to.deep.equal([503, "MIRROR_HALTED"]);
      expect(refused.body.detail).to.include("manifest of anhui").and.not.include(directory.path);
      expect(await titles("zhejiang")).to.have.length(1);
      expect((await ask("/ledgers/anhui/healthz")).status).to.equal(200);
      const { body } = await ask("/v1/ledgers");
      expect(body.ledgers[0]).to.include({ name: "anhui", chainId: null, state: "halted", reason: code, head: null });
      expect((await ask("/readyz")).status).to.equal(503);
      expect((await ask("/metrics")).text).to.include('mirror_state{deployment="anhui",state="halted"} 1');
      await server?.close();
    }
    const none = new Map<string, DeploymentError>([["anhui", (await fault(broken)) as DeploymentError]]);
    const error = await start({ deployments: none }).catch((cause: unknown) => cause);
    expect(error).to.have.property("code", "DEPLOYMENT_INVALID");
  });

  it("is started by a command that names each, and ends with exit code 0", async () => {
    const options: string[] = [];
    for (const [name, deployment] of deployments) {
      const file = join(directory.path, `${name}.json`);
      await writeFile(file, JSON.stringify(deployment));
      options.push("--deployment", `${name}=${file}`);
    }
    const common = ["--data", directory.path, "--port", "0"];
    const missing = ["--deployment", `hubei=${join(directory.path, "hubei.json")}`];
    const child = spawn(process.execPath, [SERVE, ...options, ...missing, ...common], {
      stdio: ["ignore", "pipe", "ignore"],
    });
    const [, names, url] = /^The audit APIs of (.*) listen on (\S+);/.exec(await firstLine(child)) ?? [];
    expect(names).to.equal("anhui, zhejiang, hubei");
    const { ledgers: served } = (await (await fetch(`${url}/v1/ledgers`)).json()) as { ledgers: object[] };
    expect(served.map((one) => "reason" in one && one.reason)).to.deep.equal([null, null, "DEPLOYMENT_MISSING"]);
    const ended = once(child, "exit");
    child.kill("SIGTERM");
    expect(await ended).to.deep.equal([0, null]);

    const said = (...args: string[]) =>
      run(process.execPath, [SERVE, ...args, ...common]).then(
        () => "",
        ({ stderr }: { stderr: string }) => stderr.trim(),
      );
    expect(await said(...options, "--deployment", "one.json")).to.match(/^error: of several ledgers each needs a name/);
    expect(await said(...options, "--deployment", "anhui=x.json")).to.match(/^error: two ledgers are named anhui/);
    expect(await said(...options, "--rebuild", "hunan")).to.match(/^error: --rebuild names "hunan"/);
    expect(await said("--deployment", "An hui=x.json")).to.include("small letters, digits and hyphens");
  });

  it("is looked after by the operator's commands, all of it or one ledger", async () => {
    await start();
    await follow();
    const command = (...args: string[]) =>
      run(process.execPath, [MIRROR, ...args, "--data", directory.path]).then(
        ({ stdout }) => stdout.trim().split("\n"),
        (error: { stderr: string }) => [error.stderr.trim()],
      );
    const stated = (await command("status", "--json")).map((line) => JSON.parse(line));
    expect(stated.map(({ deployment, server: { url } }) => [deployment, url])).to.deep.equal(
      NAMES.map((name) => [name, `${server?.url}/ledgers/${name}`]),
    );
    const checked = (await command("check", "--json")).map((line) => JSON.parse(line));
    expect(checked.map(({ deployment, faults, chain }) => [deployment, faults, chain.result])).to.deep.equal(
      NAMES.map((name) => [name, [], "SAME"]),
    );
    const digests = await command("digest", "--deployment", "zhejiang");
    expect(digests.join()).to.include(ledgerOf("zhejiang").store.digest.sum).and.not.include("anhui");
    expect((await command("compact"))[0]).to.match(/^error: there are several ledgers: name one .*anhui, zhejiang/);
    expect((await command("status", "--deployment", "hunan"))[0]).to.match(/^error: .* has no ledger hunan/);
  });
});
