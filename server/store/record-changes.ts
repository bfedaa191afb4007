import type { RecordChange, RecordKind, RecordTypes } from "../ledger/records.ts";
import { RecordMap } from "../ledger/reduce/record-map.ts";
import type { BlockChanges } from "./block-changes.ts";
import { entryPlace } from "./buckets.ts";
import type { Cursor } from "./cursor.ts";
import type { Operation } from "./database.ts";
import { CHECKSUM_LENGTH, type EncodedValue, encodeText, hashOf } from "./encoding.ts";
import { type IndexedValues, type IndexName, indexedValues, isIndexed } from "./indexes.ts";
import { recordKey } from "./keys.ts";
import { packRecord, parseRecord } from "./packing.ts";
import { type DigestMark, StateDigest } from "./state-digest.ts";
import type { HeldKeys } from "./undo.ts";

/** What the blocks of a commit do to the records. */
export interface RecordChanges {
  readonly operations: readonly Operation[];
  /** The settled blocks in one, and then each of the others. */
  readonly steps: readonly Step[];
  /** What to keep in the mark of each block, by its number. */
  readonly marks: ReadonlyMap<number, BlockDigests>;
  /** After the last block. */
  readonly digest: DigestMark;
  readonly history: DigestMark;
}

/** What is taken at once, and undone at once if at all. */
export interface Step {
  /** The last block of it. */
  readonly block: number;
  readonly entries: EntryChanges;
  /** What the keys held before that were written; undefined where nothing is to be undone. */
  readonly held: HeldKeys | undefined;
}

/** Which index entries come and go, by index, value and bucket. */
export type EntryChanges = Map<IndexName, Map<string, Map<string, BucketChanges>>>;

/** How the ids go on that come into a bucket and go out of it. Each does so once in a step. */
export interface BucketChanges {
  readonly come: string[];
  readonly gone: string[];
}

/** The digests at the end of a block. */
export interface BlockDigests {
  /** Of all events up to it. */
  readonly history: DigestMark;
  /** Of all records; undefined where those of later blocks were written in one with it. */
  readonly digest: DigestMark | undefined;
}

/** Kinds whose records are made once, under the place of their event, and never changed: there is nothing to look up. */
const MADE_ONCE: ReadonlySet<RecordKind> = new Set(["event", "evidence"]);

/** The keys of all records that `blocks` change and that may be there already. */
export function changedKeys(blocks: readonly BlockChanges[]): string[] {
  const keys = new RecordMap<string>();
  for (const { changes } of blocks) {
    for (const { kind, id } of changes) {
      if (!MADE_ONCE.has(kind) && !keys.has(kind, id)) keys.set(kind, id, recordKey(kind, id));
    }
  }
  return [...keys.values()];
}

/**
 * Works out what `blocks` do to the records. Settled blocks are taken in one, each record as the last of them leaves it.
 *
 * @param before What the keys of `changedKeys` hold now.
 * @param standing The digests now.
 * @param settled The newest block that needs no undo data.
 */
export function recordChanges(
  blocks: readonly BlockChanges[],
  before: ReadonlyMap<string, string | undefined>,
  standing: Pick<Cursor, "digest" | "history">,
  settled: number,
): RecordChanges {
  const work = new Work(before, standing);
  const marks = new Map<number, BlockDigests>();
  const steps: Step[] = [];
  const old = blocks.filter(({ block }) => block.number <= settled);
  if (old.length > 0) {
    const step = { block: old.at(-1)?.block.number ?? settled, entries: new Map(), held: undefined };
    const latest = new RecordMap<RecordChange>();
    for (const { block, changes } of old) {
      for (const change of changes) {
        if (MADE_ONCE.has(change.kind)) work.make(change, step);
        else latest.set(change.kind, change.id, change);
      }
      marks.set(block.number, { history: work.history.mark, digest: undefined });
    }
    for (const change of latest.values()) work.change(change, step);
    marks.set(step.block, { history: work.history.mark, digest: work.digest.mark });
    steps.push(step);
  }
  for (const { block, changes } of blocks.slice(old.length)) {
    const step = { block: block.number, entries: new Map(), held: new Map<string, string | null>() };
    const latest = new RecordMap<RecordChange>();
    for (const change of changes) latest.set(change.kind, change.id, change);
    for (const change of latest.values()) {
      if (MADE_ONCE.has(change.kind)) work.make(change, step);
      else work.change(change, step);
    }
    marks.set(block.number, { history: work.history.mark, digest: work.digest.mark });
    steps.push(step);
  }
  return { operations: work.operations(), steps, marks, digest: work.digest.mark, history: work.history.mark };
}

