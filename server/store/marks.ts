import type { StoredMark } from "./cursor.ts";
import { type Database, reading } from "./database.ts";
import { decodeValue } from "./encoding.ts";
import { markKey } from "./keys.ts";
import type { BlockMark } from "./reader.ts";

/*
 * The marks of blocks: their hashes and times, kept of the newest blocks and of those with events.
 */

/** The marks kept of the blocks from `from` to `to`, in their order. */
export async function readMarks(database: Database, from: number, to: number): Promise<Map<number, StoredMark>> {
  if (to < from) return new Map();
  const range = { gte: markKey(Math.max(from, 0)), lte: markKey(to) };
  const entries = await reading(database.iterator(range).all());
  return new Map(entries.map(([key, value]) => [numberOf(key), decodeValue(key, value) as StoredMark]));
}

/** The newest mark kept of the blocks up to `number`, or the oldest. */
export async function outermostMark(
  database: Database,
  which: "newest" | "oldest",
  number: number,
): Promise<BlockMark | undefined> {
  const range = { gte: markKey(0), lte: markKey(number), reverse: which === "newest", limit: 1 };
  const [entry] = await reading(database.iterator(range).all());
  if (entry === undefined) return undefined;
  const { hash, time } = decodeValue(entry[0], entry[1]) as StoredMark;
  return { number: numberOf(entry[0]), hash, time };
}

function numberOf(key: string): number {
  return Number(key.slice(2));
}
