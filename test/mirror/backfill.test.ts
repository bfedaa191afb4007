import { expect } from "chai";
import { JsonRpcSource } from "../../server/chain/json-rpc-source.ts";
import { ahead } from "../../server/mirror/ahead.ts";
import { Pacer } from "../../server/mirror/pacer.ts";
import { RangeSizer } from "../../server/mirror/range-sizer.ts";
import { slices } from "../../server/mirror/slices.ts";
import { accountBound, organisationRegistered, pilotApplied, programmeOpened } from "../support/acts.ts";
import { blockOf, fieldChange } from "../support/blocks.ts";
import { freshDigest, MirroredChain } from "../support/mirrored.ts";
import { SimulatedChain } from "../support/simulated-chain.ts";
import { SimulatedNode, serveNode } from "../support/simulated-node.ts";

describe("work done ahead", () => {
  it("gives results in order, with no more under way than told", async () => {
    let [underWay, most] = [0, 0];
    const work = async (piece: number) => {
      most = Math.max(most, ++underWay);
      for (let turn = 0; turn < 10 - piece; turn++) await Promise.resolve();
      underWay -= 1;
      return piece * 2;
    };
    const results: number[] = [];
    for await (const result of ahead([1, 2, 3, 4, 5, 6], 3, work)) results.push(result);
    expect(results).to.deep.equal([2, 4, 6, 8, 10, 12]);
    expect(most).to.equal(3);
  });

  it("ends what is under way when a piece fails, and begins no more", async () => {
    const [begun, ended]: [number[], number[]] = [[], []];
    const work = async (piece: number, signal: AbortSignal) => {
      begun.push(piece);
      signal.addEventListener("abort", () => ended.push(piece));
      if (piece === 2) throw new Error("the second fails");
      return piece;
    };
    const take = async () => {
      for await (const _ of ahead([1, 2, 3, 4, 5, 6], 2, work));
    };
    expect(await take().then(String, ({ message }: Error) => message)).to.equal("the second fails");
    expect(begun).to.deep.equal([1, 2, 3]);
    expect(ended).to.include(3);
  });
});

describe("the ranges of a backfill", () => {
  it("are sized by their logs, and grow at most fourfold", () => {
    const sizer = new RangeSizer();
    expect(sizer.length).to.equal(10);
    sizer.found(10, 5_000);
    expect(sizer.length).to.equal(2);
    sizer.found(2, 0);
    expect(sizer.length).to.equal(8);
    sizer.found(1, 1_000_000);
    expect(sizer.length).to.equal(1);
  });

  it("take few questions where little happened, and leave nothing out", async () => {
    const chain = new SimulatedChain().mine(programmeOpened(), organisationRegistered(), accountBound());
    for (let serial = 1; serial <= 5; serial++) {
      for (let n = 0; n < 400; n++) chain.mine();
      chain.mine(pilotApplied(serial));
    }
    const mirrored = await MirroredChain.of(chain);
    try {
      await mirrored.restart({ rangeLength: 50, finality: { depth: 8 } });
      chain.requests = 0;
      expect((await mirrored.mirror.syncOnce()).state).to.equal("live");
      expect(chain.requests).to.be.lessThan(40);
      expect(mirrored.store.head?.hash).to.equal(chain.at(chain.height).hash);
      expect(await mirrored.digest()).to.equal(await freshDigest(chain));
    } finally {
      await mirrored.close();
    }
  });

  it("tell how fast they come on and how long it takes yet", () => {
    let now = 1_000;
    const pacer = new Pacer(() => now);
    expect(pacer.pace(10)).to.equal(null);
    pacer.wrote({ blocks: 0, events: 0 });
    now += 2_000;
    pacer.wrote({ blocks: 50, events: 5_000 });
    expect(pacer.pace(100)).to.deep.equal({ eventsPerSecond: 2_500, blocksPerSecond: 25, secondsLeft: 4 });
    pacer.rest();
    expect(pacer.pace(100)).to.equal(null);
  });
});

describe("what is written in one batch", () => {
  it("is cut where there are changes enough, and nothing is left out or twice", () => {
    const chain = Array.from({ length: 9 }, (_, number) =>
      blockOf(
        number,
        Array.from({ length: number % 3 }, (_unused, index) => fieldChange(`F${index}`, index)),
      ),
    );
    const parts = [...slices(chain, 3)];
    expect(parts.flat()).to.deep.equal(chain);
    expect(parts.map((part) => part.length)).to.deep.equal([3, 3, 3]);
    expect([...slices([])]).to.deep.equal([]);
  });
});

describe("a mirror told when blocks are settled", () => {
  it("keeps what undoes the others, as a depth or the chain's tag says", async () => {
    const chain = new SimulatedChain().mine(programmeOpened(), organisationRegistered(), accountBound());
    for (let serial = 1; serial <= 20; serial++) chain.mine(pilotApplied(serial));
    const mirrored = await MirroredChain.of(chain);
    try {
      await mirrored.restart({ finality: { depth: 6 } });
      await mirrored.mirror.syncOnce();
      expect(mirrored.store.undoFloor).to.equal(chain.height - 6);
      const head = chain.head.bind(chain);
      chain.head = async (tag) => (tag === "safe" ? chain.at(chain.height - 4) : head(tag));
      await mirrored.restart({ finality: { tag: "safe" } });
      chain.mine();
      await mirrored.mirror.syncOnce();
      expect(mirrored.store.undoFloor).to.equal(chain.height - 4);
    } finally {
      await mirrored.close();
    }
  });
});

describe("a mirror of a simulated chain over HTTP", () => {
  it("holds what one beside the chain holds", async () => {
    const chain = new SimulatedChain().mine(programmeOpened(), organisationRegistered(), accountBound());
    for (let serial = 1; serial <= 30; serial++) chain.mine(pilotApplied(serial)).mine();
    const served = await serveNode(new SimulatedNode(chain));
    const mirrored = await MirroredChain.of(chain);
    try {
      await mirrored.restart({ source: new JsonRpcSource({ url: served.url }), finality: { depth: 20 } });
      const { state, lastError } = await mirrored.mirror.syncOnce();
      expect([state, lastError]).to.deep.equal(["live", null]);
      expect(await mirrored.digest()).to.equal(await freshDigest(chain));
    } finally {
      await mirrored.close();
      await served.close();
    }
  });
});
