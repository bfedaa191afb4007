import type { Bilingual } from "../../ledger/codes/bilingual.ts";
import { DIMENSIONS, type Dimension } from "../../queries/statistics/fact.ts";
import type { GrowthFigure, GrowthTable } from "../../queries/statistics/growth.ts";
import { DIMENSION_LABELS } from "../../queries/statistics/labels.ts";
import type { Unit } from "../../queries/statistics/metrics.ts";
import type { StatisticFigure, StatisticRow, StatisticTable } from "../../queries/statistics/table.ts";
import { TABLES } from "../../queries/statistics/tables.ts";
import { metricOf } from "../../queries/statistics/tabulate.ts";
import type { Language } from "../http/language.ts";
import { beijingTime, type Cell, type SheetColumn } from "./columns.ts";

/*
 * The tables of statistics as people read them in a spreadsheet: a column for each figure, in the words of the bulletin.
 */

/** Stands for a figure that there is none of, such as a share of nothing. */
const NONE = "—";

const WITHHELD: Readonly<Record<NonNullable<StatisticFigure["withheld"]>, Bilingual>> = {
  SMALL_SAMPLE: { zh: "样本不足", en: "too few" },
  SMALL_CELL: { zh: "不予公布", en: "not published" },
};

const UNITS: Readonly<Record<Unit, Bilingual>> = {
  COUNT: { zh: "", en: "" },
  DAYS: { zh: "", en: "" },
  FEN: { zh: "（分）", en: " (fen)" },
  BP: { zh: "（基点）", en: " (basis points)" },
};

/** Their codes say all there is to say. */
const WITHOUT_NAMES: readonly Dimension[] = ["year", "quarter", "month", "clause", "band"];

/** The columns of a table: what its rows are, its figures, and of when they are. */
export function statisticColumns({ table, rows, from, to, countedAt }: StatisticTable): SheetColumn<StatisticRow>[] {
  const dimensions = new Set(rows.flatMap(({ parts }) => parts.map(({ dimension }) => dimension)));
  return [
    ...DIMENSIONS.filter((name) => dimensions.has(name)).flatMap(partColumns),
    ...TABLES[table].metrics.map(figureColumn),
    told({ zh: "统计期起（北京时间）", en: "From (Asia/Shanghai)" }, from === 0 ? null : beijingTime(from)),
    told({ zh: "统计期止，不含（北京时间）", en: "To, exclusive (Asia/Shanghai)" }, beijingTime(to)),
    told({ zh: "统计时点（北京时间）", en: "Counted at (Asia/Shanghai)" }, beijingTime(countedAt)),
  ];
}

/** The columns of a comparison of periods. */
export function growthColumns({
  period,
  previousPeriod,
  periodAYearBefore,
  cell,
}: GrowthTable): SheetColumn<GrowthFigure>[] {
  const value = (zh: string, en: string, figureOf: (figure: GrowthFigure) => string | null) => ({
    heading: { zh, en },
    cell: (figure: GrowthFigure) => numberOr(figureOf(figure), NONE),
  });
  return [
    { heading: { zh: "指标", en: "Figure" }, cell: ({ label }, language) => label[language] },
    value(`本期 ${period}`, `Period ${period}`, (figure) => figure.value),
    value(`上期 ${previousPeriod}`, `Period before ${previousPeriod}`, ({ previous }) => previous),
    value(`上年同期 ${periodAYearBefore}`, `A year before ${periodAYearBefore}`, ({ yearBefore }) => yearBefore),
    value("环比（基点）", "Over the period before (basis points)", ({ overPrevious }) => overPrevious),
    value("同比（基点）", "Over the year before (basis points)", ({ overYearBefore }) => overYearBefore),
    value(
      "同口径环比（基点）",
      "Same scope, over the period before (basis points)",
      ({ sameScopeOverPrevious }) => sameScopeOverPrevious,
    ),
    value(
      "同口径同比（基点）",
      "Same scope, over the year before (basis points)",
      ({ sameScopeOverYearBefore }) => sameScopeOverYearBefore,
    ),
    told({ zh: "统计单元", en: "Cell" }, cell),
  ];
}

/** Code and name of what a row is. */
function partColumns(dimension: Dimension): SheetColumn<StatisticRow>[] {
  const partOf = ({ parts }: StatisticRow) => parts.find((part) => part.dimension === dimension);
  const label = DIMENSION_LABELS[dimension];
  const code = { heading: label, cell: (row: StatisticRow) => partOf(row)?.code ?? null };
  if (WITHOUT_NAMES.includes(dimension)) return [code];
  const heading = { zh: `${label.zh}名称`, en: `${label.en}, name` };
  return [code, { heading, cell: (row, language) => partOf(row)?.label[language] ?? null }];
}

function figureColumn(metric: string): SheetColumn<StatisticRow> {
  const { label, unit } = metricOf(metric);
  const { zh, en } = UNITS[unit];
  return {
    heading: { zh: label.zh + zh, en: label.en + en },
    cell: ({ figures }, language) =>
      figureCell(
        figures.find((figure) => figure.metric === metric),
        language,
      ),
  };
}

function figureCell(figure: StatisticFigure | undefined, language: Language): Cell {
  if (figure === undefined) return null;
  if (figure.withheld !== null) return WITHHELD[figure.withheld][language];
  return numberOr(figure.value, NONE);
}

/** A number that a spreadsheet can add up, where it is not too large for one. */
function numberOr(value: string | null, none: string): Cell {
  if (value === null) return none;
  return Number.isSafeInteger(Number(value)) ? Number(value) : value;
}

/** A column that says the same of every row. */
function told(heading: Bilingual, value: Cell): SheetColumn<object> {
  return { heading, cell: () => value };
}
