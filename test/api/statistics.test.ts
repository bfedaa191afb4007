import { expect } from "chai";
import type { Hex } from "../../server/ledger/hex.ts";
import { spanOf } from "../../server/ledger/periods.ts";
import { LEADS } from "../support/random-ledger.ts";
import { Statistics } from "../support/statistics.ts";
import { DAY, hash } from "../support/synthetic-names.ts";
import { JUDICIAL } from "./ledger.ts";
import { TestServer } from "./server.ts";
import { BUREAU, MAKER, supervisedLedger } from "./supervised-ledger.ts";

interface Table {
  readonly countedAt: number;
  readonly rows: readonly {
    readonly cell: string;
    readonly parts: readonly { readonly label: object }[];
    readonly figures: readonly { readonly metric: string; readonly value: string | null }[];
  }[];
}

describe("the questions of statistics", () => {
  const server = new TestServer(undefined);
  before(() => server.start());
  after(() => server.stop());
  beforeEach(() => {
    server.ledger = supervisedLedger().ledger;
  });

  const tableOf = async (path: string) => {
    const { status, body } = await server.get(`/v1/stats/tables/${path}`);
    expect(status, JSON.stringify(body)).to.equal(200);
    return body.table as unknown as Table;
  };
  const valueIn = ({ rows }: Table, cell: string, metric: string) =>
    rows.find((row) => row.cell === cell)?.figures.find((figure) => figure.metric === metric)?.value;
  const itemsOf = async (path: string) => {
    const { status, body } = await server.get(path);
    expect(status, `${path} ${JSON.stringify(body)}`).to.equal(200);
    return body.items as unknown as Record<string, unknown>[];
  };

  it("give tables whose parts have names and add up, of the whole or of a part", async () => {
    const byField = await tableOf("by-field");
    expect(byField.rows.map(({ cell }) => cell)).to.deep.equal(["field=ECO", "field=GOV", "field=JUD"]);
    expect(byField.rows[2]?.parts[0]?.label).to.deep.equal({ zh: "领域JUD", en: "JUD" });
    const total = byField.rows.reduce((sum, { cell }) => sum + Number(valueIn(byField, cell, "PILOTS")), 0);
    expect(valueIn(await tableOf("overview"), "*", "PILOTS")).to.equal(String(total));
    expect(valueIn(await tableOf("overview?field=JUD"), "field=JUD", "PILOTS")).to.equal("1");
    const overdue = await tableOf("overdue");
    expect(overdue.rows.map(({ cell }) => cell)).to.deep.equal(["band=31-60"]);
    expect(valueIn(await tableOf("overdue?by=field"), "field=JUD", "OVERDUE")).to.equal("1");
    const supervision = await tableOf("supervision");
    expect(valueIn(supervision, "*", "FINDINGS")).to.equal("1");
    expect(valueIn(supervision, "*", "COVERAGE")).to.equal("5000");
    expect(valueIn(supervision, "*", "RECTIFICATION_RATE")).to.equal("0");
    expect(valueIn(supervision, "*", "FILING_RATE")).to.equal(null);
  });

  it("open every figure to the events behind it", async () => {
    const [finding] = await itemsOf("/v1/stats/drilldown?metric=FINDINGS&cell=clause=BISR-11;severity=SERIOUS");
    expect(finding).to.deep.include({ fact: "FINDING", amount: "1" });
    expect((finding?.events as { event: string }[] | undefined)?.map(({ event }) => event)).to.deep.equal([
      "FindingsIssued",
    ]);
    const [overdue] = await itemsOf(`/v1/stats/drilldown?metric=OVERDUE&cell=${encodeURIComponent("band=31-60")}`);
    expect(overdue?.subject).to.equal(`${JUDICIAL}/M1`);
    const inQuarter = await itemsOf("/v1/stats/drilldown?metric=NEW_APPLIED&cell=quarter=2019Q2;field=JUD");
    expect(inQuarter.map(({ subject }) => subject)).to.deep.equal([JUDICIAL]);
    expect(await itemsOf("/v1/stats/drilldown?metric=NEW_APPLIED&cell=year=2018")).to.deep.equal([]);
    expect((await server.get("/v1/stats/drilldown?metric=NOTHING")).body.code).to.equal("UNKNOWN_CODE");
    expect((await server.get("/v1/stats/drilldown?cell=colour=red")).body.code).to.equal("INVALID_PARAMETER");
  });

  it("count what stands as of the end of a period, and what happened within it", async () => {
    const april = await tableOf("overview?period=2019-04");
    expect(april.countedAt).to.equal(spanOf("2019-04").to - 1);
    expect(valueIn(april, "*", "NEW_APPLIED")).to.equal("3");
    expect(valueIn(await tableOf("overview?period=2019-05"), "*", "NEW_APPLIED")).to.equal("1");
    expect(valueIn(await tableOf("overview?period=2019-03"), "*", "PILOTS")).to.equal("0");
    expect((await server.get("/v1/stats/tables/overview?period=2019&from=1")).status).to.equal(400);
  });

  it("compare a period with earlier ones, and give no growth over nothing", async () => {
    const { body } = await server.get("/v1/stats/growth?period=2019-05");
    const { figures } = body.growth as unknown as { figures: Record<string, unknown>[] };
    expect(figures.find(({ metric }) => metric === "NEW_APPLIED")).to.deep.include({
      value: "1",
      previous: "3",
      yearBefore: "0",
      overPrevious: "-6667",
      overYearBefore: null,
    });
  });

  it("compare what periods have in common as well, when a code table has changed in between", async () => {
    const { ledger } = supervisedLedger();
    // The supervised ledger ends in June: a field of July's own, and pilots in it and in an old one.
    ledger.time = spanOf("2019-07").from + 60;
    ledger.field("MFG", 3);
    for (const [serial, field] of ["MFG", "MFG", "GOV"].entries()) {
      ledger.apply(`ZJ-2019-330100-${field}-${String(serial + 50).padStart(4, "0")}`, { lead: MAKER });
    }
    server.ledger = ledger;
    ledger
      .apply("ZJ-2019-330100-GOV-0060", { lead: MAKER })
      .pass(31 * DAY)
      .mine();
    server.ledger = ledger;
    const { body } = await server.get("/v1/stats/growth?period=2019Q3");
    const { figures } = body.growth as unknown as { figures: Record<string, unknown>[] };
    // Four applications in the second quarter; four in the third, two of them in a field that there was not.
    expect(figures.find(({ metric }) => metric === "NEW_APPLIED")).to.deep.include({
      value: "4",
      previous: "4",
      overPrevious: "0",
      sameScopeOverPrevious: "-5000",
      sameScopeOverYearBefore: null,
    });
  });

  it("withhold an operator's rate of few, name the largest operators first, and hide small cells of a public table", async () => {
    const operators = await tableOf("by-operator?top=1");
    expect(operators.rows.map(({ cell }) => cell)).to.deep.equal([`operator=${BUREAU}`]);
    const rate = operators.rows[0]?.figures.find(({ metric }) => metric === "ON_TIME_RATE");
    expect(rate).to.deep.include({ value: null, withheld: "SMALL_SAMPLE" });
    expect(valueIn(await tableOf("operators"), "*", "CONCENTRATION")).to.equal("10000");
    const hidden = await tableOf("by-field?public=true");
    expect(valueIn(hidden, "field=JUD", "PILOTS")).to.equal(null);
    expect(valueIn(await tableOf("overview?public=true"), "*", "PILOTS")).to.equal("4");
  });

  it("make a published bulletin anew from its block, whatever came after, and tell when its dataset is another", async () => {
    const { ledger } = supervisedLedger();
    server.ledger = ledger;
    const statistics = new Statistics(ledger);
    const { body } = await server.get("/v1/stats/dataset?period=2019Q2&area=330000");
    statistics.publish("BUL-2019Q2-330000-1", [LEADS[0], LEADS[1]], body.digest as unknown as Hex);
    statistics.publish("BUL-2019Q2-330000-2", [LEADS[0]], hash("another dataset"));
    ledger
      .pass(200 * DAY)
      .accept(JUDICIAL, 2)
      .reasoned(JUDICIAL, "PilotTerminated");
    const resultOf = async (code: string) => {
      const answer = await server.get(`/v1/bulletins/${code}/reproduction`);
      return answer.body.reproduction as unknown as Record<string, unknown>;
    };
    const made = await resultOf("BUL-2019Q2-330000-1");
    expect(made).to.include({ result: "MATCH", anchored: body.digest, reproduced: body.digest });
    expect(made.dataset).to.equal(body.dataset);
    expect(made.blockHash).to.include({ matches: true });
    expect(await resultOf("BUL-2019Q2-330000-2")).to.include({ result: "MISMATCH" });
    const [bulletin] = await itemsOf("/v1/bulletins?period=2019Q2&state=PUBLISHED");
    expect(bulletin).to.include({ signatures: 2, threshold: 2 });
    expect((bulletin?.issuers as { name: object }[] | undefined)?.[1]?.name).to.deep.equal({
      zh: "某单位1",
      en: "Organisation 1",
    });
    expect((await server.get("/v1/bulletins/BUL-2018-330000-1")).body.code).to.equal("RECORD_NOT_FOUND");
  });

  it("hold indicators against their targets, check sums, and name who reports late", async () => {
    const { ledger } = supervisedLedger();
    server.ledger = ledger;
    const statistics = new Statistics(ledger);
    for (const code of ["IND_REV", "SW_REV", "TEL_REV"]) statistics.define(code);
    statistics.define("BCAST_REV", 1);
    statistics.target("IND_REV", "330000", "2019Q1", 7_250n);
    statistics.target("SW_REV", "330000", "2019Q1", 5_920n);
    statistics.target("TEL_REV", "330000", "2019Q1", 830n);
    statistics.target("BCAST_REV", "330000", "2019Q1", 5_000n);
    statistics.report("SW_REV", "330000", "2019Q1", 5_900n);
    const correctedAt = ledger.time;
    statistics.correct("SW_REV", "330000", "2019Q1", 6_000n);
    const { body } = await server.get("/v1/indicators/component-check?period=2019Q1");
    const checks = body.checks as unknown as Record<string, unknown>[];
    expect(checks).to.have.length(1);
    expect(checks[0]).to.include({
      of: "TARGET",
      scale: 1,
      headline: "72500",
      sum: "72500",
      difference: "0",
      matches: true,
    });
    const [figure] = await itemsOf("/v1/indicators/attainment?period=2019Q1");
    expect(figure).to.include({ target: "5920", reported: "6000", attainment: "10135", met: true, corrections: 1 });
    const [before] = await itemsOf(`/v1/indicators/SW_REV/figures?asOf=${correctedAt - 1}`);
    expect(before).to.include({ reported: "5900", attainment: "9966", met: false, corrections: 0 });
    const [correction] = await itemsOf("/v1/indicators/corrections?region=330000");
    expect(correction).to.deep.include({ code: "SW_REV-1-330000-2019Q1/2", before: "5900", value: "6000" });
    expect(await itemsOf(`/v1/indicators/corrections?from=${correctedAt + 1}`)).to.deep.equal([]);
    expect((await server.get("/v1/indicators/corrections?since=BUL-2018-330000-1")).body.code).to.equal(
      "RECORD_NOT_FOUND",
    );
    const late = await itemsOf("/v1/indicators/late-reporters?missing=true");
    expect(late.map(({ indicator }) => indicator)).to.deep.equal(["BCAST_REV-1", "IND_REV-1", "TEL_REV-1"]);
    expect(await itemsOf("/v1/indicators/late-reporters")).to.have.length(4);
    expect((await itemsOf("/v1/indicators")).map(({ code }) => code)).to.include("SW_REV-1");
    expect((await server.get("/v1/indicators/NONE_SUCH/figures")).body.code).to.equal("RECORD_NOT_FOUND");
  });
});
