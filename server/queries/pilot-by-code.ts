import type { Bilingual } from "../ledger/codes/bilingual.ts";
import { PILOT_STATE_LABELS, STAGE_LABELS } from "../ledger/codes/labels.ts";
import type { PilotCode } from "../ledger/ids.ts";
import type { Party, PilotRecord } from "../ledger/pilot-records.ts";
import type { Ledger } from "./as-of/ledger.ts";
import { planIds } from "./as-of/plan-ids.ts";
import { type LabelsOf, labelsOf } from "./labels.ts";
import { type MilestoneView, milestoneView } from "./milestone-view.ts";
import { organisationNames } from "./organisation-names.ts";
import { type PublicProvenance, publicProvenance } from "./provenance.ts";

/** All that the ledger says of a pilot (试点项目). */
export interface PilotView extends Omit<PilotRecord, "created" | "updated" | "parties"> {
  readonly leadName: Bilingual | null;
  readonly programmeTitle: Bilingual | null;
  readonly appliedAt: number;
  readonly parties: readonly (Party & { readonly name: Bilingual | null })[];
  readonly milestones: readonly MilestoneView[];
  /** How many milestones are due soon, overdue, or wait too long for the regulator. */
  readonly labels: LabelsOf<"state" | "stage">;
  readonly attention: { readonly dueSoon: number; readonly overdue: number; readonly reviewLate: number };
  readonly provenance: PublicProvenance;
}

/**
 * A pilot as the ledger has it.
 *
 * @returns undefined when there is no such pilot, or it had not applied by then.
 */
export async function pilotByCode(
  ledger: Ledger,
  { code }: { readonly code: PilotCode },
): Promise<PilotView | undefined> {
  const found = await ledger.get("pilot", code);
  if (found === undefined) return undefined;
  const { created, updated, ...pilot } = found;
  const programme = await ledger.get("programme", pilot.programme);
  const nameOf = await organisationNames(ledger, [pilot.lead, ...pilot.parties.map((party) => party.organisation)]);
  const plan = await ledger.getMany("milestone", planIds(found));
  const milestones = plan.flatMap((milestone) => (milestone && milestoneView(ledger, milestone, found)) ?? []);
  const count = (status: MilestoneView["timeliness"]["status"]) =>
    milestones.filter(({ timeliness }) => timeliness.status === status).length;
  return {
    ...pilot,
    leadName: nameOf(pilot.lead),
    programmeTitle: programme?.title ?? null,
    appliedAt: created.blockTime,
    parties: pilot.parties.map((party) => ({ ...party, name: nameOf(party.organisation) })),
    milestones,
    labels: labelsOf({ state: PILOT_STATE_LABELS, stage: STAGE_LABELS }, found),
    attention: { dueSoon: count("DUE_SOON"), overdue: count("OVERDUE"), reviewLate: count("REVIEW_LATE") },
    provenance: publicProvenance(ledger, updated),
  };
}
