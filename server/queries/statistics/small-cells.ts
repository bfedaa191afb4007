import { RULES } from "../../ledger/rules/rules.ts";
import type { Accumulator } from "./accumulator.ts";
import { type Cell, type Dimension, writeCell } from "./fact.ts";
import { factsOfFold } from "./metrics.ts";
import { metricOf } from "./tabulate.ts";

/*
 * Small-cell suppression (小单元格隐去), for the public version of a table: what a table says of one or two must not be read off it
 * (统计法 Art. 25: what identifies a single respondent, summaries from which it can be inferred as well). By the threshold rule
 * (UNECE/Eurostat Glossary of Statistical Disclosure Control; 3 by our rule set) a figure made of fewer facts is hidden, and then as many
 * more as it takes that none can be computed from its total and its neighbours (secondary suppression). This holds within one table and
 * its totals: tables of other parts, and the same table of another day, can still tell by comparison.
 */

/** A row of a table with the facts that it is made of. */
export interface CountedRow {
  readonly cell: Cell;
  readonly facts: Accumulator;
}

/** A figure that adds up with others: a total that the table shows as well, if it does, and what it is the sum of. */
interface Sum {
  readonly total: CountedRow | undefined;
  readonly parts: readonly CountedRow[];
}

/** The figures of a table that are not shown in its public version, as `metric cell`. */
export function smallCells(
  rows: readonly CountedRow[],
  metrics: readonly string[],
  by: readonly Dimension[],
): Set<string> {
  const hidden = new Set<string>();
  const sums = by.flatMap((dimension) => (dimension === "region" ? regionSums(rows) : plainSums(rows, dimension)));
  for (const metric of metrics) {
    for (const row of rows) if (isSmall(row, metric)) hidden.add(nameOf(row, metric));
    if (isAdditive(metric)) protect(sums, metric, hidden);
  }
  for (const row of rows) hideDependents(row, metrics, hidden);
  return hidden;
}

/** Names a figure of a row. */
export function nameOf({ cell }: Pick<CountedRow, "cell">, metric: string): string {
  return `${metric} ${writeCell(cell)}`;
}

/** Whether a figure is made of one or two facts: of a share, its part or its whole. Nothing of nothing is no secret. */
function isSmall({ facts }: CountedRow, metric: string): boolean {
  const counts = factsOfFold(metricOf(metric).fold).map((code) => facts.count(code));
  return counts.some((count) => count > 0 && count < RULES.smallCellBelow);
}

function isAdditive(metric: string): boolean {
  return "sum" in metricOf(metric).fold;
}

function figureOf({ facts }: CountedRow, metric: string): bigint {
  return facts.figure(metricOf(metric).fold) ?? 0n;
}

/** Hides more until no sum gives a hidden figure away. */
function protect(sums: readonly Sum[], metric: string, hidden: Set<string>): void {
  for (let isChanged = true; isChanged; ) {
    isChanged = false;
    for (const sum of sums) {
      const next = isTelling(sum, metric, hidden) ? smallestShown(sum, metric, hidden) : undefined;
      if (next === undefined) continue;
      hidden.add(nameOf(next, metric));
      isChanged = true;
    }
  }
}

/** Whether what is hidden of a sum follows from what is shown: one figure alone does, and so do parts that are 1 each. */
function isTelling({ total, parts }: Sum, metric: string, hidden: ReadonlySet<string>): boolean {
  const isHidden = (row: CountedRow) => hidden.has(nameOf(row, metric));
  const gone = parts.filter(isHidden);
  if (total !== undefined && isHidden(total)) return gone.length === 0;
  if (gone.length < 2) return gone.length === 1;
  const sum = gone.reduce((all, row) => all + figureOf(row, metric), 0n);
  return metricOf(metric).unit === "COUNT" && sum === BigInt(gone.length);
}

/** The smallest part that is shown and not nothing, the first of several; the total where there is none. */
function smallestShown({ total, parts }: Sum, metric: string, hidden: ReadonlySet<string>): CountedRow | undefined {
  const isShown = (row: CountedRow) => !hidden.has(nameOf(row, metric)) && figureOf(row, metric) !== 0n;
  const [smallest] = parts
    .filter(isShown)
    .toSorted((one, other) => (figureOf(one, metric) < figureOf(other, metric) ? -1 : 1));
  return smallest ?? (total !== undefined && isShown(total) ? total : undefined);
}

/** What is hidden under one name must not be read off under another: figures of the same facts go together. */
function hideDependents(row: CountedRow, metrics: readonly string[], hidden: Set<string>): void {
  const codesOf = (metric: string) => factsOfFold(metricOf(metric).fold);
  const gone = new Set(metrics.filter((metric) => hidden.has(nameOf(row, metric))).flatMap(codesOf));
  for (const metric of metrics) if (codesOf(metric).some((code) => gone.has(code))) hidden.add(nameOf(row, metric));
}

/** The rows that differ in one dimension alone add up to a total that other tables show. */
function plainSums(rows: readonly CountedRow[], dimension: Dimension): Sum[] {
  const groups = Map.groupBy(rows, ({ cell: { [dimension]: _, ...others } }) => writeCell(others));
  return [...groups.values()].map((parts) => ({ total: undefined, parts }));
}

/** A city is its own level and its districts, a province its own level and its cities; the table shows all of them. */
function regionSums(rows: readonly CountedRow[]): Sum[] {
  const groups = Map.groupBy(rows, ({ cell: { region: _, own: __, ...others } }) => writeCell(others));
  return [...groups.values()].flatMap((group) =>
    group
      .filter(({ cell: { region } }) => region?.endsWith("00"))
      .map((total) => {
        const of = total.cell.region ?? "";
        return { total, parts: group.filter(({ cell }) => cell.own === of || isPartOf(cell.region, of)) };
      }),
  );
}

function isPartOf(region: string | undefined, of: string): boolean {
  if (region === undefined || region === of) return false;
  const isCity = region.endsWith("00");
  return of.endsWith("0000")
    ? isCity && region.slice(0, 2) === of.slice(0, 2)
    : !isCity && region.slice(0, 4) === of.slice(0, 4);
}
