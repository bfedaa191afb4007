import type { RecordKey, RecordReader } from "../ledger/records.ts";
import type { BlockChanges } from "./block-changes.ts";
import { type CheckOptions, type CheckReport, checkStore } from "./check.ts";
import { advance, placeOperations, pruneOperations, requireConnected } from "./commit-batch.ts";
import type { Cursor, Proof, StoredMark } from "./cursor.ts";
import { type Database, type Operation, openDatabase, reading, writeBatch } from "./database.ts";
import type { EncodedBatch } from "./encoded-batch.ts";
import { encodeValue } from "./encoding.ts";
import { changedBuckets, entryChanges } from "./entry-changes.ts";
import { causeOf, isRot, StoreError } from "./errors.ts";
import { fetchRecords } from "./fetch-records.ts";
import { HeldTables } from "./files/held-tables.ts";
import { inspectOpenLogs } from "./files/inspect.ts";
import { CURSOR_KEY, LAST_KEY } from "./keys.ts";
import { LentSnapshot } from "./lent-snapshot.ts";
import { outermostMark, readMarks } from "./marks.ts";
import { databaseOf, type OpenFiles, openFiles, readCursor, type StoreFiles } from "./open-files.ts";
import { type PositionFile, positionOf } from "./position.ts";
import { committed, type PreparedCommit, requireStanding } from "./prepared-commit.ts";
import { KnownProvenances, type RecordSource } from "./read-records.ts";
import type { BlockMark, StoreIdentity, StoreReader } from "./reader.ts";
import { changedKeys, recordChanges } from "./record-changes.ts";
import { setAside } from "./set-aside.ts";
import { SnapshotReader } from "./snapshot.ts";
import type { DigestMark } from "./state-digest.ts";
import { rollBack } from "./undo.ts";

/**
 * The mirror's records on disk. One writer, any number of readers; a write is there whole and survives a power failure, or it is
 * not there.
 */
export class Store {
  readonly #files: StoreFiles;
  readonly #undoDepth: number;
  #database: Database;
  #tables: HeldTables;
  #position: PositionFile;
  #cursor: Cursor;
  #known = new KnownProvenances();
  #lent: LentSnapshot | undefined;
  #damage: StoreError | undefined;
  #isClosed = false;
  #writing: Promise<unknown> = Promise.resolve();

  /** Use `openStore`. */
  constructor(files: StoreFiles, open: OpenFiles, undoDepth: number, rebuiltFor?: StoreError) {
    this.#files = files;
    this.#database = open.database;
    this.#tables = new HeldTables(databaseOf(files.directory));
    this.#position = open.position;
    this.#cursor = open.cursor;
    this.#undoDepth = undoDepth;
    this.#known.records.advance(open.cursor.sequence);
    this.rebuiltFor = rebuiltFor;
  }

  /** The damage for which the store that was found was set aside when this one was opened. */
  readonly rebuiltFor: StoreError | undefined;

  /** What was found to be damaged since. Nothing more is read or written until `startOver`. */
  get damage(): StoreError | undefined {
    return this.#damage;
  }

  /** Tells the store that somebody found it damaged. */
  reportDamage(damage: StoreError): void {
    this.#damage ??= damage;
  }

  get directory(): string {
    return this.#files.directory;
  }

  get identity(): StoreIdentity {
    return this.#files.identity;
  }

  /** The last block mirrored; undefined before the first. */
  get head(): BlockMark | undefined {
    return this.#cursor.head ?? undefined;
  }

