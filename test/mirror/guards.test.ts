import { expect } from "chai";
import { RpcError } from "../../server/chain/errors.ts";
import type { RawLog } from "../../server/ledger/decode.ts";
import type { Hex } from "../../server/ledger/hex.ts";
import {
  accountBound,
  organisationRegistered,
  pilotApplied,
  pilotCode,
  pilotResubmitted,
  programmeOpened,
} from "../support/acts.ts";
import { FailingWrites } from "../support/failing-database.ts";
import { freshDigest, MirroredChain } from "../support/mirrored.ts";
import { SimulatedChain } from "../support/simulated-chain.ts";

function begun(seed?: string): SimulatedChain {
  return new SimulatedChain(seed)
    .mine(programmeOpened(), organisationRegistered(), accountBound())
    .mine(pilotApplied(1))
    .mine(pilotApplied(2));
}

describe("a mirror that cannot vouch for what it reads", () => {
  let mirrored: MirroredChain | undefined;

  afterEach(async () => {
    await mirrored?.close();
    mirrored = undefined;
  });

  async function halted(chain: SimulatedChain): Promise<{ code: string | undefined; message: string }> {
    mirrored = await MirroredChain.of(chain);
    const { state, reason } = await mirrored.mirror.syncOnce();
    expect(state).to.equal("halted");
    return { code: reason?.code, message: reason?.message ?? "" };
  }

  it("halts when the node leaves out a log, and has written nothing of it", async () => {
    const chain = begun();
    chain.alterLogs = (logs) => logs.filter((log) => log.blockNumber !== 4);
    const { code, message } = await halted(chain);
    expect(code).to.equal("JOURNAL_MISMATCH");
    expect(message).to.contain("counts 3 events").and.contain("make 2");
    expect(mirrored?.store.head).to.equal(undefined);
  });

  it("halts when the node alters a log", async () => {
    const chain = begun();
    const alter = (data: Hex): Hex => `${data.slice(0, -1)}${data.endsWith("1") ? "2" : "1"}` as Hex;
    chain.alterLogs = (logs) => logs.map((log, index) => (index === 2 ? { ...log, data: alter(log.data) } : log));
    expect((await halted(chain)).code).to.be.oneOf(["JOURNAL_MISMATCH", "MALFORMED_EVENT"]);
  });

  it("never writes a range whose journals are not the contracts'", async () => {
    const chain = begun().mine().mine();
    mirrored = await MirroredChain.of(chain);
    chain.alterLogs = (logs) => logs.filter((log) => log.blockNumber !== 4);
    for (const finality of [{ depth: 0 }, { depth: 128 }]) {
      await mirrored.restart({ rangeLength: 1, finality });
      expect((await mirrored.mirror.syncOnce()).reason?.code).to.equal("JOURNAL_MISMATCH");
      expect(mirrored.store.head?.number).to.be.lessThan(4);
    }
  });

  it("asks again before it believes that events are missing or cannot be read", async () => {
    const chain = begun();
    const wrong: ((logs: RawLog[]) => RawLog[])[] = [
      (logs) => logs.slice(1),
      (logs) => logs.map((log) => ({ ...log, data: `${log.data}00` as Hex })),
    ];
    chain.alterLogs = (logs) => wrong.pop()?.(logs) ?? logs;
    mirrored = await MirroredChain.of(chain);
    const { state, reason } = await mirrored.mirror.syncOnce();
    expect([state, reason]).to.deep.equal(["live", null]);
    expect(await mirrored.digest()).to.equal(await freshDigest(chain));
  });

  it("asks about a block by itself when its Bloom filter tells of events and none came", async () => {
    const chain = begun();
    let asked = 0;
    chain.alterLogs = (logs) => (asked++ === 0 ? [] : logs);
    mirrored = await MirroredChain.of(chain);
    expect((await mirrored.mirror.syncOnce()).lastError?.message).to.contain("left out the logs of block 2");
    expect((await mirrored.mirror.syncOnce()).state).to.equal("live");
  });

  it("halts at an event it does not know", async () => {
    const { code, message } = await halted(begun().mine({ ...pilotApplied(3), signature: `0x${"ab".repeat(32)}` }));
    expect(code).to.equal("UNKNOWN_EVENT");
    expect(message).to.contain("update the toolkit");
  });

  it("halts at an event about a pilot that never applied", async () => {
    const { code, message } = await halted(begun().mine(pilotResubmitted(7, 1)));
    expect(code).to.equal("RECORD_MISSING");
    expect(message).to.contain(pilotCode(7));
  });

  it("refuses a chain of another genesis, and mirrors nothing of it", async () => {
    mirrored = await MirroredChain.of(begun());
    await mirrored.mirror.syncOnce();
    const digest = await mirrored.digest();
    await mirrored.restart({}, begun("another"));
    const { state, reason } = await mirrored.mirror.syncOnce();
    expect([state, reason?.code]).to.deep.equal(["halted", "WRONG_CHAIN"]);
    expect(await mirrored.digest()).to.equal(digest);
  });

  it("notices while it runs that the node's chain was started anew", async () => {
    mirrored = await MirroredChain.of(begun());
    let source = mirrored.chain;
    await mirrored.restart({}, new Proxy(source, { get: (_, name) => memberOf(source, name) }));
    expect((await mirrored.mirror.syncOnce()).state).to.equal("live");
    source = begun("another").mine().mine();
    expect((await mirrored.mirror.syncOnce()).reason?.code).to.equal("WRONG_CHAIN");
  });

  it("asks a node that was away which chain it has before it takes the first block from it", async () => {
    mirrored = await MirroredChain.of(begun());
    let source = mirrored.chain;
    await mirrored.restart({}, new Proxy(source, { get: (_, name) => memberOf(source, name) }));
    source.onRequest = (method) => {
      if (method === "logs") throw new RpcError("RPC_UNREACHABLE", "the node is away");
    };
    expect((await mirrored.mirror.syncOnce()).lastError?.code).to.equal("RPC_UNREACHABLE");
    source = begun("another");
    expect((await mirrored.mirror.syncOnce()).reason?.code).to.equal("WRONG_CHAIN");
  });
});

