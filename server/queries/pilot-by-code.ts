import type { Bilingual } from "../ledger/codes/bilingual.ts";
import type { PilotCode } from "../ledger/ids.ts";
import type { Party, PilotRecord } from "../ledger/records.ts";
import type { StoreReader } from "../store/reader.ts";
import { type MilestoneView, milestoneView } from "./milestone-view.ts";
import { organisationNames } from "./organisation-names.ts";
import { pilotAsOf } from "./pilot-as-of.ts";
import { type PublicProvenance, publicProvenance } from "./provenance.ts";

/** All that the ledger says of a pilot (试点项目) at an instant. */
export interface PilotView extends Omit<PilotRecord, "created" | "updated" | "parties"> {
  readonly leadName: Bilingual | null;
  readonly programmeTitle: Bilingual | null;
  readonly appliedAt: number;
  readonly parties: readonly (Party & { readonly name: Bilingual | null })[];
  readonly milestones: readonly MilestoneView[];
  /** How many milestones are due soon, overdue, or wait too long for the regulator. */
  readonly attention: { readonly dueSoon: number; readonly overdue: number; readonly reviewLate: number };
  readonly provenance: PublicProvenance;
}

/**
 * A pilot as it stood at `asOf`.
 *
 * @returns undefined when there is no such pilot, or it had not applied by then.
 */
export async function pilotByCode(
  reader: StoreReader,
  { code, asOf }: { readonly code: PilotCode; readonly asOf: number },
): Promise<PilotView | undefined> {
  const present = await reader.get("pilot", code);
  const found = present && (await pilotAsOf(reader, present, asOf));
  if (found === undefined) return undefined;
  const { created, updated, ...pilot } = found.pilot;
  const programme = await reader.get("programme", pilot.programme);
  const nameOf = await organisationNames(reader, [pilot.lead, ...pilot.parties.map((party) => party.organisation)]);
  const milestones = found.milestones.flatMap((milestone) => {
    const view = milestoneView(reader, milestone, found.pilot, asOf);
    return view === undefined ? [] : [view];
  });
  const count = (status: MilestoneView["timeliness"]["status"]) =>
    milestones.filter(({ timeliness }) => timeliness.status === status).length;
  return {
    ...pilot,
    leadName: nameOf(pilot.lead),
    programmeTitle: programme?.title ?? null,
    appliedAt: created.blockTime,
    parties: pilot.parties.map((party) => ({ ...party, name: nameOf(party.organisation) })),
    milestones,
    attention: { dueSoon: count("DUE_SOON"), overdue: count("OVERDUE"), reviewLate: count("REVIEW_LATE") },
    provenance: publicProvenance(reader, updated),
  };
}
