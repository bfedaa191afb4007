import type { Provenance } from "../../ledger/records.ts";
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

/** Whether what happened there is part of the ledger as of `cut`. */
export function includes({ block, time }: Cut, at: Pick<Provenance, "blockNumber" | "blockTime">): boolean {
  return at.blockNumber <= block && at.blockTime <= time;
}

/** Whether nothing of a ledger with this head is after the cut. */
export function isPresent({ block, time }: Cut, head: BlockMark | undefined): boolean {
  return head === undefined || (block >= head.number && time >= head.time);
}
