import type { Clock } from "../chain/clock.ts";
import { RpcError } from "../chain/errors.ts";
import type { ChainBlock, ChainSource, Header } from "../chain/source.ts";
import type { ContractNames } from "../ledger/decode.ts";
import type { Proof } from "../store/cursor.ts";
import type { Log } from "../store/log.ts";
import type { BlockMark } from "../store/reader.ts";
import type { Store } from "../store/store.ts";
import type { WorkedOutRange } from "./backfill/backfill.ts";
import { BlockByBlock } from "./block-by-block.ts";
import type { FetchedRange } from "./fetch-range.ts";
import { firstRight, UndecidedError } from "./first-right.ts";
import { chainJournals } from "./journals.ts";
import { MirroredMismatchError, MismatchError } from "./mismatch.ts";
import { reduceRange, wholeJournals } from "./reduce-range.ts";
import { slices } from "./slices.ts";
import { mayBeTheMirrored, mayBeTheNodes } from "./suspicion.ts";
import { requireWholeJournals } from "./whole-journals.ts";

/** In how many looks in turn all nodes must deny what was proved once before it is set aside: it may be they that are out of order. */
const DENIALS = 5;

/** What a writer works with. */
interface WriterOptions {
  readonly store: Store;
  readonly source: ChainSource;
  readonly clock: Clock;
  readonly log: Log;
}

/** Fetches a range once more, from one node. */
export type Refetch = (node: ChainSource) => Promise<FetchedRange>;

/** Whether a range was written, or does not go on from the mirrored head. */
export type Taken = "TAKEN" | "OFF_CHAIN";

/** Where a range belongs. */
export interface RangePlace {
  /** The newest block that can no longer be replaced. */
  readonly settled: number;
  readonly chainHead: Header;
  readonly again: Refetch;
}

/**
 * Writes what the contracts count, and finds out who is wrong where they count something else: a node, which is put aside while others
 * are to be had; all of them; or what is mirrored already.
 */
export class ProvenWriter {
  readonly #options: WriterOptions;
  readonly #contracts: ContractNames;
  /** The hash of the head at which the mirrored journals were found whole. */
  #provenHead: string | undefined;
  #denials = 0;

  constructor(options: WriterOptions, contracts: ContractNames) {
    this.#options = options;
    this.#contracts = contracts;
  }

  /** The store was emptied. */
  forget(): void {
    this.#provenHead = undefined;
    this.#denials = 0;
  }

