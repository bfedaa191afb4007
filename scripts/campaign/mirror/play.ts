import { join } from "node:path";
import { FailoverSource, freshNodes } from "../../../server/chain/failover-source.ts";
import { JsonRpcSource } from "../../../server/chain/json-rpc-source.ts";
import type { ChainSource } from "../../../server/chain/source.ts";
import { journalId } from "../../../server/ledger/keys.ts";
import { Mirror } from "../../../server/mirror/mirror.ts";
import type { MirrorStatus } from "../../../server/mirror/status.ts";
import { openStore } from "../../../server/store/open.ts";
import type { Store } from "../../../server/store/store.ts";
import { temporaryDirectory } from "../../../test/support/directory.ts";
import { CONTRACTS } from "../../../test/support/simulated-chain.ts";
import type { Draw } from "../draw.ts";
import type { FaultyNode } from "./faulty-node.ts";
import { SimulatedTime } from "./simulated-time.ts";
import { World } from "./world.ts";

/** Looks at the chain after which a mirror whose nodes are well again must be at the head. */
const LOOKS = 12;

/**
 * Lets a mirror follow a random chain over faulty nodes, and compares it in the end with one that has known nothing but the chain as
 * it is then.
 *
 * @returns what went wrong; undefined when nothing did.
 */
export async function play(draw: Draw, seed: number): Promise<string | undefined> {
  const directory = await temporaryDirectory();
  const world = new World(draw, seed, new SimulatedTime());
  const path = join(directory.path, "mirror");
  // Of nodes that keep old states, and of such as do not.
  const subject = new Subject(world, path, draw, seed % 16 === 3 || seed % 16 === 1);
  try {
    await subject.open();
    const fault = (await story(world, subject, draw)) ?? (await end(world, subject));
    if (fault !== undefined) return fault;
    const fresh = new Subject(world, join(directory.path, "fresh"), draw);
    try {
      await fresh.open();
      const unfinished = await end(world, fresh);
      if (unfinished !== undefined) return `a fresh mirror: ${unfinished}`;
      const [followed, anew] = [subject.store.digest.sum, fresh.store.digest.sum];
      return followed === anew ? undefined : `the digest is ${followed}, and that of a fresh mirror ${anew}`;
    } finally {
      await fresh.close();
    }
  } finally {
    await subject.close();
    await directory.remove();
  }
}

/** What happens: the chain goes on, blocks are replaced, nodes lag or show an old branch, the mirror is started again. */
async function story(world: World, subject: Subject, draw: Draw): Promise<string | undefined> {
  for (let step = 6 + draw.number(8); step > 0; step--) {
    world.happen();
    if (draw.number(5) === 0) await subject.restart();
    if (draw.number(3) === 0) world.happenAfter(draw.number(30));
    for (let look = draw.number(3); look >= 0; look--) {
      const fault = await subject.look();
      if (fault !== undefined) return fault;
    }
  }
  return undefined;
}

/** Lets the nodes be well, and the mirror come to the head. */
async function end(world: World, subject: Subject): Promise<string | undefined> {
  world.beGood();
  let status: MirrorStatus | undefined;
  for (let look = 0; look < LOOKS; look++) {
    const fault = await subject.look();
    if (fault !== undefined) return fault;
    status = subject.mirror.status;
    if (status.state === "live" && status.head?.hash === world.chain.at(world.chain.height).hash) return undefined;
  }
  return `it did not come to the head: ${JSON.stringify(status)}`;
}

/** A mirror of the world's ledger. */
class Subject {
  readonly #world: World;
  readonly #directory: string;
  readonly #draw: Draw;
  readonly #isThreaded: boolean;
  #parts: { readonly store: Store; readonly mirror: Mirror } | undefined;

  /** @param isThreaded Whether its backfills go on in two threads from the first event on. */
  constructor(world: World, directory: string, draw: Draw, isThreaded = false) {
    this.#world = world;
    this.#directory = directory;
    this.#draw = draw;
    this.#isThreaded = isThreaded;
  }

  get store(): Store {
    return this.#open.store;
  }

  get mirror(): Mirror {
    return this.#open.mirror;
  }

  get #open() {
    if (this.#parts === undefined) throw new Error("the mirror is not open");
    return this.#parts;
  }

  async open(): Promise<void> {
    const { chain, nodes, time } = this.#world;
    const store = await openStore({ directory: this.#directory, identity: chain.identity, onForeign: "refuse" });
    const source = sourceOf(nodes, time);
    const inThreads = this.#isThreaded ? { threadAfter: 0 } : {};
    const rangeLength = 1 + this.#draw.number(this.#isThreaded ? 6 : 60);
    const finality = this.#draw.number(2) === 0 ? { tag: "finalized" as const } : { depth: 128 };
    this.#parts = { store, mirror: new Mirror({ store, source, clock: time, rangeLength, finality, ...inThreads }) };
  }

  async restart(): Promise<void> {
    await this.close();
    await this.open();
  }

  /**
   * Lets the mirror look at the chain once. What it holds then must be what the contracts counted in the block it is at, or not be
   * served.
   */
  async look(): Promise<string | undefined> {
    const { chain, time } = this.#world;
    time.pass(250);
    const { state, reason, head } = await this.mirror.syncOnce();
    if (state === "halted") return `it halted: ${reason?.code} ${reason?.message}`;
    if (head === null || !this.store.isProven) return undefined;
    const block = this.#world.known(head.hash);
    if (block === undefined) return `it is at block ${head.number} (${head.hash}), which there never was`;
    const addresses = Object.values(CONTRACTS);
    const records = await this.store.fetch(
      addresses.map((address) => ({ kind: "journal", id: journalId(address, null) })),
    );
    for (const address of addresses) {
      const mirrored = records.get("journal", journalId(address, null));
      const counted = block.journals.get(address);
      if (mirrored?.head !== counted?.head) {
        return `at block ${head.number} of ${chain.height} it holds ${mirrored?.count} events of ${address}, not ${counted?.count}`;
      }
    }
    return undefined;
  }

  async close(): Promise<void> {
    await this.#parts?.mirror.stop();
    await this.#parts?.store.close();
    this.#parts = undefined;
  }
}

function sourceOf(nodes: readonly FaultyNode[], clock: SimulatedTime): ChainSource {
  const sources = nodes.map(
    (node, index) =>
      new JsonRpcSource({
        url: `http://node-${index}.invalid`,
        clock,
        fetch: node.fetch as typeof fetch,
        random: () => 0,
      }),
  );
  return new FailoverSource(freshNodes(sources), clock);
}
