import type { Draw } from "../../../scripts/campaign/draw.ts";
import { DAY, START } from "../../support/synthetic-names.ts";
import type { Paper } from "../paper/paper.ts";
import { type Item, listOf, type Questioner } from "../question.ts";
import type { Row, Span } from "./counting.ts";

/**
 * A question for a table: the figures that are compared, of a span that begins somewhere and ends after everything.
 *
 * @param isWhole False when the table has rows for other figures as well.
 * @param query Further parameters.
 */
export function table(
  name: string,
  metrics: readonly string[],
  expected: (paper: Paper, span: Span, now: number) => readonly Row[],
  { isWhole = true, query = "" }: { readonly isWhole?: boolean; readonly query?: string } = {},
): Questioner {
  return (draw: Draw) => {
    const span = { from: START + draw.number(200) * DAY, to: START + 10_000 * DAY };
    const read = ({ table: found }: Item) => figuresIn(found, metrics, isWhole);
    return {
      path: `/v1/stats/tables/${name}?from=${span.from}&to=${span.to}${query}`,
      expected: (paper, now) => expected(paper, span, now),
      read,
    };
  };
}

/** The figures of a table that are compared; of a table that has rows for other figures as well, those that are not nothing. */
function figuresIn(found: Item | undefined, metrics: readonly string[], isWhole: boolean): Row[] {
  const rows = listOf(found?.rows) as unknown as {
    cell: string;
    figures: { metric: string; value: string | null }[];
  }[];
  return rows
    .filter(({ figures }) => isWhole || figures.some((one) => metrics.includes(one.metric) && one.value !== "0"))
    .flatMap(({ cell, figures }) =>
      figures.filter(({ metric }) => metrics.includes(metric)).map(({ metric, value }): Row => [cell, metric, value]),
    );
}
