import { SEVERITIES } from "../../ledger/codes/supervision.ts";
import * as labels from "../../ledger/codes/supervision-labels.ts";
import type { CaseRecord } from "../../ledger/supervision-records.ts";
import type { Ledger } from "../as-of/ledger.ts";
import { type LabelsOf, labelsOf } from "../labels.ts";
import { type Order, ordersOf, takeOrderedPage } from "../ordered-page.ts";
import type { Page, PageRequest } from "../page.ts";
import { ofPilot, type PilotBrief, withBriefs } from "../pilot-brief.ts";
import { type PublicProvenance, publicProvenance } from "../provenance.ts";
import { type SortKey, sortableNumber } from "../sorted-page.ts";
import { type CaseFilter, casesThatSatisfy, isUndecided } from "./case-filter.ts";

type Plain =
  | "code"
  | "origin"
  | "source"
  | "clause"
  | "severity"
  | "state"
  | "decisionDueAt"
  | "limitationAt"
  | "order"
  | "round";

/** A case in a list. */
export interface CaseItem extends Pick<CaseRecord, Plain | "closing">, PilotBrief {
  readonly openedAt: number;
  readonly stateSince: number;
  /** Begun days past the date by which it was to be decided on; 0 when it is decided or not past. */
  readonly decisionDaysLate: number;
  readonly findings: number;
  /** Until when the order that binds now is to be fulfilled. */
  readonly orderDueAt: number | null;
  readonly labels: LabelsOf<"state" | "severity" | "origin" | "order" | "closing">;
  readonly provenance: PublicProvenance;
}

const DAY = 86_400;

type CaseKey = "code" | "openedAt" | "stateSince" | "severity" | "decisionDueAt" | "limitationAt";

/** What cases can be listed by. */
export const CASE_ORDERS = ordersOf<CaseKey>(
  "code",
  "openedAt",
  "stateSince",
  "severity",
  "decisionDueAt",
  "limitationAt",
);

const CASE_KEYS: Readonly<Record<CaseKey, SortKey<CaseRecord> | "id">> = {
  code: "id",
  openedAt: ({ created }) => sortableNumber(created.blockTime),
  stateSince: (dossier) => sortableNumber(stateSinceOf(dossier)),
  severity: ({ severity }) => sortableNumber(SEVERITIES.indexOf(severity)),
  decisionDueAt: ({ decisionDueAt }) => sortableNumber(decisionDueAt),
  limitationAt: ({ limitationAt }) => sortableNumber(limitationAt),
};

/** The cases (监督案件) that satisfy a filter, by number unless told otherwise. */
export async function listCases(
  ledger: Ledger,
  { filter, ...asked }: PageRequest & { readonly filter: CaseFilter; readonly sort?: Order<CaseKey> | undefined },
): Promise<Page<CaseItem>> {
  const itemsAfter = (after: string | undefined) => casesThatSatisfy(ledger, filter, after);
  const page = await takeOrderedPage({ itemsAfter, keys: CASE_KEYS }, asked);
  return withBriefs(ledger, page, ofPilot, (dossier, brief) => caseItem(ledger, dossier, brief));
}

/** A case as lists show it. */
export function caseItem(ledger: Ledger, dossier: CaseRecord, brief: PilotBrief): CaseItem {
  const { code, origin, source, clause, severity, state, decisionDueAt, limitationAt, order, round, closing } = dossier;
  const late = isUndecided(dossier) ? Math.max(0, Math.ceil((ledger.asOf - decisionDueAt) / DAY)) : 0;
  return {
    code,
    ...brief,
    origin,
    source,
    clause,
    severity,
    state,
    decisionDueAt,
    limitationAt,
    order,
    round,
    closing,
    openedAt: dossier.created.blockTime,
    stateSince: stateSinceOf(dossier),
    decisionDaysLate: late,
    findings: dossier.findings.length,
    orderDueAt: order === "OPEN" ? (dossier.orders.at(-1)?.dueAt ?? null) : null,
    labels: labelsOf(
      {
        state: labels.CASE_STATE_LABELS,
        severity: labels.SEVERITY_LABELS,
        origin: labels.CASE_ORIGIN_LABELS,
        order: labels.ORDER_STATE_LABELS,
        closing: labels.CLOSE_REASON_LABELS,
      },
      { state, severity, origin, order, closing },
    ),
    provenance: publicProvenance(ledger, dossier.updated),
  };
}

function stateSinceOf({ states, created }: CaseRecord): number {
  return states.at(-1)?.at ?? created.blockTime;
}
