import type { RawLog } from "../ledger/decode.ts";
import type { Address, Hex } from "../ledger/hex.ts";

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
}

/**
 * A chain as the mirror reads it. Every answer has been checked for what can be checked of it; one that is wrong in itself is an
 * `RpcError` with code `RPC_MALFORMED`. A call given a signal ends early with the signal's reason.
 */
export interface ChainSource {
  chainId(signal?: AbortSignal): Promise<number>;

  genesisHash(signal?: AbortSignal): Promise<Hex>;

  /** The newest block. */
  head(signal?: AbortSignal): Promise<Header>;

  /** The headers from `from` to `to`, each linked to the one before it. */
  headers(from: number, to: number, signal?: AbortSignal): Promise<Header[]>;

  /**
   * The logs of `addresses` in the blocks of `headers`, in the order of the chain. The headers follow each other; the logs are of
   * these very blocks and not of others with their numbers.
   */
  logs(headers: readonly Header[], addresses: readonly Address[], signal?: AbortSignal): Promise<RawLog[]>;

  /** What a contract answers as of the end of `block`. */
  call(to: Address, input: Hex, block: ChainBlock, signal?: AbortSignal): Promise<Hex>;

  /** The code at an address as of the newest block; `0x` for none. */
  code(address: Address, signal?: AbortSignal): Promise<Hex>;
}
