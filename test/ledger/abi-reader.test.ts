import { expect } from "chai";
import { AbiCoder, concat, keccak256, toUtf8Bytes } from "ethers";
import fc from "fast-check";
import { AbiFault, readerOf } from "../../server/ledger/abi-reader.ts";
import type { Hex } from "../../server/ledger/hex.ts";
import { keccakOf } from "../../server/ledger/keccak.ts";

const SEED = 20_190_301;
const coder = AbiCoder.defaultAbiCoder();

function encoded(types: readonly string[], values: readonly unknown[]): Hex {
  return coder.encode(types, values) as Hex;
}

/** A value of one type, read from a word. */
function read(type: string, word: string): unknown {
  return readerOf([{ name: "value", type }])(`0x${word}`).value;
}

describe("reading ABI-encoded values", () => {
  const outside: [string, string][] = [
    ["uint8", `${"0".repeat(61)}1ff`],
    ["uint48", `1${"0".repeat(63)}`],
    ["uint128", `${"0".repeat(31)}1${"0".repeat(32)}`],
    ["int64", `${"0".repeat(48)}8${"0".repeat(15)}`],
    ["bool", `${"0".repeat(63)}2`],
    ["address", `${"0".repeat(23)}1${"0".repeat(40)}`],
    ["bytes18", `${"ab".repeat(19)}${"00".repeat(13)}`],
  ];
  for (const [type, word] of outside) {
    it(`refuses bits outside of a ${type}, which Solidity never writes`, () => {
      expect(() => read(type, word)).to.throw(AbiFault);
    });
  }

  it("refuses data that ends early, wherever it is cut", () => {
    const types = ["uint8", "string", "tuple(bytes32 digest, string text)[]"];
    const data = encoded(types, [7, "试点", [["0x".padEnd(66, "1"), "文件"]]]);
    const reader = readerOf([
      { name: "kind", type: "uint8" },
      { name: "text", type: "string" },
      {
        name: "items",
        type: "tuple[]",
        components: [
          { name: "digest", type: "bytes32" },
          { name: "text", type: "string" },
        ],
      },
    ]);
    expect(reader(data)).to.deep.equal({
      kind: 7,
      text: "试点",
      items: [{ digest: "0x".padEnd(66, "1"), text: "文件" }],
    });
    // The last text is padded with 26 bytes that say nothing.
    for (let digits = 2; digits < data.length - 2 * 26; digits += 2) {
      expect(() => reader(data.slice(0, digits) as Hex), `cut to ${digits} digits`).to.throw(AbiFault);
    }
  });

  it("refuses places and lengths past the data, however large", () => {
    const text = readerOf([{ name: "text", type: "string" }]);
    const list = readerOf([{ name: "list", type: "uint256[]" }]);
    for (const place of ["ffffffff", "7fffffff", "00000100"]) {
      expect(() => text(`0x${place.padStart(64, "0")}`)).to.throw(AbiFault);
      expect(() => text(`0x${"20".padStart(64, "0")}${place.padStart(64, "0")}`)).to.throw(AbiFault);
      expect(() => list(`0x${"20".padStart(64, "0")}${place.padStart(64, "0")}`)).to.throw(AbiFault);
      expect(() => text(`0x${place.padEnd(64, "0")}`)).to.throw(AbiFault);
    }
  });

  it("takes a text that is no UTF-8 for what it is worth", () => {
    const data = encoded(["bytes"], ["0x41ff42"]);
    expect(readerOf([{ name: "text", type: "string" }])(data)).to.deep.equal({ text: "A�B" });
  });
});

describe("Keccak-256", () => {
  it(`is that of all parts together, of any length (seed ${SEED})`, () => {
    const property = fc.property(fc.array(fc.uint8Array({ maxLength: 700 }), { maxLength: 9 }), (parts) => {
      const hexes = parts.map((part) => `0x${Buffer.from(part).toString("hex")}` as Hex);
      expect(keccakOf(...hexes)).to.equal(keccak256(concat(hexes)));
    });
    fc.assert(property, { seed: SEED, numRuns: 60 });
    const long = `0x${Buffer.from(toUtf8Bytes("试点".repeat(3_000))).toString("hex")}` as Hex;
    expect(keccakOf(long)).to.equal(keccak256(long));
  });
});
