import type { ChainSource, Header } from "../chain/source.ts";
import type { ContractNames } from "../ledger/decode.ts";
import type { Log } from "../store/log.ts";
import type { Store } from "../store/store.ts";
import { compareWithChain, type Verdict } from "./compare.ts";
import { requireWholeJournals } from "./journal-check.ts";
import { observe } from "./observe.ts";
import { contractNames, reduceRange, wholeJournals } from "./reduce-range.ts";

/** What a synchroniser works with. */
export interface SynchroniserOptions {
  readonly store: Store;
  readonly source: ChainSource;
  /** What to do at the start when what is mirrored is not of the node's chain: refuse, or set it aside and begin anew. */
  readonly onForeign: "refuse" | "replace";
  /** How many blocks are read and written at once. */
  readonly rangeLength: number;
  readonly log: Log;
  /** Called when the node told its head, and after each range written. */
  readonly onProgress: (chainHead: Header) => void;
}

type Outcome = "TAKEN" | "OFF_CHAIN" | "MOVED";

/** Brings a store to the head of a chain, step by step. */
export class Synchroniser {
  readonly #options: SynchroniserOptions;
  readonly #contracts: ContractNames;
  #isChainKnown = false;
  #mayReplace: boolean;
  /** The hash of the head at which the mirrored journals were found whole. */
  #provenHead: string | undefined;

  constructor(options: SynchroniserOptions) {
    this.#options = options;
    this.#contracts = contractNames(options.store.identity);
    this.#mayReplace = options.onForeign === "replace";
  }

  /** Whether the node was found to have the chain that is mirrored. */
  get isChainKnown(): boolean {
    return this.#isChainKnown;
  }

  /** The node may be another one by now: compare with its chain before the next block is taken from it. */
  distrust(): void {
    this.#isChainKnown = false;
  }

  /**
   * Mirrors up to the head that the node tells.
   *
   * @returns whether the store has come to that head, and holds all events up to it.
   * @throws {HaltError} when it cannot go on; {RpcError} and {StoreError} as the node and the store do.
   */
  async step(signal?: AbortSignal): Promise<boolean> {
    const { source, store, onProgress } = this.#options;
    const chainHead = await source.head(signal);
    onProgress(chainHead);
    let isOffChain = !this.#isChainKnown || this.#isOffChain(chainHead);
    for (;;) {
      if (isOffChain && !(await this.#settle(chainHead, signal))) return false;
      const from = store.head === undefined ? store.identity.deploymentBlock : store.head.number + 1;
      if (from > chainHead.number) break;
      const outcome = await this.#takeRange(from, chainHead, signal);
      // Found to follow and then not to: the node, or the nodes behind it, cannot decide. The next step asks again.
      if (outcome === "MOVED" || (outcome === "OFF_CHAIN" && isOffChain)) return false;
      isOffChain = outcome === "OFF_CHAIN";
      onProgress(chainHead);
    }
    return this.#isProven(chainHead, signal);
  }

  /** Whether the chain's head shows by itself that it does not follow what is mirrored. */
  #isOffChain(chainHead: Header): boolean {
    const { head } = this.#options.store;
    return head !== undefined && chainHead.number <= head.number && chainHead.hash !== head.hash;
  }

  /** Finds out how the store stands to the chain, and brings it back onto it. */
  async #settle(chainHead: Header, signal: AbortSignal | undefined): Promise<boolean> {
    const { store, source } = this.#options;
    const verdict = compareWithChain(store, await observe(source, store, chainHead, signal));
    const isReady = await this.#act(verdict);
    this.#isChainKnown = isReady || this.#isChainKnown;
    if (isReady) this.#mayReplace = false;
    return isReady;
  }

  async #act(verdict: Verdict): Promise<boolean> {
    const { store, log } = this.#options;
    switch (verdict.kind) {
      case "SAME":
        return true;
      case "BEHIND":
        return false;
      case "REORGANISED":
        log.warn(
          `the chain replaced the blocks after ${verdict.to}; the mirror goes back there from ${store.head?.number}`,
        );
        await store.rollBackTo(verdict.to);
        return true;
      case "FOREIGN": {
        if (!this.#mayReplace) throw verdict.error;
        const aside = await store.startOver();
        log.warn(
          `the mirror was not of the node's chain; it was set aside as ${aside}, and the ledger is mirrored anew`,
        );
        return false;
      }
      case "UNUSABLE":
        throw verdict.error;
    }
  }

  /** Mirrors one range, unless it does not follow what is mirrored, or the chain moved while it was read. */
  async #takeRange(from: number, chainHead: Header, signal: AbortSignal | undefined): Promise<Outcome> {
    const { store, source, rangeLength } = this.#options;
    const to = Math.min(from + rangeLength - 1, chainHead.number);
    const headers = await source.headers(from, to, signal);
    const reachesHead = to === chainHead.number;
    if (reachesHead && headers.at(-1)?.hash !== chainHead.hash) return "MOVED";
    if (store.head !== undefined && headers[0]?.parentHash !== store.head.hash) return "OFF_CHAIN";
    const logs = await source.logs(headers, [...this.#contracts.keys()], signal);
    const { blocks, records } = await reduceRange(headers, logs, this.#contracts, (keys) => store.fetch(keys));
    if (reachesHead) {
      await requireWholeJournals(source, this.#contracts, chainHead, records, signal);
      this.#provenHead = chainHead.hash;
    }
    await store.commit(blocks);
    return "TAKEN";
  }

  /** Whether the store is at the chain's head with whole journals, which a store opened there still has to show. */
  async #isProven(chainHead: Header, signal: AbortSignal | undefined): Promise<boolean> {
    const { store, source } = this.#options;
    if (store.head?.hash !== chainHead.hash) return false;
    if (this.#provenHead === chainHead.hash) return true;
    const records = await store.fetch(wholeJournals(this.#contracts));
    await requireWholeJournals(source, this.#contracts, chainHead, records, signal);
    this.#provenHead = chainHead.hash;
    return true;
  }
}
