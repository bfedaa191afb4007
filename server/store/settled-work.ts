import type { RecordChange, RecordTypes } from "../ledger/records.ts";
import type { Cursor } from "./cursor.ts";
import type { BatchEncoder } from "./encoded-batch.ts";
import { CHECKSUM_LENGTH, type Hash, hashOf } from "./encoding.ts";
import { BucketChanges } from "./entry-changes.ts";
import { type IndexedValues, indexedValues, isIndexed } from "./indexes.ts";
import { recordKey } from "./keys.ts";
import { packRecord, parseRecord } from "./packing.ts";
import type { RecordTaker } from "./settled-changes.ts";
import { StateDigest } from "./state-digest.ts";

/** A record as it stands, as far as going on from it takes; undefined members where there is none. */
export interface StandingRecord {
  readonly hash: Hash | undefined;
  readonly indexed: IndexedValues;
  readonly value: RecordChange["value"];
}

const ABSENT: StandingRecord = { hash: undefined, indexed: {}, value: undefined };

/** What settled blocks do to the records, put into bytes at once. Each record that may be there already is changed once. */
export class SettledWork implements RecordTaker {
  readonly digest: StateDigest;
  readonly history: StateDigest;
  readonly entries = new BucketChanges();
  readonly batch: BatchEncoder;

  /** @param batch Takes the writes; what was in it before is gone. */
  constructor({ digest, history }: Pick<Cursor, "digest" | "history">, batch: BatchEncoder) {
    batch.clear();
    this.batch = batch;
    this.digest = StateDigest.of(digest);
    this.history = StateDigest.of(history);
  }

  make({ kind, id, value }: RecordChange): void {
    if (value === undefined) throw new TypeError(`the ${kind} ${id} was made to be kept`);
    const hash = this.batch.put(recordKey(kind, id), packRecord(kind, value));
    this.digest.add(hash);
    if (kind === "event") this.history.add(hash);
    this.entries.change(id, ABSENT.indexed, indexedValues(kind, value));
  }

  /** @returns the record as it stands after. */
  change({ kind, id, value }: RecordChange, key: string, old: StandingRecord): StandingRecord {
    if (old.hash !== undefined) this.digest.remove(old.hash);
    if (value === undefined) {
      if (old.hash !== undefined) this.batch.delete(key);
      this.entries.change(id, old.indexed, ABSENT.indexed);
      return ABSENT;
    }
    const hash = this.batch.put(key, packRecord(kind, value));
    const indexed = indexedValues(kind, value);
    this.digest.add(hash);
    this.entries.change(id, old.indexed, indexed);
    return { hash, indexed, value };
  }
}

/** A record of what is stored under its key. What it is found under does not depend on where it comes from. */
export function standingRecord({ kind, id }: RecordChange, key: string, stored: string | undefined): StandingRecord {
  if (stored === undefined) return ABSENT;
  const hash = hashOf(key, stored);
  if (!isIndexed(kind)) return { hash, indexed: ABSENT.indexed, value: undefined };
  const record = parseRecord(kind, id, stored.slice(CHECKSUM_LENGTH)) as unknown as RecordTypes[typeof kind];
  return { hash, indexed: indexedValues(kind, record), value: undefined };
}
