import type { RecordKind, RecordTypes } from "../../server/ledger/records.ts";
import { indexEntries } from "../../server/store/indexes.ts";
import type { BlockMark, IdRange, StoreIdentity, StoreReader } from "../../server/store/reader.ts";

/** Records by kind and id. */
export type Records = ReadonlyMap<RecordKind, ReadonlyMap<string, RecordTypes[RecordKind]>>;

/** A reader of records in memory: the plainest that does what `StoreReader` says. */
export class MemoryReader implements StoreReader {
  readonly head: BlockMark | undefined;
  readonly identity: StoreIdentity;
  /** How often it was closed. */
  closed = 0;
  readonly #records: Map<RecordKind, Map<string, RecordTypes[RecordKind]>>;
  readonly #blocks: Map<number, BlockMark>;
  readonly #indexes = new Map<string, string[]>();

  constructor(identity: StoreIdentity, records: Records, blocks: readonly BlockMark[]) {
    this.identity = identity;
    this.head = blocks.at(-1);
    this.#records = new Map([...records].map(([kind, byId]) => [kind, new Map(byId)]));
    this.#blocks = new Map(blocks.map((block) => [block.number, block]));
    for (const [kind, byId] of this.#records) {
      for (const [id, record] of byId) {
        for (const { index, value } of indexEntries(kind, record as never)) {
          const ids = this.#indexes.get(`${index}/${value}`) ?? [];
          this.#indexes.set(`${index}/${value}`, [...ids, id]);
        }
      }
    }
  }

  async get<Kind extends RecordKind>(kind: Kind, id: string): Promise<RecordTypes[Kind] | undefined> {
    return this.#records.get(kind)?.get(id) as RecordTypes[Kind] | undefined;
  }

  async getMany<Kind extends RecordKind>(
    kind: Kind,
    ids: readonly string[],
  ): Promise<(RecordTypes[Kind] | undefined)[]> {
    return Promise.all(ids.map((id) => this.get(kind, id)));
  }

  async *list<Kind extends RecordKind>(kind: Kind, range?: IdRange) {
    for (const id of inRange([...(this.#records.get(kind)?.keys() ?? [])], range)) {
      yield [id, this.#records.get(kind)?.get(id) as RecordTypes[Kind]] as const;
    }
  }

  async *lookUp(index: string, value: string, range?: IdRange) {
    yield* inRange(this.#indexes.get(`${index}/${value}`) ?? [], range);
  }

  async block(number: number): Promise<BlockMark | undefined> {
    return this.#blocks.get(number);
  }

  async close(): Promise<void> {
    this.closed += 1;
  }
}

function inRange(ids: readonly string[], { prefix = "", after, reverse = false }: IdRange = {}): string[] {
  const ordered = ids.filter((id) => id.startsWith(prefix)).toSorted();
  if (reverse) ordered.reverse();
  return ordered.filter((id) => after === undefined || (reverse ? id < after : id > after));
}
