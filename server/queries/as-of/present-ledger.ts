import type { RecordKind } from "../../ledger/records.ts";
import type { IndexName } from "../../store/indexes.ts";
import type { BlockMark, IdRange, StoreIdentity, StoreReader } from "../../store/reader.ts";
import type { Cut } from "./cut.ts";
import type { Ledger } from "./ledger.ts";

/** The ledger as it is. */
export class PresentLedger implements Ledger {
  readonly cut: Cut;
  readonly isPresent = true;
  readonly #reader: StoreReader;

  constructor(reader: StoreReader, cut: Cut) {
    this.#reader = reader;
    this.cut = cut;
  }

  get asOf(): number {
    return this.cut.time;
  }

  get head(): BlockMark | undefined {
    return this.#reader.head;
  }

  get identity(): StoreIdentity {
    return this.#reader.identity;
  }

  get<Kind extends RecordKind>(kind: Kind, id: string) {
    return this.#reader.get(kind, id);
  }

  getMany<Kind extends RecordKind>(kind: Kind, ids: readonly string[]) {
    return this.#reader.getMany(kind, ids);
  }

  list<Kind extends RecordKind>(kind: Kind, range?: IdRange) {
    return this.#reader.list(kind, range);
  }

  lookUp(index: IndexName, value: string, range?: IdRange) {
    return this.#reader.lookUp(index, value, range);
  }

  block(number: number) {
    return this.#reader.block(number);
  }

  close() {
    return this.#reader.close();
  }
}
