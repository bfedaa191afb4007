import type { RecordKind, RecordTypes } from "../ledger/records.ts";
import { bucketsWithin, decodeBucket, isWithin } from "./buckets.ts";
import { type Cursor, firstCursor, type StoredMark } from "./cursor.ts";
import { type Database, reading, readingError } from "./database.ts";
import { altered, decodeValue } from "./encoding.ts";
import { isRot, type StoreError } from "./errors.ts";
import type { IndexName } from "./indexes.ts";
import { CURSOR_KEY, indexBase, type KeyRange, keysWithin, markKey, recordKey, recordsBase } from "./keys.ts";
import { type KnownProvenances, readRecords, type StoredRecord } from "./read-records.ts";
import type { BlockMark, IdRange, StoreIdentity, StoreReader } from "./reader.ts";
import { type DigestMark, EMPTY_DIGEST } from "./state-digest.ts";

const RAW = 256;

/** Records are read some at once: few at first, since often only the first ones are wanted. */
const [FIRST_RUN, LONGEST_RUN] = [16, 256];

/** So few values are read in less time than it takes to wake another thread for them; more would hold up other readers. */
const AT_ONCE = 8;

/** A walk of the database over keys, or over keys and what stands under them. */
interface Walk<Entry> {
  readonly nextv: (count: number) => Promise<Entry[]>;
  readonly close: () => Promise<void>;
}

type OpenWalk<Entry> = (range: KeyRange & { readonly snapshot: ReturnType<Database["snapshot"]> }) => Walk<Entry>;

/** Reads a database as it was at one moment, whatever is written after. */
export class SnapshotReader implements StoreReader {
  readonly head: BlockMark | undefined;
  readonly identity: StoreIdentity;
  /** Of all records. */
  readonly digest: DigestMark;
  /** Whether the contracts' journals were found to be what its events make of them. */
  readonly isProven: boolean;
  /** The batch that was written last. */
  readonly sequence: number;
  readonly #database: Database;
  readonly #known: KnownProvenances;
  readonly #settled: number;
  readonly #snapshot: ReturnType<Database["snapshot"]>;

  readonly #onDamage: (damage: StoreError) => void;

