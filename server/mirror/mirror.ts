import { type Clock, SYSTEM_CLOCK } from "../chain/clock.ts";
import { RpcError } from "../chain/errors.ts";
import type { ChainBlock, ChainSource } from "../chain/source.ts";
import { isRot, StoreError } from "../store/errors.ts";
import { type Log, SILENT } from "../store/log.ts";
import type { BlockMark } from "../store/reader.ts";
import type { Store } from "../store/store.ts";
import { Bell } from "./bell.ts";
import { DEFAULT_FINALITY, type Finality } from "./finality.ts";
import { MirroredMismatchError } from "./mismatch.ts";
import { Pacer } from "./pacer.ts";
import type { Failure, MirrorState, MirrorStatus } from "./status.ts";
import { Synchroniser } from "./synchroniser.ts";

/** How a mirror is set up. */
export interface MirrorOptions {
  /** Where it writes; it is not closed by the mirror. */
  readonly store: Store;
  readonly source: ChainSource;
  /** What to do at the start when what is mirrored is not of the node's chain; "refuse" unless told. */
  readonly onForeign?: "refuse" | "replace";
  /** When a block counts as settled; 128 blocks deep unless told. */
  readonly finality?: Finality;
  /** Milliseconds between two looks at the chain's head where the node does not tell of new blocks; 250 unless told. */
  readonly pollInterval?: number;
  /** How many blocks are read at first at once; later ranges are sized by their logs. */
  readonly rangeLength?: number;
  /** After how many events a backfill goes on in two threads; 5 000 unless told, which take as long as to start another. */
  readonly threadAfter?: number;
  readonly clock?: Clock;
  readonly log?: Log;
  /** Called whenever the head or the chain's head has moved, or the state has changed. */
  readonly onProgress?: (status: MirrorStatus) => void;
  /** Called with the number of events of every batch written. */
  readonly onEvents?: (count: number) => void;
  /** Called with the number of blocks taken back at every reorganisation. */
  readonly onReorganisation?: (depth: number) => void;
}

/** A mirror that is further behind than this is syncing again. */
const BEHIND = 50;

/** Milliseconds between two lines in the log on how far a backfill is. */
const REPORT_INTERVAL = 5_000;

const THREAD_AFTER = 5_000;