  /**
   * The last block mirrored, for who answers from what was read before.
   *
   * @throws {StoreError} CORRUPT or DAMAGED once the store was found to be; UNPROVEN.
   */
  get soundHead(): BlockMark | undefined {
    if (this.#damage !== undefined) throw this.#damage;
    if (!this.isProven) throw unproven(this.directory);
    return this.head;
  }

  /** Whether the contracts' journals were found to be what the events make of them. What is not is not served. */
  get isProven(): boolean {
    return this.#cursor.unprovenFrom === undefined;
  }

  /** The lowest block that `rollBackTo` takes. */
  get undoFloor(): number {
    return this.#cursor.undoFloor;
  }

  /** The digest of all records as they are now. */
  get digest(): DigestMark {
    return this.#cursor.digest;
  }

  /** The digest of all events mirrored. */
  get history(): DigestMark {
    return this.#cursor.history;
  }

  /**
   * The records as they are now, for reading while the mirror goes on.
   *
   * @throws {StoreError} CLOSED when the store is closed or just being reopened; CORRUPT or DAMAGED once it was found to be.
   */
  snapshot(): SnapshotReader {
    if (this.#damage !== undefined) throw this.#damage;
    return this.#noticing(
      () => new SnapshotReader(this.#database, this.identity, this.#known, (damage) => this.reportDamage(damage)),
    );
  }

  /**
   * The same for answers to questions: one snapshot for all of them until the next batch.
   *
   * @throws {StoreError} as `snapshot`, and UNPROVEN.
   */
  provenSnapshot(): StoreReader {
    if (this.#damage !== undefined) throw this.#damage;
    this.#lent ??= this.#newSnapshotToLend();
    return this.#lent.lend();
  }

  /** Lets LevelDB put its files in order, of the keys between two or of all, which frees what was overwritten. Reads and writes go on. */
  async compact(from = "", to = LAST_KEY): Promise<void> {
    await this.#ensureOpen();
    // The types of `level` are those it shares with browsers; under Node it is LevelDB itself.
    const database = this.#database as Database & { compactRange(from: string, to: string): Promise<void> };
    await database.compactRange(from, to);
  }

  /** About which part of what is in tables stands before `key`, from 0 to 1; null while nothing is. For progress alone. */
  async shareBefore(key: string): Promise<number | null> {
    await this.#ensureOpen();
    const database = this.#database as Database & { approximateSize(from: string, to: string): Promise<number> };
    const [before, after] = await Promise.all([
      database.approximateSize("", key),
      database.approximateSize(key, LAST_KEY),
    ]);
    return before + after === 0 ? null : before / (before + after);
  }

  /**
   * Compares every byte of the files with its checksum, as LevelDB itself does not when it reads: an altered table can hide a record, or
   * show an older one. What is found wrong is remembered as damage.
   *
   * @param which Tables alone, from which LevelDB reads; or logs as well, which it reads when it opens them.
   * @param rest Awaited after each piece of work, of some tenths of a millisecond.
   */
  async inspectFiles(which: "tables" | "all", rest: () => Promise<void>): Promise<void> {
    await this.#ensureOpen();
    const database = this.#database;
    const inspect = async () => {
      await this.#tables.inspect(rest);
      if (which === "all") await inspectOpenLogs(databaseOf(this.directory), rest);
    };
    await inspect().catch((error: unknown) => {
      // Files that were closed or set aside meanwhile are not those that are read.
      const isSame = !this.#isClosed && this.#database === database && database.status === "open";
      if (isSame) this.#noticed(error);
    });
  }

  /** Compares all of the store with itself. What is found wrong is remembered as damage. */
  async check(options: CheckOptions): Promise<CheckReport> {
    const reader = this.snapshot();
    try {
      const report = await checkStore(reader, options).catch((error: unknown) => this.#noticed(error));
      const [fault] = report.faults;
      if (fault !== undefined)
        this.reportDamage(new StoreError("CORRUPT", `the mirror in ${this.directory}: ${fault}`));
      return report;
    } finally {
      await reader.close();
    }
  }

  /** Fetches records to apply events to. What is returned knows no others: asking it for one is a fault of the caller. */
  async fetch(keys: readonly RecordKey[]): Promise<RecordReader> {
    await this.#ensureOpen();
    return fetchRecords(keys, this.#source).catch((error: unknown) => this.#noticed(error));
  }

  /** What is stored under some keys, in their order, as it is: nothing of it is checked. */
  async stored(keys: readonly string[]): Promise<(string | undefined)[]> {
    await this.#ensureOpen();
    return this.#stored(keys);
  }

  /** The marks kept of the blocks from `from` to `to`, in their order. */
  async marks(from: number, to: number): Promise<BlockMark[]> {
    await this.#ensureOpen();
    const marks = await this.#marks(from, to);
    return [...marks].map(([number, { hash, time }]) => ({ number, hash, time }));
  }

  /** The newest mark kept of the blocks up to `number`. */
  async newestMark(number: number): Promise<BlockMark | undefined> {
    return this.#outermostMark("newest", number);
  }

  /** The oldest mark kept: the first block of the ledger that has an event, once others are pruned. */
  async oldestMark(): Promise<BlockMark | undefined> {
    return this.#outermostMark("oldest", Number.MAX_SAFE_INTEGER);
  }

  /**
   * Writes blocks that follow the head, in one batch.
   *
   * @param settled The newest block that can no longer be replaced, of which and before which no undo data is kept. When it is not
   * told, `undoDepth` blocks can be taken back.
   * @param proof Whether the contracts' journals were found to be what all events up to the last block make of them.
   * @throws {StoreError} NOT_CONNECTED when they do not follow it; WRITE_FAILED when they could not be written, after which the
   * store has been reopened and stands where `head` says.
   */
  async commit(blocks: readonly BlockChanges[], settled?: number, proof: Proof = "proven"): Promise<void> {
    await this.#exclusively(async () => {
      const last = blocks.at(-1)?.block;
      if (last === undefined) return;
      const floor = settled ?? last.number - this.#undoDepth;
      requireConnected(blocks, this.#cursor, floor);
      const changes = await recordChanges(blocks, await this.#read(changedKeys(blocks)), this.#cursor, floor);
      await this.#commit({ blocks: blocks.map(committed), changes }, floor, proof);
    });
  }

  /**
   * Writes settled blocks that follow the head, of which somebody worked out what they do to the records, in one batch.
   *
   * @param settled The newest block that can no longer be replaced.
   * @throws {StoreError} as `commit` does; NOT_CONNECTED too when it was worked out from other records than those that are stored.
   */
  async commitPrepared(prepared: PreparedCommit, settled: number, proof: Proof): Promise<void> {
    await this.#exclusively(async () => {
      requireConnected(prepared.blocks, this.#cursor, settled);
      requireStanding(prepared, this.#cursor);
      await this.#commit(prepared, settled, proof);
    });
  }

  /**
   * The contracts' journals were found to be what all events make of them.
   *
   * @throws {StoreError} WRITE_FAILED.
   */
  async vouch(): Promise<void> {
    await this.#exclusively(async () => {
      if (this.isProven) return;
      const { unprovenFrom: _, ...proven } = this.#cursor;
      const next: Cursor = { ...proven, sequence: proven.sequence + 1 };
      await this.#write([{ type: "put", key: CURSOR_KEY, value: encodeValue(CURSOR_KEY, next) }], next);
    });
  }

  /**
   * Takes back all blocks after `blockNumber`, in one batch.
   *
   * @throws {StoreError} ROLLBACK_TOO_DEEP, WRITE_FAILED.
   */
  async rollBackTo(blockNumber: number): Promise<void> {
    await this.#exclusively(async () => {
      const { operations, cursor } = await rollBack(blockNumber, this.#cursor, (keys) => this.#read(keys));
      if (operations.length > 0) await this.#write(operations, cursor);
    });
  }

  /**
   * Sets everything aside and begins with an empty store of the same ledger. Open snapshots are closed.
   *
   * @returns the directory that holds the old files now.
   */
  async startOver(): Promise<string> {
    return this.#exclusively(async () => {
      this.#leave();
      await this.#tables.close();
      await this.#database.close();
      await this.#position.close();
      const aside = await setAside(this.#files.directory);
      const { database, position, cursor } = await openFiles(this.#files);
      this.#database = database;
      this.#tables = new HeldTables(databaseOf(this.directory));
      this.#position = position;
      this.#cursor = cursor;
      this.#known = new KnownProvenances();
      this.#known.records.advance(cursor.sequence);
      this.#damage = undefined;
      return aside;
    }, "damaged too");
  }

  /** Closes the store once the write under way is done. Open snapshots are closed; reads from them fail with CLOSED. */
  async close(): Promise<void> {
    if (this.#isClosed) return;
    this.#isClosed = true;
    await this.#writing.catch(() => undefined);
    this.#leave();
    await this.#tables.close();
    await this.#database.close();
    await this.#position.close();
  }

  #newSnapshotToLend(): LentSnapshot {
    const reader = this.snapshot();
    if (reader.isProven) return new LentSnapshot(reader);
    void reader.close();
    throw unproven(this.directory);
  }

  /** The handle is closed: who still has a snapshot gets no more from it, nor from memory. */
  #leave(): void {
    this.#known.records.leave();
    this.#giveUpLent();
  }

  /** What is asked next is answered from a snapshot of what is written now. */
  #giveUpLent(): void {
    const lent = this.#lent;
    this.#lent = undefined;
    // One that cannot be closed was closed with the handle.
    void lent?.giveUp().catch(() => undefined);
  }

