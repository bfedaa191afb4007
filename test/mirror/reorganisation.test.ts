import { expect } from "chai";
import fc from "fast-check";
import type { ChainBlock } from "../../server/chain/source.ts";
import type { Address, Hex } from "../../server/ledger/hex.ts";
import {
  accountBound,
  milestoneAccepted,
  milestoneReturned,
  milestoneSubmitted,
  organisationRegistered,
  pilotAdmitted,
  pilotApplied,
  pilotCode,
  pilotResubmitted,
  pilotReturned,
  programmeOpened,
} from "../support/acts.ts";
import { freshDigest, MirroredChain } from "../support/mirrored.ts";
import { RandomActs } from "../support/random-acts.ts";
import { type EmittedEvent, SimulatedChain } from "../support/simulated-chain.ts";

const SEED = 20190301;

/** A ledger whose first pilot has applied; block 3 is the last one. */
function begun(): SimulatedChain {
  return new SimulatedChain().mine(programmeOpened(), organisationRegistered(), accountBound()).mine(pilotApplied(1));
}

describe("a mirror through reorganisations", () => {
  let mirrored: MirroredChain | undefined;

  afterEach(async () => {
    await mirrored?.close();
    mirrored = undefined;
  });

  for (const restart of [false, true]) {
    for (const depth of [1, 2, 5, 8, 20]) {
      it(`holds what a fresh one holds after ${depth} blocks were replaced${restart ? " while it was down" : ""}`, async () => {
        const chain = begun();
        mirrored = await MirroredChain.of(chain);
        for (let n = 0; n < depth; n++) chain.mine(...(oldBranch[n % oldBranch.length] ?? []));
        await mirrored.mirror.syncOnce();
        chain.takeBack(depth);
        for (let n = 0; n < depth + 1; n++) chain.mine(...(newBranch[n % newBranch.length] ?? []));
        if (restart) await mirrored.restart();
        expect((await mirrored.mirror.syncOnce()).state).to.equal("live");
        expect(mirrored.store.head?.number).to.equal(chain.height);
        expect(await mirrored.digest()).to.equal(await freshDigest(chain));
      });
    }
  }

  it("goes to a chain that became shorter", async () => {
    const chain = begun().mine(pilotApplied(2)).mine(pilotApplied(3)).mine();
    mirrored = await MirroredChain.of(chain);
    await mirrored.mirror.syncOnce();
    chain.takeBack(3).mine(pilotApplied(2, "另一个试点"));
    expect((await mirrored.mirror.syncOnce()).state).to.equal("live");
    expect(mirrored.store.head?.number).to.equal(chain.height);
    expect(await mirrored.digest()).to.equal(await freshDigest(chain));
  });

  it("takes nothing for settled by the head of another branch than the one it is still on", async () => {
    const branch = (from: number, to: number) => {
      const chain = begun().mine();
      for (let serial = from; chain.height < to; serial++) chain.mine(pilotApplied(serial));
      return chain;
    };
    const [old, present] = [branch(20, 12), branch(40, 16)];
    mirrored = await MirroredChain.of(old);
    const options = { finality: { depth: 10 }, rangeLength: 2 };
    await mirrored.restart(options);
    await mirrored.mirror.syncOnce();
    expect([mirrored.store.head?.number, mirrored.store.undoFloor]).to.deep.equal([12, 2]);
    old.mine(pilotApplied(60)).mine(pilotApplied(61));
    // The head is told by a node of the present chain, the next two blocks by one that is still on the old.
    let isBehind = true;
    const source: SimulatedChain = new Proxy(present, {
      get: (_, name) => {
        if (name === "each") return () => [source];
        const of = (chain: SimulatedChain) => {
          const member: unknown = Reflect.get(chain, name);
          return typeof member === "function" ? member.bind(chain) : member;
        };
        if (name === "headers" || name === "logs") {
          return async (from: number, to: number) => {
            const wasBehind = isBehind && to <= old.height;
            if (wasBehind && name === "logs") isBehind = false;
            return of(wasBehind ? old : present)(from, to);
          };
        }
        if (name !== "callEach") return of(present);
        return async (addresses: readonly Address[], input: Hex, block: ChainBlock) =>
          of(old.blocks[block.number]?.hash === block.hash ? old : present)(addresses, input, block);
      },
    });
    await mirrored.restart(options, source);
    const { state } = await mirrored.mirror.syncOnce();
    expect([isBehind, state, mirrored.store.undoFloor]).to.deep.equal([false, "live", 6]);
    expect(await mirrored.digest()).to.equal(await freshDigest(present));
  });

  it("waits when a lower or equal head on another fork does not stay", async () => {
    const chain = begun().mine(pilotApplied(2)).mine(pilotApplied(3));
    mirrored = await MirroredChain.of(chain);
    await mirrored.mirror.syncOnce();
    const digest = await mirrored.digest();
    for (const height of [4, 5]) {
      const fork = begun().takeBack(1);
      while (fork.height < height) fork.mine();
      let looks = 0;
      const one: SimulatedChain = new Proxy(chain, {
        get: (_, name) => {
          if (name === "each") return () => [one];
          if (name === "head") looks += 1;
          const member: unknown = Reflect.get(looks === 1 ? fork : chain, name);
          return typeof member === "function" ? member.bind(looks === 1 ? fork : chain) : member;
        },
      });
      await mirrored.restart({}, one);
      const { lastError, head } = await mirrored.mirror.syncOnce();
      expect([lastError?.code, head?.hash]).to.deep.equal(["CHAIN_UNCLEAR", chain.at(5).hash]);
      expect((await mirrored.mirror.syncOnce()).state).to.equal("live");
      expect(mirrored.mirror.status.reorganisations).to.equal(0);
      expect(await mirrored.digest()).to.equal(digest);
    }
  });

  it("waits for a node that has only come part of the way", async () => {
    const chain = begun().mine(pilotApplied(2)).mine(pilotApplied(3));
    mirrored = await MirroredChain.of(chain);
    await mirrored.mirror.syncOnce();
    const digest = await mirrored.digest();
    const behind = begun().mine(pilotApplied(2));
    await mirrored.restart({}, behind);
    const { state, lastError } = await mirrored.mirror.syncOnce();
    expect([state, lastError?.code]).to.deep.equal(["starting", "NODE_BEHIND"]);
    expect(await mirrored.digest()).to.equal(digest);
    behind.mine(pilotApplied(3));
    expect((await mirrored.mirror.syncOnce()).state).to.equal("live");
  });

  it("brings back a milestone that a replaced block had taken away, and takes away one it had made", async () => {
    const chain = begun().mine(pilotReturned(1));
    mirrored = await MirroredChain.of(chain);
    await mirrored.mirror.syncOnce();
    const before = await mirrored.digest();
    chain
      .mine(pilotResubmitted(1, 1))
      .mine(pilotReturned(1, 2))
      .mine(pilotResubmitted(1, 5, 3));
    await mirrored.mirror.syncOnce();
    const reader = mirrored.store.snapshot();
    expect(await reader.get("milestone", `${pilotCode(1)}/M05`)).not.to.equal(undefined);
    await reader.close();
    chain.takeBack(3).mine();
    await mirrored.mirror.syncOnce();
    expect(await mirrored.digest()).to.equal(before);
  });

  it("halts when more was replaced than it can take back, and serves the new chain once told to begin anew", async () => {
    const chain = begun();
    mirrored = await MirroredChain.of(chain);
    await mirrored.restart({ finality: { depth: 3 } });
    for (let n = 0; n < 6; n++) chain.mine();
    await mirrored.mirror.syncOnce();
    chain.takeBack(5);
    for (let n = 0; n < 6; n++) chain.mine();
    const { state, reason } = await mirrored.mirror.syncOnce();
    expect([state, reason?.code]).to.deep.equal(["halted", "REORGANISATION_TOO_DEEP"]);
    expect(reason?.message).to.contain("--rebuild");
    await mirrored.restart({ onForeign: "replace" });
    await mirrored.mirror.syncOnce();
    expect((await mirrored.mirror.syncOnce()).state).to.equal("live");
    expect(await mirrored.digest()).to.equal(await freshDigest(chain));
  });

  it(`holds what a fresh one holds after any sequence of blocks, replacements and restarts (seed ${SEED})`, async function () {
    this.timeout(120_000);
    const step = fc.oneof(
      {
        weight: 5,
        arbitrary: fc.record({ kind: fc.constant("mine" as const), acts: fc.array(fc.nat(9), { maxLength: 3 }) }),
      },
      {
        weight: 2,
        arbitrary: fc.record({ kind: fc.constant("takeBack" as const), depth: fc.integer({ min: 1, max: 9 }) }),
      },
      { weight: 3, arbitrary: fc.constant({ kind: "sync" as const }) },
      { weight: 1, arbitrary: fc.constant({ kind: "restart" as const }) },
    );
    const property = fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 40 }), async (steps) => {
      const chain = begun();
      const subject = await MirroredChain.of(chain, { undoDepth: 64 });
      try {
        const acts = new RandomActs(3);
        for (const next of steps) {
          if (next.kind === "mine") chain.mine(...acts.chosen(next.acts, chain.height + 1));
          if (next.kind === "takeBack") acts.forget(chain, Math.min(next.depth, chain.height - 3));
          if (next.kind === "sync") await subject.mirror.syncOnce();
          if (next.kind === "restart") await subject.restart();
        }
        chain.mine();
        const { state, reason } = await subject.mirror.syncOnce();
        expect(state, reason?.message).to.equal("live");
        expect(await subject.digest()).to.equal(await freshDigest(chain));
      } finally {
        await subject.close();
      }
    });
    await fc.assert(property, { seed: SEED, numRuns: 40 });
  });
});

const oldBranch: EmittedEvent[][] = [
  [pilotApplied(2), milestoneSubmitted(1, 1)],
  [milestoneReturned(1, 1)],
  [],
  [milestoneSubmitted(1, 1, 2), milestoneAccepted(1, 1, 2)],
  [pilotReturned(2), pilotResubmitted(2, 1)],
];

const newBranch: EmittedEvent[][] = [
  [milestoneSubmitted(1, 1)],
  [milestoneAccepted(1, 1)],
  [pilotApplied(2, "另一个试点", 5)],
  [pilotReturned(2)],
  [pilotResubmitted(2, 2), pilotAdmitted(1)],
];
