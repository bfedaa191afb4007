import type { RecordChange, RecordTypes } from "../ledger/records.ts";
import type { Cursor } from "./cursor.ts";
import type { Operation } from "./database.ts";
import { CHECKSUM_LENGTH, type EncodedValue, encodeText, hashOf } from "./encoding.ts";
import type { BucketChanges } from "./entry-changes.ts";
import { type IndexedValues, indexedValues, isIndexed } from "./indexes.ts";
import { recordKey } from "./keys.ts";
import { packRecord, parseRecord } from "./packing.ts";
import { StateDigest } from "./state-digest.ts";
import type { HeldKeys } from "./undo.ts";

/** What is stored under a key now. */
export type StoredBefore = Pick<ReadonlyMap<string, string | undefined>, "get">;

/** A record as it stands while the blocks are gone through. */
interface RecordState {
  readonly encoded: EncodedValue | undefined;
  readonly indexed: IndexedValues;
}

const NOT_INDEXED: IndexedValues = {};

/** Records as blocks change them, one after the other: what is to be written, and the digests. */
export class RecordWork {
  readonly digest: StateDigest;
  readonly history: StateDigest;
  readonly #made: Operation[] = [];
  readonly #records = new Map<string, RecordState>();

  constructor({ digest, history }: Pick<Cursor, "digest" | "history">) {
    this.digest = StateDigest.of(digest);
    this.history = StateDigest.of(history);
  }

  /** A record that was not there before and is not changed again. */
  make({ kind, id, value }: RecordChange, entries: BucketChanges, held?: HeldKeys): void {
    if (value === undefined) throw new TypeError(`the ${kind} ${id} was made to be kept`);
    const key = recordKey(kind, id);
    const { stored, hash } = encodeText(key, packRecord(kind, value));
    this.#made.push({ type: "put", key, value: stored });
    this.digest.add(hash);
    if (kind === "event") this.history.add(hash);
    held?.set(key, null);
    entries.change(id, NOT_INDEXED, indexedValues(kind, value));
  }

  /** A record that may be there already, and be changed again. */
  change(change: RecordChange, before: StoredBefore, entries: BucketChanges, held?: HeldKeys): void {
    const { kind, id, value } = change;
    const key = recordKey(kind, id);
    const old = this.#records.get(key) ?? stateOf(change, key, before.get(key));
    const encoded = value === undefined ? undefined : encodeText(key, packRecord(kind, value));
    if (encoded?.stored === old.encoded?.stored) return;
    const indexed = value === undefined ? NOT_INDEXED : indexedValues(kind, value);
    entries.change(id, old.indexed, indexed);
    if (old.encoded !== undefined) this.digest.remove(old.encoded.hash);
    if (encoded !== undefined) this.digest.add(encoded.hash);
    held?.set(key, old.encoded?.stored ?? null);
    this.#records.set(key, { encoded, indexed });
  }

  /** The writes that leave the records as they are now. */
  operations(before: StoredBefore): Operation[] {
    const operations = this.#made;
    for (const [key, { encoded }] of this.#records) {
      if (encoded?.stored !== before.get(key)) operations.push(operation(key, encoded?.stored));
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
