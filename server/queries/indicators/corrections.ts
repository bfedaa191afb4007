import type { Bilingual } from "../../ledger/codes/bilingual.ts";
import type { Address } from "../../ledger/hex.ts";
import type { PeriodCode } from "../../ledger/statistics-ids.ts";
import type { FigureRecord, ReportRevision } from "../../ledger/statistics-records.ts";
import type { Ledger } from "../as-of/ledger.ts";
import { find } from "../find.ts";
import { nameOfRegion } from "../name-of-region.ts";
import { type Page, type PageRequest, takePage } from "../page.ts";
import { covers } from "../pilot-filter.ts";
import { type PublicProvenance, publicProvenance } from "../provenance.ts";

/** A correction of a reported figure (数据更正). Values are whole numbers in decimal text. */
export interface CorrectionItem {
  /** The figure and its revision, such as `SW_REV-1-330100-2019Q1/2`. */
  readonly code: string;
  readonly indicator: string;
  readonly region: string;
  readonly regionName: Bilingual;
  readonly period: PeriodCode;
  readonly revision: number;
  /** What was reported before. */
  readonly before: string;
  readonly value: string;
  readonly reason: string | null;
  readonly reportedAt: number;
  readonly reporter: Address;
  /** The event that corrected it. */
  readonly provenance: PublicProvenance;
}

/** Which corrections are asked for. */
export interface CorrectionFilter {
  /** A region of GB/T 2260, with everything it covers. */
  readonly region?: string | undefined;
  readonly period?: PeriodCode | undefined;
  /** Corrected at this instant or later, Unix seconds. */
  readonly from?: number | undefined;
  /** Corrected before this instant, Unix seconds. */
  readonly to?: number | undefined;
}

/** The corrections of reported figures that satisfy a filter, by figure and revision. */
export async function listCorrections(
  ledger: Ledger,
  { filter, after, limit }: PageRequest & { readonly filter: CorrectionFilter },
): Promise<Page<CorrectionItem>> {
  return takePage(correctionsOf(ledger, filter, after), limit);
}

async function* correctionsOf(ledger: Ledger, filter: CorrectionFilter, after: string | undefined) {
  const { region, period, from = 0, to = Number.MAX_SAFE_INTEGER } = filter;
  const satisfies = (figure: FigureRecord) =>
    figure.reports.length > 1 &&
    (period === undefined || figure.period === period) &&
    (region === undefined || covers(region, figure.region));
  const leads = period === undefined ? [] : [{ index: "figure.period", values: [period] } as const];
  for await (const figure of resuming(ledger, { leads, satisfies }, after?.slice(0, after.lastIndexOf("/")))) {
    for (const [index, report] of figure.reports.entries()) {
      const before = figure.reports[index - 1];
      const id = `${figure.code}/${String(report.revision).padStart(5, "0")}`;
      if (before === undefined || (after !== undefined && id <= after)) continue;
      if (report.reportedAt >= from && report.reportedAt < to)
        yield [id, itemOf(ledger, figure, before, report)] as const;
    }
  }
}

/** The figures from the one that the last page ended in. */
async function* resuming(
  ledger: Ledger,
  search: Pick<Parameters<typeof find<"figure">>[1], "leads" | "satisfies">,
  resumed: string | undefined,
): AsyncGenerator<FigureRecord> {
  if (resumed !== undefined) {
    const figure = await ledger.get("figure", resumed);
    if (figure !== undefined && search.satisfies(figure)) yield figure;
  }
  for await (const [, figure] of find(ledger, { kind: "figure", ...search, after: resumed })) yield figure;
}

function itemOf(
  ledger: Ledger,
  { code, indicator, region, period }: FigureRecord,
  before: ReportRevision,
  { revision, value, reason, reportedAt, reporter, provenance }: ReportRevision,
): CorrectionItem {
  return {
    code: `${code}/${revision}`,
    indicator,
    region,
    regionName: nameOfRegion(region),
    period,
    revision,
    before: before.value,
    value,
    reason,
    reportedAt,
    reporter,
    provenance: publicProvenance(ledger, provenance),
  };
}
