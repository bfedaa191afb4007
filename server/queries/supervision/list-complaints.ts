import type { ComplaintState } from "../../ledger/codes/supervision.ts";
import { COMPLAINT_CHANNEL_LABELS, COMPLAINT_STATE_LABELS } from "../../ledger/codes/supervision-labels.ts";
import type { ComplaintRecord } from "../../ledger/supervision-records.ts";
import type { Ledger } from "../as-of/ledger.ts";
import { find, type Lead } from "../find.ts";
import { type LabelsOf, labelsOf } from "../labels.ts";
import { type Page, type PageRequest, takePage } from "../page.ts";
import { liesIn, ofPilot, type PilotBrief, type PlaceFilter, withBriefs } from "../pilot-brief.ts";
import { type PublicProvenance, publicProvenance } from "../provenance.ts";
import { happened, type WhenFilter } from "../when-filter.ts";

/** Which complaints are asked for, of those received at some time. */
export interface ComplaintFilter extends PlaceFilter, WhenFilter {
  readonly state?: readonly ComplaintState[] | undefined;
}

/** A complaint (投诉举报). */
export interface ComplaintItem extends Omit<ComplaintRecord, "created" | "updated" | "pilot">, PilotBrief {
  readonly receivedAt: number;
  readonly labels: LabelsOf<"state" | "channel">;
  readonly provenance: PublicProvenance;
}

/** The complaints that satisfy a filter, by number. */
export async function listComplaints(
  ledger: Ledger,
  { filter, after, limit }: PageRequest & { readonly filter: ComplaintFilter },
): Promise<Page<ComplaintItem>> {
  const { pilot, state } = filter;
  const leads: Lead[] = [];
  if (pilot !== undefined) leads.push({ index: "complaint.pilot", values: [pilot] });
  if (state !== undefined) leads.push({ index: "complaint.state", everIndex: null, values: state });
  const satisfies = (complaint: ComplaintRecord) =>
    liesIn(complaint.pilot, filter) &&
    happened(complaint.created.blockTime, filter) &&
    (state?.includes(complaint.state) ?? true);
  const page = await takePage(find(ledger, { kind: "complaint", leads, satisfies, after }), limit);
  return withBriefs(ledger, page, ofPilot, ({ created, updated, ...members }, brief) => ({
    ...members,
    ...brief,
    receivedAt: created.blockTime,
    labels: labelsOf({ state: COMPLAINT_STATE_LABELS, channel: COMPLAINT_CHANNEL_LABELS }, members),
    provenance: publicProvenance(ledger, updated),
  }));
}
