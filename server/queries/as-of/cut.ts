import type { Provenance } from "../../ledger/provenance.ts";
import type { BlockMark } from "../../store/reader.ts";

/**
 * Up to where the ledger is asked about: everything in blocks up to `block` that is no later than `time`. A question for a block
 * has the block's time; a question for an instant has the head at which it was first asked, so that all its pages see the same.
 */
export interface Cut {
  readonly block: number;
  /** Unix seconds: what is derived (overdue, due soon, expired) is derived for this instant. */
  readonly time: number;
}

/** A cut as it is told: where an instant was asked for, the mirror does not know which block was the latest then. */
export interface Point {
  /** Null where an instant was asked for. */
  readonly block: number | null;
  readonly time: number;
}

/** What is told of a cut within what ends with `end`: one of the last block that ends before that block is one of an instant. */
export function pointOf({ block, time }: Cut, end: Cut | undefined): Point {
  const isInstant = end !== undefined && block >= end.block && time < end.time;
  return { block: isInstant ? null : block, time };
}

/** Whether what happened there is part of the ledger as of `cut`. */
export function includes({ block, time }: Cut, at: Pick<Provenance, "blockNumber" | "blockTime">): boolean {
  return at.blockNumber <= block && at.blockTime <= time;
}

/** Whether nothing of a ledger with this head is after the cut. */
export function isPresent({ block, time }: Cut, head: BlockMark | undefined): boolean {
  return head === undefined || (block >= head.number && time >= head.time);
}
