import { expect } from "chai";
import fc from "fast-check";
import type { Hex } from "../../server/ledger/hex.ts";
import { evidenceLeaf, leadsTo, merkleTree } from "../../server/ledger/merkle.ts";
import { digestOf } from "../support/acts.ts";

const leavesOf = (count: number): Hex[] =>
  Array.from({ length: count }, (_, index) => evidenceLeaf(1, digestOf(index), index));

describe("the Merkle tree of a batch", () => {
  it("proves each of its records, however many there are", () => {
    for (let count = 1; count <= 33; count++) {
      const leaves = leavesOf(count);
      const tree = merkleTree(leaves);
      leaves.forEach((leaf, index) => {
        expect(leadsTo(tree.root, leaf, tree.proofOf(index)), `${index} of ${count}`).to.equal(true);
      });
    }
  });

  it("has its only leaf for its root, and moves a leaf without a neighbour up as it is", () => {
    const [first = "0x", second = "0x", third = "0x"] = leavesOf(3);
    expect(merkleTree([first])).to.include({ root: first });
    expect(merkleTree([first]).proofOf(0)).to.deep.equal([]);
    const pair = merkleTree([first, second]).root;
    expect(merkleTree([first, second, third]).proofOf(2)).to.deep.equal([pair]);
    expect(merkleTree([first, second, third]).root).not.to.equal(merkleTree([first, second, third, third]).root);
  });

  it("proves no other record, index or algorithm", () => {
    const count = 13;
    const tree = merkleTree(leavesOf(count));
    fc.assert(
      fc.property(
        fc.nat(count - 1),
        fc.nat(count + 3),
        fc.nat(count + 3),
        fc.integer({ min: 1, max: 3 }),
        (of, digest, index, algorithm) => {
          const right = algorithm === 1 && digest === of && index === of;
          const leaf = evidenceLeaf(algorithm, digestOf(digest), index);
          expect(leadsTo(tree.root, leaf, tree.proofOf(of))).to.equal(right);
        },
      ),
      { seed: 20190301, numRuns: 500 },
    );
  });

  it("has at least one record, and no proof of one it does not have", () => {
    expect(() => merkleTree([])).to.throw(RangeError, "at least one leaf");
    for (const index of [-1, 2, 0.5]) expect(() => merkleTree(leavesOf(2)).proofOf(index)).to.throw(RangeError);
  });
});