  async #commit({ blocks, changes, batch }: PreparedCommit, settled: number, proof: Proof): Promise<void> {
    const entries = await entryChanges(changes.steps, await this.#read(changedBuckets(changes.steps)));
    const next = advance(this.#cursor, blocks, changes, settled, proof);
    const outdated = await this.#marks(this.#cursor.undoFloor, next.undoFloor - 1);
    const prune = pruneOperations(this.#cursor, next, outdated);
    const place = placeOperations(blocks, changes, next);
    await this.#write([...prune, ...changes.operations, ...entries, ...place], next, batch);
  }

  /** One write at a time, on an open database. */
  async #exclusively<T>(write: () => Promise<T>, allowed: "whole" | "damaged too" = "whole"): Promise<T> {
    const turn = this.#writing
      .catch(() => undefined)
      .then(async () => {
        if (allowed === "whole") await this.#ensureOpen();
        else this.#requireNotClosed();
        return write();
      })
      .catch((error: unknown) => this.#noticed(error));
    this.#writing = turn.catch(() => undefined);
    return turn;
  }

  async #write(operations: readonly Operation[], next: Cursor, batch?: EncodedBatch): Promise<void> {
    try {
      await writeBatch(this.#database, operations, batch);
      this.#cursor = next;
      this.#giveUpLent();
      this.#known.records.advance(next.sequence, batch === undefined ? keysOf(operations) : undefined);
      // A position that is behind harms nothing: the next batch writes it again.
      await this.#position.write(positionOf(next)).catch(() => undefined);
    } catch (cause) {
      // After a failed write LevelDB acknowledges later ones that are lost when it is opened again: never write through this handle.
      const fault = causeOf(cause).message;
      this.#leave();
      await this.#database.close();
      await this.#reopen().catch(() => undefined);
      const hint = "it stands at its last whole batch; free space or check the disk";
      throw new StoreError("WRITE_FAILED", `the mirror in ${this.directory} was not written (${fault}): ${hint}`, {
        cause,
      });
    }
  }

  /** A store that could not be opened again after a failed write tries anew with each use. */
  async #ensureOpen(): Promise<void> {
    this.#requireNotClosed();
    if (this.#damage !== undefined) throw this.#damage;
    if (this.#database.status !== "open") await this.#reopen();
  }

  #requireNotClosed(): void {
    if (this.#isClosed) throw new StoreError("CLOSED", `the mirror in ${this.directory} is closed`);
  }

  async #reopen(): Promise<void> {
    await openDatabase(this.#database, "existing");
    this.#cursor = await readCursor(this.#database);
    this.#known.records.advance(this.#cursor.sequence);
  }

  get #source(): RecordSource {
    const [identity, known, settled] = [this.identity, this.#known, this.undoFloor];
    return { identity, known, settled, read: (keys) => this.#stored(keys) };
  }

  #stored(keys: readonly string[]): Promise<(string | undefined)[]> {
    return reading(this.#database.getMany([...keys])).catch((error) => this.#noticed(error));
  }

  async #read(keys: readonly string[]): Promise<Map<string, string | undefined>> {
    const values = await this.#stored(keys);
    return new Map(keys.map((key, index) => [key, values[index]]));
  }

  async #outermostMark(which: "newest" | "oldest", number: number): Promise<BlockMark | undefined> {
    await this.#ensureOpen();
    return outermostMark(this.#database, which, number).catch((error: unknown) => this.#noticed(error));
  }

  #marks(from: number, to: number): Promise<Map<number, StoredMark>> {
    return readMarks(this.#database, from, to).catch((error: unknown) => this.#noticed(error));
  }

  /** Does something that may meet rot, and remembers it. */
  #noticing<T>(read: () => T): T {
    try {
      return read();
    } catch (error) {
      return this.#noticed(error);
    }
  }

  #noticed(error: unknown): never {
    if (isRot(error)) this.reportDamage(error);
    throw error;
  }
}

function* keysOf(operations: readonly Operation[]): Generator<string> {
  for (const { key } of operations) yield key;
}

function unproven(directory: string): StoreError {
  const message = `what the mirror in ${directory} holds is still to be compared with the contracts' journals`;
  return new StoreError("UNPROVEN", `${message}: it is not served before; wait until it comes to the chain's head`);
}
