import { hash } from "node:crypto";
import { expect } from "chai";
import fc from "fast-check";
import { openStore } from "../../server/store/open.ts";
import { EMPTY_DIGEST, StateDigest } from "../../server/store/state-digest.ts";
import { blockOf, IDENTITY, pilotChange } from "../support/blocks.ts";
import { temporaryDirectory } from "../support/directory.ts";

const SEED = 20190302;
const STATES = ["APPLIED", "ACTIVE", "SUSPENDED"] as const;

const hashOfNumber = (number: number): string => hash("sha256", `${number}`, "binary");

describe("the state digest", () => {
  it("is the sum of the hashes modulo 2^256", () => {
    const digest = StateDigest.empty();
    let sum = 0n;
    for (let number = 0; number < 100; number++) {
      digest.add(hashOfNumber(number));
      sum += BigInt(`0x${hash("sha256", `${number}`)}`);
    }
    for (let number = 0; number < 40; number++) {
      digest.remove(hashOfNumber(number));
      sum -= BigInt(`0x${hash("sha256", `${number}`)}`);
    }
    expect(digest.mark).to.deep.equal({ sum: (sum % 2n ** 256n).toString(16).padStart(64, "0"), records: 60 });
    expect(StateDigest.of(digest.mark).mark).to.deep.equal(digest.mark);
  });

  it("carries and borrows over all its words", () => {
    const one = "\u0001".padStart(32, "\0");
    const digest = StateDigest.empty();
    digest.remove(one);
    expect(digest.sum).to.equal("f".repeat(64));
    digest.add(one);
    expect(digest.mark).to.deep.equal(EMPTY_DIGEST);
  });

  it(`is the same at every block whatever path led to it (seed ${SEED})`, async function () {
    this.timeout(60_000);
    const change = fc.record({ serial: fc.nat(3), state: fc.option(fc.nat(2), { nil: undefined }) });
    const plan = fc.record({
      blocks: fc.array(fc.array(change, { maxLength: 4 }), { minLength: 2, maxLength: 8 }),
      size: fc.integer({ min: 2, max: 8 }),
      target: fc.nat(7),
    });
    const property = fc.asyncProperty(plan, async ({ blocks, size, target }) => {
      const made = blocks.map((changes, index) =>
        blockOf(
          index + 1,
          changes.map(({ serial, state }) =>
            pilotChange(serial, state === undefined ? undefined : { state: STATES[state] ?? "NONE" }),
          ),
        ),
      );
      const straight = await digestsOf(1, async (commit) => {
        for (const block of made) await commit([block]);
      });
      const detour = await digestsOf(128, async (commit, rollBackTo) => {
        const goal = Math.min(target, made.length);
        await commit(made);
        await rollBackTo(goal);
        const other = [goal + 1, goal + 2].map((number) =>
          blockOf(
            number,
            [pilotChange(number % 4, { title: { zh: "另", en: "Other" } })],
            1,
            number === goal + 1 ? 0 : 1,
          ),
        );
        await commit(other);
        await rollBackTo(goal);
        for (let from = goal; from < made.length; from += size) await commit(made.slice(from, from + size));
      });
      expect(detour).to.deep.equal(straight);
    });
    await fc.assert(property, { seed: SEED, numRuns: 40 });
  });
});

type Commit = (blocks: ReturnType<typeof blockOf>[]) => Promise<void>;

/** The digests at every block of a store that `write` wrote. */
async function digestsOf(
  undoDepth: number,
  write: (commit: Commit, rollBackTo: (number: number) => Promise<void>) => Promise<void>,
) {
  const place = await temporaryDirectory();
  const options = { directory: place.path, identity: IDENTITY, onForeign: "refuse", undoDepth } as const;
  let store = await openStore(options);
  try {
    await write(
      (blocks) => store.commit(blocks),
      (number) => store.rollBackTo(number),
    );
    await store.close();
    store = await openStore(options);
    const reader = store.snapshot();
    const height = store.head?.number ?? 0;
    const digests = await Promise.all(Array.from({ length: height + 2 }, (_, number) => reader.historyAt(number)));
    expect(digests[0]).to.deep.equal(EMPTY_DIGEST);
    expect(digests[height]).to.deep.equal(store.history);
    expect(digests[height + 1]).to.equal(undefined);
    await reader.close();
    return digests;
  } finally {
    await store.close();
    await place.remove();
  }
}
