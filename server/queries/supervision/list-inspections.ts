import type { InspectionKind } from "../../ledger/codes/supervision.ts";
import { INSPECTION_KIND_LABELS, INSPECTION_RESULT_LABELS } from "../../ledger/codes/supervision-labels.ts";
import type { DossierCode } from "../../ledger/dossiers.ts";
import type { InspectionRecord } from "../../ledger/supervision-records.ts";
import type { Ledger } from "../as-of/ledger.ts";
import { find, type Lead } from "../find.ts";
import { type LabelsOf, labelsOf } from "../labels.ts";
import { type Page, type PageRequest, takePage } from "../page.ts";
import { liesIn, ofPilot, type PilotBrief, type PlaceFilter, withBriefs } from "../pilot-brief.ts";
import { type PublicProvenance, publicProvenance } from "../provenance.ts";
import { happened, type WhenFilter } from "../when-filter.ts";

/** Which inspections are asked for, of those opened at some time. */
export interface InspectionFilter extends PlaceFilter, WhenFilter {
  readonly kind?: readonly InspectionKind[] | undefined;
  /** Only those that last, or only those that are concluded. */
  readonly open?: boolean | undefined;
  /** Only those that name this random draw. */
  readonly draw?: DossierCode | undefined;
}

/** An inspection (监督检查). */
export interface InspectionItem extends Omit<InspectionRecord, "created" | "updated" | "pilot">, PilotBrief {
  readonly openedAt: number;
  readonly labels: LabelsOf<"kind" | "result">;
  readonly provenance: PublicProvenance;
}

/** The inspections that satisfy a filter, by number. */
export async function listInspections(
  ledger: Ledger,
  { filter, after, limit }: PageRequest & { readonly filter: InspectionFilter },
): Promise<Page<InspectionItem>> {
  const { pilot, kind, open, draw } = filter;
  const leads: Lead[] = [];
  if (pilot !== undefined) leads.push({ index: "inspection.pilot", values: [pilot] });
  if (draw !== undefined) leads.push({ index: "inspection.draw", values: [draw] });
  if (open === true) leads.push({ index: "inspection.open", everIndex: null, values: ["OPEN"] });
  const satisfies = (inspection: InspectionRecord) =>
    liesIn(inspection.pilot, filter) &&
    happened(inspection.created.blockTime, filter) &&
    (kind?.includes(inspection.kind) ?? true) &&
    (open === undefined || open === (inspection.conclusion === null));
  const page = await takePage(find(ledger, { kind: "inspection", leads, satisfies, after }), limit);
  return withBriefs(ledger, page, ofPilot, ({ created, updated, ...members }, brief) => ({
    ...members,
    ...brief,
    openedAt: created.blockTime,
    labels: labelsOf(
      { kind: INSPECTION_KIND_LABELS, result: INSPECTION_RESULT_LABELS },
      { kind: members.kind, result: members.conclusion?.result ?? null },
    ),
    provenance: publicProvenance(ledger, updated),
  }));
}
