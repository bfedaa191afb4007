import type { Log } from "../../store/log.ts";
import type { Store } from "../../store/store.ts";
import type { FetchedRange } from "../fetch-range.ts";
import { BackfillThread, type PreparedRange } from "./backfill-thread.ts";

/** What a backfill works with. */
export interface BackfillOptions {
  readonly store: Store;
  readonly log: Log;
  /** After how many events it goes on in two threads; 0 for from the first on. */
  readonly threadAfter: number;
}

/** A range, and where a thread worked it out the commit that writes it. */
export interface RangeToWrite {
  readonly range: FetchedRange;
  readonly prepared: PreparedRange;
}

/** The ranges of a backfill on their way into the store: once it turns out long, each is worked out while the one before is written. */
export class Backfill {
  readonly #options: BackfillOptions;
  #thread: BackfillThread | undefined;
  #events = 0;

  constructor(options: BackfillOptions) {
    this.#options = options;
  }

  /**
   * Gives every range to be written, in their order. The next one is asked for when it was.
   *
   * @param settled The newest block that can no longer be replaced.
   */
  async *prepare(ranges: AsyncIterable<FetchedRange>, settled: number): AsyncGenerator<RangeToWrite> {
    let underWay: { readonly range: FetchedRange; readonly prepared: Promise<PreparedRange> } | undefined;
    // Whether the thread knows what the ranges before make of the records.
    let isFollowing = false;
    for await (const range of ranges) {
      const thread = await this.#threadFor(range);
      if (underWay !== undefined && (thread === undefined || !isFollowing)) {
        // It is written first: whoever takes the next one begins at what is stored.
        yield { range: underWay.range, prepared: await underWay.prepared };
        underWay = undefined;
        isFollowing = false;
      }
      if (thread === undefined) {
        yield { range, prepared: undefined };
        continue;
      }
      if (!isFollowing) thread.begin(settled);
      isFollowing = true;
      const next = { range, prepared: thread.prepare(range) };
      if (underWay !== undefined) {
        const prepared: PreparedRange = await underWay.prepared;
        isFollowing = prepared !== undefined;
        yield { range: underWay.range, prepared };
      }
      underWay = next;
    }
    if (underWay !== undefined) yield { range: underWay.range, prepared: await underWay.prepared };
  }

  async close(): Promise<void> {
    await this.#thread?.close();
  }

  /** The thread, once there was enough to do that it pays, and it has started; who wants it from the beginning waits for that. */
  async #threadFor({ logs }: FetchedRange): Promise<BackfillThread | undefined> {
    const { store, log, threadAfter } = this.#options;
    this.#events += logs.length;
    if (this.#thread === undefined && this.#events >= threadAfter) this.#thread = new BackfillThread(store, log);
    if (threadAfter === 0) await this.#thread?.started;
    return this.#thread?.isReady ? this.#thread : undefined;
  }
}