  /**
   * Writes a range. What the contracts contradict is asked for again, of each node alone.
   *
   * @returns the range as it was written; OFF_CHAIN when it does not go on from the mirrored head.
   * @throws {MirroredMismatchError} when what is mirrored is wrong; {MismatchError}, {DecodeError} or {ReduceError} when every node is.
   */
  async write(
    fetched: FetchedRange,
    place: RangePlace,
    signal: AbortSignal | undefined,
  ): Promise<FetchedRange | "OFF_CHAIN"> {
    if (!this.#isNext(fetched)) return "OFF_CHAIN";
    try {
      return await this.#written(fetched, place.settled);
    } catch (error) {
      if (!mayBeTheNodes(error)) throw error;
    }
    const { source, store } = this.#options;
    source.avoid("RPC_MALFORMED");
    try {
      return await firstRight(this.#options, (node) => this.#writtenFrom(node, place, signal), signal);
    } catch (error) {
      // What nothing ever proved is doubted before all nodes have been asked: it is served to nobody.
      const suspect = error instanceof UndecidedError && !store.isProven ? error.wrong : error;
      const { head } = store;
      const isMirrored = head !== undefined && mayBeTheMirrored(suspect) && (await this.#isDisowned(head, signal));
      throw isMirrored ? this.#denied(head, suspect) : error;
    }
  }

  /** Writes a range that was worked out already, and found to be what the contracts count where they could be asked. */
  async writeWorkedOut({ parentHash, to, hash, journals, commit }: WorkedOutRange, settled: number): Promise<Taken> {
    const { store } = this.#options;
    if (store.head !== undefined && parentHash !== store.head.hash) return "OFF_CHAIN";
    const proof = this.#proofOf({ journals, to });
    await store.commitPrepared(commit, settled, proof);
    this.#wrote(hash, proof);
    return "TAKEN";
  }

  /**
   * Whether the store is at the chain's head with whole journals, which a store opened there still has to show.
   *
   * @throws {MirroredMismatchError} when all nodes say that they are not, of what was proved once again and again.
   */
  async isProvenAt(chainHead: Header, signal: AbortSignal | undefined): Promise<boolean> {
    const { store, source } = this.#options;
    if (store.head?.hash !== chainHead.hash) return false;
    if (this.#provenHead === chainHead.hash) return true;
    try {
      await this.#requireWhole(source, chainHead, signal).catch((error: unknown) => {
        if (!mayBeTheNodes(error)) throw error;
        source.avoid("RPC_MALFORMED");
        return firstRight(this.#options, (node) => this.#requireWholeAt(node, chainHead, signal), signal);
      });
    } catch (error) {
      throw error instanceof MismatchError ? this.#denied(chainHead, error) : error;
    }
    this.#denials = 0;
    await store.vouch();
    this.#provenHead = chainHead.hash;
    return true;
  }

  /** All nodes deny what is mirrored: the error for it. */
  #denied(head: BlockMark, cause: unknown): Error {
    const mismatch = new MirroredMismatchError(head, cause);
    this.#denials += 1;
    if (!this.#options.store.isProven || this.#denials >= DENIALS) return mismatch;
    return new RpcError("RPC_MALFORMED", `${mismatch.message}; it was proved once, and is asked for again`);
  }

  /** Whether a range goes on from the mirrored head. */
  #isNext({ headers: [first] }: FetchedRange): boolean {
    const { head } = this.#options.store;
    return head === undefined || first?.parentHash === head.hash;
  }

  /** Writes a range as one node tells it. */
  async #writtenFrom(node: ChainSource, place: RangePlace, signal: AbortSignal | undefined): Promise<FetchedRange> {
    await requirePresent(node, place.chainHead, signal);
    const range = await place.again(node);
    if (this.#isNext(range)) return this.#written(range, place.settled);
    const fault = `the node's block ${range.from} does not follow the mirrored one`;
    throw new RpcError("RPC_MALFORMED", `${fault}: it is asked again`);
  }

  /** Writes a range, if it is what the contracts count; nothing of it otherwise. */
  async #written(range: FetchedRange, settled: number): Promise<FetchedRange> {
    const { store } = this.#options;
    const work = new BlockByBlock();
    const records = await reduceRange(range, this.#contracts, (keys) => store.fetch(keys), work);
    if (range.journals !== undefined) requireWholeJournals(range.journals, this.#contracts, records);
    const proof = this.#proofOf(range);
    for (const slice of slices(work.blocks)) await store.commit(slice, settled, proof);
    this.#wrote(range.headers.at(-1)?.hash, proof);
    return range;
  }

  /** Contracts without an event in the range were not asked: that proves it where everything before was proven. */
  #proofOf({ journals, to }: Pick<FetchedRange, "journals" | "to">): Proof {
    const { store, log } = this.#options;
    const isProven = journals !== undefined && (store.isProven || journals.streams.size === this.#contracts.size);
    if (!isProven && store.isProven) {
      const place = `the state of block ${to}, so that nothing is served before the journals at the chain's head are compared`;
      log.info(`no node keeps ${place}`);
    }
    return isProven ? "proven" : "unproven";
  }

  #wrote(last: string | undefined, proof: Proof): void {
    if (proof === "unproven") return;
    this.#provenHead = last;
    this.#denials = 0;
  }

  /** Makes sure that what is mirrored is what the contracts count at the end of its last block, as a node tells it. */
  async #requireWhole(source: ChainSource, head: ChainBlock, signal: AbortSignal | undefined): Promise<void> {
    const records = await this.#options.store.fetch(wholeJournals(this.#contracts));
    requireWholeJournals(await chainJournals(source, this.#contracts, head, signal), this.#contracts, records);
  }

  async #requireWholeAt(node: ChainSource, chainHead: Header, signal: AbortSignal | undefined): Promise<void> {
    await requirePresent(node, chainHead, signal);
    await this.#requireWhole(node, chainHead, signal);
  }

  /**
   * Whether it is what is mirrored already that the nodes contradict: none says that the contracts counted just that, and some say that
   * they did not, or nothing ever proved it.
   */
  async #isDisowned(head: ChainBlock, signal: AbortSignal | undefined): Promise<boolean> {
    const { store, source } = this.#options;
    let isContradicted = false;
    for (const node of source.each()) {
      try {
        await this.#requireWhole(node, head, signal);
        return false;
      } catch (error) {
        signal?.throwIfAborted();
        if (error instanceof MismatchError) isContradicted = true;
        else if (!(error instanceof RpcError)) throw error;
      }
    }
    return isContradicted || !store.isProven;
  }
}

/** The head a node told of must be a block of this node's chain: a wrong one makes everything up to it look wrong. */
async function requirePresent(
  node: ChainSource,
  { number, hash }: Header,
  signal: AbortSignal | undefined,
): Promise<void> {
  const [present] = await node.headersOf([number], signal);
  if (present?.hash === hash) return;
  throw new RpcError(
    "RPC_MALFORMED",
    `the node has not the block ${number} (${hash}) that was told: it is asked again`,
  );
}
