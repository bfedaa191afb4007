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
  /** How many batches have been written: it tells a store that lost its last ones. */
  readonly sequence: number;
}

/** A mark as it is stored. */
export interface StoredMark {
  readonly hash: BlockMark["hash"];
  readonly time: number;
  /** The ledger has an event in the block: the mark stays when others are pruned. */
  readonly hasEvents: boolean;
  /** The digest of all records at the end of the block. */
  readonly digest: DigestMark;
}

/** The cursor of a store in which nothing is mirrored yet. */
export function firstCursor(deploymentBlock: number): Cursor {
  return { head: null, digest: EMPTY_DIGEST, undoFloor: deploymentBlock - 1, sequence: 0 };
}
