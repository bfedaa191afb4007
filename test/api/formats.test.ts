import { once } from "node:events";
import { get as httpGet } from "node:http";
import { Readable, Writable } from "node:stream";
import { expect } from "chai";
import exceljs from "exceljs";
import { z } from "zod";
import { columnsOf } from "../../server/api/formats/columns.ts";
import { csvLine, harmless } from "../../server/api/formats/csv.ts";
import { HEADINGS } from "../../server/api/formats/headings.ts";
import { writeWorkbook } from "../../server/api/formats/xlsx.ts";
import { ROUTES } from "../../server/api/routes/routes.ts";
import { emptyLedger, LEADS } from "../support/random-ledger.ts";
import { JUDICIAL, smallLedger } from "./ledger.ts";
import { TestServer, TOKEN } from "./server.ts";

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** Beginnings that spreadsheets run, skip on their way to what they run, or take for another cell. */
const DANGEROUS = [
  "=1+1",
  "+1+1",
  "-1+1",
  "@SUM(A1)",
  "=cmd|' /C calc'!A0",
  "\t=1+1",
  "\r=1+1",
  "\n=1+1",
  " =1+1",
  "\u00a0=1+1",
  "\u200b=1+1",
  "\ufeff=1+1",
  '"=1+1',
  "'=1+1",
  "＝1+1",
  "＋1",
  "－1",
  "＠SUM(A1)",
  "%0A=1",
  "|calc",
  "\u0000=1",
  '=HYPERLINK("http://evil.example";"x")',
  '=1+1","=2+2',
  "-",
  "+",
];

describe("a cell of CSV", () => {
  it("is nothing that a spreadsheet runs, whatever it holds", () => {
    for (const text of DANGEROUS) {
      expect(harmless(text), JSON.stringify(text)).to.equal(`'${text}`);
      expect(csvLine([text]), JSON.stringify(text)).to.equal(`"'${text.replaceAll('"', '""')}"\r\n`);
    }
  });

  it("stays as it is when it is no danger", () => {
    for (const text of [
      "",
      "0",
      "-5",
      "-5.25",
      "12",
      "0x12",
      "电子证据",
      "a=b",
      "ZJ-2019-330100-JUD-0001",
      "2019-04-01",
    ]) {
      expect(harmless(text)).to.equal(text);
    }
  });
});

