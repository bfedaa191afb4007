import type { RecordChange } from "../ledger/records.ts";
import type { BlockMark } from "./reader.ts";

/** What one block does to the records. */
export interface BlockChanges {
  readonly block: BlockMark & { readonly parentHash: BlockMark["hash"] };
  /** In the order they were made; of several changes of one record the last one holds. */
  readonly changes: readonly RecordChange[];
}
