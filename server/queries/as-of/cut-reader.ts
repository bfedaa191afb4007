import type { RecordKind, RecordTypes } from "../../ledger/records.ts";
import type { IndexName } from "../../store/indexes.ts";
import type { BlockMark, IdRange, StoreIdentity, StoreReader } from "../../store/reader.ts";
import type { Cut } from "./cut.ts";
import type { Ledger } from "./ledger.ts";

/** What the ledger as of any cut takes from its reader as it is. */
export abstract class CutReader implements Ledger {
  readonly cut: Cut;
  abstract readonly isPresent: boolean;
  protected readonly reader: StoreReader;

  constructor(reader: StoreReader, cut: Cut) {
    this.reader = reader;
    this.cut = cut;
  }

  get asOf(): number {
    return this.cut.time;
  }

  get head(): BlockMark | undefined {
    return this.reader.head;
  }

  get identity(): StoreIdentity {
    return this.reader.identity;
  }

  abstract get<Kind extends RecordKind>(kind: Kind, id: string): Promise<RecordTypes[Kind] | undefined>;

  abstract getMany<Kind extends RecordKind>(
    kind: Kind,
    ids: readonly string[],
  ): Promise<(RecordTypes[Kind] | undefined)[]>;

  abstract list<Kind extends RecordKind>(
    kind: Kind,
    range?: IdRange,
  ): AsyncIterable<readonly [id: string, value: RecordTypes[Kind]]>;

  /** What an index leads to is the present: ask `getMany` for what was there, and look at what it says. */
  lookUp(index: IndexName, value: string, range?: IdRange): AsyncIterable<string> {
    return this.reader.lookUp(index, value, range);
  }

  block(number: number): Promise<BlockMark | undefined> {
    return this.reader.block(number);
  }

  close(): Promise<void> {
    return this.reader.close();
  }
}
