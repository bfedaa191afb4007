import type { LedgerEvent } from "../../../server/ledger/events.ts";
import { journalId, milestoneId } from "../../../server/ledger/keys.ts";
import type { MilestoneRecord } from "../../../server/ledger/milestone-records.ts";
import type { PilotRecord } from "../../../server/ledger/pilot-records.ts";
import type { RecordKind, RecordReader, RecordTypes } from "../../../server/ledger/records.ts";
import { applyEvent } from "../../../server/ledger/reduce/apply.ts";
import type { Ledger } from "../chain/ledger.ts";
import { readEvents } from "../chain/logs.ts";
import { pilotView } from "../chain/views.ts";
import { unusable } from "../failure.ts";
import type { PilotArgument } from "../values/codes.ts";

/** A pilot as its events on the chain leave it. */
export interface PilotRecords {
  readonly pilot: PilotRecord;
  readonly milestones: readonly MilestoneRecord[];
  readonly events: readonly LedgerEvent[];
}

/**
 * Reads a pilot from the chain alone: its events, folded as the mirror folds them, and checked against the pilot's journal, so that
 * a node that leaves one out is found out.
 *
 * @throws {CliFailure} when there is no such pilot, or the node's events are not those of its journal.
 */
export async function readPilot(ledger: Ledger, pilot: PilotArgument): Promise<PilotRecords> {
  await pilotView(ledger, pilot);
  const events = await readEvents(ledger, { contract: "PilotLedger", subject: pilot.id });
  const records = new MemoryRecords();
  for (const event of events) for (const change of applyEvent(event, records)) records.put(change);
  const journal = records.get("journal", journalId(ledger.deployment.contracts.PilotLedger, pilot.id));
  const [count, head] = await ledger.contracts.PilotLedger.getFunction("journalOf").staticCall(pilot.id);
  if (Number(count) !== journal?.count || head !== journal.head) {
    throw unusable(
      "EVENTS_INCOMPLETE",
      `节点给出的 ${pilot.code} 的记录与账本的日志不符，可能刚有新记录；请重试，仍如此则更换节点。`,
      `the node's records of ${pilot.code} are not those of the ledger's journal, perhaps because one was just added; try again, and if it stays so use another node`,
    );
  }
  const record = records.get("pilot", pilot.code);
  if (record === undefined) throw new TypeError(`the events of ${pilot.code} make no pilot`);
  const numbers = Array.from({ length: record.milestoneCount }, (_, index) => index + 1);
  const milestones = numbers.flatMap((number) => records.get("milestone", milestoneId(pilot.code, number)) ?? []);
  return { pilot: record, milestones, events };
}

/** Records kept in memory while one pilot's events are folded. */
class MemoryRecords implements RecordReader {
  readonly #values = new Map<string, RecordTypes[RecordKind] | undefined>();

  get<Kind extends RecordKind>(kind: Kind, id: string): RecordTypes[Kind] | undefined {
    return this.#values.get(`${kind}/${id}`) as RecordTypes[Kind] | undefined;
  }

  put({ kind, id, value }: { kind: RecordKind; id: string; value: RecordTypes[RecordKind] | undefined }): void {
    this.#values.set(`${kind}/${id}`, value);
  }
}
