import type { RecordChange, RecordKind, RecordTypes } from "../ledger/records.ts";
import type { Operation } from "./database.ts";
import { decodeValue, type EncodedValue, encode, encodeEntry, hashOf } from "./encoding.ts";
import { type IndexedValues, type IndexName, indexedValues, isIndexed } from "./indexes.ts";
import { indexKey, recordKey } from "./keys.ts";
import type { BlockMark } from "./reader.ts";
import { type DigestMark, StateDigest } from "./state-digest.ts";

/** What one block does to the records. */
export interface BlockChanges {
  readonly block: BlockMark & { readonly parentHash: BlockMark["hash"] };
  /** In the order they were made; of several changes of one record the last one holds. */
  readonly changes: readonly RecordChange[];
}

/** What a key held before a block; null for nothing. */
export type Undo = readonly (readonly [key: string, value: string | null])[];

/** What some blocks do to the database. */
export interface KeyChanges {
  /** The writes, to be made in this order: of several of one key the last one holds. */
  readonly operations: readonly Operation[];
  /** What undoes each block, by its number; none for a block that changes nothing. */
  readonly undo: ReadonlyMap<number, Undo>;
  /** The state digest after each block, by its number. */
  readonly digests: ReadonlyMap<number, DigestMark>;
}

/** Kinds whose records are made once, under the place of their event, and never changed: there is nothing to look up. */
const MADE_ONCE: ReadonlySet<RecordKind> = new Set(["event", "evidence"]);

/** The keys of all records that `blocks` change and that may be there already. */
export function changedKeys(blocks: readonly BlockChanges[]): string[] {
  const keys = new Set<string>();
  for (const { changes } of blocks) {
    for (const { kind, id } of changes) if (!MADE_ONCE.has(kind)) keys.add(recordKey(kind, id));
  }
  return [...keys];
}

/**
 * Works out what `blocks` do to the database, index entries included.
 *
 * @param before What the keys of `changedKeys` hold now.
 * @param standing The state digest now.
 * @param settled The newest block that needs no undo data.
 */
export function keyChanges(
  blocks: readonly BlockChanges[],
  before: ReadonlyMap<string, string | undefined>,
  standing: DigestMark,
  settled: number,
): KeyChanges {
  const digest = StateDigest.of(standing);
  const records = new Map<string, RecordState>();
  const operations: Operation[] = [];
  const undo = new Map<number, Undo>();
  const digests = new Map<number, DigestMark>();
  for (const { block, changes } of blocks) {
    const held = block.number > settled ? new Map<string, string | null>() : undefined;
    const write = (key: string, value: string | undefined, old: string | undefined) => {
      if (held !== undefined && !held.has(key)) held.set(key, old ?? null);
      operations.push(operation(key, value));
    };
    for (const [key, change] of lastOfEach(changes)) {
      const old = records.get(key) ?? stateOf(change, key, before.get(key));
      const present = writeRecord(change, key, old, write, digest);
      if (held !== undefined && present !== old && !held.has(key)) held.set(key, old.encoded?.stored ?? null);
      records.set(key, present);
    }
    if (held !== undefined && held.size > 0) undo.set(block.number, [...held]);
    digests.set(block.number, digest.mark);
  }
  for (const [key, { encoded }] of records) {
    if (encoded?.stored !== before.get(key)) operations.push(operation(key, encoded?.stored));
  }
  return { operations, undo, digests };
}

/** A record as it stands while the blocks are gone through. */
interface RecordState {
  readonly encoded: EncodedValue | undefined;
  readonly indexed: IndexedValues;
}

const NOT_INDEXED: IndexedValues = {};

/** Of several changes of one record the last one holds. */
function lastOfEach(changes: readonly RecordChange[]): ReadonlyMap<string, RecordChange> {
  return new Map(changes.map((change) => [recordKey(change.kind, change.id), change]));
}

/** A record as it is stored. */
function stateOf({ kind }: RecordChange, key: string, stored: string | undefined): RecordState {
  if (stored === undefined) return { encoded: undefined, indexed: NOT_INDEXED };
  const encoded = { stored, hash: hashOf(key, stored) };
  if (!isIndexed(kind)) return { encoded, indexed: NOT_INDEXED };
  return { encoded, indexed: indexedValues(kind, decodeValue(key, stored) as RecordTypes[typeof kind]) };
}

function operation(key: string, value: string | undefined): Operation {
  return value === undefined ? { type: "del", key } : { type: "put", key, value };
}

type Write = (key: string, value: string | undefined, old: string | undefined) => void;

function writeRecord(
  { kind, id, value }: RecordChange,
  key: string,
  old: RecordState,
  write: Write,
  digest: StateDigest,
): RecordState {
  const encoded = value === undefined ? undefined : encode(key, value);
  if (encoded?.stored === old.encoded?.stored) return old;
  const indexed = value === undefined ? NOT_INDEXED : indexedValues(kind, value);
  writeEntries(id, old.indexed, indexed, write);
  if (old.encoded !== undefined) digest.remove(old.encoded.hash);
  if (encoded !== undefined) digest.add(encoded.hash);
  return { encoded, indexed };
}

/** Takes away the entries that the record is no longer found under, and puts in the others. */
function writeEntries(id: string, old: IndexedValues, present: IndexedValues, write: Write): void {
  for (const index of new Set([...Object.keys(old), ...Object.keys(present)]) as Set<IndexName>) {
    const [before = [], after = []] = [old[index], present[index]];
    if (isSameList(before, after)) continue;
    const [gone, come] = [new Set(before), new Set(after)];
    for (const value of gone) {
      if (come.has(value)) continue;
      const key = indexKey({ index, value }, id);
      write(key, undefined, encodeEntry(key));
    }
    for (const value of come) {
      if (gone.has(value)) continue;
      const key = indexKey({ index, value }, id);
      write(key, encodeEntry(key), undefined);
    }
  }
}

function isSameList(one: readonly string[], other: readonly string[]): boolean {
  return one === other || (one.length === other.length && one.every((value, at) => value === other[at]));
}
