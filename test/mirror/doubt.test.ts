import { expect } from "chai";
import { RpcError } from "../../server/chain/errors.ts";
import { FailoverSource, freshNodes } from "../../server/chain/failover-source.ts";
import type { RawLog } from "../../server/ledger/decode.ts";
import { accountBound, organisationRegistered, pilotApplied, programmeOpened } from "../support/acts.ts";
import { freshDigest, MirroredChain, STILL_CLOCK } from "../support/mirrored.ts";
import { SimulatedChain } from "../support/simulated-chain.ts";

/** The same chain again and again, as several nodes have it. */
function begun(): SimulatedChain {
  return new SimulatedChain()
    .mine(programmeOpened(), organisationRegistered(), accountBound())
    .mine(pilotApplied(1))
    .mine(pilotApplied(2), pilotApplied(3));
}

const withoutTheSecond = (logs: RawLog[]) => logs.filter((log) => log.blockNumber !== 4 || log.logIndex !== 0);

/** A node that keeps no state but that of its head. */
function forgetful(chain: SimulatedChain): SimulatedChain {
  const callEach = chain.callEach.bind(chain);
  chain.callEach = async (addresses, input, block) => {
    if (block.number < chain.height) throw new RpcError("RPC_ERROR", "missing trie node");
    return callEach(addresses, input, block);
  };
  return chain;
}

describe("a mirror of several nodes of which some are wrong", () => {
  let mirrored: MirroredChain;

  afterEach(() => mirrored.close());

  async function following(...nodes: readonly SimulatedChain[]): Promise<FailoverSource> {
    const source = new FailoverSource(freshNodes(nodes), STILL_CLOCK);
    mirrored = await MirroredChain.of(begun());
    await mirrored.restart({ source });
    return source;
  }

  it("goes on with the one that is right, whichever leave logs out", async () => {
    const nodes = [begun(), begun(), begun()];
    for (const liar of nodes.slice(0, 2)) liar.alterLogs = withoutTheSecond;
    await following(...nodes);
    const { state, reason } = await mirrored.mirror.syncOnce();
    expect([state, reason]).to.deep.equal(["live", null]);
    expect(await mirrored.digest()).to.equal(await freshDigest(begun()));
  });

  it("halts when every one is wrong again and again, and has written nothing of it", async () => {
    const nodes = [begun(), begun()];
    for (const liar of nodes) liar.alterLogs = withoutTheSecond;
    await following(...nodes);
    const { state, reason, head } = await mirrored.mirror.syncOnce();
    expect([state, reason?.code, head]).to.deep.equal(["halted", "JOURNAL_MISMATCH", null]);
  });

  it("waits where the one that may be right cannot be asked, and goes on once it can", async () => {
    const [liar, away] = [begun(), begun()];
    liar.alterLogs = withoutTheSecond;
    away.onRequest = () => {
      throw new RpcError("RPC_UNREACHABLE", "it is away");
    };
    await following(liar, away);
    const { state, lastError } = await mirrored.mirror.syncOnce();
    expect(state).to.not.equal("halted");
    expect(lastError?.message).to.contain("counts 4 events").and.contain("could not be asked: it is away");
    away.onRequest = () => undefined;
    expect((await mirrored.mirror.syncOnce()).state).to.equal("live");
  });

  it("does not believe the one that denies what is mirrored while another owns to it", async () => {
    const [first, second] = [begun(), begun()];
    await following(first, second);
    await mirrored.mirror.syncOnce();
    first.callEach = async (addresses) => addresses.map(() => `0x${"0".repeat(63)}7${"1".repeat(64)}` as const);
    await mirrored.restart({ source: new FailoverSource(freshNodes([first, second]), STILL_CLOCK) });
    expect((await mirrored.mirror.syncOnce()).state).to.equal("live");
  });
});

