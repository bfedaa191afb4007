import type { AccountRecord } from "../../ledger/authority-records.ts";
import type { Address, Hex } from "../../ledger/hex.ts";
import { recordedEvent } from "../../ledger/recorded-event.ts";
import type { EventRecord, RecordKind, RecordReader, RecordTypes } from "../../ledger/records.ts";
import { applyEvent } from "../../ledger/reduce/apply.ts";
import type { StoreReader } from "../../store/reader.ts";
import { inRuns, union } from "../sorted-ids.ts";
import { type Cut, includes } from "./cut.ts";

/** Records made by some events, by kind and id. */
export type Replayed = ReadonlyMap<string, RecordTypes[RecordKind]>;

const RUN = 256;

/** Names a record among those of a replay. */
export function replayKey(kind: RecordKind, id: string): string {
  return `${kind}/${id}`;
}

/**
 * The records that the events of some subjects leave as of `cut`: the past by the very rules that give the present.
 *
 * @param subjects Streams of the journal; their events are applied in the order of the chain.
 */
export async function replay(reader: StoreReader, subjects: readonly Hex[], cut: Cut): Promise<Replayed> {
  const records = new Map<string, RecordTypes[RecordKind]>();
  for await (const event of eventsOf(reader, subjects, cut)) applyTo(records, event);
  return records;
}

/** Applies one event to the records made so far. */
export function applyTo(records: Map<string, RecordTypes[RecordKind]>, event: EventRecord): void {
  for (const { kind, id, value } of applyEvent(recordedEvent(event), recordsAround(event, records))) {
    // Events, digests and accumulators are never rewritten; only what has a history is replayed.
    if (kind === "event" || kind === "evidence" || kind === "journal") continue;
    if (value === undefined) records.delete(replayKey(kind, id));
    else records.set(replayKey(kind, id), value);
  }
}

/** The events of some subjects as of `cut`, in the order of the chain. */
export async function* eventsOf(
  reader: StoreReader,
  subjects: readonly Hex[],
  cut: Cut,
  after?: string,
): AsyncGenerator<EventRecord> {
  const range = after === undefined ? {} : { after };
  const streams = subjects.map((subject) => reader.lookUp("event.subject", subject, range));
  for await (const ids of inRuns(union(streams), RUN)) {
    for (const event of await reader.getMany("event", ids)) {
      if (event === undefined) continue;
      if (!includes(cut, event.provenance)) return;
      yield event;
    }
  }
}

/** The records made so far; of an actor's account of which they do not tell, only the organisation its event names. */
function recordsAround(event: EventRecord, records: Replayed): RecordReader {
  const { actor } = event.provenance;
  return {
    get: <Kind extends RecordKind>(kind: Kind, id: string) => {
      const known = records.get(replayKey(kind, id));
      const record = known ?? (kind === "account" && id === actor ? actorOf(event, actor) : undefined);
      return record as RecordTypes[Kind] | undefined;
    },
  };
}

function actorOf({ provenance }: EventRecord, address: Address): AccountRecord {
  return {
    address,
    organisation: provenance.actorOrganisation,
    boundAt: null,
    revokedAt: null,
    revokedReason: null,
    lostAt: null,
    roles: [],
    created: provenance,
    updated: provenance,
  };
}
