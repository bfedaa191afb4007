import type { Cursor, Proof, StoredMark } from "./cursor.ts";
import type { Operation } from "./database.ts";
import { encodeText, encodeValue } from "./encoding.ts";
import { StoreError } from "./errors.ts";
import { CURSOR_KEY, markKey, undoKey } from "./keys.ts";
import type { CommittedBlock } from "./prepared-commit.ts";
import type { RecordChanges } from "./record-changes.ts";
import { undoText } from "./undo.ts";

/**
 * Checks that the blocks follow the stored head and each other. Blocks that change nothing may be left out where nothing can be
 * replaced any more.
 *
 * @param settled The newest block that can no longer be replaced.
 * @throws {StoreError} NOT_CONNECTED when one does not follow.
 */
export function requireConnected(
  blocks: readonly Pick<CommittedBlock, "block">[],
  cursor: Cursor,
  settled: number,
): void {
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

/**
 * The cursor after the blocks, of which those up to `settled` can no longer be replaced. A proof is of all before it as well: the
 * journals are accumulators over every event.
 */
export function advance(
  cursor: Cursor,
  blocks: readonly CommittedBlock[],
  { digest, history }: RecordChanges,
  settled: number,
  proof: Proof,
): Cursor {
  const [first, last] = [blocks[0]?.block, blocks.at(-1)?.block];
  if (first === undefined || last === undefined) return cursor;
  const head = { number: last.number, hash: last.hash, time: last.time };
  const undoFloor = Math.max(cursor.undoFloor, Math.min(settled, last.number));
  const unprovenFrom = proof === "proven" ? undefined : (cursor.unprovenFrom ?? first.number);
  return { head, digest, history, undoFloor, sequence: cursor.sequence + 1, unprovenFrom };
}

/**
 * The marks and undo data of the blocks that are not settled by a commit, the marks of those that have events, and the cursor.
 *
 * @param next What `advance` gave.
 */
export function placeOperations(
  blocks: readonly CommittedBlock[],
  { steps, marks }: RecordChanges,
  next: Cursor,
): Operation[] {
  const operations: Operation[] = [];
  const put = (key: string, value: unknown) => operations.push({ type: "put", key, value: encodeValue(key, value) });
  for (const { block, hasEvents } of blocks) {
    if (!hasEvents && block.number < next.undoFloor) continue;
    const digests = marks.get(block.number) ?? { history: next.history, digest: next.digest };
    put(markKey(block.number), { hash: block.hash, time: block.time, hasEvents, ...digests } satisfies StoredMark);
  }
  for (const { block, held } of steps) {
    if (held === undefined || held.size === 0 || block <= next.undoFloor) continue;
    const key = undoKey(block);
    operations.push({ type: "put", key, value: encodeText(key, undoText(held)).stored });
  }
  put(CURSOR_KEY, next);
  return operations;
}

/**
 * The writes that take away what is not needed any more once nothing below `next.undoFloor` can be rolled back.
 *
 * @param marks The stored marks from `cursor.undoFloor` up to `next.undoFloor`, the latter excluded.
 */
export function pruneOperations(cursor: Cursor, next: Cursor, marks: ReadonlyMap<number, StoredMark>): Operation[] {
  const operations: Operation[] = [];
  const lastStored = cursor.head?.number ?? cursor.undoFloor;
  for (let number = cursor.undoFloor + 1; number <= Math.min(next.undoFloor, lastStored); number++) {
    operations.push({ type: "del", key: undoKey(number) });
  }
  for (const [number, { digest, ...mark }] of marks) {
    const key = markKey(number);
    if (!mark.hasEvents) operations.push({ type: "del", key });
    else if (digest !== undefined) operations.push({ type: "put", key, value: encodeValue(key, mark) });
  }
  return operations;
}
