import { Worker } from "node:worker_threads";
import type { Log } from "../../store/log.ts";
import type { PreparedCommit } from "../../store/prepared-commit.ts";
import type { Store } from "../../store/store.ts";
import type { FetchedRange } from "../fetch-range.ts";
import { commitOf } from "./commit-message.ts";
import { rangeMessage } from "./range-message.ts";
import type { FromThread, ThreadData, ToThread } from "./thread-messages.ts";

const ENTRY = new URL("./thread.ts", import.meta.url);

/** MiB: a range and what came of it fit several times. */
const MEMORY = { maxYoungGenerationSizeMb: 16, maxOldGenerationSizeMb: 96 };

/** The commit that writes a range; undefined when the thread cannot work it out, and whoever asked has to. */
export type PreparedRange = PreparedCommit | undefined;

/**
 * A thread that works out what ranges do to the records while those before are written and those after are fetched. What it does not
 * manage, for whatever reason, is left to its user.
 */
export class BackfillThread {
  readonly #store: Store;
  readonly #log: Log;
  readonly #worker: Worker;
  /** Who waits for the ranges under way, in their order. */
  readonly #waiting: ((prepared: PreparedRange) => void)[] = [];
  readonly #started = Promise.withResolvers<void>();
  /** How many of the ranges that it worked out since it began were written. */
  #written = 0;
  #isReady = false;
  #isGone = false;

  constructor(store: Store, log: Log) {
    this.#store = store;
    this.#log = log;
    const workerData: ThreadData = { identity: store.identity };
    this.#worker = new Worker(ENTRY, { workerData, resourceLimits: MEMORY });
    // It does not keep the process alive: who waits for it does.
    this.#worker.unref();
    this.#worker.on("message", (message: FromThread) => this.#take(message));
    this.#worker.on("error", (error) =>
      this.#log.warn(`the mirror's thread ended (${error.message}); it goes on without`),
    );
    this.#worker.on("exit", () => this.#gone());
  }

  /** Waits until it has started, or is known never to. */
  async started(): Promise<void> {
    this.#worker.ref();
    await this.#started.promise;
    if (this.#waiting.length === 0) this.#worker.unref();
  }

  /** Whether it has started. */
  get isReady(): boolean {
    return this.#isReady && !this.#isGone;
  }

  /** Begins at the records as they are stored. */
  begin(settled: number): void {
    const { digest, history } = this.#store;
    this.#written = 0;
    this.#tell({ kind: "begin", standing: { digest, history, settled } });
  }

  /** Works out what a range does, which follows the one before, or what is stored. */
  prepare(range: FetchedRange): Promise<PreparedRange> {
    if (this.#isGone) return Promise.resolve(undefined);
    const { promise, resolve } = Promise.withResolvers<PreparedRange>();
    this.#waiting.push(resolve);
    this.#worker.ref();
    this.#tell({ kind: "prepare", range: rangeMessage(range), written: this.#written });
    return promise;
  }

  /** The first of the ranges that were worked out and not written yet was written. */
  written(): void {
    this.#written += 1;
  }

  async close(): Promise<void> {
    await this.#worker.terminate();
  }

  #take(message: FromThread): void {
    switch (message.kind) {
      case "ready":
        this.#isReady = true;
        this.#started.resolve();
        return;
      case "read":
        this.#store.stored(message.keys).then(
          (values) => this.#tell({ kind: "stored", values }),
          () => this.#tell({ kind: "unreadable" }),
        );
        return;
      case "prepared":
        this.#answer(commitOf(message.commit));
        return;
      case "refused":
        this.#answer(undefined);
        return;
    }
  }

  #answer(prepared: PreparedRange): void {
    this.#waiting.shift()?.(prepared);
    if (this.#waiting.length === 0) this.#worker.unref();
  }

  #gone(): void {
    this.#isGone = true;
    this.#started.resolve();
    for (const resolve of this.#waiting.splice(0)) resolve(undefined);
  }

  #tell(message: ToThread): void {
    this.#worker.postMessage(message);
  }
}