/** How often a damaged store is mirrored anew before its disk is given up. */
const MOST_HEALINGS = 3;

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
  #answeredAt: number | null = null;
  #lastError: MirrorStatus["lastError"] = null;
  #reorganisations = 0;
  #healings = 0;
  #reportedAt = 0;
  readonly #pacer: Pacer;

  constructor(options: MirrorOptions) {
    const {
      store,
      source,
      onForeign = "refuse",
      finality = DEFAULT_FINALITY,
      rangeLength,
      threadAfter = THREAD_AFTER,
      clock = SYSTEM_CLOCK,
      log = SILENT,
    } = options;
    this.#options = options;
    this.#clock = clock;
    this.#log = log;
    this.#caughtUp.promise.catch(() => undefined);
    if (store.rebuiltFor !== undefined) {
      this.#state = "healing";
      this.#reason = failureOf(store.rebuiltFor);
    }
    this.#pacer = new Pacer(() => clock.now());
    this.#synchroniser = new Synchroniser({
      ...{ store, source, onForeign, finality, rangeLength, threadAfter, clock, log },
      onProgress: (chainHead, written) => this.#progress(chainHead, written),
      onReorganisation: (depth) => {
        this.#reorganisations += 1;
        options.onReorganisation?.(depth);
      },
    });
  }

  get status(): MirrorStatus {
    const head = this.#options.store.head ?? null;
    const first = this.#options.store.identity.deploymentBlock;
    const mirrored = head?.number ?? first - 1;
    const lag = this.#chainHead === null ? null : Math.max(0, this.#chainHead.number - mirrored);
    return {
      state: this.#state,
      reason: this.#reason,
      head,
      chainHead: this.#chainHead,
      answeredAt: this.#answeredAt,
      lag,
      lastError: this.#lastError,
      pace: this.#state === "syncing" || this.#state === "healing" ? this.#pacer.pace(lag ?? 0) : null,
      reorganisations: this.#reorganisations,
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
      const { damage } = this.#options.store;
      if (damage !== undefined) throw damage;
      const end = await this.#synchroniser.step(signal);
      if (end.kind === "WAITING") this.#wait(end.reason);
      else this.#arrive();
    } catch (error) {
      if (isRot(error) || error instanceof MirroredMismatchError)
        await this.#heal(error).catch((failure: unknown) => this.#fail(failure));
      else if (!signal.aborted || error instanceof StoreError) this.#fail(error);
    }
    return this.status;
  }

  async #run(): Promise<void> {
    const { pollInterval = 250, source } = this.#options;
    const { signal } = this.#stopping;
    const bell = new Bell(signal);
    const unsubscribe = source.onHead(() => bell.ring());
    let pause = pollInterval;
    while (!signal.aborted) {
      bell.reset();
      const { state, lastError } = await this.syncOnce();
      if (state === "halted") break;
      pause = lastError === null ? pollInterval : Math.min(Math.max(pause, 100) * 2, LONGEST_PAUSE);
      // A node that tells of its blocks wakes it before the pause is over.
      await this.#clock.sleep(pause, bell.signal).catch(() => undefined);
    }
    unsubscribe();
    if (this.#state !== "halted") this.#enter("stopped");
  }

  #arrive(): void {
    this.#lastError = null;
    this.#reason = null;
    this.#pacer.rest();
    this.#enter("live");
    this.#caughtUp.resolve();
  }

  #wait(reason: Failure | null): void {
    if (reason !== null && this.#lastError?.code !== reason.code) this.#log.warn(reason.message);
    this.#lastError = reason && { ...reason, at: Math.floor(this.#clock.now() / 1_000) };
    this.#options.onProgress?.(this.status);
  }

  /** What may be wrong is not served: the store is set aside and all of it mirrored anew. A disk that does it again and again is given up. */
  async #heal(damage: StoreError | MirroredMismatchError): Promise<void> {
    const isWrong = damage instanceof MirroredMismatchError;
    const isHopeless = isWrong ? this.#synchroniser.refuted() : this.#healings === MOST_HEALINGS;
    if (isHopeless) return this.#halt(damage);
    this.#reason = failureOf(damage);
    this.#enter("healing");
    const aside = await this.#options.store.startOver();
    if (!isWrong) this.#healings += 1;
    this.#synchroniser.forget();
    this.#log.warn(`${damage.message}; it was set aside as ${aside}, and the ledger is mirrored anew`);
  }

  /** What may pass is tried again; for anything else the mirror halts, since it cannot vouch for what it would serve. */
  #fail(error: unknown): void {
    const failure = failureOf(error);
    if (isPassing(error)) {
      if (this.#lastError?.message !== failure.message) this.#log.warn(failure.message);
      if (error instanceof RpcError && error.isContradiction) this.#options.source.avoid(error.code);
      this.#lastError = { ...failure, at: Math.floor(this.#clock.now() / 1_000) };
      this.#synchroniser.distrust();
      this.#options.onProgress?.(this.status);
      return;
    }
    this.#halt(error);
  }

  #halt(error: unknown): void {
    this.#reason = failureOf(error);
    this.#log.warn(`the mirror halted: ${this.#reason.message}`);
    this.#enter("halted");
    this.#caughtUp.reject(error);
  }

  #progress({ number, hash, time }: ChainBlock, written: { readonly blocks: number; readonly events: number }): void {
    this.#chainHead = { number, hash, time };
    this.#answeredAt = Math.floor(this.#clock.now() / 1_000);
    this.#pacer.wrote(written);
    if (written.events > 0) this.#options.onEvents?.(written.events);
    const mirrored = this.#options.store.head?.number;
    if (this.#state === "live" && mirrored !== undefined && number - mirrored > BEHIND) this.#state = "syncing";
    if (this.#state === "starting" && this.#synchroniser.isChainKnown) this.#state = "syncing";
    this.#report();
    this.#options.onProgress?.(this.status);
  }

  /** Says now and then how far a long backfill is. */
  #report(): void {
    const now = this.#clock.now();
    const { pace, head, chainHead } = this.status;
    if (pace === null || now - this.#reportedAt < REPORT_INTERVAL) return;
    this.#reportedAt = now;
    const place = `mirrored up to block ${head?.number} of ${chainHead?.number}`;
    this.#log.info(`${place}: ${pace.eventsPerSecond} events/s, about ${pace.secondsLeft} s left`);
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
