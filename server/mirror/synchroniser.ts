import type { Clock } from "../chain/clock.ts";
import { RpcError } from "../chain/errors.ts";
import type { ChainSource, Header } from "../chain/source.ts";
import type { ContractNames } from "../ledger/decode.ts";
import type { Log } from "../store/log.ts";
import type { Store } from "../store/store.ts";
import { ahead } from "./ahead.ts";
import { Backfill, type FetchedPart, type RangeToWrite } from "./backfill/backfill.ts";
import { type PlannedRange, Spans } from "./backfill/spans.ts";
import { compareWithChain, type Verdict } from "./compare.ts";
import { fetchRecent, fetchSettled, type ProofPlan } from "./fetch-range.ts";
import { type Finality, settledBlock } from "./finality.ts";
import { observe } from "./observe.ts";
import { ProvenWriter, type Taken } from "./proven-writer.ts";
import { RangeSizer } from "./range-sizer.ts";
import { contractNames } from "./reduce-range.ts";
import type { Failure } from "./status.ts";
import { Witnesses } from "./witnesses.ts";

/** What a synchroniser works with. */
export interface SynchroniserOptions {
  readonly store: Store;
  readonly source: ChainSource;
  /** What to do at the start when what is mirrored is not of the node's chain: refuse, or set it aside and begin anew. */
  readonly onForeign: "refuse" | "replace";
  readonly finality: Finality;
  /** How many blocks the first range has; the next ones follow from how many logs there are. */
  readonly rangeLength: number | undefined;
  /** After how many events a backfill goes on in two threads. */
  readonly threadAfter: number;
  readonly clock: Clock;
  readonly log: Log;
  /** Called when the node told its head, and after each range written. */
  readonly onProgress: (chainHead: Header, written: { readonly blocks: number; readonly events: number }) => void;
  /** Called after blocks were taken back. */
  readonly onReorganisation: (depth: number) => void;
}

/** How a step ended: at the node's head with all events up to it, or waiting for what the next look shows. */
export type StepEnd = { readonly kind: "AT_HEAD" } | { readonly kind: "WAITING"; readonly reason: Failure | null };

/** How many ranges are fetched ahead. */
const RANGES_AHEAD = 2;
/** How often a verdict that would stop the mirror or take blocks back is looked at again. */
const CONFIRMATIONS = 2;
const CONFIRMATION_PAUSE = 250;
const NOTHING = { blocks: 0, events: 0 };
const WAIT: StepEnd = { kind: "WAITING", reason: null };

/** Brings a store to the head of a chain, step by step. */
export class Synchroniser {
  readonly #options: SynchroniserOptions;
  readonly #contracts: ContractNames;
  readonly #writer: ProvenWriter;
  readonly #witnesses: Witnesses;
  readonly #sizer: RangeSizer;
  #isChainKnown = false;
  #mayReplace: boolean;

  constructor(options: SynchroniserOptions) {
    this.#options = options;
    this.#contracts = contractNames(options.store.identity);
    this.#writer = new ProvenWriter(options, this.#contracts);
    this.#witnesses = new Witnesses(options.source);
    this.#sizer = new RangeSizer(options.rangeLength);
    this.#mayReplace = options.onForeign === "replace";
  }

  /** Whether the node was found to have the chain that is mirrored. */
  get isChainKnown(): boolean {
    return this.#isChainKnown;
  }

  /** The store was emptied: nothing that was found out about it holds any more. */
  forget(): void {
    this.#isChainKnown = false;
    this.#writer.forget();
  }

  /**
   * What was mirrored turned out wrong, and is to be mirrored anew from others.
   *
   * @returns whether there are none left.
   */
  refuted(): boolean {
    return this.#witnesses.refuted();
  }

  /** The node may be another one by now: compare with its chain before the next block is taken from it. */
  distrust(): void {
    this.#isChainKnown = false;
    this.#witnesses.failed();
  }

