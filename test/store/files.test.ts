import { copyFile, readdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect } from "chai";
import { Level } from "level";
import { Draw } from "../../scripts/campaign/draw.ts";
import { crc32c } from "../../server/store/files/crc32c.ts";
import { HeldTables } from "../../server/store/files/held-tables.ts";
import { inspectDatabase } from "../../server/store/files/inspect.ts";
import { logRecords } from "../../server/store/files/log-file.ts";
import { liveFiles } from "../../server/store/files/manifest-file.ts";
import { unpackSnappy } from "../../server/store/files/snappy.ts";
import { verifyTable } from "../../server/store/files/table-file.ts";
import { temporaryDirectory } from "../support/directory.ts";

const SEED = 20_190_701;

describe("the files of LevelDB", () => {
  let place: Awaited<ReturnType<typeof temporaryDirectory>>;
  let location: string;

  beforeEach(async () => {
    place = await temporaryDirectory();
    location = join(place.path, "records");
  });

  afterEach(() => place.remove());

  /** A database with tables and a log, of texts that pack well and of such that do not. */
  async function written(entries: number, compression: boolean): Promise<void> {
    const draw = new Draw(SEED);
    for (const round of [0, 1, 2]) {
      const database = new Level(location, { compression });
      await database.open();
      for (let entry = 0; entry < entries; entry++) {
        const noise = Array.from({ length: 12 }, () => draw.number(2 ** 32).toString(36)).join("");
        await database.put(`r/pilot/${round}/${entry}`, entry % 2 === 0 ? noise : "试点".repeat(draw.number(90)));
      }
      await database.close();
    }
  }

  const named = async (pattern: RegExp): Promise<Buffer[]> => {
    const names = (await readdir(location)).filter((name) => pattern.test(name));
    return Promise.all(names.map((name) => readFile(join(location, name))));
  };

  it("have the checksum of RFC 3720", () => {
    expect(crc32c(Buffer.from("123456789"))).to.equal(0xe306_9283);
    expect(crc32c(Buffer.alloc(32))).to.equal(0x8a91_36aa);
    expect(crc32c(Buffer.from("xx123456789xx"), 2, 11)).to.equal(0xe306_9283);
  });

  for (const compression of [true, false]) {
    it(`are found whole when they are, ${compression ? "packed" : "plain"}`, async () => {
      await written(900, compression);
      expect((await named(/\.ldb$/)).length).to.be.at.least(2);
      await inspectDatabase(location);
    });
  }

  it("are found altered whichever byte of a table is", async () => {
    await written(14, true);
    const [table] = await named(/\.ldb$/);
    if (table === undefined) throw new Error("there is no table");
    verifyTable(table);
    for (let at = 0; at < table.length; at++) {
      const altered = Buffer.from(table);
      altered[at] = (altered[at] ?? 0) ^ 0x10;
      expect(() => verifyTable(altered), `byte ${at} of ${table.length}`).to.throw();
    }
    for (let length = 0; length < table.length; length += 7) {
      expect(() => verifyTable(table.subarray(0, length)), `cut to ${length}`).to.throw();
    }
  });

  it("lose at most the last record of a log to an altered byte, or are found altered", async () => {
    await written(14, true);
    const [log] = await named(/\.log$/);
    if (log === undefined) throw new Error("there is no log");
    const whole = logRecords(log);
    expect(whole).to.have.length(14);
    const last = log.length - 7 - (whole.at(-1)?.length ?? 0);
    for (let at = 0; at < log.length; at++) {
      const altered = Buffer.from(log);
      altered[at] = (altered[at] ?? 0) ^ 0x01;
      let records: Uint8Array[] | undefined;
      try {
        records = logRecords(altered);
      } catch {
        records = undefined;
      }
      if (records === undefined) continue;
      // A length that reaches past the end looks like a record that was not finished.
      expect(records.length, `byte ${at}`).to.be.lessThan(whole.length);
      expect(records).to.deep.equal(whole.slice(0, records.length));
      if (at >= last) expect(records).to.have.length(13);
    }
  });

  it("are held open, so that an altered table is found that LevelDB merged into others", async () => {
    await written(900, false);
    const database = new Level(location, { compression: false });
    await database.open();
    const tables = new HeldTables(location);
    const rest = async () => undefined;
    try {
      await tables.inspect(rest);
      const [name] = (await readdir(location)).filter((one) => one.endsWith(".ldb"));
      const file = join(location, name ?? "");
      const content = await readFile(file);
      const at = content.indexOf("试点");
      content[at] = (content[at] ?? 0) ^ 1;
      await writeFile(file, content, { flag: "r+" });
      await (database as Level & { compactRange(from: string, to: string): Promise<void> }).compactRange("", "z");
      expect(await readdir(location)).to.not.include(name);
      // What LevelDB made of it is whole by all its checksums.
      const others = new HeldTables(location);
      await others.inspect(rest);
      await others.close();
      const error = await tables.inspect(rest).catch((cause: unknown) => cause);
      expect(error).to.have.property("code", "DAMAGED");
      expect(String(error)).to.contain(name);
    } finally {
      await tables.close();
      await database.close();
    }
  });

  it("are not missed when LevelDB merged them, and are when somebody removed them or put others in their place", async () => {
    await written(900, true);
    const database = new Level(location);
    await database.open();
    const rest = async () => undefined;
    const tables = new HeldTables(location);
    try {
      await tables.inspect(rest);
      await (database as Level & { compactRange(from: string, to: string): Promise<void> }).compactRange("", "z");
      await tables.inspect(rest);
      const [name] = (await readdir(location)).filter((one) => one.endsWith(".ldb"));
      const file = join(location, name ?? "");
      await rename(file, `${file}.away`);
      const missing = await tables.inspect(rest).catch((cause: unknown) => cause);
      expect(String(missing)).to.contain("is missing");
      await copyFile(`${file}.away`, file);
      const other = await tables.inspect(rest).catch((cause: unknown) => cause);
      expect(String(other)).to.contain("in its place");
    } finally {
      await tables.close();
      await database.close();
    }
  });

  it("name the tables that there are in their manifest", async () => {
    await written(50, true);
    const [manifest] = await named(/MANIFEST/);
    const { tables } = liveFiles(manifest ?? Buffer.alloc(0));
    const names = (await readdir(location))
      .filter((name) => name.endsWith(".ldb"))
      .map((name) => Number.parseInt(name, 10));
    expect(names).to.include.members([...tables.keys()]);
    expect(tables.size).to.be.at.least(1);
  });

  it("unpack what is packed with Snappy, copies that reach into themselves included", () => {
    const packed = Buffer.from([11, 0b0000_1000, 97, 98, 99, 0b0001_0001, 3]);
    expect(Buffer.from(unpackSnappy(packed)).toString()).to.equal("abcabcabcab");
    for (const broken of [
      [11, 8, 97, 98],
      [4, 8, 97, 98, 99],
      [8, 8, 97, 98, 99, 1, 9],
    ]) {
      expect(() => unpackSnappy(Buffer.from(broken))).to.throw();
    }
  });
});
