import { expect } from "chai";
import fc from "fast-check";
import { formatPilotCode, type PilotCode } from "../../server/ledger/ids.ts";
import { eventId, milestoneId } from "../../server/ledger/keys.ts";
import { decodeBucket, encodeBucket, entryPlace } from "../../server/store/buckets.ts";
import { openStore } from "../../server/store/open.ts";
import type { IdRange } from "../../server/store/reader.ts";
import { all, blockOf, IDENTITY, pilotChange } from "../support/blocks.ts";
import { temporaryDirectory } from "../support/directory.ts";

const SEED = 20261124;
const SERIALS = [1, 9, 10, 99, 100, 101, 999, 1_000, 1_001, 9_999, 10_000, 10_001, 10_100, 99_999, 100_000];

function code(serial: number, region = "330206"): PilotCode {
  return formatPilotCode({ province: "ZJ", year: 2019, region, field: "MFG", serial });
}

describe("the buckets of index entries", () => {
  it("hold how ids go on, in their order, and notice an altered list", () => {
    const stored = encodeBucket("x/pilot.state/ACTIVE\0ZJ-00", ["10", "02", "01"]) ?? "";
    expect(decodeBucket("x/pilot.state/ACTIVE\0ZJ-00", stored)).to.deep.equal(["01", "02", "10"]);
    expect(encodeBucket("x/pilot.state/ACTIVE\0ZJ-00", [])).to.equal(undefined);
    const whole = encodeBucket("x/filing.state/FILED\0ZJ-1", [""]) ?? "";
    expect(decodeBucket("x/filing.state/FILED\0ZJ-1", whole)).to.deep.equal([""]);
    for (const [key, value] of [
      ["x/pilot.state/ACTIVE\0ZJ-01", stored],
      ["x/pilot.state/ACTIVE\0ZJ-00", `${stored.slice(0, -1)}1`],
      ["x/filing.state/FILED\0ZJ-1", `${whole}1`],
    ] as const) {
      expect(() => decodeBucket(key, value)).to.throw(/altered/);
    }
  });

  it(`are walked as the ids themselves, whatever the range (seed ${SEED})`, async function () {
    this.timeout(60_000);
    const place = await temporaryDirectory();
    const store = await openStore({ directory: place.path, identity: IDENTITY, onForeign: "refuse" });
    const codes = [...SERIALS.map((serial) => code(serial)), ...[1, 2, 200].map((serial) => code(serial, "330102"))];
    const sorted = codes.toSorted();
    try {
      const changes = codes.map((id, at) => {
        const { kind, value } = pilotChange(at, {});
        return { kind, id, value } as ReturnType<typeof pilotChange>;
      });
      await store.commit([blockOf(1, changes)]);
      const reader = store.snapshot();
      const cut = fc.tuple(fc.constantFrom(...codes), fc.nat(26)).map(([id, length]) => id.slice(0, length));
      const range = fc.record({
        prefix: fc.option(cut, { nil: "" }),
        after: fc.option(fc.oneof(fc.constantFrom(...codes), cut), { nil: undefined }),
        reverse: fc.boolean(),
      });
      await fc.assert(
        fc.asyncProperty(range, async ({ prefix, after, reverse }) => {
          const isAsked = (id: string) =>
            id.startsWith(prefix) && (after === undefined || (reverse ? id < after : id > after));
          const expected = sorted.filter(isAsked);
          const asked: IdRange = { prefix, reverse, ...(after === undefined ? {} : { after }) };
          const found = await all(reader.lookUp("pilot.field", "MFG", asked));
          expect(found).to.deep.equal(reverse ? expected.reverse() : expected);
        }),
        { seed: SEED, numRuns: 400 },
      );
      await reader.close();
    } finally {
      await store.close();
      await place.remove();
    }
  });

  it("keep the order of milestones and events", () => {
    const milestones = SERIALS.flatMap((serial) => [1, 2, 10, 12].map((number) => milestoneId(code(serial), number)));
    const events = [0, 1, 99, 100_000].flatMap((blockNumber) =>
      [0, 1, 99].map((logIndex) => eventId({ blockNumber, logIndex })),
    );
    for (const [index, ids] of [
      ["milestone.state", milestones],
      ["event.actor", events],
      ["event.subject", events],
    ] as const) {
      const placed = ids.map((id) => ({ id, ...entryPlace(index, id) }));
      const byBucket = placed.toSorted(
        (one, other) => compare(one.bucket, other.bucket) || compare(one.rest, other.rest),
      );
      expect(byBucket.map(({ id }) => id)).to.deep.equal(ids.toSorted());
      expect(new Set(placed.map(({ bucket }) => bucket)).size).to.be.lessThan(ids.length);
    }
  });
});

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
