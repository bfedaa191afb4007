import type { RecordKind, RecordTypes } from "../ledger/records.ts";
import type { IndexName } from "../store/indexes.ts";
import type { BlockMark, IdRange, StoreIdentity, StoreReader } from "../store/reader.ts";
import type { Heads } from "./heads.ts";

/** A snapshot that several read from. */
interface Shared {
  readonly version: number;
  readonly reader: RememberingReader;
  users: number;
}

/**
 * One snapshot for all who read at the same moment. Followers wake together with every block and mostly ask for the same few events: they
 * read them once. A snapshot is kept for as long as somebody reads from it.
 */
export class SharedReaders {
  readonly #open: () => StoreReader;
  readonly #heads: Pick<Heads, "version">;
  #current: Shared | undefined;

  constructor(open: () => StoreReader, heads: Pick<Heads, "version">) {
    this.#open = open;
    this.#heads = heads;
  }

  /** Reads from a snapshot that is not older than the last move of the mirror. */
  async over<T>(read: (reader: StoreReader) => Promise<T>): Promise<T> {
    const { version } = this.#heads;
    const present = this.#current?.version === version ? this.#current : undefined;
    const shared = present ?? { version, reader: new RememberingReader(this.#open()), users: 0 };
    this.#current = shared;
    shared.users += 1;
    try {
      return await read(shared.reader);
    } finally {
      shared.users -= 1;
      if (shared.users === 0) {
        if (this.#current === shared) this.#current = undefined;
        await shared.reader.close();
      }
    }
  }
}

type Event = readonly [id: string, event: RecordTypes["event"]];

/** The beginning of a walk over events. */
interface Beginning {
  readonly events: readonly Event[];
  readonly isAll: boolean;
}

/** So many events of a walk are remembered, and the beginnings of so many walks. */
const EVENTS = 64;
const WALKS = 32;

/** Reads from a snapshot, and remembers its blocks and the beginnings of walks over its events. */
class RememberingReader implements StoreReader {
  readonly head: BlockMark | undefined;
  readonly identity: StoreIdentity;
  readonly #reader: StoreReader;
  readonly #blocks = new Map<number, Promise<BlockMark | undefined>>();
  readonly #walks = new Map<string, Promise<Beginning>>();

  constructor(reader: StoreReader) {
    this.#reader = reader;
    this.head = reader.head;
    this.identity = reader.identity;
  }

  get<Kind extends RecordKind>(kind: Kind, id: string) {
    return this.#reader.get(kind, id);
  }

  getMany<Kind extends RecordKind>(kind: Kind, ids: readonly string[]) {
    return this.#reader.getMany(kind, ids);
  }

  async *list<Kind extends RecordKind>(kind: Kind, range: IdRange = {}) {
    const walk = kind === "event" ? this.#walk(range) : undefined;
    if (walk === undefined) {
      yield* this.#reader.list(kind, range);
      return;
    }
    const { events, isAll } = await walk;
    yield* events as unknown as (readonly [string, RecordTypes[Kind]])[];
    const last = events.at(-1)?.[0];
    if (!isAll && last !== undefined) yield* this.#reader.list(kind, { ...range, after: last });
  }

  lookUp(index: IndexName, value: string, range?: IdRange) {
    return this.#reader.lookUp(index, value, range);
  }

  block(number: number): Promise<BlockMark | undefined> {
    const found = this.#blocks.get(number) ?? this.#reader.block(number);
    if (this.#blocks.size < EVENTS * WALKS) this.#blocks.set(number, found);
    return found;
  }

  close(): Promise<void> {
    return this.#reader.close();
  }

  /** Undefined when as many walks are remembered as may be. */
  #walk(range: IdRange): Promise<Beginning> | undefined {
    const key = JSON.stringify([range.prefix, range.after, range.reverse]);
    const known = this.#walks.get(key);
    if (known !== undefined || this.#walks.size === WALKS) return known;
    const walk = this.#begin(range);
    this.#walks.set(key, walk);
    return walk;
  }

  async #begin(range: IdRange): Promise<Beginning> {
    // Of a walk back only the newest event is ever wanted.
    const count = range.reverse ? 1 : EVENTS;
    const events: Event[] = [];
    for await (const event of this.#reader.list("event", range)) {
      events.push(event);
      if (events.length === count) return { events, isAll: false };
    }
    return { events, isAll: true };
  }
}
