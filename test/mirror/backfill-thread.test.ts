import { expect } from "chai";
import fc from "fast-check";
import { Draw } from "../../scripts/campaign/draw.ts";
import type { RawLog } from "../../server/ledger/decode.ts";
import type { Address, Hex } from "../../server/ledger/hex.ts";
import { Backfill, type FetchedPart } from "../../server/mirror/backfill/backfill.ts";
import { BackfillThread } from "../../server/mirror/backfill/backfill-thread.ts";
import { rangeMessage, rangeOf } from "../../server/mirror/backfill/range-message.ts";
import { Spans } from "../../server/mirror/backfill/spans.ts";
import { type FetchedRange, fetchSettled, type ProofPlan } from "../../server/mirror/fetch-range.ts";
import { ProvenWriter } from "../../server/mirror/proven-writer.ts";
import { contractNames } from "../../server/mirror/reduce-range.ts";
import type { Log } from "../../server/store/log.ts";
import { digestOf } from "../support/acts.ts";
import { freshDigest, MirroredChain, STILL_CLOCK } from "../support/mirrored.ts";
import { RandomChain } from "../support/random-chain.ts";
import type { SimulatedChain } from "../support/simulated-chain.ts";

const SEED = 20_190_803;
const BLOCKS = 60;
/** From the first event on, and with as many settled blocks as there can be. */
const IN_A_THREAD = { threadAfter: 0, finality: { depth: 4 } };

function chainOf(seed: number): SimulatedChain {
  return RandomChain.begun(`thread ${seed}`, new Draw(seed)).mine(BLOCKS).chain;
}

