import type { Log } from "../../store/log.ts";
import type { PreparedCommit } from "../../store/prepared-commit.ts";
import type { Store } from "../../store/store.ts";
import type { FetchedRange, ProofPlan } from "../fetch-range.ts";
import type { ChainJournals } from "../whole-journals.ts";
import { BackfillThread, type PreparedRange } from "./backfill-thread.ts";

/** What a backfill works with. */
export interface BackfillOptions {
  readonly store: Store;
  readonly log: Log;
  /** After how many events it goes on in two threads; 0 for from the first on. */
  readonly threadAfter: number;
}

/** A range as it was fetched. */
export interface FetchedPart {
  readonly range: FetchedRange;
  readonly proof: ProofPlan;
}

/** A range of which a thread worked out the commit that writes it, and which the contracts' journals prove. */
export interface WorkedOutRange {
  readonly from: number;
  readonly to: number;
  /** Of its first block. */
  readonly parentHash: string | undefined;
  /** Of its last. */
  readonly hash: string | undefined;
  readonly events: number;
  /** What proved it, at its end or at that of a later range; undefined when no node keeps them. */
  readonly journals: ChainJournals | undefined;
  readonly commit: PreparedCommit;
}

/** A range to be written: worked out; as it was fetched; or to be fetched again by itself, since what it waited for did not prove it. */
export type RangeToWrite =
  | ({ readonly kind: "WORKED_OUT" } & WorkedOutRange)
  | { readonly kind: "FETCHED"; readonly from: number; readonly to: number; readonly range: FetchedRange }
  | { readonly kind: "REFUSED"; readonly from: number; readonly to: number };

/** A range that the thread works out. */
interface UnderWay extends FetchedPart {
  readonly prepared: Promise<PreparedRange>;
}

/** How many ranges the thread has before it, so that it need not wait. */
const IN_THE_THREAD = 2;

/** The ranges of a backfill on their way into the store: once it turns out long, each is worked out while those before are written. */
export class Backfill {
  readonly #options: BackfillOptions;
  #thread: BackfillThread | undefined;
  #events = 0;
  /** Whether the nodes answer for old states, as far as is known. */
  #hasOldStates = true;
  /** Whether the thread knows what the ranges before make of the records. */
  #isFollowing = false;
  #underWay: UnderWay[] = [];
  /** Worked out, and waiting for their proof. */
  #unproven: Omit<WorkedOutRange, "journals">[] = [];
  #ready: RangeToWrite[] = [];

  constructor(options: BackfillOptions) {
    this.#options = options;
  }

  /** Whether ranges can wait for their proof: a thread works them out, and there are journals to come. */
  get mayWait(): boolean {
    return this.#thread?.isReady === true && this.#hasOldStates;
  }

  /**
   * Gives every range to be written, in their order. The next one is asked for when it was.
   *
   * @param settled The newest block that can no longer be replaced.
   */
  async *prepare(parts: AsyncIterable<FetchedPart>, settled: number): AsyncGenerator<RangeToWrite> {
    for await (const part of parts) {
      if (part.proof !== "LATER" && part.range.journals === undefined) this.#hasOldStates = false;
      const thread = await this.#threadFor(part.range);
      // Whoever takes the next one begins at what is stored.
      if (thread === undefined || !this.#isFollowing) yield* this.#rest();
      if (thread === undefined) {
        yield untouched(part);
        continue;
      }
      if (!this.#isFollowing) thread.begin(settled);
      this.#isFollowing = true;
      this.#underWay.push({ ...part, prepared: thread.prepare(part.range) });
      if (this.#underWay.length > IN_THE_THREAD) await this.#settleFirst();
      // As many come out as go in: while they are written the thread has the next before it.
      yield* this.#written(1);
    }
    yield* this.#rest();
  }

  async close(): Promise<void> {
    await this.#thread?.close();
  }

  /** Everything that is under way. */
  async *#rest(): AsyncGenerator<RangeToWrite> {
    while (this.#underWay.length > 0) {
      await this.#settleFirst();
      yield* this.#written(1);
    }
    yield* this.#written(this.#ready.length);
  }

  *#written(most: number): Generator<RangeToWrite> {
    for (let count = 0; count < most; count++) {
      const next = this.#ready.shift();
      if (next === undefined) return;
      yield next;
      if (next.kind === "WORKED_OUT") this.#thread?.written();
    }
  }

  /** Waits for the first range under way. */
  async #settleFirst(): Promise<void> {
    const first = this.#underWay.shift();
    if (first === undefined) return;
    const { range, proof } = first;
    const commit = await first.prepared;
    const { from, to, headers, logs, journals } = range;
    if (commit === undefined || (proof === "SPAN" && journals === undefined)) {
      this.#refuse(first);
      return;
    }
    const [parentHash, hash] = [headers.at(0)?.parentHash, headers.at(-1)?.hash];
    this.#unproven.push({ from, to, parentHash, hash, events: logs.length, commit });
    if (proof === "LATER") return;
    for (const part of this.#unproven.splice(0)) this.#ready.push({ kind: "WORKED_OUT", ...part, journals });
  }

  /** What waited for a proof did not get it, nor will what follows it: the thread began at what it makes of the records. */
  #refuse(part: FetchedPart): void {
    this.#isFollowing = false;
    for (const { from, to } of this.#unproven.splice(0)) this.#ready.push({ kind: "REFUSED", from, to });
    this.#ready.push(untouched(part), ...this.#underWay.splice(0).map(untouched));
  }

  /** The thread, once there was enough to do that it pays, and it has started; who wants it from the beginning waits for that. */
  async #threadFor({ logs }: FetchedRange): Promise<BackfillThread | undefined> {
    const { store, log, threadAfter } = this.#options;
    this.#events += logs.length;
    if (this.#thread === undefined && this.#events >= threadAfter) this.#thread = new BackfillThread(store, log);
    if (threadAfter === 0) await this.#thread?.started();
    return this.#thread?.isReady ? this.#thread : undefined;
  }
}

function untouched({ range, proof }: FetchedPart): RangeToWrite {
  const { from, to } = range;
  return proof === "OWN" ? { kind: "FETCHED", from, to, range } : { kind: "REFUSED", from, to };
}
