import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { expect } from "chai";
import { CONTRACT_NAMES } from "../../server/ledger/contracts.ts";
import { emptyLedger, LEADS } from "../support/random-ledger.ts";
import { DAY, hash, START } from "../support/synthetic-names.ts";
import { DOCUMENT, JUDICIAL, smallLedger } from "./ledger.ts";
import { LIVE, TestServer } from "./server.ts";

const PROVENANCE = [
  "chainId",
  "contract",
  "blockNumber",
  "blockHash",
  "blockTime",
  "transactionHash",
  "logIndex",
  "event",
  "actor",
  "actorOrganisation",
];

describe("the routes of the audit API", () => {
  const ledger = smallLedger();
  const server = new TestServer(ledger);
  before(() => server.start());
  after(() => server.stop());

  const codesOf = async (path: string) => {
    const { body } = await server.get(path);
    return (body.items as unknown as { code: string }[]).map(({ code }) => code);
  };

  it("lists pilots in an envelope that says its page, its instant and its head", async () => {
    server.status = { ...LIVE, chainHead: { number: (ledger.reader().head?.number ?? 0) + 2, time: 0 } };
    const { status, body, headers } = await server.get("/v1/pilots");
    expect(status).to.equal(200);
    expect(headers["content-type"]).to.equal("application/json; charset=utf-8");
    const head = ledger.reader().head;
    expect(body.head).to.deep.equal({ ...head, lagBlocks: 2 });
    expect(body.asOf).to.equal(head?.time);
    expect(body.page).to.deep.equal({ limit: 50, next: null });
    expect(body.items).to.have.length(3);
    const [first] = body.items as unknown as Record<string, unknown>[];
    expect(first).to.include({
      code: "ZJ-2019-330000-GOV-0001",
      state: "APPLIED",
      stage: "PROTOTYPE",
      budgetFen: "100",
    });
    expect(Object.keys(first?.provenance ?? {})).to.have.members(PROVENANCE);
  });

  it("filters pilots", async () => {
    const all = await codesOf("/v1/pilots");
    expect(await codesOf("/v1/pilots?region=330000")).to.deep.equal(all);
    expect(await codesOf("/v1/pilots?region=330100")).to.deep.equal([JUDICIAL]);
    expect(await codesOf("/v1/pilots?field=jud,GOV")).to.have.length(2);
    expect(await codesOf("/v1/pilots?field=JUD&field=GOV")).to.have.length(2);
    expect(await codesOf("/v1/pilots?state=active")).to.deep.equal([JUDICIAL]);
    expect(await codesOf(`/v1/pilots?organisation=${LEADS[2]}`)).to.deep.equal([JUDICIAL]);
    expect(await codesOf("/v1/pilots?programmeKind=BASE")).to.have.length(1);
    expect(await codesOf("/v1/pilots?programme=zj-2019-pilot-1&stage=PROTOTYPE")).to.have.length(2);
    expect(await codesOf(`/v1/pilots?q=${encodeURIComponent("存证")}`)).to.deep.equal([JUDICIAL]);
  });

  it("shows a pilot in full, its code in either case", async () => {
    const { body } = await server.get(`/v1/pilots/${JUDICIAL.toLowerCase()}`);
    const pilot = body.pilot as Record<string, unknown>;
    expect(pilot).to.include({
      code: JUDICIAL,
      state: "ACTIVE",
      budgetFen: String(2n ** 60n),
      appliedAt: appliedAt(ledger),
    });
    expect(pilot.leadName).to.deep.equal({ zh: "某单位0", en: "Organisation 0" });
    expect(pilot.programmeTitle).to.deep.equal({ zh: "批次ZJ-2019-PILOT-1", en: "ZJ-2019-PILOT-1" });
    expect(pilot.attention).to.deep.equal({ dueSoon: 0, overdue: 1, reviewLate: 0 });
    const [party] = pilot.parties as { name: { en: string } }[];
    expect(party?.name.en).to.equal("Organisation 2");
    const [overdue, submitted] = pilot.milestones as { state: string; timeliness: Record<string, unknown> }[];
    expect(overdue?.timeliness).to.include({ status: "OVERDUE", daysLate: 11 });
    expect(submitted).to.include({ state: "SUBMITTED" });
  });

  it("tells what happened to a pilot in readable form", async () => {
    const { body } = await server.get(`/v1/pilots/${JUDICIAL}/timeline`);
    const items = body.items as unknown as { event: string; label: object; args: Record<string, unknown> }[];
    expect(items.map(({ event }) => event)).to.deep.equal([
      "PilotApplied",
      "PilotAdmitted",
      "PilotApproved",
      "PilotStarted",
      "PartyJoined",
      "EvidenceAnchored",
      "MilestoneSubmitted",
      "EvidenceAnchored",
    ]);
    expect(items[0]?.label).to.deep.equal({ zh: "申报", en: "Applied" });
    expect(items[0]?.args).to.deep.include({
      lead: LEADS[0],
      programme: "ZJ-2019-PILOT-1",
      predecessor: null,
      budget: String(2n ** 60n),
      text: { title: { zh: "电子证据存证核验试点", en: "E-evidence" } },
    });
    const plan = items[0]?.args.plan as object[];
    expect(plan[1]).to.deep.include({ kind: "PROTOTYPE", dependsOn: [], requiredEvidence: ["TEST_REPORT"] });
    expect(items[3]?.args).to.deep.equal({ filing: "NOT_REQUIRED", filingReason: "INTERNAL" });
    expect(items[4]?.args).to.include({ organisation: LEADS[2], role: "TECHNOLOGY" });
    expect(items[5]?.args.item).to.deep.equal({ kind: "OPERATIONAL_RECORD", algorithm: "sha256", digest: DOCUMENT });
    expect(items[6]?.args.evidence).to.have.deep.nested.property("[0].kind", "TEST_REPORT");
  });

  it("finds milestones by timeliness, for now and for the past", async () => {
    expect(await codesOf("/v1/milestones?timeliness=overdue")).to.deep.equal([`${JUDICIAL}/M1`]);
    expect(await codesOf("/v1/milestones?timeliness=overdue&minDays=12")).to.deep.equal([]);
    const past = `/v1/milestones?pilot=${JUDICIAL}&timeliness=due_soon&asOf=${START + 20 * DAY}`;
    expect(await codesOf(past)).to.deep.equal([`${JUDICIAL}/M1`]);
    expect(await codesOf("/v1/milestones?region=330200&field=ECO")).to.have.length(2);
    expect(await codesOf("/v1/milestones?asOf=0")).to.deep.equal([]);
  });

  it("answers for a block as it was then, though the next block has the same time", async () => {
    const equal = smallLedger();
    equal.tick = 0;
    const before = equal.blocks().at(-1)?.number;
    equal.accept(JUDICIAL, 2).reasoned(JUDICIAL, "PilotSuspended");
    server.ledger = equal;
    const stateAt = async (block: number | undefined) => {
      const { body } = await server.get(`/v1/pilots/${JUDICIAL}?asOfBlock=${block}`);
      expect(body.asOfBlock).to.equal(block);
      const { state, milestones } = body.pilot as unknown as { state: string; milestones: { state: string }[] };
      return [state, milestones[1]?.state];
    };
    expect(await stateAt(before)).to.deep.equal(["ACTIVE", "SUBMITTED"]);
    expect(await stateAt(Number(before) + 1)).to.deep.equal(["ACTIVE", "ACCEPTED"]);
    expect(await stateAt(Number(before) + 2)).to.deep.equal(["SUSPENDED", "ACCEPTED"]);
    server.ledger = ledger;
  });

  it("tells what is other about a pilot than at an earlier instant or block", async () => {
    const path = `/v1/pilots/${JUDICIAL}/difference`;
    const started = ledger.times()[16] ?? 0;
    const { body } = await server.get(`${path}?from=${started}`);
    const { from, to, changes, events } = body.difference as unknown as {
      from: object;
      to: object;
      changes: { path: string }[];
      events: { event: string }[];
    };
    const head = ledger.reader().head;
    expect([from, to]).to.deep.equal([
      { block: null, time: started },
      { block: head?.number, time: head?.time },
    ]);
    expect(events.map(({ event }) => event)).to.include.members(["PartyJoined", "MilestoneSubmitted"]);
    expect(changes.map(({ path: member }) => member)).to.include("parties[0].organisation");
    const { body: none } = await server.get(`${path}?fromBlock=${ledger.reader().head?.number}`);
    expect(none.difference).to.deep.include({ changes: [], events: [], from: to, to });
    const ofInstants = (await server.get(`${path}?from=${started}&asOf=${started + 1}`)).body.difference;
    expect(ofInstants).to.deep.include({
      from: { block: null, time: started },
      to: { block: null, time: started + 1 },
    });
    for (const wrong of ["?from=2019-12-31T00:00:00Z&asOf=2019-12-30T00:00:00Z", "?from=1&fromBlock=1"]) {
      expect((await server.get(path + wrong)).status, wrong).to.equal(400);
    }
    const history = await server.get(`/v1/pilots/${JUDICIAL}/history?limit=2`);
    expect(history.body.items).to.have.length(2);
  });

  it("takes an instant with an offset, even with its plus sign not escaped", async () => {
    const { body } = await server.get("/v1/pilots?asOf=2019-04-02T08:00:00+08:00");
    expect(body.asOf).to.equal(Date.parse("2019-04-02T00:00:00Z") / 1_000);
  });

  it("tells anybody where a digest appears and what that shows", async () => {
    const { body, status } = await server.get(`/v1/evidence/SHA256/${DOCUMENT.slice(2).toUpperCase()}`, {
      token: null,
    });
    expect(status).to.equal(200);
    expect(body).to.deep.include({ match: "MATCH", count: 2, algorithm: "sha256", digest: DOCUMENT });
    const { firstSeen, meaning, items } = body as unknown as {
      firstSeen: Record<string, unknown>;
      meaning: { proves: { zh: string; en: string }[]; doesNotProve: { en: string }[] };
      items: { provenance: object }[];
    };
    expect(firstSeen).to.deep.equal(items[0]?.provenance);
    expect(meaning.proves[0]?.en).to.match(new RegExp(`unchanged since block ${firstSeen.blockNumber} `));
    expect(meaning.proves[0]?.zh).to.include("北京时间 2019-04-01");
    expect(meaning.doesNotProve.map(({ en }) => en).join()).to.match(/before it was anchored.*development chain/);
  });

  it("says of an unknown digest that it has none", async () => {
    const { body, status } = await server.get(`/v1/evidence/sm3/${"0".repeat(64)}`);
    expect(status).to.equal(200);
    expect(body).to.deep.include({ match: "NO_MATCH", count: 0, firstSeen: null, items: [] });
  });

  it("counts the ledger so that the parts add up", async () => {
    const { body } = await server.get("/v1/stats/overview");
    const { pilots, ...figures } = body.overview as unknown as {
      pilots: Record<string, { code: string; count: number }[]> & {
        byRegion: { provinces: object[]; cities: { code: string; count: number; own: number; districts: object[] }[] };
      };
      budget: object;
    };
    expect(pilots.cumulative).to.deep.equal({ count: 3, metric: "PILOTS", cell: "*" });
    for (const part of ["byState", "byStage", "byField", "byProgrammeKind"]) {
      expect(
        pilots[part]?.reduce((sum, { count }) => sum + count, 0),
        part,
      ).to.equal(3);
    }
    expect(pilots.byRegion.provinces).to.deep.equal([
      {
        ...{ code: "330000", name: { zh: "浙江省", en: "Zhejiang" }, count: 3, own: 1, metric: "PILOTS" },
        ...{ cell: "region=330000", ownCell: "own=330000" },
      },
    ]);
    expect(pilots.byRegion.cities.map(({ code, count, own }) => [code, count, own])).to.deep.equal([
      ["330100", 1, 0],
      ["330200", 1, 0],
    ]);
    expect(figures.budget).to.deep.equal({ fen: String(2n ** 60n + 200n), metric: "BUDGET", cell: "*" });
    expect(figures).to.deep.include({
      organisations: {
        registered: { count: 3, metric: "ORGANISATIONS", cell: "*" },
        leading: { count: 2, metric: "LEADS", cell: "*" },
      },
    });
  });

  it("describes the ledger, the mirror and the codes to anybody", async () => {
    const { body: head } = await server.get("/v1/meta/head", { token: null });
    expect(head).to.include({ chainId: 31_337, deploymentBlock: 1 });
    expect(head.mirror).to.include({ state: "live", halted: null });
    const contracts = head.contracts as unknown as { name: string; journal: { count: number } }[];
    expect(contracts.map(({ name }) => name)).to.deep.equal([...CONTRACT_NAMES]);
    expect(contracts.reduce((sum, { journal }) => sum + journal.count, 0)).to.equal(ledger.times().length);
    const { body: codes } = await server.get("/v1/meta/codes", { token: null });
    expect(codes.fields).to.deep.include({ code: "JUD", label: { zh: "领域JUD", en: "JUD" }, enabled: true });
    expect(codes.regions).to.deep.include({ code: "330102", label: { zh: "上城区", en: "Shangcheng" }, enabled: true });
    expect(codes.tables).to.have.property("timeliness").that.has.length(9);
  });

  it("tells anybody by which rules it derives limits, and which programmes were opened under them", async () => {
    const bytes = readFileSync(new URL("../../server/ledger/rules/rule-set.json", import.meta.url));
    const { id, version, ...rules } = JSON.parse(bytes.toString()) as Record<string, unknown>;
    const digest = `0x${createHash("sha256").update(bytes).digest("hex")}` as const;
    const other = emptyLedger().programme("ZJ-2020-PILOT-1", digest);
    other.mine();
    server.ledger = other;
    const { body } = await server.get("/v1/meta/rules", { token: null });
    server.ledger = ledger;
    expect(body.ruleSet).to.deep.equal({ id, version, digest, rules, programmes: ["ZJ-2020-PILOT-1"] });
    expect(body.otherRuleSets).to.deep.equal(
      ["ZJ-2019-BASE-1", "ZJ-2019-PILOT-1"].map((programme) => ({ programme, ruleSetDigest: hash("rules") })),
    );
    expect((body.calendar as unknown as { years: number[] }).years).to.include(2019);
  });

  it("has an icon of its own for browsers", async () => {
    const { status, headers, text } = await server.get("/favicon.ico", { token: null });
    expect([status, headers["content-type"]]).to.deep.equal([200, "image/svg+xml; charset=utf-8"]);
    expect(text)
      .to.match(/^<svg /)
      .and.not.match(/href|script/);
  });

  it("says what it offers at its front, and that it lives and is ready", async () => {
    const { body } = await server.get("/", { token: null });
    const links = body.links as unknown as { href: string }[];
    expect(links.map(({ href }) => href)).to.include("/v1/pilots/{code}/timeline");
    expect((await server.get("/healthz", { token: null })).body).to.deep.equal({ status: "alive" });
    expect((await server.get("/readyz", { token: null })).body).to.deep.equal({ status: "ready" });
  });

  it("closes every snapshot it opened, once", () => {
    expect(server.opened.map(({ closed }) => closed)).to.deep.equal(server.opened.map(() => 1));
  });
});

function appliedAt(ledger: { times: () => number[] }): number | undefined {
  // 3 fields, the regions, 3 organisations of two events each, 2 programmes, the administrator, and then the first application.
  return ledger.times()[13];
}