describe("a mirror of several nodes of which most have another chain", () => {
  it("waits until it reads from the one that has its own, and never halts", async () => {
    const mirrored = await MirroredChain.of(begun());
    try {
      const others = [1, 2, 3, 4].map(() => new SimulatedChain("another").mine().mine().mine().mine());
      const away = begun();
      away.onRequest = () => {
        throw new RpcError("RPC_UNREACHABLE", "it is away");
      };
      let now = 0;
      const clock = { ...STILL_CLOCK, now: () => now };
      const source = new FailoverSource(freshNodes([...others, away, begun()]), clock);
      await mirrored.restart({ source });
      const states = new Set<string>();
      for (let look = 0; look < 20 && !states.has("live"); look++, now += 250) {
        states.add((await mirrored.mirror.syncOnce()).state);
      }
      expect([...states])
        .to.include("live")
        .and.not.include("halted");
    } finally {
      await mirrored.close();
    }
  });
});

describe("a mirror whose only node denies what it proved once", () => {
  let mirrored: MirroredChain;
  let chain: SimulatedChain;

  beforeEach(async () => {
    chain = begun();
    mirrored = await MirroredChain.of(chain);
    await mirrored.mirror.syncOnce();
    await mirrored.restart();
  });

  afterEach(() => mirrored.close());

  const deny = () => {
    const { callEach } = chain;
    chain.callEach = async (addresses) => addresses.map(() => "0x" as const);
    return () => {
      chain.callEach = callEach;
    };
  };

  it("keeps what it has, and goes on when the node is in order again", async () => {
    const restore = deny();
    const { head } = mirrored.store;
    for (let look = 1; look <= 4; look++) {
      const { state, lastError } = await mirrored.mirror.syncOnce();
      expect(state).to.not.be.oneOf(["healing", "halted"]);
      expect(lastError?.message).to.contain("it was proved once");
    }
    restore();
    expect((await mirrored.mirror.syncOnce()).state).to.equal("live");
    expect(mirrored.store.head).to.deep.equal(head);
    await mirrored.restart();
    deny();
    for (let look = 1; look <= 4; look++) await mirrored.mirror.syncOnce();
    expect(mirrored.mirror.status.state).to.not.equal("healing");
  });

  it("sets it aside when it goes on denying it", async () => {
    deny();
    for (let look = 1; look <= 5; look++) await mirrored.mirror.syncOnce();
    const { state, reason } = mirrored.mirror.status;
    expect([state, reason?.code]).to.deep.equal(["healing", "JOURNAL_MISMATCH"]);
  });
});

