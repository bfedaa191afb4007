import type { RecordKind, RecordTypes } from "../ledger/records.ts";
import type { Cursor, StoredMark } from "./cursor.ts";
import { type Database, reading, readingError } from "./database.ts";
import { decodeValue } from "./encoding.ts";
import { isRot, type StoreError } from "./errors.ts";
import type { IndexName } from "./indexes.ts";
import { CURSOR_KEY, indexBase, keysWithin, markKey, recordKey, recordsBase } from "./keys.ts";
import type { BlockMark, IdRange, StoreIdentity, StoreReader } from "./reader.ts";
import { type DigestMark, EMPTY_DIGEST } from "./state-digest.ts";

const RAW = 256;

/** So few values are read in less time than it takes to wake another thread for them; more would hold up other readers. */
const AT_ONCE = 8;

/** Reads a database as it was at one moment, whatever is written after. */
export class SnapshotReader implements StoreReader {
  readonly head: BlockMark | undefined;
  readonly identity: StoreIdentity;
  readonly #database: Database;
  readonly #snapshot: ReturnType<Database["snapshot"]>;

  readonly #onDamage: (damage: StoreError) => void;

  /**
   * @param onDamage Told of what a read finds to be altered, before the read fails.
   * @throws {StoreError} CLOSED when the database is not open.
   */
  constructor(database: Database, identity: StoreIdentity, onDamage: (damage: StoreError) => void) {
    this.#database = database;
    this.#onDamage = onDamage;
    this.identity = identity;
    try {
      this.#snapshot = database.snapshot();
      const cursor = database.getSync(CURSOR_KEY, { snapshot: this.#snapshot });
      this.head = cursor === undefined ? undefined : ((decodeValue(CURSOR_KEY, cursor) as Cursor).head ?? undefined);
    } catch (error) {
      throw readingError(error);
    }
  }

  async get<Kind extends RecordKind>(kind: Kind, id: string): Promise<RecordTypes[Kind] | undefined> {
    const [value] = await this.getMany(kind, [id]);
    return value;
  }

  async getMany<Kind extends RecordKind>(
    kind: Kind,
    ids: readonly string[],
  ): Promise<(RecordTypes[Kind] | undefined)[]> {
    const keys = ids.map((id) => recordKey(kind, id));
    const values: (string | undefined)[] = await this.#getMany(keys);
    return keys.map((key, index) => this.#decoded(key, values[index]) as RecordTypes[Kind] | undefined);
  }

  async *list<Kind extends RecordKind>(
    kind: Kind,
    range?: IdRange,
  ): AsyncGenerator<readonly [id: string, value: RecordTypes[Kind]]> {
    const base = recordsBase(kind);
    for await (const [key, value] of this.#walk(base, range)) {
      yield [key.slice(base.length), value as RecordTypes[Kind]];
    }
  }

  async *lookUp(index: IndexName, value: string, range?: IdRange): AsyncGenerator<string> {
    const base = indexBase(index, value);
    for await (const [key] of this.#walk(base, range)) yield key.slice(base.length);
  }

  async block(number: number): Promise<BlockMark | undefined> {
    const key = markKey(number);
    const [value] = await this.#getMany([key]);
    const mark = this.#decoded(key, value) as StoredMark | undefined;
    return mark && { number, hash: mark.hash, time: mark.time };
  }

  /**
   * The digest of all records as they were at the end of a block: equal in any two stores of one ledger, whatever path they took.
   *
   * @returns undefined for a block past the head.
   */
  async digestAt(number: number): Promise<DigestMark | undefined> {
    if (this.head === undefined || number > this.head.number) return undefined;
    // Between the marks that are kept nothing changed.
    const range = { gte: markKey(0), lte: markKey(number), reverse: true, limit: 1, snapshot: this.#snapshot };
    const [entry] = await reading(this.#database.iterator(range).all());
    return entry === undefined ? EMPTY_DIGEST : (this.#decoded(entry[0], entry[1]) as StoredMark).digest;
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

  async #getMany(keys: string[]): Promise<(string | undefined)[]> {
    const snapshot = this.#snapshot;
    try {
      if (keys.length > AT_ONCE) return await this.#database.getMany(keys, { snapshot });
      return keys.map((key) => this.#database.getSync(key, { snapshot }));
    } catch (error) {
      return this.#noticed(readingError(error));
    }
  }

  async *#walk(base: string, range: IdRange | undefined): AsyncGenerator<[key: string, value: unknown]> {
    try {
      const entries = this.#database.iterator({ ...keysWithin(base, range), snapshot: this.#snapshot });
      for await (const [key, value] of entries) yield [key, this.#decoded(key, value)];
    } catch (error) {
      this.#noticed(readingError(error));
    }
  }

  #decoded(key: string, value: string | undefined): unknown {
    try {
      return value === undefined ? undefined : decodeValue(key, value);
    } catch (error) {
      return this.#noticed(error);
    }
  }

  #noticed(error: unknown): never {
    if (isRot(error)) this.#onDamage(error);
    throw error;
  }
}
