import { spawn } from "node:child_process";
import { once } from "node:events";
import { appendFile, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { expect } from "chai";
import { AccessLog } from "../../server/api/access-log/access-log.ts";
import { checkAccessLog } from "../../server/api/access-log/check.ts";
import type { Question } from "../../server/api/access-log/entry.ts";
import { readAccessLog } from "../../server/api/access-log/read.ts";
import { JUDICIAL, smallLedger } from "./ledger.ts";
import { TestServer } from "./server.ts";

const NOW = 1_700_000_000;
const clock = () => NOW;

function question(address: string): Question {
  const who = { kind: "token", id: "testtest", name: "审计处" } as const;
  return {
    at: NOW,
    requestId: "r",
    who,
    where: "whole",
    method: "GET",
    address,
    status: 200,
    code: null,
    answer: null,
  };
}

describe("the access log", () => {
  let directory: string;
  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), "access-log-"));
  });
  afterEach(() => rm(directory, { recursive: true }));

  const filled = async (count: number, rotateAt = 1_000_000) => {
    const log = await AccessLog.open(directory, { clock, rotateAt });
    for (let number = 1; number <= count; number++) await log.append(question(`/v1/pilots?q=${number}`));
    await log.close();
    return log.head;
  };
  const entriesOf = async (after = 0, who?: string) => {
    const entries: object[] = [];
    for await (const [, entry] of readAccessLog(directory, { after, upTo: 1_000_000, who })) entries.push(entry);
    return entries;
  };
  const files = async () => (await readdir(directory)).toSorted();

  it("is one chain, across restarts and files, with everything that was appended in its order", async () => {
    await filled(30, 2_000);
    const head = await filled(30, 2_000);
    expect((await files()).length).to.be.greaterThan(5);
    expect(await checkAccessLog(directory)).to.deep.equal({ intact: true, entries: 60, head, fault: null });
    expect(await entriesOf()).to.have.length(60);
    expect(await entriesOf(57)).to.have.length(3);
    expect(await entriesOf(0, "another")).to.have.length(0);
  });

  it("keeps the order of what is appended at once", async () => {
    const log = await AccessLog.open(directory, { clock });
    await Promise.all(Array.from({ length: 200 }, (_, number) => log.append(question(String(number)))));
    await log.close();
    const addresses = (await entriesOf()).map((entry) => (entry as Question).address);
    expect(addresses).to.deep.equal(Array.from({ length: 200 }, (_, number) => String(number)));
    expect((await checkAccessLog(directory)).intact).to.equal(true);
  });

  it("shows each way to tamper with it", async () => {
    const head = await filled(20, 1_500);
    const [first = "", second = ""] = await files();
    const file = join(directory, second);
    const whole = await readFile(file, "utf8");
    const lines = whole.trimEnd().split("\n");
    const ways: readonly (readonly [string, string])[] = [
      ["altered", whole.replace("审计处", "办公室")],
      ["altered hash", whole.replace(/"hash":"./, '"hash":"z')],
      ["left out", [...lines.slice(0, 1), ...lines.slice(2), ""].join("\n")],
      ["first left out", [...lines.slice(1), ""].join("\n")],
      ["put in twice", [...lines.slice(0, 2), ...lines.slice(1), ""].join("\n")],
      ["exchanged", [lines[1], lines[0], ...lines.slice(2), ""].join("\n")],
      ["no entry", `${whole}nonsense\n`],
    ];
    for (const [way, text] of ways) {
      await writeFile(file, text);
      const { intact, fault } = await checkAccessLog(directory);
      expect([intact, typeof fault], way).to.deep.equal([false, "string"]);
    }
    await writeFile(file, whole);
    expect((await checkAccessLog(directory, head)).intact).to.equal(true);
    await rm(join(directory, first));
    expect((await checkAccessLog(directory)).intact, "first file removed").to.equal(false);
  });

  it("shows against a head noted before that its end was cut off, or all of it rewritten", async () => {
    const noted = await filled(20, 1_500);
    const last = (await files()).at(-1) ?? "";
    await rm(join(directory, last));
    expect((await checkAccessLog(directory)).intact).to.equal(true);
    expect((await checkAccessLog(directory, noted)).fault).to.match(/cut off/);
    await rm(directory, { recursive: true });
    const log = await AccessLog.open(directory, { clock });
    for (let number = 0; number < 25; number++) await log.append(question("another"));
    await log.close();
    expect((await checkAccessLog(directory)).intact).to.equal(true);
    expect((await checkAccessLog(directory, noted)).fault).to.match(/rewritten/);
  });

  it("goes on after a line that a killed program left unfinished, and says so", async () => {
    await filled(3);
    const [file = ""] = await files();
    await appendFile(join(directory, file), '{"seq":4,"at":17');
    await filled(1);
    const entries = await entriesOf();
    expect(entries[3]).to.include({ seq: 4, recoveredBytes: 16 });
    expect(entries[4]).to.include({ seq: 5, address: "/v1/pilots?q=1" });
    expect((await checkAccessLog(directory)).intact).to.equal(true);
  });

  it("is not continued after an entry that is damaged", async () => {
    await filled(3);
    const [file = ""] = await files();
    const text = await readFile(join(directory, file), "utf8");
    await writeFile(join(directory, file), text.replace(/q=3/, "q=4"));
    const error = await AccessLog.open(directory, { clock }).catch((cause: unknown) => cause);
    expect(error).to.have.property("code", "ACCESS_LOG_DAMAGED");
  });

  it("holds after kill -9 all that it said it held, also while it begins new files", async () => {
    const script = fileURLToPath(new URL("../support/write-access-log.ts", import.meta.url));
    for (const lines of [40, 125]) {
      const child = spawn(process.execPath, [script, directory], { stdio: ["ignore", "pipe", "inherit"] });
      let told = 0;
      for await (const line of createInterface({ input: child.stdout })) {
        told = Number(line);
        if (told % 1_000 >= lines) break;
      }
      child.kill("SIGKILL");
      if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
      const { intact, entries, fault } = await checkAccessLogAfterKill(directory);
      expect(intact, String(fault)).to.equal(true);
      expect(entries).to.be.at.least(told);
    }
  });
});

