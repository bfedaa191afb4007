import { type Clock, SYSTEM_CLOCK } from "../chain/clock.ts";
import { RpcError } from "../chain/errors.ts";
import type { ChainBlock, ChainSource } from "../chain/source.ts";
import { StoreError } from "../store/errors.ts";
import { type Log, SILENT } from "../store/log.ts";
import type { BlockMark } from "../store/reader.ts";
import type { Store } from "../store/store.ts";
import type { Failure, MirrorState, MirrorStatus } from "./status.ts";
import { Synchroniser } from "./synchroniser.ts";

/** How a mirror is set up. */
export interface MirrorOptions {
  /** Where it writes; it is not closed by the mirror. */
  readonly store: Store;
  readonly source: ChainSource;
  /** What to do at the start when what is mirrored is not of the node's chain; "refuse" unless told. */
  readonly onForeign?: "refuse" | "replace";
  /** Milliseconds between two looks at the chain's head; 250 unless told. */
  readonly pollInterval?: number;
  /** Blocks read and written at once; 50 unless told. */
  readonly rangeLength?: number;
  readonly clock?: Clock;
  readonly log?: Log;
  /** Called whenever the head or the chain's head has moved, or the state has changed. */
  readonly onProgress?: (status: MirrorStatus) => void;
}

/** As many blocks as nodes answer at once without complaint. */
const RANGE_LENGTH = 50;

/** The longest pause between two tries of a node that does not answer. */
const LONGEST_PAUSE = 5_000;

/** Keeps a store true to a chain: fetches what is new, takes back what was replaced, and stops rather than be wrong. */
export class Mirror {
  readonly #options: MirrorOptions;
  readonly #clock: Clock;
  readonly #log: Log;
  readonly #synchroniser: Synchroniser;
  readonly #caughtUp = Promise.withResolvers<void>();
  readonly #stopping = new AbortController();
  #running: Promise<void> | undefined;
  #turn: Promise<unknown> = Promise.resolve();
  #state: MirrorState = "starting";
  #reason: Failure | null = null;
  #chainHead: BlockMark | null = null;
  #lastError: MirrorStatus["lastError"] = null;

  constructor(options: MirrorOptions) {
    const {
      store,
      source,
      onForeign = "refuse",
      rangeLength = RANGE_LENGTH,
      clock = SYSTEM_CLOCK,
      log = SILENT,
    } = options;
    this.#options = options;
    this.#clock = clock;
    this.#log = log;
    this.#caughtUp.promise.catch(() => undefined);
    const onProgress = (chainHead: ChainBlock) => this.#progress(chainHead);
    this.#synchroniser = new Synchroniser({ store, source, onForeign, rangeLength, log, onProgress });
  }

  get status(): MirrorStatus {
    const head = this.#options.store.head ?? null;
    const first = this.#options.store.identity.deploymentBlock;
    const mirrored = head?.number ?? first - 1;
    return {
      state: this.#state,
      reason: this.#reason,
      head,
      chainHead: this.#chainHead,
      lag: this.#chainHead === null ? null : Math.max(0, this.#chainHead.number - mirrored),
      lastError: this.#lastError,
    };
  }

  /** Begins to follow the chain, until `stop` is called or `signal` aborts. */
  start(signal?: AbortSignal): void {
    if (signal?.aborted) this.#stopping.abort();
    signal?.addEventListener("abort", () => this.#stopping.abort(), { once: true, signal: this.#stopping.signal });
    this.#running ??= this.#run();
  }

  /** Finishes the batch under way and stops. Store and source stay open. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#running;
    if (this.#state !== "halted") this.#enter("stopped");
    this.#caughtUp.reject(new Error("the mirror was stopped before it came to the chain's head"));
  }

  /** Resolves when the chain's head has been mirrored for the first time; rejects when the mirror halts or is stopped before. */
  caughtUp(): Promise<void> {
    return this.#caughtUp.promise;
  }

  /**
   * Mirrors up to the head that the node tells now: one turn of what `start` does again and again. Never throws; the status says
   * how it went.
   */
  async syncOnce(): Promise<MirrorStatus> {
    // One turn at a time, whoever asks: two would write the same blocks.
    const turn = this.#turn.then(() => this.#sync());
    this.#turn = turn;
    return turn;
  }

  async #sync(): Promise<MirrorStatus> {
    if (this.#state === "halted") return this.status;
    const { signal } = this.#stopping;
    try {
      const isAtHead = await this.#synchroniser.step(signal);
      this.#lastError = null;
      if (isAtHead) this.#enter("live");
      if (isAtHead) this.#caughtUp.resolve();
    } catch (error) {
      if (!signal.aborted || error instanceof StoreError) this.#fail(error);
    }
    return this.status;
  }

  async #run(): Promise<void> {
    const { pollInterval = 250 } = this.#options;
    const { signal } = this.#stopping;
    let pause = pollInterval;
    while (!signal.aborted) {
      const { state, lastError } = await this.syncOnce();
      if (state === "halted") return;
      pause = lastError === null ? pollInterval : Math.min(Math.max(pause, 100) * 2, LONGEST_PAUSE);
      await this.#clock.sleep(pause, signal).catch(() => undefined);
    }
    if (this.#state !== "halted") this.#enter("stopped");
  }

  /** What may pass is tried again; for anything else the mirror halts, since it cannot vouch for what it would serve. */
  #fail(error: unknown): void {
    const failure = failureOf(error);
    if (isPassing(error)) {
      if (this.#lastError?.message !== failure.message) this.#log.warn(failure.message);
      this.#lastError = { ...failure, at: Math.floor(this.#clock.now() / 1_000) };
      this.#synchroniser.distrust();
      this.#options.onProgress?.(this.status);
      return;
    }
    this.#reason = failure;
    this.#log.warn(`the mirror halted: ${failure.message}`);
    this.#enter("halted");
    this.#caughtUp.reject(error);
  }

  #progress({ number, hash, time }: ChainBlock): void {
    this.#chainHead = { number, hash, time };
    const mirrored = this.#options.store.head?.number;
    const { rangeLength = RANGE_LENGTH } = this.#options;
    if (this.#state === "live" && mirrored !== undefined && number - mirrored > rangeLength) this.#state = "syncing";
    if (this.#state === "starting" && this.#synchroniser.isChainKnown) this.#state = "syncing";
    this.#options.onProgress?.(this.status);
  }

  #enter(state: MirrorState): void {
    if (this.#state === state) return;
    this.#state = state;
    this.#options.onProgress?.(this.status);
  }
}

function isPassing(error: unknown): boolean {
  if (error instanceof RpcError) return true;
  return error instanceof StoreError && ["WRITE_FAILED", "CLOSED", "UNUSABLE", "LOCKED"].includes(error.code);
}

function failureOf(error: unknown): Failure {
  if (!(error instanceof Error)) return { code: "UNEXPECTED", message: String(error) };
  const { code } = error as { code?: unknown };
  return { code: typeof code === "string" ? code : "UNEXPECTED", message: error.message };
}
