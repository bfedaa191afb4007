import type { Bilingual } from "../../ledger/codes/bilingual.ts";
import { spanOf } from "../../ledger/periods.ts";
import { RULES } from "../../ledger/rules/rules.ts";
import { CalendarError, endOfWorkingDayAfter } from "../../ledger/rules/working-days.ts";
import type { PeriodCode } from "../../ledger/statistics-ids.ts";
import type { FigureRecord } from "../../ledger/statistics-records.ts";
import type { Ledger } from "../as-of/ledger.ts";
import { find } from "../find.ts";
import { nameOfRegion } from "../name-of-region.ts";
import { type Page, type PageRequest, takePage } from "../page.ts";
import { covers } from "../pilot-filter.ts";
import { type PublicProvenance, publicProvenance } from "../provenance.ts";

/** A figure that has a target and should have been reported. */
export interface LateReport {
  readonly code: string;
  readonly indicator: string;
  readonly name: Bilingual | null;
  readonly region: string;
  readonly regionName: Bilingual;
  readonly period: PeriodCode;
  /** Until when it was to be reported: working days of the rule set after the end of the period. */
  readonly limitAt: number;
  readonly daysLate: number;
  /** When it was reported after all; null while it is not. */
  readonly reportedAt: number | null;
  /** The event that set the target. */
  readonly provenance: PublicProvenance;
}

/** Which late reports are asked for. */
export interface LateReportFilter {
  readonly region?: string | undefined;
  readonly period?: PeriodCode | undefined;
  /** Only those that are still missing. */
  readonly missing?: boolean | undefined;
}

const DAY = 86_400;

/** The figures that were reported late or are not reported yet (迟报), by code. Where the calendar ends no limit is guessed. */
export async function lateReporters(
  ledger: Ledger,
  { filter, after, limit }: PageRequest & { readonly filter: LateReportFilter },
): Promise<Page<LateReport>> {
  return takePage(lateReports(ledger, filter, after), limit);
}

async function* lateReports(ledger: Ledger, { region, period, missing }: LateReportFilter, after: string | undefined) {
  const leads = period === undefined ? [] : [{ index: "figure.period", values: [period] } as const];
  const satisfies = (figure: FigureRecord) =>
    figure.targets.length > 0 &&
    (period === undefined || figure.period === period) &&
    (region === undefined || covers(region, figure.region));
  for await (const [id, figure] of find(ledger, { kind: "figure", leads, satisfies, after })) {
    const limitAt = limitOf(figure.period);
    const reportedAt = figure.reports[0]?.reportedAt ?? null;
    const until = reportedAt ?? ledger.asOf;
    if (limitAt === undefined || until <= limitAt || (missing === true && reportedAt !== null)) continue;
    const definition = await ledger.get("indicator", figure.indicator);
    const { code, indicator, created } = figure;
    const late: LateReport = {
      code,
      indicator,
      name: definition?.name ?? null,
      region: figure.region,
      regionName: nameOfRegion(figure.region),
      period: figure.period,
      limitAt,
      daysLate: Math.ceil((until - limitAt) / DAY),
      reportedAt,
      provenance: publicProvenance(ledger, figure.targets[0]?.provenance ?? created),
    };
    yield [id, late] as const;
  }
}

function limitOf(period: PeriodCode): number | undefined {
  try {
    return endOfWorkingDayAfter(spanOf(period).to - 1, RULES.reportingWorkingDays);
  } catch (error) {
    if (error instanceof CalendarError) return undefined;
    throw error;
  }
}