  /**
   * @param onDamage Told of what a read finds to be altered, before the read fails.
   * @throws {StoreError} CLOSED when the database is not open.
   */
  constructor(
    database: Database,
    identity: StoreIdentity,
    known: KnownProvenances,
    onDamage: (damage: StoreError) => void,
  ) {
    this.#database = database;
    this.#known = known;
    this.#onDamage = onDamage;
    this.identity = identity;
    try {
      this.#snapshot = database.snapshot();
      const cursor = database.getSync(CURSOR_KEY, { snapshot: this.#snapshot });
      const { head, undoFloor, digest, unprovenFrom, sequence } =
        cursor === undefined ? firstCursor(identity.deploymentBlock) : (decodeValue(CURSOR_KEY, cursor) as Cursor);
      this.head = head ?? undefined;
      this.digest = digest;
      this.sequence = sequence;
      this.isProven = unprovenFrom === undefined;
      this.#settled = undoFloor;
    } catch (error) {
      throw readingError(error);
    }
  }

  async get<Kind extends RecordKind>(kind: Kind, id: string): Promise<RecordTypes[Kind] | undefined> {
    const known = this.#known.records.standing<Kind>(recordKey(kind, id), this.sequence);
    if (known !== undefined) return known;
    const [value] = await this.getMany(kind, [id]);
    return value;
  }

  async getMany<Kind extends RecordKind>(
    kind: Kind,
    ids: readonly string[],
  ): Promise<(RecordTypes[Kind] | undefined)[]> {
    const found = ids.map((id) => this.#known.records.standing<Kind>(recordKey(kind, id), this.sequence));
    const missed = ids.filter((_, at) => found[at] === undefined);
    if (missed.length === 0) return found;
    const values = await this.#getMany(missed.map((id) => recordKey(kind, id)));
    const stored = missed.flatMap((id, at): StoredRecord<Kind>[] => {
      const value = values[at];
      return value === undefined ? [] : [{ kind, id, stored: value }];
    });
    const records = await this.#records(stored);
    let [read, made] = [0, 0];
    return found.map((known) => known ?? (values[read++] === undefined ? undefined : records[made++]));
  }

  async *list<Kind extends RecordKind>(
    kind: Kind,
    range?: IdRange,
  ): AsyncGenerator<readonly [id: string, value: RecordTypes[Kind]]> {
    const base = recordsBase(kind);
    const keys = keysWithin(base, range);
    const { records } = this.#known;
    if (records.areMostlyStanding(kind)) {
      // The texts of records that are known are not needed.
      for await (const run of this.#walk(keys, (bounds) => this.#database.keys(bounds), range?.mostly)) {
        records.countStanding(kind, run, this.sequence);
        const ids = run.map((key) => key.slice(base.length));
        for (const [at, record] of (await this.getMany(kind, ids)).entries()) {
          const id = ids[at] ?? "";
          if (record === undefined) this.#noticed(altered(recordKey(kind, id)));
          yield [id, record];
        }
      }
      return;
    }
    for await (const run of this.#walk(keys, (bounds) => this.#database.iterator(bounds), range?.mostly)) {
      const stored = run.map(([key, value]) => ({ kind, id: key.slice(base.length), stored: value }));
      records.countStanding(
        kind,
        run.map(([key]) => key),
        this.sequence,
      );
      const made = await this.#records(stored);
      for (const [at, record] of made.entries()) yield [stored[at]?.id ?? "", record];
    }
  }

  async *lookUp(index: IndexName, value: string, range: IdRange = {}): AsyncGenerator<string> {
    const base = indexBase(index, value);
    for await (const entries of this.#walk(bucketsWithin(index, value, range), (at) => this.#database.iterator(at))) {
      for (const [key, stored] of entries) {
        const bucket = key.slice(base.length);
        const rests = this.#noticing(() => decodeBucket(key, stored));
        for (const rest of range.reverse ? rests.reverse() : rests) {
          const id = bucket + rest;
          if (isWithin(id, range)) yield id;
        }
      }
    }
  }

  async block(number: number): Promise<BlockMark | undefined> {
    const key = markKey(number);
    const [value] = await this.#getMany([key]);
    const mark = this.#decoded(key, value) as StoredMark | undefined;
    return mark && { number, hash: mark.hash, time: mark.time };
  }

  /**
   * The digest of all events up to the end of a block, from which all records follow: equal in any two stores of one ledger,
   * whatever path they took.
   *
   * @returns undefined for a block past the head.
   */
  async historyAt(number: number): Promise<DigestMark | undefined> {
    if (this.head === undefined || number > this.head.number) return undefined;
    // Between the marks that are kept nothing changed.
    const range = { gte: markKey(0), lte: markKey(number), reverse: true, limit: 1, snapshot: this.#snapshot };
    const [entry] = await reading(this.#database.iterator(range).all());
    return entry === undefined ? EMPTY_DIGEST : (this.#decoded(entry[0], entry[1]) as StoredMark).history;
  }

  /** Every key with what is stored under it, in the order of the keys, some hundred at once; nothing of it is checked. */
  async *raw(): AsyncGenerator<[key: string, stored: string][]> {
    const iterator = this.#database.iterator({ snapshot: this.#snapshot });
    try {
      for (;;) {
        const entries = await reading(iterator.nextv(RAW));
        if (entries.length === 0) return;
        yield entries;
      }
    } finally {
      await iterator.close();
    }
  }

  async close(): Promise<void> {
    await this.#snapshot.close();
  }

  async #getMany(keys: readonly string[]): Promise<(string | undefined)[]> {
    const snapshot = this.#snapshot;
    try {
      if (keys.length > AT_ONCE) return await this.#database.getMany([...keys], { snapshot });
      return keys.map((key) => this.#database.getSync(key, { snapshot }));
    } catch (error) {
      return this.#noticed(readingError(error));
    }
  }

  async *#walk<Entry>(range: KeyRange, open: OpenWalk<Entry>, first: number = FIRST_RUN): AsyncGenerator<Entry[]> {
    const iterator = this.#noticing(() => this.#opened(range, open));
    try {
      for (let run = first; ; run = Math.min(run * 2, LONGEST_RUN)) {
        const entries = await iterator.nextv(run);
        if (entries.length === 0) return;
        yield entries;
      }
    } catch (error) {
      this.#noticed(readingError(error));
    } finally {
      await iterator.close();
    }
  }

  #opened<Entry>(range: KeyRange, open: OpenWalk<Entry>): Walk<Entry> {
    try {
      return open({ ...range, snapshot: this.#snapshot });
    } catch (error) {
      throw readingError(error);
    }
  }

  async #records<Kind extends RecordKind>(stored: readonly StoredRecord<Kind>[]): Promise<RecordTypes[Kind][]> {
    const [identity, known, settled] = [this.identity, this.#known, this.#settled];
    try {
      return await readRecords(stored, {
        identity,
        known,
        settled,
        sequence: this.sequence,
        read: (keys) => this.#getMany(keys),
      });
    } catch (error) {
      return this.#noticed(error);
    }
  }

  #decoded(key: string, value: string | undefined): unknown {
    return this.#noticing(() => (value === undefined ? undefined : decodeValue(key, value)));
  }

  #noticing<T>(read: () => T): T {
    try {
      return read();
    } catch (error) {
      return this.#noticed(error);
    }
  }

  #noticed(error: unknown): never {
    if (isRot(error)) this.#onDamage(error);
    throw error;
  }
}
