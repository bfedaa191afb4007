import { setImmediate as others } from "node:timers/promises";
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

/** Takes what the events of a range do to the records. */
export interface RangeWork {
  /** Takes what an event does. */
  take(changes: readonly RecordChange[]): void;
  /** A record as it was changed last; undefined when it was not. */
  changed(kind: RecordKind, id: string): RecordChange | undefined;
  /** Those were all events of a block. */
  end(block: BlockChanges["block"]): void;
}

/** Blocks and the logs in them. */
export interface RangeOfLogs {
  readonly headers: readonly BlockChanges["block"][];
  readonly logs: readonly RawLog[];
}

/** After so many events others have their turn: answers to questions are not held up by a backfill. */
const EVENTS_AT_ONCE = 100;

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
 * @returns The records after the last block; it has the accumulators of the whole contracts, and what the events touched.
 * @throws {DecodeError} or {ReduceError} when the logs are not a ledger's, or not all of them.
 */
export async function reduceRange(
  { headers, logs }: RangeOfLogs,
  contracts: ContractNames,
  fetchRecords: FetchRecords,
  work: RangeWork,
): Promise<RecordReader> {
  const events: LedgerEvent[] = [];
  for (const [at, log] of logs.entries()) {
    const event = decodeLog(log, contracts);
    if (event !== undefined) events.push(event);
    if (at % EVENTS_AT_ONCE === EVENTS_AT_ONCE - 1) await others();
  }
  const fetched = await fetchRecords(keysOf(events, contracts));
  const records = new WorkingRecords(fetched, work);
  let next = 0;
  let rested = 0;
  for (const block of headers) {
    for (let event = events[next]; event?.origin.blockNumber === block.number; event = events[++next]) {
      work.take(applyEvent(event, records));
    }
    work.end(block);
    if (next - rested < EVENTS_AT_ONCE) continue;
    await others();
    rested = next;
  }
  return records;
}

/** Each once. */
function keysOf(events: readonly LedgerEvent[], contracts: ContractNames): RecordKey[] {
  const keys = new RecordMap<RecordKey>();
  const add = (key: RecordKey) => {
    if (!keys.has(key.kind, key.id)) keys.set(key.kind, key.id, key);
  };
  wholeJournals(contracts).forEach(add);
  for (const event of events) recordsRead(event).forEach(add);
  return [...keys.values()];
}

/** Records as fetched, with the changes made since. */
class WorkingRecords implements RecordReader {
  readonly #fetched: RecordReader;
  readonly #work: RangeWork;

  constructor(fetched: RecordReader, work: RangeWork) {
    this.#fetched = fetched;
    this.#work = work;
  }

  get<Kind extends RecordKind>(kind: Kind, id: string): RecordTypes[Kind] | undefined {
    const change = this.#work.changed(kind, id);
    return change === undefined ? this.#fetched.get(kind, id) : (change.value as RecordTypes[Kind] | undefined);
  }
}
