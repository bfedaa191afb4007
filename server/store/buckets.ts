import { crc32 } from "node:zlib";
import type { RecordKind } from "../ledger/records.ts";
import { altered } from "./encoding.ts";
import type { IndexName } from "./indexes.ts";
import { indexBase, type KeyRange } from "./keys.ts";
import type { IdRange } from "./reader.ts";

/*
 * Index entries stand in buckets: the ids under one value of an index that begin alike are one key, whose value lists how they go on.
 * Pilots of a scope are numbered one after the other and have most of their terms and states in common, so that a bucket takes the
 * place of many keys. How much of an id names its bucket follows from its kind alone, which keeps the order of the ids: by bucket,
 * and in it by the rest. A bucket's value begins with eight digits, the CRC-32 of the key and the list.
 */

const CHECKSUM_LENGTH = 8;
const SEPARATOR = ",";

/** How much of an id names its bucket. */
type BucketLength = (id: string) => number;

/** The events of a block, in whose buckets no other block has any. */
const BLOCK: BucketLength = () => "000000000000.".length;

/** By kind; all of an id for kinds of which there are few. */
const LENGTHS: Partial<Record<RecordKind, BucketLength>> = {
  /** A hundred pilots: `ZJ-2026-330206-MFG-00`. */
  pilot: (id) => scopeLength(id, 2),
  /** The milestones of ten pilots: `ZJ-2026-330206-MFG-001`. */
  milestone: (id) => scopeLength(id, 3),
  event: BLOCK,
};

/** Of indexes that differ from the others of their kind. */
const LENGTHS_OF: Partial<Record<IndexName, BucketLength>> = {
  /** The events of a thousand blocks: few are of one subject. */
  "event.subject": () => "000000000".length,
};

/** How much of a pilot's code is its scope and `digits` of its serial number; all of it when it does not reach there. */
function scopeLength(id: string, digits: number): number {
  let dash = -1;
  for (let count = 0; count < 4; count++) {
    dash = id.indexOf("-", dash + 1);
    if (dash === -1) return id.length;
  }
  return dash + 1 + digits;
}

/** Where the entries of an id stand: in which bucket under every value, and how the id goes on there. */
export interface EntryPlace {
  readonly bucket: string;
  readonly rest: string;
}

/** Where the entry of the record `id` in an index stands. */
export function entryPlace(index: IndexName, id: string): EntryPlace {
  const bucket = bucketOf(index, id);
  return { bucket, rest: id.slice(bucket.length) };
}

/** Whether no other block than that of a record has entries in the record's bucket: nothing was there before. */
export function isOfOneBlock(index: IndexName): boolean {
  return lengthOf(index) === BLOCK;
}

function bucketOf(index: IndexName, id: string): string {
  const length = lengthOf(index)(id);
  return length < id.length ? id.slice(0, length) : id;
}

const lengths = new Map<IndexName, BucketLength>();

function lengthOf(index: IndexName): BucketLength {
  const known = lengths.get(index);
  if (known !== undefined) return known;
  const kind = index.slice(0, index.indexOf(".")) as RecordKind;
  const length = LENGTHS_OF[index] ?? LENGTHS[kind] ?? ((id) => id.length);
  lengths.set(index, length);
  return length;
}

/** What is stored under the key of a bucket; undefined for an empty one, which is not stored. */
export function encodeBucket(key: string, rests: readonly string[]): string | undefined {
  if (rests.length === 0) return undefined;
  const list = rests.length === 1 ? (rests[0] ?? "") : rests.toSorted().join(SEPARATOR);
  return checksumOf(key, list) + list;
}

/**
 * How the ids in a bucket go on, in their order.
 *
 * @throws {StoreError} CORRUPT when it is not what was written there.
 */
export function decodeBucket(key: string, stored: string): string[] {
  const list = stored.slice(CHECKSUM_LENGTH);
  if (checksumOf(key, list) !== stored.slice(0, CHECKSUM_LENGTH)) throw altered(key);
  return list.split(SEPARATOR);
}

function checksumOf(key: string, list: string): string {
  return crc32(list, crc32(key)).toString(16).padStart(CHECKSUM_LENGTH, "0");
}

/** The buckets in which the ids of a range stand. There are others in them, too: ask `isWithin`. Ids are ASCII. */
export function bucketsWithin(index: IndexName, value: string, range: IdRange = {}): KeyRange {
  const { prefix = "", after, reverse = false } = range;
  const base = indexBase(index, value);
  const [first, end] = [bucketOf(index, prefix), `${prefix}\u{10ffff}`];
  if (after === undefined) return { gte: base + first, lt: base + end, reverse };
  const at = bucketOf(index, after);
  const [, from = first] = [first, at].sort();
  if (!reverse) return { gte: base + from, lt: base + end, reverse };
  return { gte: base + first, lt: base + (`${at}\0` < end ? `${at}\0` : end), reverse };
}

/** Whether an id is one of a range. */
export function isWithin(id: string, { prefix = "", after, reverse = false }: IdRange): boolean {
  return id.startsWith(prefix) && (after === undefined || (reverse ? id < after : id > after));
}
