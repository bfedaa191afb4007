import type { RecordChange, RecordTypes } from "../ledger/records.ts";
import { decodeValue, encode, encodeValue, hashOf } from "./encoding.ts";
import { indexEntries } from "./indexes.ts";
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
  /** The new value of each key; undefined where it is to be removed. */
  readonly values: ReadonlyMap<string, string | undefined>;
  /** What undoes each block, by its number; none for a block that changes nothing. */
  readonly undo: ReadonlyMap<number, Undo>;
  /** The state digest after each block, by its number. */
  readonly digests: ReadonlyMap<number, DigestMark>;
}

/** The keys of all records that `blocks` change. */
export function changedKeys(blocks: readonly BlockChanges[]): string[] {
  return [...new Set(blocks.flatMap(({ changes }) => changes.map(({ kind, id }) => recordKey(kind, id))))];
}

/**
 * Works out what `blocks` do to the database, index entries included.
 *
 * @param before What the keys of `changedKeys` hold now.
 * @param standing The state digest now.
 */
export function keyChanges(
  blocks: readonly BlockChanges[],
  before: ReadonlyMap<string, string | undefined>,
  standing: DigestMark,
): KeyChanges {
  const current = new Map<string, string | undefined>(before);
  const values = new Map<string, string | undefined>();
  const undo = new Map<number, Undo>();
  const digest = StateDigest.of(standing);
  const digests = new Map<number, DigestMark>();
  for (const { block, changes } of blocks) {
    const held = new Map<string, string | null>();
    const write = (key: string, value: string | undefined) => {
      if (current.get(key) === value) return;
      if (!held.has(key)) held.set(key, current.get(key) ?? null);
      current.set(key, value);
      values.set(key, value);
    };
    for (const change of lastOfEach(changes)) writeRecord(change, current, write, digest);
    if (held.size > 0) undo.set(block.number, [...held]);
    digests.set(block.number, digest.mark);
  }
  return { values, undo, digests };
}

/** Of several changes of one record the last one holds. */
function lastOfEach(changes: readonly RecordChange[]): Iterable<RecordChange> {
  return new Map(changes.map((change) => [recordKey(change.kind, change.id), change])).values();
}

function writeRecord(
  change: RecordChange,
  current: Map<string, string | undefined>,
  write: (key: string, value: string | undefined) => void,
  digest: StateDigest,
): void {
  const key = recordKey(change.kind, change.id);
  const stored = current.get(key);
  const old = stored === undefined ? undefined : (decodeValue(key, stored) as RecordTypes[typeof change.kind]);
  const oldEntries = entryKeys(change, old);
  for (const entry of oldEntries) if (!current.has(entry)) current.set(entry, encodeValue(entry, null));
  const entries = entryKeys(change, change.value);
  for (const entry of oldEntries) if (!entries.has(entry)) write(entry, undefined);
  for (const entry of entries) write(entry, encodeValue(entry, null));
  const encoded = change.value === undefined ? undefined : encode(key, change.value);
  if (stored !== undefined) digest.remove(hashOf(key, stored));
  if (encoded !== undefined) digest.add(encoded.hash);
  write(key, encoded?.stored);
}

function entryKeys({ kind, id }: RecordChange, record: RecordChange["value"]): Set<string> {
  if (record === undefined) return new Set();
  return new Set(indexEntries(kind, record).map((entry) => indexKey(entry, id)));
}
