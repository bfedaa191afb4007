import type { Clock } from "../chain/clock.ts";
import type { CheckReport } from "../store/check.ts";
import { isRot } from "../store/errors.ts";
import type { Log } from "../store/log.ts";
import type { Store } from "../store/store.ts";

/** How a check went. */
export interface Checked {
  /** When it ended, Unix seconds. */
  readonly at: number;
  readonly seconds: number;
  readonly entries: number;
  readonly faults: readonly string[];
}

/** Milliseconds between two checks, and before the first. */
const INTERVAL = 6 * 3_600_000;
/** Of the time that a check takes, it works one part and rests so many. */
const REST = 9;

/**
 * Checks a store again and again in the background, a little at a time, so that answers do not wait for it. What it finds the store
 * remembers as damage, and the mirror heals.
 */
export class SelfCheck {
  readonly #store: Store;
  readonly #clock: Clock;
  readonly #log: Log;
  readonly #stopping = new AbortController();
  #running: Promise<void> | undefined;
  #last: Checked | null = null;

  constructor(store: Store, clock: Clock, log: Log) {
    this.#store = store;
    this.#clock = clock;
    this.#log = log;
  }

  /** The last check that came to its end; null before. */
  get last(): Checked | null {
    return this.#last;
  }

  start(): void {
    this.#running ??= this.#run();
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#running;
  }

  /**
   * Checks now, without rests unless told.
   *
   * @param onProgress Told now and then how many entries were read, and the last key of them.
   */
  async check(
    pace: "at once" | "slowly",
    journals: "fold" | "leave",
    onProgress: (entries: number, key: string) => void = () => undefined,
  ): Promise<CheckReport> {
    const begun = this.#clock.now();
    let from = begun;
    const onEntries = async (entries: number, key: string) => {
      onProgress(entries, key);
      this.#stopping.signal.throwIfAborted();
      if (pace === "at once") return;
      await this.#clock.sleep(Math.max(1, REST * (this.#clock.now() - from)), this.#stopping.signal);
      from = this.#clock.now();
    };
    const report = await this.#store.check({ journals, onEntries });
    const ended = this.#clock.now();
    const { entries, faults } = report;
    this.#last = { at: Math.floor(ended / 1_000), seconds: (ended - begun) / 1_000, entries, faults };
    if (faults.length > 0) this.#log.warn(`the mirror's check found ${faults.join("; ")}`);
    return report;
  }

  async #run(): Promise<void> {
    const { signal } = this.#stopping;
    while (!signal.aborted) {
      try {
        await this.#clock.sleep(INTERVAL, signal);
        await this.check("slowly", "leave");
      } catch (error) {
        if (!signal.aborted && !isRot(error)) this.#log.warn(`the mirror's check did not come to its end: ${error}`);
      }
    }
  }
}
