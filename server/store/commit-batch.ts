import type { BlockChanges, KeyChanges } from "./block-changes.ts";
import type { Cursor, StoredMark } from "./cursor.ts";
import type { Operation } from "./database.ts";
import { encodeValue } from "./encoding.ts";
import { StoreError } from "./errors.ts";
import { CURSOR_KEY, markKey, undoKey } from "./keys.ts";

/**
 * Checks that the blocks follow the stored head and each other. Blocks that change nothing may be left out where nothing can be
 * replaced any more.
 *
 * @param settled The newest block that can no longer be replaced.
 * @throws {StoreError} NOT_CONNECTED when one does not follow.
 */
export function requireConnected(blocks: readonly BlockChanges[], cursor: Cursor, settled: number): void {
  let { head } = cursor;
  let next = head === null ? cursor.undoFloor + 1 : head.number + 1;
  for (const { block } of blocks) {
    const isNext = block.number === next && (head === null || block.parentHash === head.hash);
    const isPastLeftOut = block.number > next && block.number <= settled;
    if (!isNext && !isPastLeftOut) {
      const place = head === null ? `start at block ${next}` : `block ${head.number} (${head.hash})`;
      throw new StoreError("NOT_CONNECTED", `block ${block.number} does not follow the mirrored ${place}`);
    }
    head = block;
    next = block.number + 1;
  }
}

/** The cursor after the blocks, of which those up to `settled` can no longer be replaced. */
export function advance(
  cursor: Cursor,
  blocks: readonly BlockChanges[],
  { digests }: KeyChanges,
  settled: number,
): Cursor {
  const last = blocks.at(-1)?.block;
  if (last === undefined) return cursor;
  const head = { number: last.number, hash: last.hash, time: last.time };
  const digest = digests.get(last.number) ?? cursor.digest;
  const undoFloor = Math.max(cursor.undoFloor, Math.min(settled, last.number));
  return { head, digest, undoFloor, sequence: cursor.sequence + 1 };
}

/**
 * All writes of a commit: the keys, the marks and undo data of the blocks that are not settled by it, and the cursor.
 *
 * @param next What `advance` gave.
 */
export function commitOperations(blocks: readonly BlockChanges[], changes: KeyChanges, next: Cursor): Operation[] {
  const operations = [...changes.operations];
  const put = (key: string, value: unknown) => operations.push({ type: "put", key, value: encodeValue(key, value) });
  for (const { block, changes: made } of blocks) {
    const digest = changes.digests.get(block.number) ?? next.digest;
    const mark: StoredMark = { hash: block.hash, time: block.time, hasEvents: made.length > 0, digest };
    if (mark.hasEvents || block.number >= next.undoFloor) put(markKey(block.number), mark);
    const undo = changes.undo.get(block.number);
    if (undo !== undefined && block.number > next.undoFloor) put(undoKey(block.number), undo);
  }
  put(CURSOR_KEY, next);
  return operations;
}

/**
 * The writes that take away what is no longer needed once nothing below `next.undoFloor` can be rolled back.
 *
 * @param marks The stored marks from `cursor.undoFloor` up to `next.undoFloor`, the latter excluded.
 */
export function pruneOperations(cursor: Cursor, next: Cursor, marks: ReadonlyMap<number, StoredMark>): Operation[] {
  const operations: Operation[] = [];
  const lastStored = cursor.head?.number ?? cursor.undoFloor;
  for (let number = cursor.undoFloor + 1; number <= Math.min(next.undoFloor, lastStored); number++) {
    operations.push({ type: "del", key: undoKey(number) });
  }
  for (const [number, mark] of marks) if (!mark.hasEvents) operations.push({ type: "del", key: markKey(number) });
  return operations;
}