describe("the formats of a list", () => {
  const server = new TestServer(smallLedger());
  before(() => server.start());
  after(() => server.stop());

  const items = async (path: string) => (await server.get(path)).body.items as unknown as object[];

  it("have a heading in both languages for every member of every list", () => {
    for (const route of ROUTES) {
      const item = "follow" in route ? undefined : route.item;
      const { path } = route;
      for (const column of item instanceof z.ZodObject ? columnsOf(item) : []) {
        for (const name of column.path) {
          const { zh = "", en = "" } = HEADINGS[name] ?? {};
          const told = `${path} has ${column.path.join(".")}: put ${name} into server/api/formats/headings.ts`;
          expect(
            [zh, en].every((text) => text !== ""),
            told,
          ).to.equal(true);
        }
      }
    }
  });

  it("are chosen by Accept, and by format before it", async () => {
    const typeOf = async (query: string, accept?: string) => {
      const asked = await server.get(`/v1/pilots${query}`, accept === undefined ? {} : { headers: { Accept: accept } });
      return String(asked.headers["content-type"]).replace(/;.*/, "");
    };
    expect(await typeOf("")).to.equal("application/json");
    expect(await typeOf("", "*/*")).to.equal("application/json");
    expect(await typeOf("", "text/html;q=0.5, text/csv")).to.equal("text/csv");
    expect(await typeOf("", "text/csv;q=0.5, application/x-ndjson")).to.equal("application/x-ndjson");
    expect(await typeOf("", "application/jsonl")).to.equal("application/x-ndjson");
    expect(await typeOf("?format=csv", "application/json")).to.equal("text/csv");
    expect(await typeOf("?format=xlsx")).to.equal(XLSX);
  });

  it("refuse what cannot be had", async () => {
    for (const path of ["/v1/pilots", `/v1/pilots/${JUDICIAL}`, "/v1/meta/codes"]) {
      const { status, body } = await server.get(path, { headers: { Accept: "text/html, image/png" } });
      expect([status, body.code], path).to.deep.equal([406, "NOT_ACCEPTABLE"]);
    }
    const { body } = await server.get(`/v1/pilots/${JUDICIAL}`, { headers: { Accept: "text/csv" } });
    expect(body.code).to.equal("NOT_ACCEPTABLE");
    expect((await server.get("/v1/pilots?format=pdf")).body.code).to.equal("UNKNOWN_CODE");
  });

  it("hold in NDJSON and CSV the whole list, of one instant, in its order", async () => {
    server.ledger = manyPilots(450);
    const { text, headers } = await server.get("/v1/pilots?format=ndjson");
    const lines = text.trimEnd().split("\n");
    const codes = lines.map((line) => (JSON.parse(line) as { code: string }).code);
    expect(codes).to.have.length(450).and.deep.equal(codes.toSorted());
    const head = server.ledger.reader().head;
    expect(headers["ledger-as-of"]).to.equal(String(head?.time));
    expect(headers["ledger-block"]).to.equal(`${head?.number} ${head?.hash}`);
    const csv = (await server.get("/v1/pilots?format=csv")).text.trimEnd().split("\r\n");
    expect(csv.slice(1).map((line) => line.slice(1, line.indexOf('"', 1)))).to.deep.equal(codes);
    expect((await server.get("/v1/pilots?format=ndjson&limit=7")).text.trimEnd().split("\n")).to.have.length(7);
    server.ledger = smallLedger();
  });

  it("say in NDJSON what JSON says", async () => {
    for (const path of ["/v1/pilots", "/v1/milestones", `/v1/pilots/${JUDICIAL}/timeline`]) {
      const { text } = await server.get(path, { headers: { Accept: "application/x-ndjson" } });
      const lines = text.trimEnd().split("\n");
      expect(
        lines.map((line) => JSON.parse(line) as object),
        path,
      ).to.deep.equal(await items(path));
    }
  });

  it("open as CSV in a spreadsheet: a byte order mark, headings in the language asked for, Beijing time, a name", async () => {
    const { text, headers } = await server.get("/v1/pilots?format=csv&lang=zh");
    expect(text).to.match(/^\ufeff"编号","批次",/);
    expect(text).to.match(/"2019-04-01 \d\d:\d\d:\d\d"/);
    expect(headers["content-type"]).to.equal("text/csv; charset=utf-8");
    expect(headers["content-disposition"]).to.match(/^attachment; filename="pilots-\d+\.csv"$/);
    expect(headers["content-language"]).to.equal("zh");
    const english = await server.get("/v1/pilots?format=csv&lang=en");
    expect(english.text).to.match(/^\ufeff"Code","Programme",/);
  });

  it("open as a workbook with text in its cells and no formula", async () => {
    const bytes = await binary(`${server.url}/v1/pilots?format=xlsx&lang=zh`);
    const workbook = new exceljs.Workbook();
    await workbook.xlsx.load(bytes.buffer as ArrayBuffer);
    const rows = workbook.worksheets[0]?.getSheetValues() as unknown[][];
    expect(rows[1]?.[1]).to.equal("编号");
    expect(rows.slice(2).map((row) => row[1])).to.include(JUDICIAL);
    expect(rows).to.have.length(2 + 3);
  });

  it("answer 304 and to HEAD without a body, and change with the ledger, the language and the format", async () => {
    const path = "/v1/pilots?format=csv";
    const { headers } = await server.get(path);
    const etag = String(headers.etag);
    expect(etag).to.match(/^"[\w-]{43}"$/);
    const again = await server.get(path, { headers: { "If-None-Match": etag } });
    expect([again.status, again.text]).to.deep.equal([304, ""]);
    const head = await server.get(path, { method: "HEAD" });
    expect([head.status, head.text, head.headers.etag]).to.deep.equal([200, "", etag]);
    for (const other of ["/v1/pilots?format=ndjson", `${path}&lang=zh`, `${path}&region=330100`]) {
      expect((await server.get(other)).headers.etag, other).not.to.equal(etag);
    }
    server.ledger?.pass(1).mine();
    expect((await server.get(path, { headers: { "If-None-Match": etag } })).status).to.equal(200);
  });

  it("are refused by problems of their own before the first item, never by half an answer", async () => {
    const { status, body } = await server.get("/v1/pilots/ZJ-2019-330100-JUD-0099/timeline?format=csv");
    expect([status, body.code]).to.deep.equal([404, "PILOT_NOT_FOUND"]);
    expect((await server.get("/v1/pilots?format=ndjson&region=440000")).body.code).to.equal("UNKNOWN_CODE");
  });

  it("are read no faster than the client takes them, and not to the end for one that leaves", async () => {
    server.ledger = manyPilots(4_000);
    const request = httpGet(`${server.url}/v1/pilots?format=ndjson`, { headers: { Authorization: `Bearer ${TOKEN}` } });
    const [response] = await once(request, "response");
    await once(response, "readable");
    const reader = server.opened.at(-1);
    expect(reader?.closed, "the list is still being sent").to.equal(0);
    response.destroy();
    while (reader?.closed === 0) await new Promise(setImmediate);
    expect(reader?.closed).to.equal(1);
    server.ledger = smallLedger();
  });

  it("close every snapshot, once", () => {
    expect(server.opened.map(({ closed }) => closed)).to.deep.equal(server.opened.map(() => 1));
  });

  it("go on in a workbook on the next sheet where one is full", async () => {
    const chunks: Buffer[] = [];
    const output = new Writable({
      write: (chunk: Buffer, _, done) => {
        chunks.push(chunk);
        done();
      },
    });
    await writeWorkbook(output, ["heading"], Readable.from([["1"], ["2"], ["3"]]), 3);
    const workbook = new exceljs.Workbook();
    await workbook.xlsx.load(Buffer.concat(chunks).buffer as ArrayBuffer);
    const cells = workbook.worksheets.map((sheet) =>
      (sheet.getSheetValues() as unknown[][]).slice(1).map((row) => row[1]),
    );
    expect(cells).to.deep.equal([
      ["heading", "1", "2"],
      ["heading", "3"],
    ]);
  });

  it("hold back the rows of a workbook whose reader is slow", async () => {
    let taken = 0;
    async function* rows() {
      for (let number = 0; number < 5_000; number++) {
        taken += 1;
        yield [`${number}`.padEnd(200, String(number))];
      }
    }
    const stalled = new Writable({ highWaterMark: 1, write: () => undefined });
    const writing = writeWorkbook(stalled, ["a"], rows()).catch((error: unknown) => error);
    for (let turn = 0; turn < 2_000; turn++) await new Promise(setImmediate);
    expect(taken).to.be.lessThan(5_000);
    stalled.destroy();
    expect(await writing).to.be.instanceOf(Error);
  });
});

async function binary(url: string): Promise<Buffer> {
  const request = httpGet(url, { headers: { Authorization: `Bearer ${TOKEN}` } });
  const [response] = await once(request, "response");
  return Buffer.concat(await Readable.from(response).toArray());
}

function manyPilots(count: number) {
  const ledger = emptyLedger();
  for (let serial = 1; serial <= count; serial++) {
    ledger.apply(`ZJ-2019-330100-GOV-${String(serial).padStart(4, "0")}`, { lead: LEADS[0] });
  }
  return ledger;
}
