import type { Severity } from "../../ledger/codes/supervision.ts";
import { INCIDENT_STATE_LABELS, SEVERITY_LABELS } from "../../ledger/codes/supervision-labels.ts";
import type { IncidentRecord } from "../../ledger/supervision-records.ts";
import type { Ledger } from "../as-of/ledger.ts";
import { find, type Lead } from "../find.ts";
import { type LabelsOf, labelsOf } from "../labels.ts";
import { type Page, type PageRequest, takePage } from "../page.ts";
import { liesIn, ofPilot, type PilotBrief, type PlaceFilter, withBriefs } from "../pilot-brief.ts";
import { type PublicProvenance, publicProvenance } from "../provenance.ts";

/** Which incidents are asked for. */
export interface IncidentFilter extends PlaceFilter {
  readonly severity?: readonly Severity[] | undefined;
  /** Only those that are not closed, or only those that are. */
  readonly open?: boolean | undefined;
}

/** An incident (安全事件). */
export interface IncidentItem extends Omit<IncidentRecord, "created" | "updated" | "pilot">, PilotBrief {
  readonly reportedAt: number;
  readonly labels: LabelsOf<"state" | "severity">;
  readonly provenance: PublicProvenance;
}

/** The incidents that satisfy a filter, by number. */
export async function listIncidents(
  ledger: Ledger,
  { filter, after, limit }: PageRequest & { readonly filter: IncidentFilter },
): Promise<Page<IncidentItem>> {
  const { pilot, severity, open } = filter;
  const leads: Lead[] = [];
  if (pilot !== undefined) leads.push({ index: "incident.pilot", values: [pilot] });
  if (open !== undefined) {
    leads.push({ index: "incident.state", everIndex: null, values: [open ? "REPORTED" : "CLOSED"] });
  }
  const satisfies = (incident: IncidentRecord) =>
    liesIn(incident.pilot, filter) &&
    (severity?.includes(incident.severity) ?? true) &&
    (open === undefined || open === (incident.state === "REPORTED"));
  const page = await takePage(find(ledger, { kind: "incident", leads, satisfies, after }), limit);
  return withBriefs(ledger, page, ofPilot, ({ created, updated, ...members }, brief) => ({
    ...members,
    ...brief,
    reportedAt: created.blockTime,
    labels: labelsOf({ state: INCIDENT_STATE_LABELS, severity: SEVERITY_LABELS }, members),
    provenance: publicProvenance(ledger, updated),
  }));
}
