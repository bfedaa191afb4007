import { createHash } from "node:crypto";
import type { RecordKind } from "../../server/ledger/records.ts";
import { indexEntries } from "../../server/store/indexes.ts";
import type { StoreReader } from "../../server/store/reader.ts";

const KINDS: Readonly<Record<RecordKind, true>> = {
  organisation: true,
  account: true,
  field: true,
  region: true,
  pause: true,
  programme: true,
  pilot: true,
  milestone: true,
  evidence: true,
  anchor: true,
  indicator: true,
  figure: true,
  bulletin: true,
  evaluation: true,
  guidanceVisit: true,
  pool: true,
  membership: true,
  supervision: true,
  filing: true,
  complaint: true,
  inspection: true,
  draw: true,
  case: true,
  riskRating: true,
  incident: true,
  event: true,
  journal: true,
};

/** A digest of every record and of what each is found under: two stores of the same events have the same. */
export async function stateDigest(reader: StoreReader): Promise<string> {
  const hash = createHash("sha256");
  for (const kind of Object.keys(KINDS) as RecordKind[]) {
    for await (const [id, value] of reader.list(kind)) {
      hash.update(JSON.stringify([kind, id, value]));
      for (const { index, value: term } of indexEntries(kind, value)) {
        let isFound = false;
        for await (const found of reader.lookUp(index, term, { prefix: id })) isFound ||= found === id;
        if (!isFound) throw new Error(`the index ${index} does not lead from ${term} to ${id}`);
      }
    }
  }
  return hash.digest("hex");
}
