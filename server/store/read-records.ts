import type { Provenance } from "../ledger/provenance.ts";
import type { RecordKind, RecordTypes } from "../ledger/records.ts";
import { textOf } from "./encoding.ts";
import { StoreError } from "./errors.ts";
import { recordKey } from "./keys.ts";
import { KnownRecords } from "./known-records.ts";
import { eventsOf, type PackedRecord, parseRecord, provenanceIn, unpackEvent, unpackRecord } from "./packing.ts";
import type { StoreIdentity } from "./reader.ts";

/** What records are read with. */
export interface RecordSource {
  readonly identity: StoreIdentity;
  readonly known: KnownProvenances;
  /** The newest block that cannot be replaced. */
  readonly settled: number;
  /** The batch after which they are read, when they are taken from those known and kept among them. */
  readonly sequence?: number;
  /** What is stored under keys, in their order. */
  readonly read: (keys: readonly string[]) => Promise<readonly (string | undefined)[]>;
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
  /** What was made of such events alone. */
  readonly records = new KnownRecords();

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
  const { sequence } = source;
  if (sequence === undefined) return makeRecords(records, source);
  const { records: known } = source.known;
  const found = records.map(({ kind, id, stored }) => known.get<Kind>(recordKey(kind, id), stored, sequence));
  const others = records.filter((_, at) => found[at] === undefined);
  const made = others.length === 0 ? [] : await makeRecords(others, source);
  let next = 0;
  return found.map((record) => record ?? (made[next++] as RecordTypes[Kind]));
}

async function makeRecords<Kind extends RecordKind>(
  records: readonly StoredRecord<Kind>[],
  source: RecordSource,
): Promise<RecordTypes[Kind][]> {
  const { sequence } = source;
  const packed = records.map(({ kind, id, stored }) => {
    const text = textOf(recordKey(kind, id), stored);
    return kind === "event" ? text : parseRecord(kind, id, text);
  });
  const provenances = await provenancesOf(packed, source);
  return records.map(({ kind, id, stored }, at) => {
    const text = packed[at];
    if (typeof text === "string") return unpackEvent(id, text, source.identity) as RecordTypes[Kind];
    let isSettled = true;
    const resolve = (event: string) => {
      const provenance = provenances.get(event);
      if (provenance === undefined) throw missing(event);
      if (provenance.blockNumber > source.settled) isSettled = false;
      return provenance;
    };
    const record = unpackRecord<Kind>(text ?? {}, resolve);
    if (sequence !== undefined && isSettled) source.known.records.keep(recordKey(kind, id), stored, sequence, record);
    return record;
  });
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
