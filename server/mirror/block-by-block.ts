import type { RecordChange, RecordKind } from "../ledger/records.ts";
import { RecordMap } from "../ledger/reduce/record-map.ts";
import type { BlockChanges } from "../store/block-changes.ts";
import type { RangeWork } from "./reduce-range.ts";

/** Keeps what each block of a range does to the records, so that each can be undone. */
export class BlockByBlock implements RangeWork {
  readonly blocks: BlockChanges[] = [];
  readonly #latest = new RecordMap<RecordChange>();
  #changes: RecordChange[] = [];

  take(changes: readonly RecordChange[]): void {
    for (const change of changes) {
      this.#changes.push(change);
      this.#latest.set(change.kind, change.id, change);
    }
  }

  changed(kind: RecordKind, id: string): RecordChange | undefined {
    return this.#latest.get(kind, id);
  }

  end(block: BlockChanges["block"]): void {
    this.blocks.push({ block, changes: this.#changes });
    this.#changes = [];
  }
}