/** A record as it stands while the blocks are gone through. */
interface RecordState {
  readonly encoded: EncodedValue | undefined;
  readonly indexed: IndexedValues;
}

const NOT_INDEXED: IndexedValues = {};

class Work {
  readonly digest: StateDigest;
  readonly history: StateDigest;
  readonly #before: ReadonlyMap<string, string | undefined>;
  readonly #made: Operation[] = [];
  readonly #records = new Map<string, RecordState>();

  constructor(
    before: ReadonlyMap<string, string | undefined>,
    { digest, history }: Pick<Cursor, "digest" | "history">,
  ) {
    this.#before = before;
    this.digest = StateDigest.of(digest);
    this.history = StateDigest.of(history);
  }

  /** A record that was not there before and is not changed again. */
  make({ kind, id, value }: RecordChange, { entries, held }: Step): void {
    if (value === undefined) throw new TypeError(`the ${kind} ${id} was made to be kept`);
    const key = recordKey(kind, id);
    const { stored, hash } = encodeText(key, packRecord(kind, value));
    this.#made.push({ type: "put", key, value: stored });
    this.digest.add(hash);
    if (kind === "event") this.history.add(hash);
    held?.set(key, null);
    changeEntries({ kind, id }, NOT_INDEXED, indexedValues(kind, value), entries);
  }

  change(change: RecordChange, { entries, held }: Step): void {
    const { kind, id, value } = change;
    const key = recordKey(kind, id);
    const old = this.#records.get(key) ?? stateOf(change, key, this.#before.get(key));
    const encoded = value === undefined ? undefined : encodeText(key, packRecord(kind, value));
    if (encoded?.stored === old.encoded?.stored) return;
    const indexed = value === undefined ? NOT_INDEXED : indexedValues(kind, value);
    changeEntries({ kind, id }, old.indexed, indexed, entries);
    if (old.encoded !== undefined) this.digest.remove(old.encoded.hash);
    if (encoded !== undefined) this.digest.add(encoded.hash);
    held?.set(key, old.encoded?.stored ?? null);
    this.#records.set(key, { encoded, indexed });
  }

  operations(): Operation[] {
    const operations = this.#made;
    for (const [key, { encoded }] of this.#records) {
      if (encoded?.stored !== this.#before.get(key)) operations.push(operation(key, encoded?.stored));
    }
    return operations;
  }
}

/** The write that leaves a value under a key, or none. */
export function operation(key: string, value: string | undefined): Operation {
  return value === undefined ? { type: "del", key } : { type: "put", key, value };
}

/** A record as it is stored. What it is found under does not depend on where it comes from. */
function stateOf({ kind, id }: RecordChange, key: string, stored: string | undefined): RecordState {
  if (stored === undefined) return { encoded: undefined, indexed: NOT_INDEXED };
  const encoded = { stored, hash: hashOf(key, stored) };
  if (!isIndexed(kind)) return { encoded, indexed: NOT_INDEXED };
  const record = parseRecord(kind, id, stored.slice(CHECKSUM_LENGTH)) as unknown as RecordTypes[typeof kind];
  return { encoded, indexed: indexedValues(kind, record) };
}

/** Takes away the entries that the record is no longer found under, and puts in the others. */
function changeEntries(
  { kind, id }: Pick<RecordChange, "kind" | "id">,
  old: IndexedValues,
  present: IndexedValues,
  entries: EntryChanges,
): void {
  const { bucket, rest } = entryPlace(kind, id);
  const changesOf = (index: IndexName, value: string): BucketChanges => {
    const values = entries.get(index) ?? new Map<string, Map<string, BucketChanges>>();
    if (values.size === 0) entries.set(index, values);
    const buckets = values.get(value) ?? new Map<string, BucketChanges>();
    if (buckets.size === 0) values.set(value, buckets);
    const changes = buckets.get(bucket) ?? { come: [], gone: [] };
    if (changes.come.length + changes.gone.length === 0) buckets.set(bucket, changes);
    return changes;
  };
  for (const name in present) {
    const index = name as IndexName;
    const [before = NONE, after = NONE] = [old[index], present[index]];
    if (isSameList(before, after)) continue;
    for (const value of before) if (!after.includes(value)) changesOf(index, value).gone.push(rest);
    for (const value of after) if (!before.includes(value)) changesOf(index, value).come.push(rest);
  }
  for (const name in old) {
    const index = name as IndexName;
    if (!(index in present)) for (const value of old[index] ?? NONE) changesOf(index, value).gone.push(rest);
  }
}

const NONE: readonly string[] = [];

function isSameList(one: readonly string[], other: readonly string[]): boolean {
  return one === other || (one.length === other.length && one.every((value, at) => value === other[at]));
}
