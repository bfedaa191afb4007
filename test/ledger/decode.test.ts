import { expect } from "chai";
import {
  AbiCoder,
  concat,
  dataSlice,
  type EventFragment,
  getAddress,
  Interface,
  keccak256,
  type ParamType,
  zeroPadValue,
} from "ethers";
import fc from "fast-check";
import { ABIS, byContract, CONTRACT_NAMES, type ContractName } from "../../server/ledger/contracts.ts";
import { DecodeError, decodeLog, eventNames, type RawLog } from "../../server/ledger/decode.ts";
import { leafOf } from "../../server/ledger/event-leaf.ts";
import type { Hex } from "../../server/ledger/hex.ts";
import { EMPTY_STREAM, fold } from "../../server/ledger/journal.ts";
import type { EventRecord } from "../../server/ledger/records.ts";
import { digestOf } from "../support/acts.ts";
import { CONTRACTS } from "../support/simulated-chain.ts";

const SEED = 20190301;
const INTERFACES = byContract((name) => new Interface(ABIS[name]));
const NAMES = new Map(Object.entries(CONTRACTS).map(([name, address]) => [address, name as ContractName]));

const hexOf = (bytes: number) =>
  fc
    .uint8Array({ minLength: bytes, maxLength: bytes })
    .map((value) => `0x${Buffer.from(value).toString("hex")}` as Hex);

/** What goes into the encoder, and what shall come out of the decoder. */
type Pair = readonly [encoded: unknown, decoded: unknown];

function randomValue(type: ParamType): fc.Arbitrary<Pair> {
  if (type.arrayChildren) {
    return fc
      .array(randomValue(type.arrayChildren), { maxLength: 4 })
      .map((items) => [items.map(([e]) => e), items.map(([, d]) => d)]);
  }
  if (type.components) {
    const { components } = type;
    return fc.tuple(...components.map(randomValue)).map((items) => [items.map(([e]) => e), named(components, items)]);
  }
  if (type.type === "string") return fc.string({ unit: "grapheme" }).map((text) => [text, text]);
  if (type.type === "bool") return fc.boolean().map((value) => [value, value]);
  if (type.type === "address") return hexOf(20).map((value) => [value, getAddress(value)]);
  if (type.type.startsWith("bytes")) return hexOf(Number(type.type.slice(5))).map((value) => [value, value]);
  if (type.type.startsWith("int")) {
    const half = 1n << BigInt(Number(type.type.slice("int".length)) - 1);
    return fc.bigInt({ min: -half, max: half - 1n }).map((value) => [value, value]);
  }
  const bits = Number(type.type.slice("uint".length));
  const whole = fc.bigInt({ min: 0n, max: (1n << BigInt(bits)) - 1n });
  return whole.map((value) => [value, bits <= 48 ? Number(value) : value]);
}

function named(parameters: readonly ParamType[], items: readonly Pair[]): Record<string, unknown> {
  return Object.fromEntries(parameters.map(({ name }, index) => [name, items[index]?.[1]]));
}

function logOf(contract: ContractName, topics: readonly Hex[], data: Hex): RawLog {
  return {
    contract: CONTRACTS[contract],
    topics,
    data,
    blockNumber: 7,
    blockHash: digestOf(7),
    blockTime: 420,
    transactionHash: digestOf(8),
    transactionIndex: 1,
    logIndex: 2,
  };
}

describe("decoding", () => {
  for (const contract of CONTRACT_NAMES) {
    for (const name of eventNames(contract)) {
      it(`reads what was written of ${contract}.${name}, and makes its leaf anew (seed ${SEED})`, () => {
        const fragment = INTERFACES[contract].getEvent(name) as EventFragment;
        const parameters = fragment.inputs.slice(2);
        const property = fc.property(
          hexOf(32),
          hexOf(20),
          fc.tuple(...parameters.map(randomValue)),
          (subject, actor, items) => {
            const data = AbiCoder.defaultAbiCoder().encode(
              parameters,
              items.map(([encoded]) => encoded),
            ) as Hex;
            const topics = [fragment.topicHash as Hex, subject, zeroPadValue(actor, 32) as Hex];
            const log = logOf(contract, topics, data);
            const { topics: _topics, data: _data, ...origin } = log;
            const event = decodeLog(log, NAMES);
            expect(event).to.deep.equal({
              name,
              contractName: contract,
              subject,
              actor: getAddress(actor),
              args: named(parameters, items),
              origin,
              leaf: keccak256(concat([...topics, data])),
            });
            const args = JSON.parse(
              JSON.stringify(event?.args, (_, value) => (typeof value === "bigint" ? value.toString() : value)),
            );
            const provenance = { event: name, actor: getAddress(actor) } as unknown as EventRecord["provenance"];
            expect(leafOf({ contractName: contract, subject, args, provenance })).to.equal(event?.leaf);
          },
        );
        fc.assert(property, { seed: SEED, numRuns: 25 });
      });
    }
  }

  it("passes over OpenZeppelin's own events and other contracts", () => {
    const foreign = INTERFACES.Authority.getEvent("RoleGranted") as EventFragment;
    const topics = [foreign.topicHash as Hex, digestOf(1), digestOf(2), digestOf(3)];
    expect(decodeLog(logOf("Authority", topics, "0x"), NAMES)).to.equal(undefined);
    expect(decodeLog({ ...logOf("Authority", [digestOf(1)], "0x"), contract: `0x${"11".repeat(20)}` }, NAMES)).to.equal(
      undefined,
    );
  });

  it("refuses an event that it does not know, and data that is not the event's", () => {
    const known = INTERFACES.PilotLedger.getEvent("PilotApplied")?.topicHash as Hex;
    const cases: [RawLog, DecodeError["code"]][] = [
      [logOf("PilotLedger", [digestOf(1), digestOf(2), digestOf(3)], "0x"), "UNKNOWN_EVENT"],
      [logOf("Authority", [known, digestOf(2), digestOf(3)], "0x"), "UNKNOWN_EVENT"],
      [logOf("PilotLedger", [known, digestOf(2)], "0x"), "UNKNOWN_EVENT"],
      [logOf("PilotLedger", [], "0x"), "UNKNOWN_EVENT"],
      [logOf("PilotLedger", [known, digestOf(2), digestOf(3)], "0x1234"), "MALFORMED_EVENT"],
    ];
    for (const [log, code] of cases) {
      expect(() => decodeLog(log, NAMES))
        .to.throw(DecodeError, "block 7, log 2")
        .with.property("code", code);
    }
  });
});

describe("the journal", () => {
  const head = (...words: string[]) => dataSlice(keccak256(concat(words)), 0, 28);

  it("folds leaves as the contracts do", () => {
    const first = fold(EMPTY_STREAM, digestOf(1));
    expect(first).to.deep.equal({ count: 1, head: head(dataSlice(digestOf(0), 0, 28), digestOf(1)) });
    const second = fold(first, digestOf(2));
    expect(second).to.deep.equal({ count: 2, head: head(first.head, digestOf(2)) });
    expect(second.head).to.equal("0x15b11e0a0aef023b2ed389e0d3b597d4604e80929cf5a05080bfc1e6");
    expect(fold(fold(EMPTY_STREAM, digestOf(2)), digestOf(1)).head).not.to.equal(second.head);
  });
});
