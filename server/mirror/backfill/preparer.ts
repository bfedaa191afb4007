import type { ContractNames } from "../../ledger/decode.ts";
import type { RecordChange, RecordKey, RecordKind, RecordReader } from "../../ledger/records.ts";
import { RecordMap } from "../../ledger/reduce/record-map.ts";
import { BatchEncoder } from "../../store/encoded-batch.ts";
import { fetchRecords } from "../../store/fetch-records.ts";
import { recordKey } from "../../store/keys.ts";
import type { CommittedBlock } from "../../store/prepared-commit.ts";
import { KnownProvenances, type RecordSource } from "../../store/read-records.ts";
import type { StoreIdentity } from "../../store/reader.ts";
import { SettledChanges } from "../../store/settled-changes.ts";
import { SettledWork, type StandingRecord, standingRecord } from "../../store/settled-work.ts";
import type { DigestMark } from "../../store/state-digest.ts";
import { contractNames, type RangeWork, reduceRange } from "../reduce-range.ts";
import { requireWholeJournals } from "../whole-journals.ts";
import { type CommitMessage, commitMessage } from "./commit-message.ts";
import type { ProvableRange } from "./range-message.ts";

/** Where a backfill begins. */
export interface Standing {
  readonly digest: DigestMark;
  readonly history: DigestMark;
  /** The newest block that can no longer be replaced. */
  readonly settled: number;
}

/**
 * Works out what ranges of settled blocks do to the records, one after the other, without waiting for them to be written: what those
 * that are not written changed is kept in mind.
 */
export class RangePreparer {
  readonly #contracts: ContractNames;
  readonly #source: Omit<RecordSource, "settled">;
  #standing: Standing;
  readonly #recent = new RecentRecords();
  readonly #batch = new BatchEncoder();

  /** @param read Reads what is stored; it may be behind by the ranges that were not written yet. */
  constructor(identity: StoreIdentity, read: RecordSource["read"], standing: Standing) {
    this.#contracts = contractNames(identity);
    this.#source = { identity, known: new KnownProvenances(), read };
    this.#standing = standing;
  }

  /**
   * The commit that writes a range.
   *
   * @param written How many of those before were written.
   * @throws {DecodeError}, {ReduceError}, {MismatchError} or {StoreError} as whoever takes the range does; it goes no further then.
   */
  async prepare(range: ProvableRange, written: number): Promise<CommitMessage> {
    this.#recent.forget(written);
    const before = new Map<string, string | undefined>();
    const work = new SettledWork(this.#standing, this.#batch);
    const taken = new SettledRange(work);
    const records = await reduceRange(range, this.#contracts, (keys) => this.#fetch(keys, before), taken);
    if (range.journals !== undefined) requireWholeJournals(range.journals, this.#contracts, records);
    const latest = taken.changes.latest().map((change) => ({ change, key: recordKey(change.kind, change.id) }));
    await this.#read(latest, before);
    const standing = new Map<string, StandingRecord>();
    for (const { change, key } of latest) {
      const old = this.#recent.get(key) ?? standingRecord(change, key, before.get(key));
      standing.set(key, work.change(change, key, old));
    }
    this.#recent.keep(standing);
    const { digest } = this.#standing;
    this.#standing = { ...this.#standing, digest: work.digest.mark, history: work.history.mark };
    return commitMessage(work, { blocks: taken.blocks, marks: taken.changes.marks(), standing: digest });
  }

  /** Fetches records; of those that ranges changed that are not written it is known how they stand. */
  async #fetch(keys: readonly RecordKey[], before: Map<string, string | undefined>): Promise<RecordReader> {
    const known = new RecordMap<StandingRecord>();
    const unknown: RecordKey[] = [];
    for (const key of keys) {
      const recent = this.#recent.get(recordKey(key.kind, key.id));
      if (recent === undefined) unknown.push(key);
      else known.set(key.kind, key.id, recent);
    }
    const source = { ...this.#source, settled: this.#standing.settled };
    const fetched = await fetchRecords(unknown, source, (key, stored) => before.set(key, stored));
    return {
      get: (kind, id) => {
        const recent = known.get(kind, id);
        if (recent === undefined) return fetched.get(kind, id);
        return recent.value as ReturnType<typeof fetched.get<typeof kind>>;
      },
    };
  }

  /** Reads what is stored under those of some keys of which it is not known yet. */
  async #read(latest: readonly { readonly key: string }[], before: Map<string, string | undefined>): Promise<void> {
    const unknown: string[] = [];
    for (const { key } of latest) if (!before.has(key) && this.#recent.get(key) === undefined) unknown.push(key);
    if (unknown.length === 0) return;
    const values = await this.#source.read(unknown);
    for (const [at, key] of unknown.entries()) before.set(key, values[at]);
  }
}

/** A range of settled blocks, taken in one. */
class SettledRange implements RangeWork {
  readonly blocks: CommittedBlock[] = [];
  readonly changes: SettledChanges;
  #hasEvents = false;

  constructor(work: SettledWork) {
    this.changes = new SettledChanges(work);
  }

  take(changes: readonly RecordChange[]): void {
    this.#hasEvents = true;
    this.changes.take(changes);
  }

  changed(kind: RecordKind, id: string): RecordChange | undefined {
    return this.changes.changed(kind, id);
  }

  end(block: CommittedBlock["block"]): void {
    this.changes.end(block.number);
    this.blocks.push({ block, hasEvents: this.#hasEvents });
    this.#hasEvents = false;
  }
}

/** The records that ranges changed which are not written yet, by their keys. */
class RecentRecords {
  /** How each stands, and after which range. */
  readonly #records = new Map<string, { readonly record: StandingRecord; readonly range: number }>();
  /** Of each range, the oldest first: what it changed. */
  readonly #changed: Iterable<string>[] = [];
  #forgotten = 0;

  get(key: string): StandingRecord | undefined {
    return this.#records.get(key)?.record;
  }

  keep(changed: ReadonlyMap<string, StandingRecord>): void {
    const range = this.#forgotten + this.#changed.length;
    for (const [key, record] of changed) this.#records.set(key, { record, range });
    this.#changed.push([...changed.keys()]);
  }

  /** Forgets what so many ranges changed, from the first on, and none changed since. */
  forget(ranges: number): void {
    for (; this.#forgotten < ranges; this.#forgotten++) {
      for (const key of this.#changed.shift() ?? []) {
        if (this.#records.get(key)?.range === this.#forgotten) this.#records.delete(key);
      }
    }
  }
}
