import { setImmediate as others } from "node:timers/promises";
import type { Header } from "../chain/source.ts";
import type { ContractName } from "../ledger/contracts.ts";
import { type ContractNames, decodeLog, type RawLog } from "../ledger/decode.ts";
import type { LedgerEvent } from "../ledger/events.ts";
import type { Address } from "../ledger/hex.ts";
import { journalId } from "../ledger/keys.ts";
import type { RecordChange, RecordKey, RecordKind, RecordReader, RecordTypes } from "../ledger/records.ts";
import { applyEvent, recordsRead } from "../ledger/reduce/apply.ts";
import { RecordMap } from "../ledger/reduce/record-map.ts";
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

/** After so many events others have their turn: answers to questions are not held up by a backfill. */
const EVENTS_AT_ONCE = 300;

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
  const events: LedgerEvent[] = [];
  for (const [at, log] of logs.entries()) {
    const event = decodeLog(log, contracts);
    if (event !== undefined) events.push(event);
    if (at % EVENTS_AT_ONCE === EVENTS_AT_ONCE - 1) await others();
  }
  const records = new WorkingRecords(await fetchRecords([...wholeJournals(contracts), ...events.flatMap(recordsRead)]));
  const byBlock = Map.groupBy(events, (event) => event.origin.blockNumber);
  const blocks: BlockChanges[] = [];
  let since = 0;
  for (const block of headers) {
    const inBlock = byBlock.get(block.number) ?? [];
    blocks.push({ block, changes: applied(inBlock, records) });
    since += inBlock.length;
    if (since < EVENTS_AT_ONCE) continue;
    await others();
    since = 0;
  }
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
  readonly #changed = new RecordMap<RecordChange["value"] | null>();

  constructor(fetched: RecordReader) {
    this.#fetched = fetched;
  }

  get<Kind extends RecordKind>(kind: Kind, id: string): RecordTypes[Kind] | undefined {
    const changed = this.#changed.get(kind, id);
    if (changed === undefined) return this.#fetched.get(kind, id);
    return (changed ?? undefined) as RecordTypes[Kind] | undefined;
  }

  change(changes: readonly RecordChange[]): void {
    for (const { kind, id, value } of changes) this.#changed.set(kind, id, value ?? null);
  }
}
