import type { RecordKind, RecordTypes } from "../ledger/records.ts";
import type { IndexName } from "./indexes.ts";
import type { BlockMark, IdRange, StoreIdentity, StoreReader } from "./reader.ts";
import type { SnapshotReader } from "./snapshot.ts";

/**
 * A snapshot that all read from who ask between two batches. Opening one for each question would take longer than most of them; it is closed
 * when the next batch has been written and the last of them has closed what was lent to them.
 */
export class LentSnapshot {
  readonly #reader: SnapshotReader;
  #borrowers = 0;
  #isReturned = false;

  constructor(reader: SnapshotReader) {
    this.#reader = reader;
  }

  lend(): StoreReader {
    this.#borrowers += 1;
    return new Lent(this.#reader, async () => {
      this.#borrowers -= 1;
      await this.#closeUnused();
    });
  }

  /** Lends it no more. */
  async giveUp(): Promise<void> {
    this.#isReturned = true;
    await this.#closeUnused();
  }

  async #closeUnused(): Promise<void> {
    if (this.#isReturned && this.#borrowers === 0) await this.#reader.close();
  }
}

/** A reader whose snapshot others read from, too. */
class Lent implements StoreReader {
  readonly head: BlockMark | undefined;
  readonly identity: StoreIdentity;
  readonly #reader: SnapshotReader;
  #giveBack: (() => Promise<void>) | undefined;

  constructor(reader: SnapshotReader, giveBack: () => Promise<void>) {
    this.head = reader.head;
    this.identity = reader.identity;
    this.#reader = reader;
    this.#giveBack = giveBack;
  }

  get<Kind extends RecordKind>(kind: Kind, id: string): Promise<RecordTypes[Kind] | undefined> {
    return this.#reader.get(kind, id);
  }

  getMany<Kind extends RecordKind>(kind: Kind, ids: readonly string[]): Promise<(RecordTypes[Kind] | undefined)[]> {
    return this.#reader.getMany(kind, ids);
  }

  list<Kind extends RecordKind>(kind: Kind, range?: IdRange) {
    return this.#reader.list(kind, range);
  }

  lookUp(index: IndexName, value: string, range?: IdRange): AsyncIterable<string> {
    return this.#reader.lookUp(index, value, range);
  }

  block(number: number): Promise<BlockMark | undefined> {
    return this.#reader.block(number);
  }

  async close(): Promise<void> {
    const giveBack = this.#giveBack;
    this.#giveBack = undefined;
    await giveBack?.();
  }
}
