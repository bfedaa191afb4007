import type { Bilingual } from "../../ledger/codes/bilingual.ts";
import { INDICATOR_DIRECTION_LABELS, REPORT_STATE_LABELS } from "../../ledger/codes/labels.ts";
import type { IndicatorDirection, ReportState } from "../../ledger/codes/statistics.ts";
import { basisPoints } from "../../ledger/rounding.ts";
import type { PeriodCode } from "../../ledger/statistics-ids.ts";
import type { FigureRecord, IndicatorRecord } from "../../ledger/statistics-records.ts";
import type { Ledger } from "../as-of/ledger.ts";
import { find, type Lead } from "../find.ts";
import { type LabelsOf, labelsOf } from "../labels.ts";
import { nameOfRegion } from "../name-of-region.ts";
import { type Page, type PageRequest, takePage } from "../page.ts";
import { covers } from "../pilot-filter.ts";
import { type PublicProvenance, publicProvenance } from "../provenance.ts";

/** What is to be reached and what was, for an indicator, region and period. Values are whole numbers in decimal text. */
export interface FigureItem extends Omit<FigureRecord, "created" | "updated"> {
  readonly name: Bilingual | null;
  readonly regionName: Bilingual;
  readonly unit: string | null;
  /** Decimal places of the values. */
  readonly scale: number | null;
  readonly direction: IndicatorDirection;
  /** The target in force. */
  readonly target: string | null;
  /** The report that stands. */
  readonly reported: string | null;
  readonly state: ReportState;
  /** The report's share of the target, basis points rounded half up; null without both, or when the target is not positive. */
  readonly attainment: string | null;
  /** Whether the target is met; null without both, or for an indicator that only informs. */
  readonly met: boolean | null;
  /** How often the report was corrected. */
  readonly corrections: number;
  readonly labels: LabelsOf<"direction" | "state">;
  readonly provenance: PublicProvenance;
}

/** Which figures are asked for. */
export interface FigureFilter {
  /** An indicator's code, with its version or for all its versions. */
  readonly indicator?: string | undefined;
  readonly region?: string | undefined;
  readonly period?: PeriodCode | undefined;
  /** Only those that have both a target and a report. */
  readonly comparable?: boolean | undefined;
  readonly met?: boolean | undefined;
}

/** The figures (指标数据) that satisfy a filter, with how far they reach their targets (目标完成情况). */
export async function listFigures(
  ledger: Ledger,
  { filter, after, limit }: PageRequest & { readonly filter: FigureFilter },
): Promise<Page<FigureItem>> {
  const definitions = new Map<string, IndicatorRecord>();
  for await (const [code, definition] of ledger.list("indicator")) definitions.set(code, definition);
  const { items, next } = await takePage(figuresThatSatisfy(ledger, filter, definitions, after), limit);
  return { next, items };
}

/** The versions of an indicator that a code means. */
export function isOfIndicator(version: string, code: string): boolean {
  return version === code || version.slice(0, version.lastIndexOf("-")) === code;
}

async function* figuresThatSatisfy(
  ledger: Ledger,
  filter: FigureFilter,
  definitions: ReadonlyMap<string, IndicatorRecord>,
  after: string | undefined,
): AsyncGenerator<readonly [id: string, item: FigureItem]> {
  const { indicator, region, period, comparable, met } = filter;
  const leads: Lead[] = [];
  if (indicator !== undefined) {
    const values = [...definitions.keys()].filter((version) => isOfIndicator(version, indicator));
    leads.push({ index: "figure.indicator", values });
  }
  if (period !== undefined) leads.push({ index: "figure.period", values: [period] });
  const satisfies = (figure: FigureRecord) =>
    (indicator === undefined || isOfIndicator(figure.indicator, indicator)) &&
    (period === undefined || figure.period === period) &&
    (region === undefined || covers(region, figure.region));
  for await (const [id, figure] of find(ledger, { kind: "figure", leads, satisfies, after })) {
    const item = figureItem(ledger, figure, definitions.get(figure.indicator));
    if (comparable === true && (item.target === null || item.reported === null)) continue;
    if (met !== undefined && item.met !== met) continue;
    yield [id, item];
  }
}

/** A figure with what its indicator says of it. */
function figureItem(ledger: Ledger, figure: FigureRecord, definition: IndicatorRecord | undefined): FigureItem {
  const { created: _, updated, ...members } = figure;
  const target = figure.targets.at(-1)?.value ?? null;
  const report = figure.reports.at(-1);
  const reported = report?.value ?? null;
  const direction = definition?.direction ?? "NONE";
  const state = report?.state ?? "NONE";
  return {
    ...members,
    name: definition?.name ?? null,
    regionName: nameOfRegion(figure.region),
    unit: definition?.unit ?? null,
    scale: definition?.scale ?? null,
    direction,
    target,
    reported,
    state,
    attainment: attainmentOf(reported, target),
    met: isMet(direction, reported, target),
    corrections: Math.max(0, figure.reports.length - 1),
    labels: labelsOf({ direction: INDICATOR_DIRECTION_LABELS, state: REPORT_STATE_LABELS }, { direction, state }),
    provenance: publicProvenance(ledger, updated),
  };
}

function attainmentOf(reported: string | null, target: string | null): string | null {
  if (reported === null || target === null || BigInt(target) <= 0n) return null;
  return basisPoints(BigInt(reported), BigInt(target))?.toString() ?? null;
}

function isMet(direction: IndicatorDirection, reported: string | null, target: string | null): boolean | null {
  if (reported === null || target === null) return null;
  if (direction === "AT_LEAST") return BigInt(reported) >= BigInt(target);
  return direction === "AT_MOST" ? BigInt(reported) <= BigInt(target) : null;
}
