import type { LedgerEvent } from "../ledger/events.ts";
import { packPilotId, parsePilotCode } from "../ledger/ids.ts";
import { milestoneId } from "../ledger/keys.ts";
import type {
  AccountRecord,
  EventRecord,
  MilestoneRecord,
  PilotRecord,
  RecordKind,
  RecordReader,
  RecordTypes,
} from "../ledger/records.ts";
import { applyEvent } from "../ledger/reduce/apply.ts";
import type { StoreReader } from "../store/reader.ts";
import { inRuns } from "./sorted-ids.ts";

/** A pilot with the milestones of its plan. */
export interface PilotWithPlan {
  readonly pilot: PilotRecord;
  /** In the order of the plan. */
  readonly milestones: readonly MilestoneRecord[];
}

const RUN = 256;

/**
 * A pilot and its plan exactly as they stood at `asOf`. When something changed since, the pilot's events up to the instant are
 * applied anew, so the past is answered by the very rules that answer the present.
 *
 * @returns undefined when the pilot had not applied by then.
 */
export async function pilotAsOf(
  reader: StoreReader,
  pilot: PilotRecord,
  asOf: number,
): Promise<PilotWithPlan | undefined> {
  if (pilot.created.blockTime > asOf) return undefined;
  const milestones = await planOf(reader, pilot);
  const changedSince = [pilot, ...milestones].some((record) => record.updated.blockTime > asOf);
  return changedSince ? replay(reader, pilot, asOf) : { pilot, milestones };
}

/** The milestones of a pilot's plan. */
async function planOf(reader: StoreReader, pilot: PilotRecord): Promise<MilestoneRecord[]> {
  const records = await reader.getMany("milestone", planIds(pilot));
  return records.filter((record) => record !== undefined);
}

/** The ids of the milestones of a pilot's plan. */
export function planIds(pilot: PilotRecord): string[] {
  return Array.from({ length: pilot.milestoneCount }, (_, index) => milestoneId(pilot.code, index + 1));
}

async function replay(reader: StoreReader, { code }: PilotRecord, asOf: number): Promise<PilotWithPlan | undefined> {
  const records = new Map<string, RecordTypes[RecordKind]>();
  for await (const event of eventsUpTo(reader, code, asOf)) {
    for (const { kind, id, value } of applyEvent(ledgerEvent(event), recordsAround(event, records))) {
      if (value === undefined) records.delete(`${kind}/${id}`);
      else records.set(`${kind}/${id}`, value);
    }
  }
  const pilot = records.get(`pilot/${code}`) as PilotRecord | undefined;
  if (pilot === undefined) return undefined;
  const milestones = planIds(pilot).map((id) => records.get(`milestone/${id}`) as MilestoneRecord | undefined);
  return { pilot, milestones: milestones.filter((milestone) => milestone !== undefined) };
}

async function* eventsUpTo(reader: StoreReader, code: string, asOf: number): AsyncGenerator<EventRecord> {
  const parts = parsePilotCode(code);
  if (parts === undefined) return;
  for await (const ids of inRuns(reader.lookUp("event.subject", packPilotId(parts)), RUN)) {
    for (const event of await reader.getMany("event", ids)) {
      if (event === undefined) continue;
      if (event.provenance.blockTime > asOf) return;
      yield event;
    }
  }
}

/** The records made so far, and of the actor's account only what its event already says: the organisation. */
function recordsAround(event: EventRecord, records: ReadonlyMap<string, RecordTypes[RecordKind]>): RecordReader {
  return {
    get: <Kind extends RecordKind>(kind: Kind, id: string) => {
      const record = kind === "account" ? actorOf(event) : records.get(`${kind}/${id}`);
      return record as RecordTypes[Kind] | undefined;
    },
  };
}

function actorOf({ provenance }: EventRecord): AccountRecord {
  return {
    address: provenance.actor,
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

/** An event as it was decoded, from the record of it. */
function ledgerEvent({ contractName, subject, args, leaf, transactionIndex, provenance }: EventRecord): LedgerEvent {
  const { event, actor, actorOrganisation: _, ...origin } = provenance;
  return {
    name: event,
    contractName,
    subject,
    actor,
    args: withWideIntegers(args),
    origin: { ...origin, transactionIndex },
    leaf,
  } as unknown as LedgerEvent;
}

/** Members that are integers past 48 bits: `uint64` in the contracts. */
const WIDE = new Set(["budget", "totalBytes", "size", "requiredEvidence"]);

function withWideIntegers(args: unknown): unknown {
  if (Array.isArray(args)) return args.map(withWideIntegers);
  if (typeof args !== "object" || args === null) return args;
  return Object.fromEntries(
    Object.entries(args).map(([name, value]) => [
      name,
      WIDE.has(name) && typeof value === "string" ? BigInt(value) : withWideIntegers(value),
    ]),
  );
}
