import type { BlockMark } from "./reader.ts";
import { type DigestMark, EMPTY_DIGEST } from "./state-digest.ts";

/** How far a store has come. */
export interface Cursor {
  /** The last block mirrored; null before the first. */
  readonly head: BlockMark | null;
  /** The lowest block that the store can be rolled back to. */
  readonly undoFloor: number;
  /** The digest of all records. */
  readonly digest: DigestMark;
  /** The digest of all events. */
  readonly history: DigestMark;
  /** How many batches have been written: it tells a store that lost its last ones. */
  readonly sequence: number;
  /** From this block on nothing has proved yet that the events are all and true; absent where everything is proved. */
  readonly unprovenFrom?: number | undefined;
}

/** Whether the contracts' journals were found to be what blocks make of them, or nobody could tell them. */
export type Proof = "proven" | "unproven";

/** A mark as it is stored. */
export interface StoredMark {
  readonly hash: BlockMark["hash"];
  readonly time: number;
  /** The ledger has an event in the block: the mark stays when others are pruned. */
  readonly hasEvents: boolean;
  /** The digest of all events up to the end of the block. */
  readonly history: DigestMark;
  /** The digest of all records then; not kept of a block that was settled when it was mirrored, unless it was the last one. */
  readonly digest?: DigestMark | undefined;
}

/** The cursor of a store in which nothing is mirrored yet. */
export function firstCursor(deploymentBlock: number): Cursor {
  return { head: null, digest: EMPTY_DIGEST, history: EMPTY_DIGEST, undoFloor: deploymentBlock - 1, sequence: 0 };
}
