import type { CaseOrigin, CaseState, Severity } from "../../ledger/codes/supervision.ts";
import type { CaseRecord } from "../../ledger/supervision-records.ts";
import type { Uscc } from "../../ledger/uscc.ts";
import type { Ledger } from "../as-of/ledger.ts";
import { find, type Lead } from "../find.ts";
import { pilotsThatSatisfy } from "../list-pilots.ts";
import { liesIn, type PlaceFilter } from "../pilot-brief.ts";
import { happened, type WhenFilter } from "../when-filter.ts";

/** Which cases are asked for, of those opened at some time. */
export interface CaseFilter extends PlaceFilter, WhenFilter {
  readonly state?: readonly CaseState[] | undefined;
  /** Only those that are not closed, or only those that are. */
  readonly open?: boolean | undefined;
  readonly severity?: readonly Severity[] | undefined;
  readonly origin?: readonly CaseOrigin[] | undefined;
  /** A clause that the case was opened under or that a finding names. */
  readonly clause?: string | undefined;
  /** The lead or a party of the pilot. */
  readonly organisation?: Uscc | undefined;
  /** Only undecided ones that are to be decided on before this instant, Unix seconds. */
  readonly dueBefore?: number | undefined;
  /** Only undecided ones whose limitation ends before this instant, Unix seconds. */
  readonly limitationBefore?: number | undefined;
}

/** The states in which a case waits for its decision. */
const UNDECIDED: readonly CaseState[] = [
  "OPENED",
  "INSPECTING",
  "FINDINGS_ISSUED",
  "RECTIFYING",
  "RESPONDED",
  "PENALTY_NOTICED",
  "REOPENED",
];

const NOT_CLOSED: readonly CaseState[] = [
  ...UNDECIDED,
  "PENALTY_DECIDED",
  "PENALTY_SERVED",
  "PENALTY_EXECUTED",
  "PENALTY_WITHDRAWN",
  "NO_PENALTY",
  "REFERRED",
];

/** Whether a case still waits for its decision: its clocks run. */
export function isUndecided({ state }: CaseRecord): boolean {
  return UNDECIDED.includes(state);
}

/** The cases that satisfy a filter, by number. */
export async function* casesThatSatisfy(
  ledger: Ledger,
  filter: CaseFilter,
  after?: string,
): AsyncGenerator<readonly [code: string, dossier: CaseRecord]> {
  const { state, open, clause, pilot, organisation, dueBefore, limitationBefore } = filter;
  const leads: Lead[] = [];
  if (pilot !== undefined) leads.push({ index: "case.pilot", values: [pilot] });
  const ofOrganisation = organisation === undefined ? undefined : await pilotsOf(ledger, organisation);
  if (ofOrganisation !== undefined) leads.push({ index: "case.pilot", values: ofOrganisation });
  if (clause !== undefined) leads.push({ index: "case.clause", values: [clause] });
  const waits = dueBefore !== undefined || limitationBefore !== undefined;
  const states = state ?? (waits ? UNDECIDED : open === true ? NOT_CLOSED : undefined);
  if (states !== undefined) leads.push({ index: "case.state", everIndex: null, values: states });
  const places = ofOrganisation && new Set(ofOrganisation);
  const satisfies = (dossier: CaseRecord) => satisfied(dossier, filter) && (places?.has(dossier.pilot) ?? true);
  yield* find(ledger, { kind: "case", leads, after, satisfies });
}

function satisfied(dossier: CaseRecord, filter: CaseFilter): boolean {
  const { state, open, severity, origin, clause, dueBefore, limitationBefore } = filter;
  if (!liesIn(dossier.pilot, filter) || !happened(dossier.created.blockTime, filter)) return false;
  if (state !== undefined && !state.includes(dossier.state)) return false;
  if (open !== undefined && open === (dossier.state === "CLOSED")) return false;
  if (severity !== undefined && !severity.includes(dossier.severity)) return false;
  if (origin !== undefined && !origin.includes(dossier.origin)) return false;
  if (dueBefore !== undefined && !(isUndecided(dossier) && dossier.decisionDueAt < dueBefore)) return false;
  if (limitationBefore !== undefined && !(isUndecided(dossier) && dossier.limitationAt < limitationBefore))
    return false;
  return clause === undefined || [dossier, ...dossier.findings].some((named) => named.clause === clause);
}

async function pilotsOf(ledger: Ledger, organisation: Uscc): Promise<string[]> {
  const codes: string[] = [];
  for await (const [code] of pilotsThatSatisfy(ledger, { organisation })) codes.push(code);
  return codes;
}
