import type { Bilingual } from "../../ledger/codes/bilingual.ts";
import { periodAYearBefore, previousPeriod, spanOf } from "../../ledger/periods.ts";
import { growth as grown } from "../../ledger/rounding.ts";
import type { PeriodCode } from "../../ledger/statistics-ids.ts";
import type { Ledger } from "../as-of/ledger.ts";
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
  const periods = [period, previousPeriod(period), periodAYearBefore(period)] as const;
  const figures: bigint[][] = [];
  for (const one of periods) figures.push(await figuresOf(ledger, one, within));
  return {
    period,
    previousPeriod: periods[1],
    periodAYearBefore: periods[2],
    cell: writeCell(within),
    figures: GROWTH_METRICS.map((metric, index) => {
      const [value = 0n, previous = 0n, yearBefore = 0n] = figures.map((ofPeriod) => ofPeriod[index] ?? 0n);
      const { label, unit } = metricOf(metric);
      return {
        metric,
        label,
        unit,
        value: value.toString(),
        previous: previous.toString(),
        yearBefore: yearBefore.toString(),
        overPrevious: grown(value, previous)?.toString() ?? null,
        overYearBefore: grown(value, yearBefore)?.toString() ?? null,
      };
    }),
  };
}

async function figuresOf(ledger: Ledger, period: PeriodCode, within: Cell): Promise<bigint[]> {
  const span = spanOf(period);
  const rows = await tabulate(ledgerOf(ledger, span), { metrics: GROWTH_METRICS, by: [], within, span });
  const facts = rows.get(writeCell(within))?.facts;
  return GROWTH_METRICS.map((metric) => facts?.figure(metricOf(metric).fold) ?? 0n);
}
