import { leafOf } from "../ledger/event-leaf.ts";
import { EMPTY_STREAM, fold, type JournalStream } from "../ledger/journal.ts";
import { journalId } from "../ledger/keys.ts";
import type { EventRecord, JournalRecord, RecordKind, RecordTypes } from "../ledger/records.ts";
import { decodeBucket, entryPlace } from "./buckets.ts";
import type { Cursor, StoredMark } from "./cursor.ts";
import { decodeValue, type Hash, hashOf, hashOfText, textOf } from "./encoding.ts";
import { indexEntries } from "./indexes.ts";
import { CURSOR_KEY, indexBase } from "./keys.ts";
import { parseRecord, unpackEvent } from "./packing.ts";
import type { BlockMark, StoreIdentity } from "./reader.ts";
import type { SnapshotReader } from "./snapshot.ts";
import { type DigestMark, StateDigest } from "./state-digest.ts";

/** What a store was found to be. */
export interface CheckReport {
  readonly head: BlockMark | null;
  /** Recomputed from the records. */
  readonly digest: DigestMark;
  readonly entries: number;
  readonly indexEntries: number;
  /** Accumulators folded anew from the events; 0 when they were not to be. */
  readonly journals: number;
  /** In words, what is wrong; none when all of it is right. At most `MOST_FAULTS` are named. */
  readonly faults: readonly string[];
}

/** How a store is checked. */
export interface CheckOptions {
  /** Whether to encode every event and fold every accumulator of the journal anew, which costs most of the time. */
  readonly journals: "fold" | "leave";
  /** Awaited after every few hundred entries: for breaks, progress, and to end early by throwing. */
  readonly onEntries?: (entries: number, lastKey: string) => Promise<void> | void;
}

const MOST_FAULTS = 20;

/**
 * Reads all of a store and compares it with itself: every value with its checksum, all records with the digest, the index entries
 * with those that follow from the records, the marks of blocks with the events, the accumulators with the events, and these with
 * their leaves.
 */
export async function checkStore(reader: SnapshotReader, { journals, onEntries }: CheckOptions): Promise<CheckReport> {
  const check = new Check(journals, reader.identity);
  let entries = 0;
  for await (const some of reader.raw()) {
    for (const [key, stored] of some) check.entry(key, stored);
    entries += some.length;
    await onEntries?.(entries, some.at(-1)?.[0] ?? "");
  }
  return { ...check.end(), entries };
}

class Check {
  readonly #foldsJournals: boolean;
  readonly #identity: StoreIdentity;
  readonly #faults: string[] = [];
  readonly #records = StateDigest.empty();
  readonly #history = StateDigest.empty();
  readonly #indexed = StateDigest.empty();
  readonly #indexes = StateDigest.empty();
  readonly #streams = new Map<string, JournalStream>();
  /** Blocks that are marked to have events, and of which none was found yet. */
  readonly #eventBlocks = new Set<number>();
  #lastEventBlock = -1;
  #journals = 0;
  #cursor: Cursor | undefined;

  constructor(journals: CheckOptions["journals"], identity: StoreIdentity) {
    this.#foldsJournals = journals === "fold";
    this.#identity = identity;
  }

  /** Takes the next entry, in the order of the keys: marks come before records, and events before accumulators. */
  entry(key: string, stored: string): void {
    try {
      if (key.startsWith("r/")) this.#record(key, stored);
      else if (key.startsWith("x/")) this.#bucket(key, stored);
      else if (key.startsWith("h/")) this.#mark(key, decodeValue(key, stored) as StoredMark);
      else if (key === CURSOR_KEY) this.#cursor = decodeValue(key, stored) as Cursor;
      else hashOf(key, stored);
    } catch (error) {
      this.#fault(error instanceof Error ? error.message : String(error));
    }
  }

  end(): Omit<CheckReport, "entries"> {
    const cursor = this.#cursor;
    if (cursor === undefined) this.#fault("there is no cursor");
    else if (cursor.digest.sum !== this.#records.sum || cursor.digest.records !== this.#records.records) {
      const told = `${cursor.digest.records} records with the digest ${cursor.digest.sum}`;
      this.#fault(`there shall be ${told}, and there are ${this.#records.records} with ${this.#records.sum}`);
    }
    if (cursor !== undefined && cursor.history.sum !== this.#history.sum) {
      this.#fault("the events are not those of which the cursor tells");
    }
    if (this.#indexed.sum !== this.#indexes.sum) {
      const counts = `${this.#indexed.records} follow from the records, and there are ${this.#indexes.records}`;
      this.#fault(`the index entries are not those of the records: ${counts}`);
    }
    for (const block of this.#eventBlocks) this.#fault(`block ${block} shall have events, and there is none`);
    for (const stream of this.#streams.keys()) this.#fault(`the accumulator ${stream} is missing`);
    return {
      head: cursor?.head ?? null,
      digest: this.#records.mark,
      indexEntries: this.#indexes.records,
      journals: this.#journals,
      faults: this.#faults,
    };
  }

  #mark(key: string, mark: StoredMark): void {
    if (mark.hasEvents) this.#eventBlocks.add(Number(key.slice(2)));
  }

  #record(key: string, stored: string): void {
    const hash = hashOf(key, stored);
    this.#records.add(hash);
    const kindEnd = key.indexOf("/", 2);
    const kind = key.slice(2, kindEnd) as RecordKind;
    const id = key.slice(kindEnd + 1);
    const text = textOf(key, stored);
    const event = kind === "event" ? unpackEvent(id, text, this.#identity) : undefined;
    // What a record is found under does not depend on where it comes from.
    const record = (event ?? parseRecord(kind, id, text)) as RecordTypes[RecordKind];
    for (const { index, value } of indexEntries(kind, record)) {
      const { bucket, rest } = entryPlace(index, id);
      this.#indexed.add(hashOfText(indexBase(index, value) + bucket, rest));
    }
    if (event !== undefined) this.#event(event, hash);
    if (kind === "journal" && this.#foldsJournals) this.#journal(id, record as JournalRecord);
  }

  #bucket(key: string, stored: string): void {
    for (const rest of decodeBucket(key, stored)) this.#indexes.add(hashOfText(key, rest));
  }

  #event(event: EventRecord, hash: Hash): void {
    this.#history.add(hash);
    const { provenance, subject, leaf } = event;
    const { contract, blockNumber, logIndex } = provenance;
    if (blockNumber !== this.#lastEventBlock && !this.#eventBlocks.delete(blockNumber)) {
      this.#fault(`block ${blockNumber} has events, and is not marked so`);
    }
    this.#lastEventBlock = blockNumber;
    if (!this.#foldsJournals) return;
    if (leafOf(event) !== leaf)
      this.#fault(`event ${logIndex} of block ${blockNumber} is not what its leaf was made of`);
    for (const stream of [journalId(contract, null), journalId(contract, subject)]) {
      this.#streams.set(stream, fold(this.#streams.get(stream) ?? EMPTY_STREAM, leaf));
    }
  }

  #journal(id: string, { count, head }: JournalRecord): void {
    const folded = this.#streams.get(id);
    this.#streams.delete(id);
    this.#journals += 1;
    if (folded?.count === count && folded.head === head) return;
    this.#fault(`the accumulator ${id} is ${count} ${head}, and its events make ${folded?.count ?? 0} ${folded?.head}`);
  }

  #fault(message: string): void {
    if (this.#faults.length < MOST_FAULTS) this.#faults.push(message);
  }
}