describe("a mirror whose node or disk fails for a while", () => {
  let mirrored: MirroredChain | undefined;

  afterEach(async () => {
    await mirrored?.close();
    mirrored = undefined;
  });

  it("comes to the same whatever request failed", async () => {
    const chain = begun().mine(pilotApplied(3)).mine(pilotApplied(4));
    const expected = await freshDigest(chain);
    const requests = chain.requests;
    for (let failing = 1; failing <= requests; failing++) {
      const subject = await MirroredChain.of(chain);
      let count = 0;
      chain.onRequest = () => {
        count += 1;
        if (count === failing) throw new RpcError("RPC_UNREACHABLE", "the node is away");
      };
      const first = await subject.mirror.syncOnce();
      if (count >= failing) expect(first.lastError?.code).to.equal("RPC_UNREACHABLE");
      const second = await subject.mirror.syncOnce();
      expect([second.state, second.lastError]).to.deep.equal(["live", null]);
      chain.onRequest = () => undefined;
      expect(await subject.digest()).to.equal(expected);
      await subject.close();
    }
  });

  it("goes on from its last whole batch after a write that failed", async () => {
    const chain = begun().mine(pilotApplied(3)).mine(pilotApplied(4));
    const writes = new FailingWrites();
    mirrored = await MirroredChain.of(chain, { database: writes.factory });
    await mirrored.restart({ rangeLength: 2 });
    writes.remaining = 1;
    const openings = writes.openings;
    expect((await mirrored.mirror.syncOnce()).lastError?.code).to.equal("WRITE_FAILED");
    expect(writes.openings).to.equal(openings + 1);
    expect((await mirrored.mirror.syncOnce()).state).to.equal("live");
    expect(await mirrored.digest()).to.equal(await freshDigest(chain));
  });

  it("tells who waits for it that it was stopped", async () => {
    mirrored = await MirroredChain.of(begun());
    mirrored.chain.onRequest = () => {
      throw new RpcError("RPC_UNREACHABLE", "the node is away");
    };
    mirrored.mirror.start();
    const waiting = mirrored.mirror.caughtUp().then(
      () => "caught up",
      (error: Error) => error.message,
    );
    await mirrored.mirror.stop();
    expect(await waiting).to.contain("stopped");
    expect(mirrored.mirror.status.state).to.equal("stopped");
  });

  it("says how far it is", async () => {
    mirrored = await MirroredChain.of(begun());
    const lags: (number | null)[] = [];
    await mirrored.restart({ rangeLength: 2, onProgress: ({ lag }) => lags.push(lag) });
    expect(mirrored.mirror.status).to.include({ state: "starting", lag: null });
    mirrored.mirror.start();
    await mirrored.mirror.caughtUp();
    expect(lags.slice(0, 3)).to.deep.equal([4, 2, 0]);
    expect(mirrored.mirror.status).to.include({ state: "live", lag: 0 });
  });
});

function memberOf(chain: SimulatedChain, name: string | symbol): unknown {
  const member: unknown = Reflect.get(chain, name);
  return typeof member === "function" ? member.bind(chain) : member;
}

describe("a mirror that is told to look twice at once", () => {
  it("takes one turn after the other, and does not halt", async () => {
    const chain = begun();
    const mirrored = await MirroredChain.of(chain);
    try {
      const statuses = await Promise.all([mirrored.mirror.syncOnce(), mirrored.mirror.syncOnce()]);
      for (const { state, reason } of statuses)
        expect({ state, reason }).to.deep.equal({ state: "live", reason: null });
    } finally {
      await mirrored.close();
    }
  });
});