describe("questions of regulators", () => {
  let directory: string;
  let accessLog: AccessLog;
  let server: TestServer;
  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), "questions-"));
    accessLog = await AccessLog.open(directory, { clock });
    server = await new TestServer(smallLedger(), { accessLog }).start();
    server.now = NOW;
  });
  afterEach(async () => {
    await server.stop();
    await accessLog.close();
    await rm(directory, { recursive: true });
  });

  it("are kept before they are answered: who, when, where, what, and what they were given", async () => {
    server.grants.set("city", [{ scopes: ["pilots"], region: "330200", fields: null }]);
    const { headers } = await server.get("/v1/pilots?region=330206", { token: "city" });
    await server.get(`/v1/pilots/${JUDICIAL}`, { token: "city" });
    await server.get("/v1/pilots?limit=0");
    await server.get("/v1/pilots?format=csv");
    await server.get("/v1/public/pilots");
    await server.get("/v1/nothing");
    await server.get("/v1/pilots", { token: null });
    const { body } = await server.get("/v1/audit/access-log");
    const items = body.items as unknown as Question[];
    expect(items.map(({ address, status, code, where }) => [address, status, code, where])).to.deep.equal([
      ["/v1/pilots?region=330206", 200, null, "330200:*"],
      [`/v1/pilots/${JUDICIAL}`, 403, "REGION_OUT_OF_SCOPE", "330200:*"],
      ["/v1/pilots?limit=0", 400, "INVALID_PARAMETER", "whole"],
      ["/v1/pilots?format=csv", 200, null, "whole"],
      ["/v1/nothing", 404, "ROUTE_NOT_FOUND", null],
    ]);
    expect(items[0]).to.deep.include({
      at: NOW,
      requestId: headers["x-request-id"],
      who: { kind: "token", id: "testtest", name: "test" },
      method: "GET",
      answer: String(headers.etag).slice(1, -1),
    });
    expect(body.head).to.include({ seq: 5 });
  });

  it("can be paged through, by whose they are, and checked by an auditor", async () => {
    for (let asked = 0; asked < 5; asked++) await server.get("/v1/pilots");
    const { body } = await server.get("/v1/audit/access-log?limit=2&who=testtest");
    expect(body.page).to.deep.equal({ limit: 2, next: "2" });
    const { body: second } = await server.get("/v1/audit/access-log?limit=3&after=2");
    expect((second.items as unknown as { seq: number }[]).map(({ seq }) => seq)).to.deep.equal([3, 4, 5]);
    expect((await server.get("/v1/audit/access-log?who=another")).body.items).to.deep.equal([]);
    const { body: check } = await server.get("/v1/audit/access-log/check");
    expect(check).to.deep.include({ intact: true, fault: null, entries: 8 });
  });

  it("can be saved whole, with what their chain is checked by", async () => {
    for (let asked = 0; asked < 3; asked++) await server.get(`/v1/pilots?q==1+${asked}`);
    const { items } = (await server.get("/v1/audit/access-log")).body as unknown as { items: { hash: string }[] };
    const lines = (await server.get("/v1/audit/access-log?format=ndjson&limit=3")).text.trimEnd().split("\n");
    expect(lines.map((line) => JSON.parse(line) as object)).to.deep.equal(items);
    const { text, headers } = await server.get("/v1/audit/access-log?format=csv&lang=zh&who=testtest&after=1");
    const [head = "", ...rows] = text.trimEnd().split("\r\n");
    expect(head).to.match(/^\ufeff"序号","时间（北京时间）","查询者",/);
    expect(rows).to.have.length(4);
    for (const [index, { hash }] of items.slice(1).entries()) expect(rows[index]).to.match(new RegExp(`"${hash}"$`));
    expect(headers["content-disposition"]).to.equal('attachment; filename="audit-access-log-5.csv"');
    expect(headers).not.to.have.property("ledger-block");
    expect((await checkAccessLog(directory)).entries).to.equal(6);
  });

  it("are not answered when they cannot be kept", async () => {
    const full = { head: accessLog.head, directory, append: () => Promise.reject(new Error("ENOSPC")) };
    const other = await new TestServer(smallLedger(), { accessLog: full }).start();
    try {
      const { status, body, text } = await other.get("/v1/pilots");
      expect([status, body.code]).to.deep.equal([500, "INTERNAL"]);
      expect(text).not.to.include(JUDICIAL);
      expect((await other.get("/v1/pilots?format=csv")).status).to.equal(500);
      expect((await other.get("/v1/public/pilots", { token: null })).status).to.equal(200);
    } finally {
      await other.stop();
    }
  });
});

/** A killed writer may leave an unfinished line, which the next start cuts off. */
async function checkAccessLogAfterKill(directory: string) {
  const log = await AccessLog.open(directory, { clock });
  await log.close();
  return checkAccessLog(directory);
}
