import type { Bilingual } from "../../ledger/codes/bilingual.ts";
import { EVALUATION_KIND_LABELS, EVALUATION_STATE_LABELS } from "../../ledger/codes/labels.ts";
import type { EvaluationKind, EvaluationState } from "../../ledger/codes/statistics.ts";
import type { EvaluationRecord } from "../../ledger/statistics-records.ts";
import type { Uscc } from "../../ledger/uscc.ts";
import type { Ledger } from "../as-of/ledger.ts";
import { find } from "../find.ts";
import { type LabelsOf, labelsOf } from "../labels.ts";
import { type OrganisationNames, organisationNames } from "../organisation-names.ts";
import { type Page, type PageRequest, takePage } from "../page.ts";
import { covers, holdsWords } from "../pilot-filter.ts";
import { type PublicProvenance, publicProvenance } from "../provenance.ts";
import { sortableNumber, takeSortedPage } from "../sorted-page.ts";
import { rankOf } from "./ranks.ts";

type Plain =
  | "code"
  | "kind"
  | "year"
  | "region"
  | "number"
  | "title"
  | "organisation"
  | "state"
  | "evaluators"
  | "total";

/** An evaluation in a list (评估): of a city on site, of a county, of a base. */
export interface EvaluationItem extends Pick<EvaluationRecord, Plain> {
  readonly organisationName: Bilingual | null;
  /** How often materials were handed in. */
  readonly materials: number;
  /** How many of the evaluators have scored. */
  readonly sheets: number;
  /** Its place among the scored ones of its kind and year, from 1; the same for the same total. Null until it is scored. */
  readonly rank: number | null;
  readonly labels: LabelsOf<"kind" | "state">;
  readonly provenance: PublicProvenance;
}

/** Which evaluations are asked for. */
export interface EvaluationFilter {
  readonly kind?: readonly EvaluationKind[] | undefined;
  readonly state?: readonly EvaluationState[] | undefined;
  readonly year?: number | undefined;
  /** A region of GB/T 2260, with everything it covers. */
  readonly region?: string | undefined;
  /** Who is evaluated. */
  readonly organisation?: Uscc | undefined;
  /** Words of the title or the code. */
  readonly q?: string | undefined;
}

/** In what order evaluations are listed: by code, or the best first and those without a total last. */
export const EVALUATION_ORDERS = ["code", "-total"] as const;
export type EvaluationOrder = (typeof EVALUATION_ORDERS)[number];

/** The evaluations that satisfy a filter. */
export async function listEvaluations(
  ledger: Ledger,
  {
    filter,
    sort = "code",
    ...page
  }: PageRequest & { readonly filter: EvaluationFilter; readonly sort?: EvaluationOrder | undefined },
): Promise<Page<EvaluationItem>> {
  const after = sort === "code" ? page.after : undefined;
  const found = find(ledger, { kind: "evaluation", leads: [], satisfies: (one) => satisfies(one, filter), after });
  const { items, next } =
    sort === "code" ? await takePage(found, page.limit) : await takeSortedPage(found, bestFirst, page);
  const nameOf = await organisationNames(
    ledger,
    items.map(({ organisation }) => organisation),
  );
  const rank = await rankOf(ledger);
  return { next, items: items.map((one) => evaluationItem(ledger, one, nameOf, rank(one))) };
}

/** An evaluation as lists show it. */
export function evaluationItem(
  ledger: Ledger,
  evaluation: EvaluationRecord,
  nameOf: OrganisationNames,
  rank: number | null,
): EvaluationItem {
  const { code, kind, year, region, number, title, organisation, state, evaluators, total } = evaluation;
  return {
    code,
    kind,
    year,
    region,
    number,
    title,
    organisation,
    organisationName: nameOf(organisation),
    state,
    evaluators,
    materials: evaluation.materials.length,
    sheets: evaluation.sheets.length,
    total,
    rank,
    labels: labelsOf({ kind: EVALUATION_KIND_LABELS, state: EVALUATION_STATE_LABELS }, { kind, state }),
    provenance: publicProvenance(ledger, evaluation.updated),
  };
}

const BEST = 10_000;

function bestFirst({ total }: EvaluationRecord): string {
  return sortableNumber(total === null ? null : BEST - total);
}

function satisfies(
  evaluation: EvaluationRecord,
  { kind, state, year, region, organisation, q }: EvaluationFilter,
): boolean {
  if (kind !== undefined && !kind.includes(evaluation.kind)) return false;
  if (state !== undefined && !state.includes(evaluation.state)) return false;
  if (year !== undefined && evaluation.year !== year) return false;
  if (region !== undefined && !covers(region, evaluation.region)) return false;
  if (organisation !== undefined && evaluation.organisation !== organisation) return false;
  return q === undefined || holdsWords([evaluation.title.zh, evaluation.title.en, evaluation.code], q);
}
