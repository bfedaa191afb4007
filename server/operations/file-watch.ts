import type { Clock } from "../chain/clock.ts";
import { isRot } from "../store/errors.ts";
import type { Log } from "../store/log.ts";
import type { Store } from "../store/store.ts";

/** Milliseconds between the end of one inspection and the beginning of the next. */
const INTERVAL = 1_000;
/** Inspections work one part of so many of the time, all of a process together: some 15 to 30 MB/s. */
const PARTS = 20;
/** Milliseconds between two inspections of logs, which nobody reads before the database is opened again. */
const LOG_INTERVAL = 60_000;

/**
 * Inspects the files of an open store again and again, so that rot in a table is found though nothing reads it, or though a read finds
 * nothing where something is. What it finds the store remembers as damage, and the mirror heals.
 */
export class FileWatch {
  readonly #store: Store;
  readonly #clock: Clock;
  readonly #log: Log;
  readonly #rest: number;
  readonly #stopping = new AbortController();
  #running: Promise<void> | undefined;
  #logsAt = Number.NEGATIVE_INFINITY;

  /** @param stores How many stores of the process are inspected at the same time. */
  constructor(store: Store, clock: Clock, log: Log, stores = 1) {
    this.#store = store;
    this.#clock = clock;
    this.#log = log;
    this.#rest = PARTS * stores - 1;
  }

  start(): void {
    this.#running ??= this.#run();
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#running;
  }

  async #run(): Promise<void> {
    const { signal } = this.#stopping;
    while (!signal.aborted) {
      try {
        await this.#clock.sleep(INTERVAL, signal);
        // Damage that is known already is for the mirror to heal.
        if (this.#store.damage === undefined) await this.#inspect(signal);
      } catch (error) {
        if (signal.aborted) return;
        const message = error instanceof Error ? error.message : String(error);
        this.#log.warn(isRot(error) ? message : `the files of the mirror were not inspected: ${message}`);
      }
    }
  }

  async #inspect(signal: AbortSignal): Promise<void> {
    let from = this.#clock.now();
    const which = from - this.#logsAt >= LOG_INTERVAL ? "all" : "tables";
    if (which === "all") this.#logsAt = from;
    await this.#store.inspectFiles(which, async () => {
      await this.#clock.sleep(Math.max(1, this.#rest * (this.#clock.now() - from)), signal);
      from = this.#clock.now();
    });
  }
}