  /**
   * Mirrors up to the head that the node tells.
   *
   * @throws {HaltError} when it cannot go on; {MismatchError}, {DecodeError} or {ReduceError} when every node is contradicted by the
   * contracts, {MirroredMismatchError} when what is mirrored is; {RpcError} and {StoreError} as the node and the store do.
   */
  async step(signal?: AbortSignal): Promise<StepEnd> {
    const { source, finality, onProgress } = this.#options;
    const chainHead = await source.head("latest", signal);
    onProgress(chainHead, NOTHING);
    if (!this.#isChainKnown || this.#isOffChain(chainHead)) {
      const waiting = await this.#settle(chainHead, signal);
      if (waiting !== undefined) return waiting;
    }
    const settled = await settledBlock(source, finality, chainHead, this.#next, signal);
    let taken = await this.#takeAll(chainHead, settled, signal);
    if (taken === "OFF_CHAIN") {
      // The node's chain does not go on from the mirrored head: find out where the two part, and go on from there.
      const waiting = await this.#settle(chainHead, signal);
      if (waiting !== undefined) return waiting;
      taken = await this.#takeAll(chainHead, settled, signal);
    }
    if (taken !== "TAKEN") return WAIT;
    if (!(await this.#writer.isProvenAt(chainHead, signal))) return WAIT;
    this.#witnesses.proved();
    return { kind: "AT_HEAD" };
  }

  get #next(): number {
    const { head, identity } = this.#options.store;
    return head === undefined ? identity.deploymentBlock : head.number + 1;
  }

  /** Whether the chain's head shows by itself that it does not follow what is mirrored. */
  #isOffChain(chainHead: Header): boolean {
    const { head } = this.#options.store;
    return head !== undefined && chainHead.number <= head.number && chainHead.hash !== head.hash;
  }

  /** Mirrors up to the head: what is settled, several ranges being fetched while one is written, and then what may yet be replaced. */
  async #takeAll(chainHead: Header, settled: number, signal: AbortSignal | undefined): Promise<Taken> {
    if ((await this.#takeSettled(chainHead, settled, signal)) !== "TAKEN") return "OFF_CHAIN";
    const { source } = this.#witnesses;
    const contracts = this.#contracts;
    const fetchNew = (of: ChainSource, ends: readonly [number, number], ending?: AbortSignal) =>
      fetchRecent({ source: of, contracts }, ends, chainHead, ending);
    const work = (ends: readonly [number, number], ending: AbortSignal) => fetchNew(source, ends, ending);
    for await (const range of ahead(this.#ranges(chainHead.number), RANGES_AHEAD, work, signal)) {
      this.#sizer.found(range.to - range.from + 1, range.logs.length);
      const again = (of: ChainSource) => fetchNew(of, [range.from, range.to], signal);
      // Until it is linked to the head, what is mirrored may be of a branch that has other blocks where that head settles them.
      const isLinked = range.to === chainHead.number;
      const place = { settled: isLinked ? settled : this.#options.store.undoFloor, chainHead, again };
      const written = await this.#writer.write(range, place, signal);
      if (written === "OFF_CHAIN") return written;
      this.#took(written.to - written.from + 1, written.logs.length, chainHead);
    }
    return "TAKEN";
  }

  async #takeSettled(chainHead: Header, settled: number, signal: AbortSignal | undefined): Promise<Taken> {
    const { source } = this.#witnesses;
    const contracts = this.#contracts;
    const fetchOld = (of: ChainSource, ends: readonly [number, number], proof: ProofPlan, ending?: AbortSignal) =>
      fetchSettled({ source: of, contracts }, ends, chainHead, proof, ending);
    const backfill = new Backfill(this.#options);
    const fetchPart = async ({ ends, proof }: PlannedRange, ending: AbortSignal): Promise<FetchedPart> => ({
      range: await fetchOld(source, ends, proof, ending),
      proof,
    });
    const parts = this.#sized(ahead(this.#plannedRanges(settled, backfill), RANGES_AHEAD, fetchPart, signal));
    const write = async (next: RangeToWrite): Promise<Taken> => {
      const { kind, from, to } = next;
      if (kind === "WORKED_OUT") {
        const taken = await this.#writer.writeWorkedOut(next, settled);
        if (taken === "TAKEN") this.#took(to - from + 1, next.events, chainHead);
        return taken;
      }
      const again = (of: ChainSource) => fetchOld(of, [from, to], "OWN", signal);
      const range = kind === "FETCHED" ? next.range : await again(source);
      const written = await this.#writer.write(range, { settled, chainHead, again }, signal);
      if (written === "OFF_CHAIN") return written;
      this.#took(to - from + 1, written.logs.length, chainHead);
      return "TAKEN";
    };
    try {
      for await (const next of backfill.prepare(parts, settled)) {
        if ((await write(next)) !== "TAKEN") return "OFF_CHAIN";
      }
    } finally {
      await backfill.close();
    }
    return "TAKEN";
  }

  /** Ranges were written. */
  #took(blocks: number, events: number, chainHead: Header): void {
    this.#witnesses.progressed();
    this.#options.onProgress(chainHead, { blocks, events });
  }

  /** The ranges from the mirrored head to the block `last`, each sized when it is begun. */
  *#ranges(last: number): Generator<readonly [number, number]> {
    for (let from = this.#next; from <= last; ) {
      const to = Math.min(from + this.#sizer.length - 1, last);
      yield [from, to];
      from = to + 1;
    }
  }

  *#plannedRanges(settled: number, backfill: Backfill): Generator<PlannedRange> {
    const spans = new Spans();
    for (const ends of this.#ranges(settled)) yield { ends, proof: spans.next(backfill.mayWait, ends[1] === settled) };
  }

  /** Sizes the next ranges by those that were fetched. */
  async *#sized(parts: AsyncIterable<FetchedPart>): AsyncGenerator<FetchedPart> {
    for await (const part of parts) {
      const { from, to, logs } = part.range;
      this.#sizer.found(to - from + 1, logs.length);
      yield part;
    }
  }

  /**
   * Finds out how the store stands to the chain, and brings it back onto it.
   *
   * @returns why to wait; undefined when the chain now goes on from what is mirrored.
   */
  async #settle(chainHead: Header, signal: AbortSignal | undefined): Promise<StepEnd | undefined> {
    const { store, source } = this.#options;
    const verdict = compareWithChain(store, await observe(source, store, chainHead, signal));
    if (!(await this.#isConfirmed(verdict, chainHead, signal))) {
      const message =
        `the node's chain parted from what is mirrored up to block ${store.head?.number}, and then did not: ` +
        "it may be several nodes that disagree; the mirror waits until they agree";
      return { kind: "WAITING", reason: { code: "CHAIN_UNCLEAR", message } };
    }
    const waiting = await this.#act(verdict, chainHead);
    this.#isChainKnown = waiting === undefined || this.#isChainKnown;
    if (waiting === undefined) this.#mayReplace = false;
    return waiting;
  }

  /**
   * Whether a verdict that would take blocks back or stop the mirror is what other looks show too, of every node that answers. A node that
   * lags or is on a fork of its own is no reorganisation; a chain that has grown past what is mirrored needs no second look.
   *
   * @throws {RpcError} when too few looks were answered.
   */
  async #isConfirmed(verdict: Verdict, chainHead: Header, signal: AbortSignal | undefined): Promise<boolean> {
    const { store, source, clock } = this.#options;
    if (verdict.kind === "SAME" || verdict.kind === "BEHIND") return true;
    if (verdict.kind === "REORGANISED" && chainHead.number > (store.head?.number ?? 0)) return true;
    source.avoid();
    const nodes = source.each();
    let confirmed = 0;
    let unanswered: RpcError | undefined;
    for (
      let look = 0;
      look < nodes.length || (look < CONFIRMATIONS * nodes.length && confirmed < CONFIRMATIONS);
      look++
    ) {
      await clock.sleep(CONFIRMATION_PAUSE, signal);
      const node = nodes[look % nodes.length] ?? source;
      try {
        const head = await node.head("latest", signal);
        if (!isSameVerdict(verdict, compareWithChain(store, await observe(node, store, head, signal)))) return false;
        // Others are asked first from now on, in case one of them goes on from what is mirrored.
        node.avoid();
        confirmed += 1;
      } catch (error) {
        signal?.throwIfAborted();
        if (!(error instanceof RpcError)) throw error;
        unanswered = error;
      }
    }
    if (confirmed < CONFIRMATIONS && unanswered !== undefined) throw unanswered;
    return true;
  }

  async #act(verdict: Verdict, chainHead: Header): Promise<StepEnd | undefined> {
    const { store, log, source, onReorganisation } = this.#options;
    switch (verdict.kind) {
      case "SAME":
        return undefined;
      case "BEHIND": {
        source.avoid();
        const place = store.head === undefined ? "the ledger's deployment" : `the mirrored block ${store.head.number}`;
        const message = `the node is at block ${chainHead.number}, before ${place}: it lags; the mirror waits for it`;
        return { kind: "WAITING", reason: { code: "NODE_BEHIND", message } };
      }
      case "REORGANISED": {
        const from = store.head?.number ?? verdict.to;
        log.warn(`the chain replaced the blocks after ${verdict.to}; the mirror goes back there from ${from}`);
        await store.rollBackTo(verdict.to);
        onReorganisation(from - verdict.to);
        return undefined;
      }
      case "FOREIGN": {
        if (!this.#mayReplace) throw verdict.error;
        const aside = await store.startOver();
        log.warn(
          `the mirror was not of the node's chain; it was set aside as ${aside}, and the ledger is mirrored anew`,
        );
        return WAIT;
      }
      case "UNUSABLE":
        throw verdict.error;
    }
  }
}

function isSameVerdict(one: Verdict, other: Verdict): boolean {
  if (one.kind === "REORGANISED" && other.kind === "REORGANISED") return one.to === other.to;
  return one.kind === other.kind;
}
