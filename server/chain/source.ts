import type { Address, Hex } from "../ledger/hex.ts";
import type { UndatedLog } from "./answers.ts";
import type { RpcErrorCode } from "./errors.ts";

/** A block as the chain knows it. */
export interface ChainBlock {
  readonly number: number;
  readonly hash: Hex;
  /** Unix seconds. */
  readonly time: number;
}

/** A block with its link to the one before. */
export interface Header extends ChainBlock {
  readonly parentHash: Hex;
  /** The Bloom filter over the addresses and topics of its logs. */
  readonly bloom: Hex;
}

/** What a chain calls its settled blocks. */
export type FinalityTag = "finalized" | "safe";

/**
 * A chain as the mirror reads it. Every answer has been checked for what can be checked of it; one that is wrong in itself is an
 * `RpcError` with code `RPC_MALFORMED`. A call given a signal ends early with the signal's reason.
 */
export interface ChainSource {
  chainId(signal?: AbortSignal): Promise<number>;

  genesisHash(signal?: AbortSignal): Promise<Hex>;

  /** The newest block, or the newest that is settled as `tag` says. */
  head(tag?: "latest" | FinalityTag, signal?: AbortSignal): Promise<Header>;

  /** The headers from `from` to `to`, each linked to the one before it. */
  headers(from: number, to: number, signal?: AbortSignal): Promise<Header[]>;

  /** The headers of single blocks, in the order asked for. */
  headersOf(numbers: readonly number[], signal?: AbortSignal): Promise<Header[]>;

  /**
   * The logs of `addresses` in the blocks from `from` to `to`, in the order of the chain. Of which chain, `datedLogs` finds out by
   * their blocks' headers.
   */
  logs(from: number, to: number, addresses: readonly Address[], signal?: AbortSignal): Promise<UndatedLog[]>;

  /**
   * The logs of `addresses` in one block, which is named by its hash: a node that has another block in its place does not answer.
   */
  logsOf(block: ChainBlock, addresses: readonly Address[], signal?: AbortSignal): Promise<UndatedLog[]>;

  /** What each of some contracts answers to the same call as of the end of `block`. */
  callEach(addresses: readonly Address[], input: Hex, block: ChainBlock, signal?: AbortSignal): Promise<Hex[]>;

  /** The code at an address as of the newest block; `0x` for none. */
  code(address: Address, signal?: AbortSignal): Promise<Hex>;

  /**
   * What it answered last is doubtful: ask another node first, where there is one.
   *
   * @param fault Given when the answer was found wrong by what is known besides, so that it counts as a failure of the node.
   */
  avoid(fault?: RpcErrorCode): void;

  /** The same chain as each of its nodes tells it alone, those that are well first; the same objects each time. */
  each(): readonly ChainSource[];

  /** Calls `listener` at each new block the node tells of by itself, where it does. Returns how to end that. */
  onHead(listener: () => void): () => void;

  /** Ends what connections it keeps. */
  close(): void;
}
