import { createHash } from "node:crypto";
import type { RecordKind } from "../../../server/ledger/records.ts";
import type { Store } from "../../../server/store/store.ts";

/** Ids of all records, by their kinds. */
type Ids = ReadonlyMap<RecordKind, readonly string[]>;

/** Finds the ids of all records. */
export async function recordIds(of: Store): Promise<Ids> {
  const reader = of.snapshot();
  const found = new Map<RecordKind, string[]>();
  for await (const entries of reader.raw()) {
    for (const [key] of entries) {
      const [, kind, id] = /^r\/(\w+)\/(.*)$/s.exec(key) ?? [];
      if (kind === undefined || id === undefined) continue;
      const some = found.get(kind as RecordKind) ?? [];
      found.set(kind as RecordKind, some);
      some.push(id);
    }
  }
  await reader.close();
  return found;
}

/** What each record is, looked up by its id as a question does; a hash of all of it. */
export async function lookedUp(of: Store, sought: Ids): Promise<string> {
  const reader = of.snapshot();
  const hash = createHash("sha256");
  try {
    for (const [kind, some] of sought) hash.update(JSON.stringify(await reader.getMany(kind, some)));
    return hash.digest("hex");
  } finally {
    await reader.close();
  }
}
