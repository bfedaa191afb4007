import type { Cursor, StoredMark } from "./cursor.ts";
import type { Operation } from "./database.ts";
import { decodeValue, encodeValue, textOf } from "./encoding.ts";
import { StoreError } from "./errors.ts";
import { CURSOR_KEY, markKey, undoKey } from "./keys.ts";
import { EMPTY_DIGEST } from "./state-digest.ts";

/** What the keys that a block wrote held before it, by key; null for nothing. */
export type HeldKeys = Map<string, string | null>;

/** What is said of a key that held nothing, in place of the length of its value. */
const NOTHING = -1;

/** What undoes a block, as text: a line of keys and of the lengths of what they held, and then that, one after the other, as it is. */
export function undoText(held: HeldKeys): string {
  const places: (string | number)[] = [];
  let values = "";
  for (const [key, value] of held) {
    places.push(key, value?.length ?? NOTHING);
    if (value !== null) values += value;
  }
  return `${JSON.stringify(places)}\n${values}`;
}

/** What `undoText` was made of. */
export function* heldIn(text: string): Generator<readonly [key: string, value: string | null]> {
  const end = text.indexOf("\n");
  const places: (string | number)[] = JSON.parse(text.slice(0, end));
  let at = end + 1;
  for (let place = 0; place < places.length; place += 2) {
    const [key, length] = [String(places[place]), Number(places[place + 1])];
    if (length === NOTHING) yield [key, null];
    else {
      yield [key, text.slice(at, at + length)];
      at += length;
    }
  }
}

/** What a roll back reads of the database. */
export type ReadKeys = (keys: readonly string[]) => Promise<ReadonlyMap<string, string | undefined>>;

/** A roll back: its writes, and the cursor they leave. */
export interface RollBack {
  readonly operations: readonly Operation[];
  readonly cursor: Cursor;
}

/**
 * Works out the roll back to the end of block `target`, newest block first, so that of several earlier values of a key the
 * oldest one holds.
 *
 * @throws {StoreError} ROLLBACK_TOO_DEEP when undo data does not reach there.
 */
export async function rollBack(target: number, cursor: Cursor, read: ReadKeys): Promise<RollBack> {
  const { head, undoFloor } = cursor;
  if (target < undoFloor) {
    const hint = "start again with --rebuild to mirror the ledger anew";
    const message = `the mirror cannot go back to block ${target}, only to ${undoFloor} and later: ${hint}`;
    throw new StoreError("ROLLBACK_TOO_DEEP", message);
  }
  if (head === null || target >= head.number) return { operations: [], cursor };

  const numbers = Array.from({ length: head.number - target }, (_, index) => head.number - index);
  const stored = await read([...numbers.map(undoKey), markKey(target)]);
  const values = new Map<string, string | null>();
  for (const number of numbers) {
    const undo = stored.get(undoKey(number));
    if (undo === undefined) continue;
    for (const [key, value] of heldIn(textOf(undoKey(number), undo))) values.set(key, value);
  }

  const operations: Operation[] = [...values].map(([key, value]) =>
    value === null ? { type: "del", key } : { type: "put", key, value },
  );
  for (const number of numbers) {
    operations.push({ type: "del", key: undoKey(number) }, { type: "del", key: markKey(number) });
  }
  const unprovenFrom =
    cursor.unprovenFrom !== undefined && cursor.unprovenFrom <= target ? cursor.unprovenFrom : undefined;
  const rest = { undoFloor, sequence: cursor.sequence + 1, unprovenFrom };
  const after = cursorAt(target, stored.get(markKey(target)), rest);
  operations.push({ type: "put", key: CURSOR_KEY, value: encodeValue(CURSOR_KEY, after) });
  return { operations, cursor: after };
}

/** The cursor of a stored mark. Before the first block of the ledger there is nothing. */
function cursorAt(
  number: number,
  stored: string | undefined,
  rest: Omit<Cursor, "head" | "digest" | "history">,
): Cursor {
  if (stored === undefined) return { head: null, digest: EMPTY_DIGEST, history: EMPTY_DIGEST, ...rest };
  const { hash, time, digest, history } = decodeValue(markKey(number), stored) as StoredMark;
  // A block that can be gone back to was the last of its commit, or was written after the settled ones, by itself.
  if (digest === undefined)
    throw new StoreError("DAMAGED", `the mirror's mark of block ${number} is not of one to go back to`);
  return { head: { number, hash, time }, digest, history, ...rest };
}
