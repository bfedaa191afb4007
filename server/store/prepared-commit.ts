import type { BlockChanges } from "./block-changes.ts";
import type { Cursor } from "./cursor.ts";
import type { EncodedBatch } from "./encoded-batch.ts";
import { StoreError } from "./errors.ts";
import type { RecordChanges } from "./record-changes.ts";
import type { DigestMark } from "./state-digest.ts";

/** A block of a commit. */
export interface CommittedBlock {
  readonly block: BlockChanges["block"];
  readonly hasEvents: boolean;
}

/** What some blocks do to the records, worked out and not written yet. */
export interface PreparedCommit {
  readonly blocks: readonly CommittedBlock[];
  readonly changes: RecordChanges;
  /** Writes that come besides, in their form already. */
  readonly batch?: EncodedBatch;
  /** The digest of the records it was worked out from. */
  readonly standing?: DigestMark;
}

/** A block whose changes are known, as a block of a commit. */
export function committed({ block, changes }: BlockChanges): CommittedBlock {
  return { block, hasEvents: changes.length > 0 };
}

/** @throws {StoreError} NOT_CONNECTED when a commit was worked out from other records than those that are stored. */
export function requireStanding({ standing }: PreparedCommit, { digest }: Cursor): void {
  if (standing?.sum === digest.sum && standing.records === digest.records) return;
  throw new StoreError("NOT_CONNECTED", "the commit was worked out from other records than those that are stored");
}
