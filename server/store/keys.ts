import type { RecordKind } from "../ledger/records.ts";
import type { IndexName } from "./indexes.ts";
import type { IdRange } from "./reader.ts";

/*
 * The keys of the database, by their first letter: m what the store knows of itself, r records, x buckets of index entries,
 * h marks of blocks, u what undoes a block.
 */

export const IDENTITY_KEY = "m/identity";
export const CURSOR_KEY = "m/cursor";

/** After every text that begins with what stands before it. */
const LAST = "\u{10ffff}";

/** After every key. */
export const LAST_KEY = LAST;

/** Where the record of `kind` and `id` stands. */
export function recordKey(kind: RecordKind, id: string): string {
  return `r/${kind}/${id}`;
}

/** What the keys of all records of a kind begin with. */
export function recordsBase(kind: RecordKind): string {
  return recordKey(kind, "");
}

/** What the keys of all buckets of an index under `value` begin with. */
export function indexBase(index: IndexName, value: string): string {
  return `x/${index}/${value}\0`;
}

/** Where the mark of a block stands. */
export function markKey(blockNumber: number): string {
  return `h/${padded(blockNumber)}`;
}

/** Where the undo data of a block stands. */
export function undoKey(blockNumber: number): string {
  return `u/${padded(blockNumber)}`;
}

/** Bounds of a walk over keys. */
export interface KeyRange {
  readonly gt?: string;
  readonly gte?: string;
  readonly lt: string;
  readonly reverse: boolean;
}

/** The keys that begin with `base` and go on with an id of `range`. */
export function keysWithin(base: string, { prefix = "", after, reverse = false }: IdRange = {}): KeyRange {
  const first = base + prefix;
  const end = first + LAST;
  if (after === undefined) return { gte: first, lt: end, reverse };
  const past = base + after;
  if (reverse) return { gte: first, lt: isBefore(past, end) ? past : end, reverse };
  return isBefore(past, first) ? { gte: first, lt: end, reverse } : { gt: past, lt: end, reverse };
}

/** In the order of LevelDB, which is that of the bytes and not of UTF-16. */
function isBefore(one: string, other: string): boolean {
  return Buffer.compare(Buffer.from(one), Buffer.from(other)) < 0;
}

function padded(blockNumber: number): string {
  return String(blockNumber).padStart(12, "0");
}
