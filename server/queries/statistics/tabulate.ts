import type { Span } from "../../ledger/periods.ts";
import type { Ledger } from "../as-of/ledger.ts";
import { Accumulator } from "./accumulator.ts";
import { type Cell, codeIn, type Dimension, type Fact, type FactCode, isIn, writeCell } from "./fact.ts";
import { factRuns } from "./facts.ts";
import { factsOfFold, METRICS, type Metric } from "./metrics.ts";

/** The accumulated facts of a table's rows, by their cell. */
export type Rows = ReadonlyMap<string, { readonly cell: Cell; readonly facts: Accumulator }>;

/**
 * Folds the facts of some metrics into rows. A fact without one of the dimensions is in none of the rows. By region it is in the rows of
 * its region, its city and its province, and where its region is a city or a province also in the row of what that has at its own level
 * (本级): a province is its own level and its cities, a city its own level and its districts, and nothing is in two of them.
 */
export async function tabulate(ledger: Ledger, { metrics, by, within, span }: TableQuestion): Promise<Rows> {
  const codes = new Set<FactCode>(metrics.flatMap((metric) => factsOfFold(metricOf(metric).fold)));
  const rows = new Map<string, { readonly cell: Cell; readonly facts: Accumulator }>();
  if (by.length === 0) rows.set(writeCell(within), { cell: within, facts: new Accumulator() });
  for await (const facts of factRuns(ledger, codes, span)) {
    for (const fact of facts) {
      if (!isIn(fact.place, within)) continue;
      for (const cell of cellsOf(fact, by, within)) {
        const name = writeCell(cell);
        const row = rows.get(name) ?? { cell, facts: new Accumulator() };
        rows.set(name, row);
        row.facts.add(fact);
      }
    }
  }
  return rows;
}

/** What is tabulated. */
export interface TableQuestion {
  readonly metrics: readonly string[];
  readonly by: readonly Dimension[];
  /** Only the facts in this cell. */
  readonly within: Cell;
  readonly span: Span;
}

/**
 * A metric by its code.
 *
 * @throws {RangeError} when there is none.
 */
export function metricOf(code: string): Metric {
  const metric = METRICS[code];
  if (metric === undefined) throw new RangeError(`there is no metric ${code}`);
  return metric;
}

function cellsOf({ place }: Fact, by: readonly Dimension[], within: Cell): Cell[] {
  let cells: Cell[] = [within];
  for (const dimension of by) {
    const parts = dimension === "region" ? levelsOf(place.region) : [{ [dimension]: codeIn(place, dimension) }];
    cells = cells.flatMap((cell) => parts.map((part) => ({ ...cell, ...part })));
  }
  return cells.filter((cell) => by.every((name) => cell[name] !== undefined || (name === "region" && "own" in cell)));
}

/** A region with those that cover it, each once, and what it is at its own level. */
function levelsOf(region: string | undefined): Cell[] {
  if (region === undefined) return [];
  const levels = new Set([region, `${region.slice(0, 4)}00`, `${region.slice(0, 2)}0000`]);
  const own = region.endsWith("00") ? [{ own: region }] : [];
  return [...[...levels].map((level) => ({ region: level })), ...own];
}
