import type { RecordKind } from "../../ledger/records.ts";
import type { IdRange } from "../../store/reader.ts";
import { CutReader } from "./cut-reader.ts";

/** The ledger as it is. */
export class PresentLedger extends CutReader {
  readonly isPresent = true;

  get<Kind extends RecordKind>(kind: Kind, id: string) {
    return this.reader.get(kind, id);
  }

  getMany<Kind extends RecordKind>(kind: Kind, ids: readonly string[]) {
    return this.reader.getMany(kind, ids);
  }

  list<Kind extends RecordKind>(kind: Kind, range?: IdRange) {
    return this.reader.list(kind, range);
  }
}
