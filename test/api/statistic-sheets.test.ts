import { expect } from "chai";
import { ROUTES } from "../../server/api/routes/routes.ts";
import { TABLE_NAMES } from "../../server/queries/statistics/tables.ts";
import { Statistics } from "../support/statistics.ts";
import { TestServer } from "./server.ts";
import { supervisedLedger } from "./supervised-ledger.ts";

describe("the sheets of statistics", () => {
  const { ledger } = supervisedLedger();
  const server = new TestServer(ledger);
  before(async () => {
    const statistics = new Statistics(ledger);
    for (const [code, value] of [
      ["IND_REV", 7_250n],
      ["SW_REV", 5_920n],
      ["TEL_REV", 830n],
      ["BCAST_REV", 500n],
    ] as const) {
      statistics.define(code);
      statistics.target(code, "330000", "2019Q1", value);
    }
    await server.start();
  });
  after(() => server.stop());

  const linesOf = async (path: string) => {
    const { status, text } = await server.get(path);
    expect(status, `${path} ${text}`).to.equal(200);
    return text
      .replace(/^\ufeff/, "")
      .trimEnd()
      .split("\r\n")
      .map((line) => line.slice(1, -1).split('","'));
  };

  it("name figures and codes in the language asked for, and say of when they are", async () => {
    const [headings, ...rows] = await linesOf("/v1/stats/tables/by-field?period=2019-04&format=csv&lang=zh");
    expect(headings).to.deep.equal([
      "领域",
      "领域名称",
      "累计试点项目",
      "在建试点项目",
      "本期申报",
      "本期立项",
      "本期通过验收",
      "本期终止",
      "预算总额（分）",
      "统计期起（北京时间）",
      "统计期止，不含（北京时间）",
      "统计时点（北京时间）",
    ]);
    expect(rows.map(([code, name]) => [code, name])).to.deep.include(["JUD", "领域JUD"]);
    expect(rows[0]?.slice(-3)).to.deep.equal(["2019-04-01 00:00:00", "2019-05-01 00:00:00", "2019-04-30 23:59:59"]);
    const [english] = await linesOf("/v1/stats/tables/by-field?format=csv&lang=en");
    expect(english?.slice(0, 3)).to.deep.equal(["Field", "Field, name", "Pilots, cumulative"]);
  });

  it("hold the rows and figures that JSON holds, in every table, broken down or not", async () => {
    for (const path of [...TABLE_NAMES, "overdue?by=field,band", "by-region?public=true"]) {
      const separator = path.includes("?") ? "&" : "?";
      const address = `/v1/stats/tables/${path}${separator}lang=en`;
      const { rows } = (await server.get(address)).body.table as unknown as {
        rows: {
          parts: { code: string }[];
          figures: { value: string | null; withheld: string | null }[];
        }[];
      };
      const [, ...sheet] = await linesOf(`${address}&format=csv`);
      expect(sheet, path).to.have.length(rows.length);
      for (const [index, { parts, figures }] of rows.entries()) {
        const told = figures.map(({ value, withheld }) =>
          withheld === null ? (value ?? "—") : { SMALL_CELL: "not published", SMALL_SAMPLE: "too few" }[withheld],
        );
        expect(sheet[index]?.slice(-3 - told.length, -3), path).to.deep.equal(told);
        expect(sheet[index], path).to.include.members(parts.map(({ code }) => code));
      }
      const ndjson = (await server.get(`${address}&format=ndjson`)).text.trimEnd();
      const lines = ndjson === "" ? [] : ndjson.split("\n").map((line) => JSON.parse(line) as object);
      expect(lines, path).to.deep.equal(rows);
    }
  });

  it("compare periods under their names, and write no growth over nothing as a dash", async () => {
    const [headings, ...rows] = await linesOf("/v1/stats/growth?period=2019-05&format=csv&lang=zh");
    expect(headings?.slice(0, 4)).to.deep.equal(["指标", "本期 2019-05", "上期 2019-04", "上年同期 2018-05"]);
    expect(rows[0]).to.deep.equal(["本期申报", "1", "3", "0", "-6667", "—", "-6667", "—", "*"]);
  });

  it("are had of every answer that is a table, with one head, and change with the question", async () => {
    const tables = ROUTES.filter(
      (route) => "list" in route && route.list !== undefined && !("limit" in route.queryParameters),
    ).map(({ path }) => path);
    expect(tables).to.deep.equal([
      "/v1/findings/by-clause",
      "/v1/stats/tables/:table",
      "/v1/stats/growth",
      "/v1/indicators/component-check",
    ]);
    const head = ledger.reader().head;
    const etags = new Set<unknown>();
    for (const address of [
      "/v1/findings/by-clause?format=xlsx",
      "/v1/findings/by-clause?format=csv",
      "/v1/stats/tables/operators?format=xlsx",
      "/v1/stats/tables/operators?format=csv&region=330200",
      "/v1/stats/tables/operators?format=csv&region=330100",
      "/v1/indicators/component-check?period=2019Q1&format=csv",
    ]) {
      const { status, headers } = await server.get(address);
      expect(status, address).to.equal(200);
      expect(headers["ledger-block"], address).to.equal(`${head?.number} ${head?.hash}`);
      expect(headers["content-disposition"], address).to.match(
        /filename="(findings-by-clause|stats-tables-operators|indicators-component-check)-\d+\.(csv|xlsx)"$/,
      );
      etags.add(headers.etag);
    }
    expect(etags.size).to.equal(6);
    expect(await linesOf("/v1/indicators/component-check?period=2019Q1&format=csv&lang=zh")).to.have.length(2);
    expect((await server.get("/v1/stats/tables/operators", { headers: { Accept: "text/csv" } })).status).to.equal(200);
  });
});
