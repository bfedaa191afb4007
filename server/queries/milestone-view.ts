import { MILESTONE_KIND_LABELS, MILESTONE_STATE_LABELS, TIMELINESS_LABELS } from "../ledger/codes/labels.ts";
import type { MilestoneRecord } from "../ledger/milestone-records.ts";
import type { PilotRecord } from "../ledger/pilot-records.ts";
import { type Timeliness, timelinessAt } from "../ledger/timeliness.ts";
import type { Ledger } from "./as-of/ledger.ts";
import { type LabelsOf, labelsOf } from "./labels.ts";
import { type PublicProvenance, publicProvenance } from "./provenance.ts";

/** A milestone (里程碑) as an answer shows it. Its due dates stand in its timeliness. */
export interface MilestoneView
  extends Omit<MilestoneRecord, "created" | "updated" | "plannedAt" | "dueAt" | "originalDueAt"> {
  readonly timeliness: Timeliness;
  readonly labels: LabelsOf<"state" | "kind" | "timeliness">;
  readonly provenance: PublicProvenance;
}

/**
 * The view of a milestone as the ledger has it.
 *
 * @returns undefined when it was not planned yet.
 */
export function milestoneView(
  ledger: Ledger,
  milestone: MilestoneRecord,
  pilot: PilotRecord,
): MilestoneView | undefined {
  const timeliness = timelinessAt(milestone, pilot, ledger.asOf);
  if (timeliness === undefined) return undefined;
  const { created: _, updated, plannedAt: __, dueAt: ___, originalDueAt: ____, ...members } = milestone;
  const { state, kind } = members;
  const labels = labelsOf(
    { state: MILESTONE_STATE_LABELS, kind: MILESTONE_KIND_LABELS, timeliness: TIMELINESS_LABELS },
    { state, kind, timeliness: timeliness.status },
  );
  return { ...members, timeliness, labels, provenance: publicProvenance(ledger, updated) };
}
