import { join } from "node:path";
import { expect } from "chai";
import fc from "fast-check";
import { Level } from "level";
import type { StoreError } from "../../server/store/errors.ts";
import { openStore, type StoreOptions } from "../../server/store/open.ts";
import type { StoreReader } from "../../server/store/reader.ts";
import type { Store } from "../../server/store/store.ts";
import { pilotCode } from "../support/acts.ts";
import { all, blockOf, fieldChange, IDENTITY, pilotChange } from "../support/blocks.ts";
import { temporaryDirectory } from "../support/directory.ts";
import { FailingWrites } from "../support/failing-database.ts";

const SEED = 20190301;

describe("the store", () => {
  let directory: Awaited<ReturnType<typeof temporaryDirectory>>;
  let store: Store;

  beforeEach(async () => {
    directory = await temporaryDirectory();
    store = await opened();
  });

  afterEach(async () => {
    await store.close();
    await directory.remove();
  });

  function opened(options: Partial<StoreOptions> = {}): Promise<Store> {
    return openStore({
      directory: join(directory.path, "mirror"),
      identity: IDENTITY,
      onForeign: "refuse",
      ...options,
    });
  }

  async function reopened(options: Partial<StoreOptions> = {}): Promise<void> {
    await store.close();
    store = await opened(options);
  }

  async function read<T>(use: (reader: StoreReader) => Promise<T>): Promise<T> {
    const reader = store.snapshot();
    try {
      return await use(reader);
    } finally {
      await reader.close();
    }
  }

  /** Everything in the database, raw. */
  async function contents(): Promise<[string, string][]> {
    await store.close();
    const database = new Level(join(directory.path, "mirror", "records"));
    const entries = await database.iterator().all();
    await database.close();
    store = await opened();
    // How many batches there were is all that may differ.
    return entries.map(([key, value]) => [
      key,
      key === "m/cursor" ? value.slice(16).replace(/"sequence":\d+/, '"sequence":0') : value,
    ]);
  }

  const fieldIndex = (code: string) => read(async (reader) => (await reader.get("field", code))?.index);

  it("has no head before the first block, and the last one after", async () => {
    expect(store.head).to.equal(undefined);
    await store.commit([blockOf(1), blockOf(2, [fieldChange("GOV", 1)])]);
    const { hash } = blockOf(2).block;
    expect(store.head).to.deep.equal({ number: 2, hash, time: 2 });
    await reopened();
    expect(store.head).to.deep.equal({ number: 2, hash, time: 2 });
    expect(await fieldIndex("GOV")).to.equal(1);
  });

  it("takes only blocks that follow its head", async () => {
    await store.commit([blockOf(1)]);
    for (const wrong of [[blockOf(1)], [blockOf(3)], [blockOf(2, [], 1)], [blockOf(2), blockOf(3, [], 1)]]) {
      expect((await failure(store.commit(wrong))).code).to.equal("NOT_CONNECTED");
    }
    expect(store.head?.number).to.equal(1);
  });

  it("finds a record under what it is now, and not under what it was", async () => {
    await store.commit([blockOf(1, [pilotChange(1, {}), pilotChange(2, {})])]);
    await store.commit([blockOf(2, [pilotChange(1, { state: "ACTIVE", title: { zh: "追踪", en: "Tracking" } })])]);
    await read(async (reader) => {
      expect(await all(reader.lookUp("pilot.state", "APPLIED"))).to.deep.equal([pilotCode(2)]);
      expect(await all(reader.lookUp("pilot.state", "ACTIVE"))).to.deep.equal([pilotCode(1)]);
      expect(await all(reader.lookUp("pilot.term", "汽车"))).to.deep.equal([pilotCode(2)]);
      expect(await all(reader.lookUp("pilot.term", "tracking"))).to.deep.equal([pilotCode(1)]);
      expect(await all(reader.lookUp("pilot.region", "330000"))).to.deep.equal([pilotCode(1), pilotCode(2)]);
    });
    await store.commit([blockOf(3, [pilotChange(1, undefined)])]);
    await read(async (reader) => {
      expect(await all(reader.lookUp("pilot.state", "ACTIVE"))).to.deep.equal([]);
      expect(await all(reader.lookUp("pilot.region", "330000"))).to.deep.equal([pilotCode(2)]);
    });
  });

  it("walks ids by prefix, from a place and backwards", async () => {
    await store.commit([
      blockOf(
        1,
        [1, 2, 3, 10, 20].map((serial) => pilotChange(serial, {})),
      ),
    ]);
    const serials = (ids: readonly string[]) => ids.map((id) => Number(id.slice(-4)));
    await read(async (reader) => {
      const listed = async (range: Parameters<StoreReader["list"]>[1]) =>
        serials((await all(reader.list("pilot", range))).map(([id]) => id));
      const prefix = pilotCode(1).slice(0, -2);
      expect(await listed({})).to.deep.equal([1, 2, 3, 10, 20]);
      expect(await listed({ prefix })).to.deep.equal([1, 2, 3, 10, 20]);
      expect(await listed({ prefix: `${prefix}0` })).to.deep.equal([1, 2, 3]);
      expect(await listed({ after: pilotCode(2) })).to.deep.equal([3, 10, 20]);
      expect(await listed({ reverse: true })).to.deep.equal([20, 10, 3, 2, 1]);
      expect(await listed({ after: pilotCode(10), reverse: true })).to.deep.equal([3, 2, 1]);
      expect(await listed({ prefix: `${prefix}0`, after: pilotCode(10), reverse: true })).to.deep.equal([3, 2, 1]);
      expect(await listed({ prefix: `${prefix}1`, after: pilotCode(2) })).to.deep.equal([10]);
      expect(serials(await all(reader.lookUp("pilot.field", "MFG", { after: pilotCode(3) })))).to.deep.equal([10, 20]);
    });
  });

  it("shows a snapshot as it was, whatever is written after", async () => {
    await store.commit([blockOf(1, [fieldChange("GOV", 1)])]);
    const before = store.snapshot();
    await store.commit([blockOf(2, [fieldChange("GOV", 2), fieldChange("ECO", 3)])]);
    expect(before.head?.number).to.equal(1);
    expect((await before.get("field", "GOV"))?.index).to.equal(1);
    expect((await all(before.list("field"))).map(([id]) => id)).to.deep.equal(["GOV"]);
    expect(await before.block(2)).to.equal(undefined);
    await before.close();
    expect(await fieldIndex("GOV")).to.equal(2);
  });

  it("lends one snapshot to all who ask between two batches, each of whom closes it for themselves", async () => {
    await store.commit([blockOf(1, [fieldChange("GOV", 1)])]);
    const [one, other] = [store.provenSnapshot(), store.provenSnapshot()];
    await one.close();
    await one.close();
    expect((await other.get("field", "GOV"))?.index).to.equal(1);
    await store.commit([blockOf(2, [fieldChange("GOV", 2)])]);
    const after = store.provenSnapshot();
    expect((await after.get("field", "GOV"))?.index, "after the batch").to.equal(2);
    expect((await other.get("field", "GOV"))?.index, "as it was").to.equal(1);
    expect(await all(other.list("field"))).to.have.length(1);
    await other.close();
    expect((await failure(all(other.list("field")))).code, "closed by the last of them").to.equal("CLOSED");
    expect(await all(after.list("field"))).to.have.length(1);
    await after.close();
    const again = store.provenSnapshot();
    expect((await again.get("field", "GOV"))?.index, "kept until the next batch").to.equal(2);
    await again.close();
  });

  it("closes with snapshots and walks open, which then fail with CLOSED", async () => {
    await store.commit([blockOf(1, [fieldChange("ECO", 1), fieldChange("GOV", 2)])]);
    const reader = store.snapshot();
    const walk = reader.list("field")[Symbol.asyncIterator]();
    await walk.next();
    await store.close();
    expect((await failure(reader.get("field", "GOV"))).code).to.equal("CLOSED");
    expect((await failure(all(reader.list("field")))).code).to.equal("CLOSED");
    expect((await failure(Promise.resolve().then(() => store.snapshot()))).code).to.equal("CLOSED");
    expect((await failure(store.commit([blockOf(2)]))).code).to.equal("CLOSED");
    await reader.close();
  });

  it(`holds after a roll back what it held at that block (seed ${SEED})`, async function () {
    this.timeout(60_000);
    const change = fc.record({ key: fc.nat(4), value: fc.option(fc.nat(3), { nil: undefined }) });
    const block = fc.array(change, { maxLength: 4 });
    const plan = fc.record({
      blocks: fc.array(block, { minLength: 1, maxLength: 8 }),
      target: fc.nat(8),
      size: fc.integer({ min: 1, max: 3 }),
    });
    const property = fc.asyncProperty(plan, async ({ blocks, target, size }) => {
      const place = await temporaryDirectory();
      const subject = await openStore({ directory: place.path, identity: IDENTITY, onForeign: "refuse" });
      const raw = async () => {
        const reader = subject.snapshot();
        const records = await all(reader.list("pilot"));
        const found = await Promise.all(
          (["APPLIED", "ACTIVE", "SUSPENDED", "ACCEPTED"] as const).map((state) =>
            all(reader.lookUp("pilot.state", state)),
          ),
        );
        await reader.close();
        return JSON.stringify([records, found, subject.head?.number ?? 0]);
      };
      try {
        const states = ["APPLIED", "ACTIVE", "SUSPENDED", "ACCEPTED"] as const;
        const made = blocks.map((changes, index) =>
          blockOf(
            index + 1,
            changes.map(({ key, value }) =>
              pilotChange(key, value === undefined ? undefined : { state: states[value] ?? "NONE" }),
            ),
          ),
        );
        const goal = Math.min(target, made.length);
        await subject.commit(made.slice(0, goal));
        const expected = await raw();
        for (let first = goal; first < made.length; first += size)
          await subject.commit(made.slice(first, first + size));
        await subject.rollBackTo(goal);
        expect(await raw()).to.equal(expected);
      } finally {
        await subject.close();
        await place.remove();
      }
    });
    await fc.assert(property, { seed: SEED, numRuns: 60 });
  });

  it("knows from which block on nothing was proved, until it is or is taken back", async () => {
    const blocks = [1, 2, 3, 4].map((number) => blockOf(number, [fieldChange("JUD", number)]));
    await store.commit(blocks.slice(0, 1));
    await store.commit(blocks.slice(1, 2), undefined, "unproven");
    await store.commit(blocks.slice(2, 3), undefined, "unproven");
    await reopened();
    expect(store.isProven).to.equal(false);
    await store.rollBackTo(2);
    expect(store.isProven).to.equal(false);
    await store.rollBackTo(1);
    expect(store.isProven).to.equal(true);
    await store.commit(blocks.slice(1, 3), undefined, "unproven");
    await store.vouch();
    await reopened();
    expect(store.isProven).to.equal(true);
    await store.commit(blocks.slice(3), undefined, "unproven");
    expect(() => store.provenSnapshot())
      .to.throw()
      .with.property("code", "UNPROVEN");
    await store.commit([blockOf(5, [])]);
    await store.provenSnapshot().close();
  });

  it("leaves nothing behind of what it rolled back", async () => {
    await store.commit([blockOf(1, [pilotChange(1, {})])]);
    const before = await contents();
    await store.commit([blockOf(2, [pilotChange(1, undefined), pilotChange(2, {})]), blockOf(3, [pilotChange(1, {})])]);
    await store.rollBackTo(1);
    expect(await contents()).to.deep.equal(before);
  });

  it("keeps undo data and marks for as many blocks as told, and the marks of blocks with events", async () => {
    await reopened({ undoDepth: 3 });
    for (let number = 1; number <= 10; number++) {
      await store.commit([blockOf(number, number % 4 === 0 ? [fieldChange("GOV", number)] : [])]);
    }
    expect(store.undoFloor).to.equal(7);
    expect((await store.marks(0, 20)).map((mark) => mark.number)).to.deep.equal([1, 4, 7, 8, 9, 10]);
    const undo = (await contents()).filter(([key]) => key.startsWith("u/")).map(([key]) => Number(key.slice(2)));
    expect(undo).to.deep.equal([8]);
    await read(async (reader) => {
      expect((await reader.block(4))?.hash).to.equal(blockOf(4).block.hash);
      expect(await reader.block(5)).to.equal(undefined);
    });
    expect(await store.newestMark(6)).to.include({ number: 4 });
    expect(await store.oldestMark()).to.include({ number: 1 });
    const error = await failure(store.rollBackTo(6));
    expect(error.code).to.equal("ROLLBACK_TOO_DEEP");
    expect(error.message).to.contain("--rebuild");
    await store.rollBackTo(7);
    expect(await fieldIndex("GOV")).to.equal(4);
  });

  it("writes a range longer than the undo depth as it writes single blocks", async () => {
    await reopened({ undoDepth: 2 });
    const blocks = Array.from({ length: 9 }, (_, index) =>
      blockOf(index + 1, index % 3 === 0 ? [fieldChange("GOV", index)] : []),
    );
    await store.commit(blocks);
    const atOnce = await contents();
    await store.startOver();
    await reopened({ undoDepth: 2 });
    for (const block of blocks) await store.commit([block]);
    expect(await contents()).to.deep.equal(atOnce);
  });

  it("reopens after a failed write, and loses nothing that it acknowledges later", async () => {
    const writes = new FailingWrites();
    await reopened({ database: writes.factory });
    await store.commit([blockOf(1, [fieldChange("GOV", 1)])]);
    writes.remaining = 1;
    const openings = writes.openings;
    const error = await failure(store.commit([blockOf(2, [fieldChange("GOV", 2)])]));
    expect(error.code).to.equal("WRITE_FAILED");
    expect(error.message).to.contain("No space left on device");
    expect(writes.openings).to.equal(openings + 1);
    expect(store.head?.number).to.equal(1);
    await store.commit([blockOf(2, [fieldChange("GOV", 2)])]);
    await reopened();
    expect(await fieldIndex("GOV")).to.equal(2);
  });

  it("finds a value that was altered, wherever it is read", async () => {
    await store.commit([blockOf(1, [fieldChange("ECO", 1), fieldChange("GOV", 2)])]);
    await store.close();
    const database = new Level(join(directory.path, "mirror", "records"));
    const value: string | undefined = await database.get("r/field/GOV");
    await database.put("r/field/GOV", (value ?? "").replace('"index":2', '"index":3'));
    await database.put("r/field/LIV", value ?? "");
    await database.close();
    store = await opened();
    const reader = store.snapshot();
    const reads: (() => Promise<unknown>)[] = [
      () => reader.get("field", "GOV"),
      () => reader.getMany("field", ["ECO", "GOV"]),
      () => all(reader.list("field")),
      () => reader.get("field", "LIV"),
    ];
    for (const attempt of reads) {
      const error = await failure(attempt());
      expect(error.code).to.equal("CORRUPT");
      expect(error.message).to.match(/r\/field\/(GOV|LIV)/);
    }
    expect((await reader.get("field", "ECO"))?.index).to.equal(1);
    await reader.close();
    expect(store.damage?.code).to.equal("CORRUPT");
    for (const attempt of [async () => store.snapshot(), () => store.commit([blockOf(2)]), () => store.marks(0, 9)]) {
      expect((await failure(attempt())).code).to.equal("CORRUPT");
    }
    await store.startOver();
    expect([store.damage, store.head]).to.deep.equal([undefined, undefined]);
    await store.commit([blockOf(1)]);
  });

  it("begins anew when told to, and keeps the old files beside", async () => {
    await store.commit([blockOf(1, [fieldChange("GOV", 1)])]);
    const aside = await store.startOver();
    expect(store.head).to.equal(undefined);
    expect(await fieldIndex("GOV")).to.equal(undefined);
    const old = await openStore({ directory: aside, identity: IDENTITY, onForeign: "refuse" });
    expect(old.head?.number).to.equal(1);
    await old.close();
    await store.commit([blockOf(1)]);
  });
});

async function failure(attempt: Promise<unknown>): Promise<StoreError> {
  return attempt.then(
    () => {
      throw new Error("it did not fail");
    },
    (error: StoreError) => error,
  );
}
