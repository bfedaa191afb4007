import type { Provenance, RecordKind, RecordTypes } from "../ledger/records.ts";
import { textOf } from "./encoding.ts";
import { StoreError } from "./errors.ts";
import { recordKey } from "./keys.ts";
import { eventsOf, type PackedRecord, parseRecord, provenanceIn, unpackEvent, unpackRecord } from "./packing.ts";
import type { StoreIdentity } from "./reader.ts";

/** What records are read with. */
export interface RecordSource {
  readonly identity: StoreIdentity;
  readonly known: KnownProvenances;
  /** The newest block that cannot be replaced. */
  readonly settled: number;
  /** What is stored under keys, in their order. */
  readonly read: (keys: string[]) => Promise<readonly (string | undefined)[]>;
}

/** A record as it is stored. */
export interface StoredRecord<Kind extends RecordKind = RecordKind> {
  readonly kind: Kind;
  readonly id: string;
  readonly stored: string;
}

/** So many are kept in memory, a few megabytes. */
const MOST_KNOWN = 10_000;

/** Where events come from that were read before: of settled blocks only, which stay what they are. */
export class KnownProvenances {
  readonly #known = new Map<string, Provenance>();

  get(id: string): Provenance | undefined {
    return this.#known.get(id);
  }

  keep(id: string, provenance: Provenance): void {
    this.#known.set(id, provenance);
    if (this.#known.size <= MOST_KNOWN) return;
    const [oldest] = this.#known.keys();
    if (oldest !== undefined) this.#known.delete(oldest);
  }
}

/**
 * Makes records of what is stored, and reads the events that they come from.
 *
 * @throws {StoreError} CORRUPT when one is not what was written, or names an event that is not there.
 */
export async function readRecords<Kind extends RecordKind>(
  records: readonly StoredRecord<Kind>[],
  source: RecordSource,
): Promise<RecordTypes[Kind][]> {
  const packed = records.map(({ kind, id, stored }) => {
    const text = textOf(recordKey(kind, id), stored);
    return kind === "event" ? text : parseRecord(kind, id, text);
  });
  const provenances = await provenancesOf(packed, source);
  const resolve = (id: string) => {
    const provenance = provenances.get(id);
    if (provenance === undefined) throw missing(id);
    return provenance;
  };
  return packed.map((record, at) =>
    typeof record === "string"
      ? (unpackEvent(records[at]?.id ?? "", record, source.identity) as RecordTypes[Kind])
      : unpackRecord<Kind>(record, resolve),
  );
}

async function provenancesOf(
  packed: readonly (string | PackedRecord)[],
  { identity, known, settled, read }: RecordSource,
): Promise<ReadonlyMap<string, Provenance>> {
  const found = new Map<string, Provenance>();
  const missed: string[] = [];
  for (const record of packed) {
    if (typeof record === "string") continue;
    for (const id of eventsOf(record)) {
      if (found.has(id)) continue;
      const provenance = known.get(id);
      if (provenance !== undefined) found.set(id, provenance);
      else missed.push(id);
    }
  }
  const ids = [...new Set(missed)];
  const keys = ids.map((id) => recordKey("event", id));
  const stored = keys.length === 0 ? [] : await read(keys);
  for (const [at, id] of ids.entries()) {
    const [key, value] = [keys[at], stored[at]];
    if (key === undefined || value === undefined) throw missing(id);
    const provenance = provenanceIn(id, textOf(key, value), identity);
    found.set(id, provenance);
    if (provenance.blockNumber <= settled) known.keep(id, provenance);
  }
  return found;
}

function missing(id: string): StoreError {
  return new StoreError("CORRUPT", `the mirror has a record of the event ${id}, and not the event: check the disk`);
}
