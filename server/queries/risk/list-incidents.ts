import { SEVERITIES, type Severity } from "../../ledger/codes/supervision.ts";
import { INCIDENT_STATE_LABELS, SEVERITY_LABELS } from "../../ledger/codes/supervision-labels.ts";
import type { IncidentRecord } from "../../ledger/supervision-records.ts";
import type { Ledger } from "../as-of/ledger.ts";
import { find, type Lead } from "../find.ts";
import { type LabelsOf, labelsOf } from "../labels.ts";
import { type Order, ordersOf, takeOrderedPage } from "../ordered-page.ts";
import type { Page, PageRequest } from "../page.ts";
import { liesIn, ofPilot, type PilotBrief, type PlaceFilter, withBriefs } from "../pilot-brief.ts";
import { type PublicProvenance, publicProvenance } from "../provenance.ts";
import { type SortKey, sortableNumber } from "../sorted-page.ts";
import { happened, type WhenFilter } from "../when-filter.ts";

/** Which incidents are asked for, of those reported at some time. */
export interface IncidentFilter extends PlaceFilter, WhenFilter {
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

/** What incidents can be listed by. */
export const INCIDENT_ORDERS = ordersOf("code", "occurredAt", "reportedAt", "severity");
type IncidentKey = "code" | "occurredAt" | "reportedAt" | "severity";

const INCIDENT_KEYS: Readonly<Record<IncidentKey, SortKey<IncidentRecord> | "id">> = {
  code: "id",
  occurredAt: ({ occurredAt }) => sortableNumber(occurredAt),
  reportedAt: ({ created }) => sortableNumber(created.blockTime),
  severity: ({ severity }) => sortableNumber(SEVERITIES.indexOf(severity)),
};

/** The incidents that satisfy a filter, by number unless told otherwise. */
export async function listIncidents(
  ledger: Ledger,
  {
    filter,
    ...asked
  }: PageRequest & { readonly filter: IncidentFilter; readonly sort?: Order<IncidentKey> | undefined },
): Promise<Page<IncidentItem>> {
  const { pilot, severity, open } = filter;
  const leads: Lead[] = [];
  if (pilot !== undefined) leads.push({ index: "incident.pilot", values: [pilot] });
  if (open !== undefined) {
    leads.push({ index: "incident.state", everIndex: null, values: [open ? "REPORTED" : "CLOSED"] });
  }
  const satisfies = (incident: IncidentRecord) =>
    liesIn(incident.pilot, filter) &&
    happened(incident.created.blockTime, filter) &&
    (severity?.includes(incident.severity) ?? true) &&
    (open === undefined || open === (incident.state === "REPORTED"));
  const itemsAfter = (after: string | undefined) => find(ledger, { kind: "incident", leads, satisfies, after });
  const page = await takeOrderedPage({ itemsAfter, keys: INCIDENT_KEYS }, asked);
  return withBriefs(ledger, page, ofPilot, ({ created, updated, ...members }, brief) => ({
    ...members,
    ...brief,
    reportedAt: created.blockTime,
    labels: labelsOf({ state: INCIDENT_STATE_LABELS, severity: SEVERITY_LABELS }, members),
    provenance: publicProvenance(ledger, updated),
  }));
}
