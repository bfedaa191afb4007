import { join } from "node:path";
import type { Clock } from "../../server/chain/clock.ts";
import { Mirror, type MirrorOptions } from "../../server/mirror/mirror.ts";
import { openStore, type StoreOptions } from "../../server/store/open.ts";
import type { Store } from "../../server/store/store.ts";
import { stateDigest } from "./digest.ts";
import { temporaryDirectory } from "./directory.ts";
import type { SimulatedChain } from "./simulated-chain.ts";

/** A clock on which no time passes: what waits for it waits only a turn of the event loop. */
export const STILL_CLOCK: Clock = {
  now: () => 0,
  sleep: async (_, signal) => {
    await new Promise((resolve) => setImmediate(resolve));
    signal?.throwIfAborted();
  },
  deadline: () => new AbortController().signal,
};

/** A simulated chain's mirror in a directory of its own. */
export class MirroredChain {
  readonly chain: SimulatedChain;
  readonly #directory: Awaited<ReturnType<typeof temporaryDirectory>>;
  #storeOptions: Partial<StoreOptions>;
  store: Store;
  mirror: Mirror;

  private constructor(
    chain: SimulatedChain,
    directory: Awaited<ReturnType<typeof temporaryDirectory>>,
    storeOptions: Partial<StoreOptions>,
    store: Store,
  ) {
    this.chain = chain;
    this.#directory = directory;
    this.#storeOptions = storeOptions;
    this.store = store;
    this.mirror = mirrorOf(chain, store);
  }

  static async of(chain: SimulatedChain, storeOptions: Partial<StoreOptions> = {}): Promise<MirroredChain> {
    const directory = await temporaryDirectory();
    return new MirroredChain(chain, directory, storeOptions, await opened(directory.path, chain, storeOptions));
  }

  get directory(): string {
    return join(this.#directory.path, "mirror");
  }

  /** Opens the same files again, for this chain or for one that took its place. */
  async restart(options: Partial<MirrorOptions> = {}, chain: SimulatedChain = this.chain): Promise<void> {
    await this.mirror.stop();
    await this.store.close();
    this.store = await opened(this.#directory.path, this.chain, this.#storeOptions);
    this.mirror = mirrorOf(chain, this.store, options);
  }

  async digest(): Promise<string> {
    const reader = this.store.snapshot();
    try {
      return await stateDigest(reader);
    } finally {
      await reader.close();
    }
  }

  async close(): Promise<void> {
    await this.mirror.stop();
    await this.store.close();
    await this.#directory.remove();
  }
}

/** The digest of a mirror that has known nothing but the chain as it is now. */
export async function freshDigest(chain: SimulatedChain): Promise<string> {
  const fresh = await MirroredChain.of(chain);
  try {
    const status = await fresh.mirror.syncOnce();
    if (status.state !== "live") throw new Error(`a fresh mirror is ${status.state}: ${status.reason?.message}`);
    return await fresh.digest();
  } finally {
    await fresh.close();
  }
}

function opened(directory: string, chain: SimulatedChain, options: Partial<StoreOptions>): Promise<Store> {
  return openStore({ directory: join(directory, "mirror"), identity: chain.identity, onForeign: "refuse", ...options });
}

function mirrorOf(source: SimulatedChain, store: Store, options: Partial<MirrorOptions> = {}): Mirror {
  return new Mirror({ store, source, clock: STILL_CLOCK, rangeLength: 7, ...options });
}
