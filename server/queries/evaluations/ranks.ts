import type { EvaluationRecord } from "../../ledger/statistics-records.ts";
import type { Ledger } from "../as-of/ledger.ts";

/**
 * The ranking (排名) of the evaluations of a kind and year by their totals, as far as the asker's ledger goes: equal totals share a
 * place, and the next has that of its number.
 */
export async function rankOf(ledger: Ledger): Promise<(evaluation: EvaluationRecord) => number | null> {
  const totals = new Map<string, number[]>();
  for await (const [, evaluation] of ledger.list("evaluation")) {
    if (evaluation.total === null) continue;
    const group = totals.get(groupOf(evaluation)) ?? [];
    totals.set(groupOf(evaluation), group);
    group.push(evaluation.total);
  }
  return (evaluation) => {
    const { total } = evaluation;
    if (total === null) return null;
    return 1 + (totals.get(groupOf(evaluation)) ?? []).filter((other) => other > total).length;
  };
}

function groupOf({ kind, year }: EvaluationRecord): string {
  return `${kind}/${year}`;
}
