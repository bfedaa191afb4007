import { expect } from "chai";
import { SharedReaders } from "../../server/live/shared-readers.ts";
import type { IdRange, StoreReader } from "../../server/store/reader.ts";
import { JUDICIAL, smallLedger } from "../api/ledger.ts";
import type { MemoryReader } from "../support/memory-reader.ts";
import { hash } from "../support/synthetic-names.ts";

describe("readers that share a snapshot", () => {
  const ledger = smallLedger();
  for (let n = 0; n < 150; n++) ledger.anchor(JUDICIAL, hash(String(n)));
  const heads = { version: 1 };
  let opened: MemoryReader[];
  let readers: SharedReaders;
  beforeEach(() => {
    opened = [];
    readers = new SharedReaders(() => {
      const reader = ledger.reader();
      opened.push(reader);
      return reader;
    }, heads);
  });
  const idsOf = async (reader: StoreReader, range?: IdRange) => {
    const ids: string[] = [];
    for await (const [id] of reader.list("event", range)) ids.push(id);
    return ids;
  };

  it("open one for all who read at the same moment, and close it when the last is done", async () => {
    const gate = Promise.withResolvers<void>();
    const reads = Array.from({ length: 20 }, () => readers.over(() => gate.promise));
    expect(opened).to.have.length(1);
    heads.version += 1;
    await readers.over(async () => undefined);
    expect(opened.map(({ closed }) => closed)).to.deep.equal([0, 1]);
    gate.resolve();
    await Promise.all(reads);
    expect(opened.map(({ closed }) => closed)).to.deep.equal([1, 1]);
  });

  it("close it once also when somebody fails", async () => {
    const failing = readers.over(async () => Promise.reject(new Error("no")));
    const other = readers.over(async () => "yes");
    expect(await failing.catch((error: Error) => error.message)).to.equal("no");
    expect(await other).to.equal("yes");
    expect(opened.map(({ closed }) => closed)).to.deep.equal([1]);
  });

  it("read what is there, however often and from wherever", async () => {
    const whole = ledger.reader();
    const all = await idsOf(whole);
    const ranges: IdRange[] = [
      {},
      { reverse: true },
      ...[0, 30, 100, 170].map((index) => ({ after: all[index] ?? "" })),
    ];
    await readers.over(async (reader) => {
      for (const range of [...ranges, ...ranges]) {
        expect(await idsOf(reader, range), JSON.stringify(range)).to.deep.equal(await idsOf(whole, range));
      }
      for (const number of [0, 5, 5, 9_999])
        expect(await reader.block(number)).to.deep.equal(await whole.block(number));
    });
  });
});