describe("a backfill in two threads", () => {
  let mirrored: MirroredChain;

  afterEach(() => mirrored.close());

  async function begun(chain: SimulatedChain, options: object = IN_A_THREAD): Promise<void> {
    mirrored = await MirroredChain.of(chain);
    await mirrored.restart(options);
  }

  for (const [seed, rangeLength] of [
    [SEED, undefined],
    [SEED + 1, 2],
    [SEED + 2, 1],
  ] as const) {
    it(`makes what one thread makes, in the same store (seed ${seed})`, async () => {
      const chain = chainOf(seed);
      await begun(chain, { ...IN_A_THREAD, rangeLength });
      expect((await mirrored.mirror.syncOnce()).state).to.equal("live");
      expect(await mirrored.digest()).to.equal(await freshDigest(chain));
      const { faults, journals } = await mirrored.store.check({ journals: "fold" });
      expect(faults).to.deep.equal([]);
      expect(journals).to.be.greaterThan(5);
    });
  }

  it("goes on from what is stored, and takes back what was replaced", async () => {
    const random = RandomChain.begun("again", new Draw(SEED)).mine(BLOCKS);
    await begun(random.chain);
    await mirrored.mirror.syncOnce();
    random.replace(3).mine(BLOCKS);
    await mirrored.restart(IN_A_THREAD);
    expect((await mirrored.mirror.syncOnce()).state).to.equal("live");
    expect(await mirrored.digest()).to.equal(await freshDigest(random.chain));
  });

  it("leaves a range that is not whole to who can ask again, and then goes on", async () => {
    const chain = chainOf(SEED);
    let asked = 0;
    chain.alterLogs = (logs) => (logs.length > 2 && ++asked % 3 === 0 ? logs.slice(1) : logs);
    await begun(chain);
    let status = await mirrored.mirror.syncOnce();
    for (let turn = 0; turn < 20 && status.state !== "live"; turn++) status = await mirrored.mirror.syncOnce();
    expect([status.state, status.reason]).to.deep.equal(["live", null]);
    chain.alterLogs = (logs) => logs;
    expect(await mirrored.digest()).to.equal(await freshDigest(chain));
  });

  it("refuses what the contracts contradict, and all that follows until it begins anew", async () => {
    const chain = chainOf(SEED);
    await begun(chain, {});
    const contracts = contractNames(chain.identity);
    const ranges: FetchedRange[] = [];
    for (const from of [1, 11, 21]) {
      const ends = [from, from + 9] as const;
      ranges.push(await fetchSettled({ source: chain, contracts }, ends, chain.at(chain.height)));
    }
    const [first, second, third] = ranges as [FetchedRange, FetchedRange, FetchedRange];
    const lines: string[] = [];
    const log: Log = { ...console, info: (line: string) => lines.push(line), warn: (line: string) => lines.push(line) };
    const thread = new BackfillThread(mirrored.store, log);
    try {
      await thread.started();
      thread.begin(40);
      const whole = await thread.prepare(first);
      expect(whole?.blocks.at(-1)?.block.number).to.equal(10);
      const cut = { ...second, logs: second.logs.slice(1) };
      const [refused, after] = await Promise.all([thread.prepare(cut), thread.prepare(third)]);
      expect([refused, after]).to.deep.equal([undefined, undefined]);
      if (whole !== undefined) await mirrored.store.commitPrepared(whole, 40, "proven");
      thread.begin(40);
      expect((await thread.prepare(second))?.standing).to.deep.equal(mirrored.store.digest);
    } finally {
      await thread.close();
    }
    expect(await thread.prepare(third)).to.equal(undefined);
    expect(lines).to.deep.equal([]);
  });

  /** The ranges of so many blocks each, as they are fetched. */
  async function* partsOf(
    chain: SimulatedChain,
    plan: readonly ProofPlan[],
    alter: (range: FetchedRange) => FetchedRange = (range) => range,
  ): AsyncGenerator<FetchedPart> {
    const fetcher = { source: chain, contracts: contractNames(chain.identity) };
    for (const [turn, proof] of plan.entries()) {
      const ends = [turn * 10 + 1, turn * 10 + 10] as const;
      yield { range: alter(await fetchSettled(fetcher, ends, chain.at(chain.height), proof)), proof };
    }
  }

  /** Takes all ranges, and writes those that were worked out and fetches the others again, as a mirror does. */
  async function takeAll(parts: AsyncIterable<FetchedPart>, chain: SimulatedChain): Promise<string[]> {
    const { store } = mirrored;
    const fetcher = { source: chain, contracts: contractNames(chain.identity) };
    const [source, clock] = [chain, STILL_CLOCK];
    const writer = new ProvenWriter({ store, source, clock, log: console }, fetcher.contracts);
    const backfill = new Backfill({ store, log: console, threadAfter: 0 });
    const seen: string[] = [];
    try {
      for await (const next of backfill.prepare(parts, 40)) {
        seen.push(`${next.kind} ${next.from}`);
        if (next.kind === "WORKED_OUT") await writer.writeWorkedOut(next, 40);
        else {
          const range = await fetchSettled(fetcher, [next.from, next.to], chain.at(chain.height));
          await writer.write(
            range,
            { settled: 40, chainHead: chain.at(chain.height), again: async () => range },
            undefined,
          );
        }
        expect(store.head?.number).to.equal(next.to);
      }
    } finally {
      await backfill.close();
    }
    return seen;
  }

  const SPAN: readonly ProofPlan[] = ["OWN", "LATER", "LATER", "SPAN"];

  it("proves several ranges with one question, and writes none of them before", async () => {
    const chain = chainOf(SEED);
    await begun(chain, {});
    const fetched: number[] = [];
    const parts = partsOf(chain, SPAN, (range) => {
      fetched.push(range.from);
      return range;
    });
    const calls: number[] = [];
    const callEach = chain.callEach.bind(chain);
    chain.callEach = async (addresses, input, block) => {
      calls.push(block.number);
      return callEach(addresses, input, block);
    };
    expect(await takeAll(parts, chain)).to.deep.equal([
      "WORKED_OUT 1",
      "WORKED_OUT 11",
      "WORKED_OUT 21",
      "WORKED_OUT 31",
    ]);
    expect([fetched, calls]).to.deep.equal([
      [1, 11, 21, 31],
      [10, 40],
    ]);
    expect(mirrored.store.isProven).to.equal(true);
  });

  it("asks every contract at the end of several ranges, whatever the last of them has", async () => {
    const chain = chainOf(SEED);
    const fetcher = { source: chain, contracts: contractNames(chain.identity) };
    const [own, span, later] = await Promise.all(
      (["OWN", "SPAN", "LATER"] as const).map((proof) => fetchSettled(fetcher, [1, 1], chain.at(chain.height), proof)),
    );
    expect(own?.journals?.streams.size).to.be.lessThan(fetcher.contracts.size);
    expect(span?.journals?.streams.size).to.equal(fetcher.contracts.size);
    expect(later?.journals).to.equal(undefined);
    await begun(chain, {});
  });

  for (const [what, alter] of [
    ["an altered log", (range: FetchedRange) => (range.from === 11 ? { ...range, logs: range.logs.slice(1) } : range)],
    ["no journals", (range: FetchedRange) => (range.from === 31 ? { ...range, journals: undefined } : range)],
  ] as const) {
    it(`has every range of several fetched again by itself, where there is ${what}`, async () => {
      const chain = chainOf(SEED);
      await begun(chain, {});
      expect(await takeAll(partsOf(chain, SPAN, alter), chain)).to.deep.equal([
        "WORKED_OUT 1",
        ...["REFUSED 11", "REFUSED 21", "REFUSED 31"],
      ]);
      expect(mirrored.store.isProven).to.equal(true);
      const { faults } = await mirrored.store.check({ journals: "fold" });
      expect(faults).to.deep.equal([]);
    });
  }

  it("has ranges wait for no proof of nodes that keep no old states", async () => {
    const chain = chainOf(SEED);
    await begun(chain, {});
    const backfill = new Backfill({ store: mirrored.store, log: console, threadAfter: 0 });
    const waiting: boolean[] = [];
    const forgetful = (range: FetchedRange) => (range.from > 11 ? { ...range, journals: undefined } : range);
    try {
      for await (const next of backfill.prepare(partsOf(chain, ["OWN", "OWN", "OWN", "OWN", "OWN"], forgetful), 60)) {
        if (next.kind === "WORKED_OUT") await mirrored.store.commitPrepared(next.commit, 60, "unproven");
        waiting.push(backfill.mayWait);
      }
    } finally {
      await backfill.close();
    }
    expect(waiting).to.deep.equal([false, false, false, false, false]);
  });

  it("does without a thread that ends", async () => {
    const chain = chainOf(SEED);
    await begun(chain, {});
    const backfill = new Backfill({ store: mirrored.store, log: console, threadAfter: 0 });
    const seen: [number, string][] = [];
    const plan: readonly ProofPlan[] = ["OWN", "OWN", "OWN", "OWN", "OWN", "LATER"];
    for await (const next of backfill.prepare(partsOf(chain, plan), 60)) {
      seen.push([next.from, next.kind]);
      if (next.kind === "WORKED_OUT") await mirrored.store.commitPrepared(next.commit, 60, "proven");
      await backfill.close();
    }
    expect(seen.map(([from]) => from)).to.deep.equal([1, 11, 21, 31, 41, 51]);
    expect([seen.at(0)?.[1], seen.at(-2)?.[1], seen.at(-1)?.[1]]).to.deep.equal(["WORKED_OUT", "FETCHED", "REFUSED"]);
  });
});

