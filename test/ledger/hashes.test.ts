import { expect } from "chai";
import { AbiCoder, getAddress, id, keccak256 } from "ethers";
import fc from "fast-check";
import { addressOf } from "../../server/ledger/address.ts";
import { anchorId, batchId } from "../../server/ledger/anchor-id.ts";
import type { Address, Hex } from "../../server/ledger/hex.ts";
import { keccakOf, keccakOfText } from "../../server/ledger/keccak.ts";

const SEED = 20_261_124;
const RUNS = { seed: SEED, numRuns: 200 };

const bytes = (length: number) =>
  fc
    .uint8Array({ minLength: length, maxLength: length })
    .map((array) => `0x${Buffer.from(array).toString("hex")}` as Hex);
const address = bytes(20).map((digits) => getAddress(digits) as Address);

describe("the hashes of the ledger are those of ethers", () => {
  it(`for texts and for bytes in parts (seed ${SEED})`, () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.array(fc.uint8Array()), (text, parts) => {
        expect(keccakOfText(text)).to.equal(id(text));
        const given = parts.map((part) => `0x${Buffer.from(part).toString("hex")}` as Hex);
        expect(keccakOf(...given)).to.equal(keccak256(Buffer.concat(parts)));
      }),
      RUNS,
    );
  });

  it(`for the checksums of addresses, however they are written (seed ${SEED})`, () => {
    fc.assert(
      fc.property(address, (known) => {
        expect(addressOf(known.slice(2).toLowerCase())).to.equal(known);
        expect(addressOf(known.slice(2).toUpperCase())).to.equal(known);
      }),
      RUNS,
    );
  });

  it(`for the ids of anchors and batches (seed ${SEED})`, () => {
    const key = fc.record({
      ...{ pilot: bytes(32), milestone: fc.nat(255), submitter: address },
      ...{ algorithm: fc.nat(255), digest: bytes(32) },
    });
    const types = ["bytes32", "uint8", "address", "uint8", "bytes32"];
    const coder = AbiCoder.defaultAbiCoder();
    fc.assert(
      fc.property(key, ({ pilot, milestone, submitter, algorithm, digest }) => {
        const values = [pilot, milestone, submitter, algorithm, digest];
        const named = { pilot, milestone, submitter, algorithm, digest };
        expect(anchorId(named)).to.equal(keccak256(coder.encode(types, values)));
        const batch = coder.encode([...types, "bytes32"], [...values, id("pilotledger.evidence.batch")]);
        expect(batchId(named)).to.equal(keccak256(batch));
      }),
      RUNS,
    );
  });
});
