import { expect } from "chai";
import { commonBlock } from "../../server/mirror/common-block.ts";
import { compareWithChain, type ObservedChain, type StoredLedger } from "../../server/mirror/compare.ts";
import { digestOf } from "../support/acts.ts";
import { CONTRACTS } from "../support/simulated-chain.ts";

const block = (number: number, hash = number) => ({ number, hash: digestOf(hash), time: number });

const stored: StoredLedger = {
  identity: { schemaVersion: 1, chainId: 31337, genesisHash: digestOf(99), contracts: CONTRACTS, deploymentBlock: 5 },
  head: block(40),
  undoFloor: 20,
};

const observed: ObservedChain = {
  chainId: 31337,
  genesisHash: digestOf(99),
  head: block(50),
  newestMark: 40,
  commonMark: 40,
  missingContracts: [],
};

describe("what is mirrored and the chain of a node", () => {
  const cases: [string, Partial<StoredLedger>, Partial<ObservedChain>, string][] = [
    ["the chain goes on from the mirrored head", {}, {}, "SAME"],
    ["both are at the same block", {}, { head: block(40) }, "SAME"],
    ["nothing is mirrored yet", { head: undefined }, { newestMark: undefined, commonMark: undefined }, "SAME"],
    [
      "the node has not come to the deployment",
      { head: undefined },
      { head: block(4), missingContracts: ["Authority"] },
      "BEHIND",
    ],
    [
      "the node has the mirrored blocks, but not the last ones",
      {},
      { head: block(30), newestMark: 30, commonMark: 30 },
      "BEHIND",
    ],
    [
      "the node is before every block kept",
      {},
      { head: block(3), newestMark: undefined, commonMark: undefined },
      "BEHIND",
    ],
    ["the last blocks were replaced", {}, { commonMark: 33 }, "REORGANISED"],
    ["they were replaced by fewer", {}, { head: block(35, 1), newestMark: 35, commonMark: 20 }, "REORGANISED"],
    ["more was replaced than can be taken back", {}, { commonMark: 19 }, "REORGANISATION_TOO_DEEP"],
    ["nothing mirrored is on the chain", {}, { commonMark: undefined }, "FOREIGN_LEDGER"],
    [
      "the head is below the mirrored one, with another hash",
      {},
      { head: block(7, 1), newestMark: 7, commonMark: undefined },
      "FOREIGN_LEDGER",
    ],
    ["the chain has another id", {}, { chainId: 1 }, "WRONG_CHAIN"],
    ["the chain has another genesis", {}, { genesisHash: digestOf(98) }, "WRONG_CHAIN"],
    ["a contract is not there", { head: undefined }, { missingContracts: ["PilotLedger"] }, "CONTRACT_MISSING"],
  ];
  for (const [situation, storedMembers, observedMembers, expected] of cases) {
    it(`${situation}: ${expected}`, () => {
      const verdict = compareWithChain({ ...stored, ...storedMembers }, { ...observed, ...observedMembers });
      const outcome = "error" in verdict ? verdict.error.code : verdict.kind;
      expect(outcome).to.equal(expected);
      if (verdict.kind === "REORGANISED") expect(verdict.to).to.equal(observedMembers.commonMark);
      if (verdict.kind === "FOREIGN") expect(verdict.error.message).to.contain("--rebuild");
    });
  }

  it("share the newest block that both have", () => {
    const marks = [block(1), block(2), block(4), block(7)];
    expect(commonBlock(marks, [block(1), block(2), block(3), block(4), block(7, 8)])).to.equal(4);
    expect(commonBlock(marks, [block(4, 9), block(7, 8)])).to.equal(undefined);
    expect(commonBlock([], [block(1)])).to.equal(undefined);
  });
});
