import type { EventName, LedgerEvent } from "../events.ts";
import type { Address, Hex } from "../hex.ts";
import { EMPTY_STREAM, fold } from "../journal.ts";
import { eventId, journalId } from "../keys.ts";
import type { Provenance } from "../provenance.ts";
import type { RecordChange, RecordKey, RecordReader } from "../records.ts";
import { acceptanceHandlers } from "./acceptance.ts";
import { anchorHandlers } from "./anchors.ts";
import { authorityHandlers } from "./authority.ts";
import { bulletinHandlers } from "./bulletins.ts";
import { caseHandlers } from "./cases.ts";
import { complaintHandlers } from "./complaints.ts";
import { drawHandlers } from "./draws.ts";
import { evaluationHandlers } from "./evaluations.ts";
import { putDigests } from "./evidence.ts";
import { filingHandlers } from "./filings.ts";
import { Draft, type Handler, type Handlers, recordedBy } from "./handler.ts";
import { indicatorHandlers } from "./indicators.ts";
import { inspectionHandlers } from "./inspections.ts";
import { milestoneHandlers } from "./milestones.ts";
import { pauseHandlers } from "./pause.ts";
import { penaltyHandlers } from "./penalties.ts";
import { pilotHandlers } from "./pilots.ts";
import { poolHandlers } from "./pools.ts";
import { programmeHandlers } from "./programmes.ts";
import { rectificationHandlers } from "./rectification.ts";
import { riskHandlers } from "./risk.ts";

/** One handler for every event of the ledger; an event without one does not compile. */
const HANDLERS: Handlers<EventName> = {
  ...authorityHandlers,
  ...programmeHandlers,
  ...pilotHandlers,
  ...acceptanceHandlers,
  ...milestoneHandlers,
  ...anchorHandlers,
  ...pauseHandlers,
  ...indicatorHandlers,
  ...bulletinHandlers,
  ...evaluationHandlers,
  ...poolHandlers,
  ...filingHandlers,
  ...complaintHandlers,
  ...drawHandlers,
  ...inspectionHandlers,
  ...caseHandlers,
  ...rectificationHandlers,
  ...penaltyHandlers,
  ...riskHandlers,
  SupervisionSet: {
    reads: () => [],
    apply: ({ args }, draft) =>
      draft.put("supervision", "gate", { contract: args.supervision, ...recordedBy(draft.provenance) }),
  },
};

/** The records that applying `event` may read. Whoever calls `applyEvent` has fetched them. */
export function recordsRead(event: LedgerEvent): RecordKey[] {
  return [
    { kind: "account", id: event.actor },
    { kind: "journal", id: journalId(event.origin.contract, null) },
    { kind: "journal", id: journalId(event.origin.contract, event.subject) },
    ...handlerOf(event).reads(event),
  ];
}

/**
 * Applies one event to the records: the whole of how the ledger's state follows from its logs. Pure; the mirror, the verifier and
 * the console run the same.
 *
 * @param event The next event in the order of the chain.
 * @param records The records as all events before left them; asked for no more than `recordsRead` names.
 * @returns the records it changed, among them the event itself, its digests and the journal's accumulators.
 * @throws {ReduceError} when the event refers to a record that no earlier event made.
 */
export function applyEvent(event: LedgerEvent, records: RecordReader): readonly RecordChange[] {
  const draft = new Draft(records, provenanceOf(event, records));
  handlerOf(event).apply(event, draft);
  putDigests(event, draft);
  putJournal(event, draft);
  draft.put("event", eventId(draft.provenance), {
    contractName: event.contractName,
    subject: event.subject,
    args: jsonArguments(event.args),
    leaf: event.leaf,
    transactionIndex: event.origin.transactionIndex,
    provenance: draft.provenance,
  });
  return draft.changes();
}

function handlerOf(event: LedgerEvent): Handler<EventName> {
  return HANDLERS[event.name] as unknown as Handler<EventName>;
}

function provenanceOf({ name, actor, origin }: LedgerEvent, records: RecordReader): Provenance {
  return {
    contract: origin.contract,
    event: name,
    blockNumber: origin.blockNumber,
    blockHash: origin.blockHash,
    blockTime: origin.blockTime,
    transactionHash: origin.transactionHash,
    logIndex: origin.logIndex,
    actor,
    actorOrganisation: records.get("account", actor)?.organisation ?? null,
  };
}

function putJournal({ origin: { contract }, subject, leaf }: LedgerEvent, draft: Draft): void {
  putStream(contract, null, leaf, draft);
  putStream(contract, subject, leaf, draft);
}

function putStream(contract: Address, subject: Hex | null, leaf: Hex, draft: Draft): void {
  const id = journalId(contract, subject);
  const { count, head } = fold(draft.find("journal", id) ?? EMPTY_STREAM, leaf);
  draft.put("journal", id, { contract, subject, count, head });
}

/** Arguments as JSON can hold them: integers past 48 bits as decimal text. */
function jsonArguments(args: LedgerEvent["args"]): Record<string, unknown> {
  return jsonOf(args) as Record<string, unknown>;
}

function jsonOf(value: unknown): unknown {
  if (typeof value === "bigint") return value.toString();
  if (Array.isArray(value)) return value.map(jsonOf);
  if (typeof value !== "object" || value === null) return value;
  const json: Record<string, unknown> = {};
  for (const name in value) json[name] = jsonOf((value as Record<string, unknown>)[name]);
  return json;
}