describe("the plan of what proves ranges", () => {
  it("has eight proven at once where they may wait, the last in any case", () => {
    const spans = new Spans();
    const plan = (turns: readonly (readonly [boolean, boolean])[]) => turns.map(([may, last]) => spans.next(may, last));
    const [no, yes, end] = [[false, false] as const, [true, false] as const, [true, true] as const];
    expect(plan([no, no])).to.deep.equal(["OWN", "OWN"]);
    const [some, none] = [
      [yes, yes, no],
      [yes, yes, yes, yes, yes],
    ];
    expect(plan([...some, ...none])).to.deep.equal([...Array(7).fill("LATER"), "SPAN"]);
    expect(plan([yes, end, end])).to.deep.equal(["LATER", "SPAN", "OWN"]);
  });
});

describe("a range on its way to another thread", () => {
  it(`arrives as it was (seed ${SEED})`, () => {
    const place = fc.record({
      block: fc.nat(3),
      contract: fc.nat(2),
      transaction: fc.nat(5),
      topics: fc.array(fc.nat(9), { maxLength: 4 }),
      data: fc.uint8Array({ maxLength: 40 }),
    });
    fc.assert(
      fc.property(fc.array(place), (places) => {
        const headers = [0, 1, 2, 3].map((number) => ({
          ...{ number: number + 7, hash: digestOf(number), parentHash: digestOf(number + 90), time: number * 5 },
          bloom: "0x" as Hex,
        }));
        const logs = places.map(({ block, contract, transaction, topics, data }, logIndex): RawLog => {
          const { number, hash, time } = headers[block] ?? { number: 0, hash: digestOf(0), time: 0 };
          return {
            contract: `0x${contract}` as Address,
            ...{ blockNumber: number, blockHash: hash, blockTime: time, logIndex },
            ...{ transactionHash: digestOf(transaction), transactionIndex: transaction },
            topics: topics.map(digestOf),
            data: `0x${Buffer.from(data).toString("hex")}`,
          };
        });
        const message = structuredClone(rangeMessage({ from: 7, to: 10, headers, logs, journals: undefined }));
        expect(rangeOf(message)).to.deep.equal({
          headers: headers.map(({ bloom: _, ...header }) => header),
          ...{ logs, journals: undefined },
        });
      }),
      { seed: SEED, numRuns: 100 },
    );
  });
});
