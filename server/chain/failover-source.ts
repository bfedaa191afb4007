import type { Address, Hex } from "../ledger/hex.ts";
import type { UndatedLog } from "./answers.ts";
import { type Clock, SYSTEM_CLOCK } from "./clock.ts";
import { RpcError, type RpcErrorCode } from "./errors.ts";
import type { ChainBlock, ChainSource, FinalityTag, Header } from "./source.ts";

const FIRST_REST = 1_000;
const LONGEST_REST = 60_000;

/** One of the nodes, and how it fared. */
export interface Node {
  readonly source: ChainSource;
  /** Failures since the last answer. */
  failures: number;
  /** Unix milliseconds until which others are asked first. */
  restsUntil: number;
}

/** Nodes of which nothing is known yet. */
export function freshNodes(sources: readonly ChainSource[]): Node[] {
  return sources.map((source) => ({ source, failures: 0, restsUntil: 0 }));
}

/**
 * A chain read from several nodes: the first that is well is asked, and the next when it fails. A node that failed is left alone for
 * a while, ever longer. Whatever is asked is bound to blocks by their hashes, so that answers of several nodes never mix two chains.
 */
export class FailoverSource implements ChainSource {
  readonly #nodes: readonly Node[];
  readonly #clock: Clock;
  readonly #alone = new Map<Node, ChainSource>();
  /** Who answered last, which `avoid` is about. */
  protected answered: Node | undefined;

  /** @param nodes In the order of preference. What is learnt of them is kept in them, for all who read from them. */
  constructor(nodes: readonly Node[], clock: Clock = SYSTEM_CLOCK) {
    this.#nodes = nodes;
    this.#clock = clock;
  }

  chainId(signal?: AbortSignal): Promise<number> {
    return this.#ask((source) => source.chainId(signal), signal);
  }

  genesisHash(signal?: AbortSignal): Promise<Hex> {
    return this.#ask((source) => source.genesisHash(signal), signal);
  }

  head(tag?: "latest" | FinalityTag, signal?: AbortSignal): Promise<Header> {
    return this.#ask((source) => source.head(tag, signal), signal);
  }

  headers(from: number, to: number, signal?: AbortSignal): Promise<Header[]> {
    return this.#ask((source) => source.headers(from, to, signal), signal);
  }

  headersOf(numbers: readonly number[], signal?: AbortSignal): Promise<Header[]> {
    return this.#ask((source) => source.headersOf(numbers, signal), signal);
  }

  logs(from: number, to: number, addresses: readonly Address[], signal?: AbortSignal): Promise<UndatedLog[]> {
    return this.#ask((source) => source.logs(from, to, addresses, signal), signal);
  }

  logsOf(block: ChainBlock, addresses: readonly Address[], signal?: AbortSignal): Promise<UndatedLog[]> {
    return this.#ask((source) => source.logsOf(block, addresses, signal), signal);
  }

  callEach(addresses: readonly Address[], input: Hex, block: ChainBlock, signal?: AbortSignal): Promise<Hex[]> {
    return this.#ask((source) => source.callEach(addresses, input, block, signal), signal);
  }

  code(address: Address, signal?: AbortSignal): Promise<Hex> {
    return this.#ask((source) => source.code(address, signal), signal);
  }

  avoid(fault?: RpcErrorCode): void {
    if (this.answered === undefined) return;
    this.answered.source.avoid(fault);
    this.#rest(this.answered);
  }

  each(): readonly ChainSource[] {
    return this.#inTurn().map((node) => {
      const alone = this.#alone.get(node) ?? new FailoverSource([node], this.#clock);
      this.#alone.set(node, alone);
      return alone;
    });
  }

  onHead(listener: () => void): () => void {
    const endings = this.#nodes.map(({ source }) => source.onHead(listener));
    return () => {
      for (const end of endings) end();
    };
  }

  close(): void {
    for (const { source } of this.#nodes) source.close();
  }

  async #ask<T>(ask: (source: ChainSource) => Promise<T>, signal: AbortSignal | undefined): Promise<T> {
    let failure: unknown;
    for (const node of this.#inTurn()) {
      try {
        const answer = await ask(node.source);
        this.answered = node;
        // One that only refused this question is well.
        if (node.restsUntil <= this.#clock.now()) node.failures = 0;
        return answer;
      } catch (error) {
        signal?.throwIfAborted();
        if (!(error instanceof RpcError)) throw error;
        // A refusal is about the question; anything else is about the node.
        if (error.code !== "RPC_ERROR") this.#rest(node, error.retryAfter);
        failure = error;
      }
    }
    throw failure;
  }

  /** The nodes that are well in their order, and then the others by when their rest ends. */
  #inTurn(): Node[] {
    const now = this.#clock.now();
    return this.#nodes.toSorted((one, other) => Math.max(one.restsUntil, now) - Math.max(other.restsUntil, now));
  }

  #rest(node: Node, asked = 0): void {
    const rest = Math.min(FIRST_REST * 2 ** node.failures, LONGEST_REST);
    node.failures += 1;
    node.restsUntil = this.#clock.now() + Math.max(rest, asked);
  }
}
