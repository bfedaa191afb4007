import { expect } from "chai";
import { Draws, listDigestOf } from "../support/draws.ts";
import { Evaluations } from "../support/evaluations.ts";
import { EvidenceActs } from "../support/evidence-acts.ts";
import { LEADS } from "../support/random-ledger.ts";
import { accountOf, DAY, hash } from "../support/synthetic-names.ts";
import { JUDICIAL, smallLedger } from "./ledger.ts";
import { TestServer } from "./server.ts";

const [BUREAU, MAKER, BANK] = LEADS;
const EXPERTS = ["one", "two", "three"].map((name) => accountOf(`expert ${name}`));
const [ONE, TWO] = EXPERTS;

describe("the questions of evaluations, pools, draws and disputes", () => {
  const ledger = smallLedger();
  const server = new TestServer(undefined);
  before(() => server.start());
  after(() => server.stop());

  const itemsOf = async (path: string) => {
    const { status, body } = await server.get(path);
    expect(status, `${path} ${JSON.stringify(body)}`).to.equal(200);
    return body.items as unknown as Record<string, unknown>[];
  };

  it("rank the scored evaluations of a kind and year, with the scored items and the total computed again", async () => {
    const evaluations = new Evaluations(ledger);
    const codes = ["330106", "330108", "330206"].map((region) => `COUNTY_COMPREHENSIVE-2019-${region}-1`);
    for (const [index, code] of codes.entries()) {
      evaluations.plan(code, MAKER, EXPERTS);
      evaluations.open(code);
      if (index === 2 || ONE === undefined || TWO === undefined) continue;
      // 20 of 40 at weight 6000 and 10 of 30 at weight 4000: 3000 + 1333; the other sheet 6000 + 4000.
      evaluations.conclude(code, [
        evaluations.score(code, ONE, index === 0 ? [20, 10] : [40, 30]),
        evaluations.score(code, TWO, [40, 30]),
      ]);
    }
    server.ledger = ledger;
    const [first = "", second = "", third = ""] = codes;
    const ranked = await itemsOf("/v1/evaluations?kind=county_comprehensive&year=2019&sort=-total");
    expect(ranked.map(({ code, total, rank, sheets }) => [code, total, rank, sheets])).to.deep.equal([
      [second, 10_000, 1, 2],
      [first, 7_167, 2, 2],
      [third, null, null, 0],
    ]);
    const { body } = await server.get(`/v1/evaluations/${first}`);
    const { criteria, check } = body.evaluation as unknown as Record<string, unknown>;
    expect(criteria).to.deep.equal([
      { code: "GROWTH", maximum: 40, weight: 6_000, points: 4_500 },
      { code: "SERVICE", maximum: 30, weight: 4_000, points: 2_667 },
    ]);
    expect(check).to.deep.equal({ recomputed: 7_167, matches: true });
    expect(await itemsOf("/v1/evaluations?state=SCORED&region=330200")).to.deep.equal([]);
    expect((await server.get("/v1/evaluations/CITY_ON_SITE-2019-330200-9")).body.code).to.equal("RECORD_NOT_FOUND");
  });

  it("name the counties that were not visited in a quarter, and when they last were", async () => {
    const evaluations = new Evaluations(ledger);
    const april = ledger.time;
    evaluations.visit("330206", MAKER, april);
    ledger.pass(100 * DAY).mine();
    evaluations.visit("330108", BUREAU, ledger.time);
    server.ledger = ledger;
    expect((await itemsOf("/v1/guidance-visits?region=330200")).map(({ region }) => region)).to.deep.equal(["330206"]);
    const missing = await itemsOf("/v1/guidance-visits/missing?period=2019Q3");
    expect(missing.map(({ region, lastVisitedAt }) => [region, lastVisitedAt])).to.deep.equal([
      ["330102", null],
      ["330206", april],
    ]);
    expect((await itemsOf("/v1/guidance-visits/missing?period=2019Q2")).map(({ region }) => region)).to.deep.equal([
      "330102",
      "330108",
    ]);
  });

  it("count the members and movements of pools, and tell which of them run pilots", async () => {
    const evaluations = new Evaluations(ledger);
    evaluations.openPool("EAGLE", "330100");
    evaluations.move("EAGLE", BUREAU, "NOMINATED");
    evaluations.move("EAGLE", BANK, "NOMINATED");
    const admitted = ledger.time;
    evaluations.move("EAGLE", BUREAU, "IN_POOL");
    evaluations.move("EAGLE", BANK, "REMOVED");
    server.ledger = ledger;
    const [pool] = await itemsOf(`/v1/pools?from=${admitted}`);
    expect(pool).to.deep.include({
      code: "EAGLE",
      members: { NOMINATED: 0, IN_POOL: 1, GRADUATED: 0, REMOVED: 1 },
      movements: { NOMINATED: 0, IN_POOL: 1, GRADUATED: 0, REMOVED: 1 },
    });
    const [before] = await itemsOf(`/v1/pools?asOf=${admitted - 1}`);
    expect(before?.members).to.deep.equal({ NOMINATED: 2, IN_POOL: 0, GRADUATED: 0, REMOVED: 0 });
    const [member] = await itemsOf("/v1/pools/members?pool=eagle&state=IN_POOL&runsPilots=true");
    expect(member).to.deep.include({ enterprise: BUREAU, runningPilots: 1, stateSince: admitted });
    expect(await itemsOf("/v1/pools/members?region=330200")).to.deep.equal([]);
  });

  it("check a draw again: its seed by the block, its places by drawing again, its list by the digest", async () => {
    const draws = new Draws(ledger, accountOf("an inspector"));
    const missed = draws.commit("330100", 10, 2);
    const made = draws.commit("330100", 40, 5, missed);
    const committed = ledger.blocks().length - 1;
    draws.make(made);
    server.ledger = ledger;
    const checkOf = async (query: string) => {
      const { body } = await server.get(`/v1/draws/${made.toLowerCase()}?${query}`);
      const { check, state } = body.draw as unknown as { state: string; check: Record<string, { matches: unknown }> };
      return [state, check.seed?.matches, check.places?.matches, check.list?.matches];
    };
    expect(await checkOf("")).to.deep.equal(["DRAWN", true, true, null]);
    expect(await checkOf(`list=${listDigestOf(made)}`)).to.deep.equal(["DRAWN", true, true, true]);
    expect(await checkOf(`list=${hash("another list")}`)).to.deep.equal(["DRAWN", true, true, false]);
    expect(await checkOf(`asOfBlock=${committed}`)).to.deep.equal(["COMMITTED", null, null, null]);
    ledger.prune(Number((await itemsOf("/v1/draws?state=DRAWN"))[0]?.seedBlock));
    ledger.mine();
    server.ledger = ledger;
    expect(await checkOf("")).to.deep.equal(["DRAWN", null, true, null]);
    expect((await itemsOf("/v1/draws?region=330100")).map(({ code, state }) => [code, state])).to.deep.equal([
      [missed, "MISSED"],
      [made, "DRAWN"],
    ]);
  });

  it("show evidence with its attestations, and disputes with what became of them", async () => {
    const evidence = new EvidenceActs(ledger);
    const [witness] = EXPERTS;
    const first = evidence.anchor(JUDICIAL, hash("first"));
    const batch = evidence.anchorBatch(JUDICIAL, hash("a batch"), 1_200);
    if (witness !== undefined) evidence.attest(JUDICIAL, first, witness);
    evidence.dispute(JUDICIAL, batch, 1, "PARTICIPANT");
    const raised = ledger.time;
    evidence.resolve(JUDICIAL, batch, 1, "DISMISSED");
    server.ledger = ledger;
    const anchors = await itemsOf(`/v1/anchors?pilot=${JUDICIAL}&attested=true`);
    expect(anchors.map(({ id, status }) => [id, status])).to.deep.equal([[first, "ATTESTED"]]);
    expect(anchors[0]).to.deep.include({ size: "10", batch: null });
    expect(anchors[0]?.statement).to.deep.include({ source: "OWN_SYSTEM", generation: "AUTOMATIC" });
    // What anybody may ask leaves the statement out.
    const { body } = await server.get(`/v1/evidence/sha256/${hash("first")}`, { token: null });
    const [seen] = body.items as unknown as object[];
    expect(seen).to.include({ pilot: JUDICIAL }).and.not.have.any.keys("statement", "size");
    const [dispute] = await itemsOf("/v1/disputes?region=330100&result=dismissed");
    expect(dispute).to.deep.include({ evidence: batch, number: 1, result: "DISMISSED", capacity: "PARTICIPANT" });
    expect((await itemsOf(`/v1/disputes?asOf=${raised - 1}`)).map(({ result }) => result)).to.deep.equal(["OPEN"]);
    const disputed = await itemsOf(`/v1/anchors?status=DISPUTED&asOf=${raised - 1}`);
    expect(disputed.map(({ id }) => id)).to.deep.equal([batch]);
    expect(await itemsOf("/v1/anchors?status=DISPUTED")).to.deep.equal([]);
  });

  it("list programmes with the rule set that governs them", async () => {
    const [programme] = await itemsOf("/v1/programmes?open=true&kind=BASE");
    expect(programme).to.include({ code: "ZJ-2019-BASE-1", ruleSetDigest: hash("rules"), open: true });
    expect(await itemsOf("/v1/programmes?year=2018")).to.deep.equal([]);
  });
});