describe("a mirror whose nodes keep no old states", () => {
  let chain: SimulatedChain;
  let mirrored: MirroredChain;

  beforeEach(async () => {
    chain = forgetful(begun().mine().mine());
    mirrored = await MirroredChain.of(chain);
    await mirrored.restart({ finality: { depth: 1 }, rangeLength: 10 });
  });

  afterEach(() => mirrored.close());

  /** Lets it mirror what is settled, and no more. */
  async function halfway(): Promise<void> {
    const headers = chain.headers.bind(chain);
    chain.headers = async (from, to) => {
      if (from > chain.height - 1) throw new RpcError("RPC_UNREACHABLE", "the node is away");
      return headers(from, to);
    };
    const logs = chain.logs.bind(chain);
    chain.logs = async (from, to) => {
      if (to === chain.height) throw new RpcError("RPC_UNREACHABLE", "the node is away");
      return logs(from, to);
    };
    await mirrored.mirror.syncOnce();
    expect(mirrored.store.head?.number).to.equal(chain.height - 1);
    Object.assign(chain, { headers, logs });
  }

  it("serves nothing before the contracts' journals at the head have proved it, also after a restart, and says so", async () => {
    const said: string[] = [];
    const log = { info: (line: string) => said.push(line), warn: () => undefined };
    await mirrored.restart({ finality: { depth: 1 }, rangeLength: 2, log });
    await halfway();
    expect(said.filter((line) => line.includes("nothing is served before"))).to.have.length(1);
    const refused = () => {
      expect(() => mirrored.store.provenSnapshot())
        .to.throw()
        .with.property("code", "UNPROVEN");
      expect(() => mirrored.store.soundHead)
        .to.throw()
        .with.property("code", "UNPROVEN");
    };
    refused();
    await mirrored.restart({ finality: { depth: 1 } });
    refused();
    expect((await mirrored.mirror.syncOnce()).state).to.equal("live");
    await mirrored.store.provenSnapshot().close();
    await mirrored.restart();
    expect(mirrored.store.soundHead?.number).to.equal(chain.height);
  });

  it("sets aside what turns out to be wrong, tells so, and comes to the whole", async () => {
    chain.alterLogs = withoutTheSecond;
    await halfway();
    chain.alterLogs = (logs) => logs;
    const { state, reason } = await mirrored.mirror.syncOnce();
    expect([state, reason?.code]).to.deep.equal(["healing", "JOURNAL_MISMATCH"]);
    expect(mirrored.store.head).to.equal(undefined);
    expect((await mirrored.mirror.syncOnce()).state).to.equal("live");
    expect(await mirrored.digest()).to.equal(await freshDigest(begun().mine().mine()));
  });

  it("asks about each block whose Bloom filter tells of events and of which none came", async () => {
    chain.alterLogs = (logs) => logs.filter((log) => log.blockNumber !== 3);
    let asked = 0;
    chain.logsOf = async (block) => {
      asked += 1;
      return chain.at(block.number).logs.map((log) => ({ ...log }));
    };
    const { lastError, head } = await mirrored.mirror.syncOnce();
    expect(lastError?.message).to.contain("left out the logs of block 3");
    expect([asked, head]).to.deep.equal([1, null]);
  });

  it("comes to the whole though all nodes but the last leave the same logs out", async () => {
    const nodes = [0, 1, 2].map(() => forgetful(begun().mine().mine()));
    for (const liar of nodes.slice(0, -1)) liar.alterLogs = withoutTheSecond;
    await mirrored.restart({ source: new FailoverSource(freshNodes(nodes), STILL_CLOCK), finality: { depth: 1 } });
    const states: string[] = [];
    while (!/live|halted/.test(states.at(-1) ?? "")) states.push((await mirrored.mirror.syncOnce()).state);
    expect(states).to.include("healing").and.include("live");
    expect(await mirrored.digest()).to.equal(await freshDigest(begun().mine().mine()));
  });

  it("takes another by itself when the one that it reads by itself is gone", async () => {
    const [liar, away, honest] = [0, 1, 2].map(() => forgetful(begun().mine().mine())) as [
      SimulatedChain,
      SimulatedChain,
      SimulatedChain,
    ];
    liar.alterLogs = withoutTheSecond;
    away.alterLogs = withoutTheSecond;
    const source = new FailoverSource(freshNodes([liar, away, honest]), STILL_CLOCK);
    await mirrored.restart({ source, finality: { depth: 1 } });
    expect((await mirrored.mirror.syncOnce()).state).to.equal("healing");
    away.onRequest = () => {
      throw new RpcError("RPC_UNREACHABLE", "it is away");
    };
    const states: string[] = [];
    while (!/live|halted/.test(states.at(-1) ?? "")) states.push((await mirrored.mirror.syncOnce()).state);
    expect(states.at(-1)).to.equal("live");
  });

  it("halts when it is wrong again each time it is mirrored anew", async () => {
    chain.alterLogs = withoutTheSecond;
    for (let time = 1; time <= 2; time++) expect((await mirrored.mirror.syncOnce()).state).to.equal("healing");
    const { state, reason } = await mirrored.mirror.syncOnce();
    expect([state, reason?.code]).to.deep.equal(["halted", "JOURNAL_MISMATCH"]);
  });
});
