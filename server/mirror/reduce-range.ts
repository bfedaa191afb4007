import type { Header } from "../chain/source.ts";
import type { ContractName } from "../ledger/contracts.ts";
import { type ContractNames, decodeLog, type RawLog } from "../ledger/decode.ts";
import type { LedgerEvent } from "../ledger/events.ts";
import type { Address } from "../ledger/hex.ts";
import { journalId } from "../ledger/keys.ts";
import type { RecordChange, RecordKey, RecordKind, RecordReader, RecordTypes } from "../ledger/records.ts";
import { applyEvent, recordsRead } from "../ledger/reduce/apply.ts";
import type { BlockChanges } from "../store/block-changes.ts";
import type { StoreIdentity } from "../store/reader.ts";

/** Fetches records; asked once for all events of a range. */
export type FetchRecords = (keys: readonly RecordKey[]) => Promise<RecordReader>;

/** What the events of some blocks make of the records. */
export interface ReducedRange {
  readonly blocks: readonly BlockChanges[];
  /** The records after the last block; it has the accumulators of the whole contracts, and what the events touched. */
  readonly records: RecordReader;
}

/** Which contract is at which address. */
export function contractNames({ contracts }: Pick<StoreIdentity, "contracts">): ContractNames {
  return new Map(Object.entries(contracts).map(([name, address]) => [address, name as ContractName]));
}

/** The keys of the accumulators over all events of each contract. */
export function wholeJournals(contracts: ContractNames): RecordKey<"journal">[] {
  return [...contracts.keys()].map((address: Address) => ({ kind: "journal", id: journalId(address, null) }));
}

/**
 * Applies the logs of a range of blocks.
 *
 * @throws {DecodeError} or {ReduceError} when the logs are not a ledger's, or not all of them.
 */
export async function reduceRange(
  { headers, logs }: { readonly headers: readonly Header[]; readonly logs: readonly RawLog[] },
  contracts: ContractNames,
  fetchRecords: FetchRecords,
): Promise<ReducedRange> {
  const events = logs.map((log) => decodeLog(log, contracts)).filter((event) => event !== undefined);
  const records = new WorkingRecords(await fetchRecords([...wholeJournals(contracts), ...events.flatMap(recordsRead)]));
  const byBlock = Map.groupBy(events, (event) => event.origin.blockNumber);
  const blocks = headers.map((block) => ({ block, changes: applied(byBlock.get(block.number) ?? [], records) }));
  return { blocks, records };
}

function applied(events: readonly LedgerEvent[], records: WorkingRecords): RecordChange[] {
  return events.flatMap((event) => {
    const changes = applyEvent(event, records);
    records.change(changes);
    return changes;
  });
}

/** Records as fetched, with the changes made since. */
class WorkingRecords implements RecordReader {
  readonly #fetched: RecordReader;
  readonly #changed = new Map<string, RecordChange["value"]>();

  constructor(fetched: RecordReader) {
    this.#fetched = fetched;
  }

  get<Kind extends RecordKind>(kind: Kind, id: string): RecordTypes[Kind] | undefined {
    const key = `${kind}/${id}`;
    if (this.#changed.has(key)) return this.#changed.get(key) as RecordTypes[Kind] | undefined;
    return this.#fetched.get(kind, id);
  }

  change(changes: readonly RecordChange[]): void {
    for (const { kind, id, value } of changes) this.#changed.set(`${kind}/${id}`, value);
  }
}
