import type { RecordKey, RecordKind, RecordReader, RecordTypes } from "../ledger/records.ts";
import { RecordMap } from "../ledger/reduce/record-map.ts";
import { recordKey } from "./keys.ts";
import { type RecordSource, readRecords, type StoredRecord } from "./read-records.ts";

/**
 * Fetches records to apply events to. What is returned knows no others: asking it for one is a fault of the caller.
 *
 * @param taken Takes what is stored under each key, if it is given.
 * @throws {StoreError} CORRUPT as `readRecords` does.
 */
export async function fetchRecords(
  keys: readonly RecordKey[],
  source: RecordSource,
  taken?: (key: string, stored: string | undefined) => void,
): Promise<RecordReader> {
  const asked = new RecordMap<RecordKey>();
  for (const key of keys) if (!asked.has(key.kind, key.id)) asked.set(key.kind, key.id, key);
  const all = [...asked.values()];
  const names = all.map(({ kind, id }) => recordKey(kind, id));
  const values = await source.read(names);
  const present: StoredRecord[] = [];
  for (const [at, { kind, id }] of all.entries()) {
    const stored = values[at];
    taken?.(names[at] ?? "", stored);
    if (stored !== undefined) present.push({ kind, id, stored });
  }
  const records = await readRecords(present, source);
  const found = new RecordMap<RecordTypes[RecordKind] | undefined>();
  for (const [place, { kind, id }] of present.entries()) found.set(kind, id, records[place]);
  return {
    get: (kind, id) => {
      const record = found.get(kind, id);
      if (record === undefined && !asked.has(kind, id))
        throw new TypeError(`the record ${kind} ${id} was read without having been fetched`);
      return record as RecordTypes[typeof kind] | undefined;
    },
  };
}
