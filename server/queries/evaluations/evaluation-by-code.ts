import { roundedQuotient } from "../../ledger/rounding.ts";
import type { EvaluationCode } from "../../ledger/statistics-ids.ts";
import type { CriterionRecord, EvaluationRecord, ScoreSheet } from "../../ledger/statistics-records.ts";
import type { Ledger } from "../as-of/ledger.ts";
import { organisationNames } from "../organisation-names.ts";
import { type EvaluationItem, evaluationItem } from "./list-evaluations.ts";
import { rankOf } from "./ranks.ts";

/** A criterion with what it was scored. */
export interface ScoredCriterion extends CriterionRecord {
  /** The mean of its points on the sheets, basis points rounded half up; at most its weight. Null without a sheet. */
  readonly points: number | null;
}

/** All that the ledger says of an evaluation. */
export interface EvaluationView
  extends Omit<EvaluationItem, "materials" | "sheets">,
    Pick<EvaluationRecord, "materials" | "sheets" | "decisionDigest"> {
  readonly criteria: readonly ScoredCriterion[];
  /** The total computed again from the sheets; `matches` is null until the evaluation is scored. */
  readonly check: { readonly recomputed: number | null; readonly matches: boolean | null };
}

/**
 * An evaluation by its code, with its scored items.
 *
 * @returns undefined when there is none.
 */
export async function evaluationByCode(
  ledger: Ledger,
  { code }: { readonly code: EvaluationCode },
): Promise<EvaluationView | undefined> {
  const evaluation = await ledger.get("evaluation", code);
  if (evaluation === undefined) return undefined;
  const nameOf = await organisationNames(ledger, [evaluation.organisation]);
  const rank = await rankOf(ledger);
  const { criteria, materials, sheets, decisionDigest, total } = evaluation;
  const recomputed = mean(sheets.map(totalOf));
  return {
    ...evaluationItem(ledger, evaluation, nameOf, rank(evaluation)),
    materials,
    sheets,
    decisionDigest,
    criteria: criteria.map((criterion) => ({ ...criterion, points: pointsOf(criterion, sheets) })),
    check: { recomputed, matches: total === null ? null : recomputed === total },
  };
}

/** The points of an item, as `Evaluations.sol` rounds them: `score × weight ÷ maximum`, basis points half up. */
function itemPoints({ score, weight, maximum }: ScoreSheet["items"][number]): number {
  return Number(roundedQuotient(BigInt(score) * BigInt(weight), BigInt(maximum)));
}

function totalOf({ items }: ScoreSheet): number {
  return items.reduce((sum, item) => sum + itemPoints(item), 0);
}

function pointsOf({ code }: CriterionRecord, sheets: readonly ScoreSheet[]): number | null {
  return mean(sheets.flatMap(({ items }) => items.filter((item) => item.code === code).map(itemPoints)));
}

function mean(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  const sum = values.reduce((total, value) => total + value, 0);
  return Number(roundedQuotient(BigInt(sum), BigInt(values.length)));
}
