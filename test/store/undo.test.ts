import { expect } from "chai";
import fc from "fast-check";
import { heldIn, undoText } from "../../server/store/undo.ts";

const SEED = 20_190_805;

describe("what undoes a block", () => {
  it(`says of every key what it held, or that it held nothing (seed ${SEED})`, () => {
    const text = fc.oneof(
      fc.string(),
      fc.string({ unit: "binary" }),
      fc.constantFrom("", "\n", "[]\n", "试点\0\u{1f9fe}"),
    );
    const held = fc.array(fc.tuple(text, fc.option(text, { nil: null }))).map((entries) => new Map(entries));
    fc.assert(
      fc.property(held, (one) => {
        expect([...heldIn(undoText(one))]).to.deep.equal([...one]);
      }),
      { seed: SEED, numRuns: 300 },
    );
  });
});
