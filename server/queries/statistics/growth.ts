import type { Bilingual } from "../../ledger/codes/bilingual.ts";
import { periodAYearBefore, previousPeriod, spanOf } from "../../ledger/periods.ts";
import { growth as grown } from "../../ledger/rounding.ts";
import type { PeriodCode } from "../../ledger/statistics-ids.ts";
import type { Ledger } from "../as-of/ledger.ts";
import type { Accumulator } from "./accumulator.ts";
import { type Cell, writeCell } from "./fact.ts";
import type { Unit } from "./metrics.ts";
import { ledgerOf } from "./table.ts";
import { GROWTH_METRICS } from "./tables.ts";
import { metricOf, tabulate } from "./tabulate.ts";

/** How a figure compares with the period before and with the same period of the year before. */
export interface GrowthFigure {
  readonly metric: string;
  readonly label: Bilingual;
  readonly unit: Unit;
  readonly value: string;
  readonly previous: string;
  readonly yearBefore: string;
  /** Basis points, rounded half up; null ("—") when the base is 0. */
  readonly overPrevious: string | null;
  readonly overYearBefore: string | null;
  /** The same of what both periods have in common (同口径): the fields and regions that were in use at the end of each. */
  readonly sameScopeOverPrevious: string | null;
  readonly sameScopeOverYearBefore: string | null;
}

/** The growth of what happened in a period (环比、同比). */
export interface GrowthTable {
  readonly period: PeriodCode;
  readonly previousPeriod: PeriodCode;
  readonly periodAYearBefore: PeriodCode;
  readonly cell: string;
  readonly figures: readonly GrowthFigure[];
}

/** Compares a period with the one before and with the same a year before. Each is counted as of its own end. */
export async function growthTable(
  ledger: Ledger,
  { period, within }: { readonly period: PeriodCode; readonly within: Cell },
): Promise<GrowthTable> {
  const names = [period, previousPeriod(period), periodAYearBefore(period)] as const;
  const [now, before, yearBefore] = await Promise.all(names.map((one) => countsOf(ledger, one, within)));
  return {
    period,
    previousPeriod: names[1],
    periodAYearBefore: names[2],
    cell: writeCell(within),
    figures: GROWTH_METRICS.map((metric) => {
      const { label, unit } = metricOf(metric);
      const [value, previous, earlier] = [now, before, yearBefore].map((one) => sumOf(one, metric, one));
      return {
        metric,
        label,
        unit,
        value: String(value),
        previous: String(previous),
        yearBefore: String(earlier),
        overPrevious: grown(value ?? 0n, previous ?? 0n)?.toString() ?? null,
        overYearBefore: grown(value ?? 0n, earlier ?? 0n)?.toString() ?? null,
        sameScopeOverPrevious: sameScope(metric, now, before),
        sameScopeOverYearBefore: sameScope(metric, now, yearBefore),
      };
    }),
  };
}

/** What happened in a period by field and region, and which of those were in use at its end. */
interface Counts {
  readonly rows: readonly { readonly cell: Cell; readonly facts: Accumulator }[];
  readonly inUse: ReadonlySet<string>;
}

async function countsOf(ledger: Ledger, period: PeriodCode, within: Cell): Promise<Counts> {
  const span = spanOf(period);
  const counted = ledgerOf(ledger, span);
  const rows = await tabulate(counted, { metrics: GROWTH_METRICS, by: ["field", "own"], within, span });
  const inUse = new Set<string>();
  for (const kind of ["field", "region"] as const) {
    for await (const [code, { enabled }] of counted.list(kind)) if (enabled) inUse.add(code);
  }
  return { rows: [...rows.values()], inUse };
}

/** The sum over the fields and regions that were in use in another period as well; over all of them when that is the same one. */
function sumOf(counts: Counts | undefined, metric: string, other: Counts | undefined): bigint {
  if (counts === undefined || other === undefined) return 0n;
  const isCommon = ({ field = "", own = "" }: Cell) =>
    [field, own].every((code) => counts.inUse.has(code) && other.inUse.has(code));
  return counts.rows
    .filter(({ cell }) => counts === other || isCommon(cell))
    .reduce((sum, { facts }) => sum + (facts.figure(metricOf(metric).fold) ?? 0n), 0n);
}

function sameScope(metric: string, now: Counts | undefined, base: Counts | undefined): string | null {
  return grown(sumOf(now, metric, base), sumOf(base, metric, now))?.toString() ?? null;
}
