import type { ChainSource, FinalityTag, Header } from "../chain/source.ts";

/** When a block counts as settled: when the chain says so, or when so many blocks are on top of it. */
export type Finality = { readonly tag: FinalityTag } | { readonly depth: number };

/** Ethereum's own finality is two epochs, 64 slots; this is twice as much. */
export const DEFAULT_FINALITY: Finality = { depth: 128 };

/**
 * The number of the newest settled block of the chain that ends in `chainHead`; it may be below 0.
 *
 * @throws {RpcError} when the chain cannot be asked.
 */
export async function settledBlock(
  source: ChainSource,
  finality: Finality,
  chainHead: Header,
  signal?: AbortSignal,
): Promise<number> {
  if ("depth" in finality) return chainHead.number - finality.depth;
  const settled = await source.head(finality.tag, signal);
  return Math.min(settled.number, chainHead.number);
}
