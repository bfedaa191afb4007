import type { RecordKind, RecordTypes } from "../ledger/records.ts";
import type { IndexName } from "../store/indexes.ts";
import type { IdRange } from "../store/reader.ts";
import type { Ledger } from "./as-of/ledger.ts";
import { inRuns, intersection, type SeekableIds, type SortedIds, union } from "./sorted-ids.ts";

/** An index that leads to what is sought: a record is found under at least one of the values. */
export interface Lead {
  readonly index: IndexName;
  readonly values: readonly string[];
  /**
   * The index that leads to all that ever were so, when `index` only leads to those that are; null when there is none. Left out
   * where a record stays under the values it once had.
   */
  readonly everIndex?: IndexName | null;
}

/** What is sought among the records of a kind. */
export interface Search<Kind extends RecordKind> {
  readonly kind: Kind;
  /** Narrow the search; with none, all records are looked at. */
  readonly leads: readonly Lead[] | (() => Promise<readonly Lead[]>);
  /** Decides, on the record as it stood. */
  readonly satisfies: (record: RecordTypes[Kind]) => boolean;
  readonly after?: string | undefined;
  readonly reverse?: boolean;
  readonly prefix?: string | undefined;
  /** How many are mostly wanted; the search does not end there. */
  readonly mostly?: number | undefined;
}

const RUN = 64;

/** The records that satisfy a search as of the ledger's cut, in the order of their ids. */
export async function* find<Kind extends RecordKind>(
  ledger: Ledger,
  search: Search<Kind>,
): AsyncGenerator<readonly [id: string, record: RecordTypes[Kind]]> {
  const { kind, satisfies, after, prefix, mostly, reverse = false } = search;
  const range: IdRange = { reverse, ...(after !== undefined && { after }), ...(prefix !== undefined && { prefix }) };
  const leads = typeof search.leads === "function" ? await search.leads() : search.leads;
  const streams = leads.flatMap((lead) => streamOf(ledger, lead) ?? []);
  if (streams.length === 0) {
    const walked = mostly === undefined ? range : { ...range, mostly };
    for await (const entry of ledger.list(kind, walked)) if (satisfies(entry[1])) yield entry;
    return;
  }
  for await (const ids of inRuns(intersection(streams, range), RUN)) {
    for (const [index, record] of (await ledger.getMany(kind, ids)).entries()) {
      const id = ids[index];
      if (id !== undefined && record !== undefined && satisfies(record)) yield [id, record];
    }
  }
}

/** All records that satisfy a search, in memory: for what is bounded by its nature. */
export async function findAll<Kind extends RecordKind>(
  ledger: Ledger,
  search: Search<Kind>,
): Promise<RecordTypes[Kind][]> {
  const found: RecordTypes[Kind][] = [];
  for await (const [, record] of find(ledger, search)) found.push(record);
  return found;
}

function streamOf(ledger: Ledger, { index, everIndex, values }: Lead): SeekableIds | undefined {
  const name = ledger.isPresent || everIndex === undefined ? index : everIndex;
  if (name === null) return undefined;
  return (range): SortedIds =>
    union(
      values.map((value) => ledger.lookUp(name, value, range)),
      range.reverse,
    );
}
