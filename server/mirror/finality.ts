import { RpcError } from "../chain/errors.ts";
import type { ChainSource, FinalityTag, Header } from "../chain/source.ts";

/** When a block counts as settled: when the chain says so, or when so many blocks are on top of it. */
export type Finality = { readonly tag: FinalityTag } | { readonly depth: number };

/** Ethereum's own finality is two epochs, 64 slots; this is twice as much. */
export const DEFAULT_FINALITY: Finality = { depth: 128 };

/**
 * The number of the newest settled block of the chain that ends in `chainHead`; it may be below 0.
 *
 * @param next The block that is mirrored next. Of it no undo data is kept once it is settled, so that a node's word for the number of
 * the block that settles it is not enough: that block is asked for again, by its number.
 * @throws {RpcError} when the chain cannot be asked, or answers two ways.
 */
export async function settledBlock(
  source: ChainSource,
  finality: Finality,
  chainHead: Header,
  next: number,
  signal?: AbortSignal,
): Promise<number> {
  const isDepth = "depth" in finality;
  const told = isDepth ? chainHead : await source.head(finality.tag, signal);
  const settled = isDepth ? told.number - finality.depth : Math.min(told.number, chainHead.number);
  if (settled < next) return settled;
  const [present] = await source.headersOf([told.number], signal);
  if (present?.hash === told.hash) return settled;
  const message = `the node told of block ${told.number} (${told.hash}), and has ${present?.hash} there: it is asked again`;
  throw new RpcError("RPC_MALFORMED", message, { isContradiction: true });
}
