import type { Bilingual } from "../../ledger/codes/bilingual.ts";
import type { Span } from "../../ledger/periods.ts";
import { RULES } from "../../ledger/rules/rules.ts";
import { type Ledger, ledgerAt } from "../as-of/ledger.ts";
import type { Accumulator } from "./accumulator.ts";
import { type Cell, type Dimension, writeCell } from "./fact.ts";
import { type CellPart, cellNames } from "./labels.ts";
import type { Fold, Unit } from "./metrics.ts";
import { type CountedRow, nameOf, smallCells } from "./small-cells.ts";
import { TABLES, type TableName } from "./tables.ts";
import { metricOf, tabulate } from "./tabulate.ts";

/** A figure. Together with the cell of its row and the span of its table it can be opened: see the drill-down. */
export interface StatisticFigure {
  readonly metric: string;
  readonly label: Bilingual;
  readonly unit: Unit;
  /** In decimal text; null ("—") where there is none, such as a share of nothing, and where it is withheld. */
  readonly value: string | null;
  /** Why it is not told: SMALL_SAMPLE of an operator's share of too few, SMALL_CELL in a public version. */
  readonly withheld: "SMALL_SAMPLE" | "SMALL_CELL" | null;
}

/** A row of a table. */
export interface StatisticRow {
  /** `field=GOV`, or `*` for everything. */
  readonly cell: string;
  readonly parts: readonly CellPart[];
  readonly figures: readonly StatisticFigure[];
}

/** A table of the statistics bulletin. */
export interface StatisticTable {
  readonly table: TableName;
  readonly label: Bilingual;
  /** What happened is counted from here to before `to`. */
  readonly from: number;
  readonly to: number;
  /** What stands is counted as of this instant: the end of the span, or as far as the ledger goes. */
  readonly countedAt: number;
  readonly rows: readonly StatisticRow[];
}

/** Which table is asked for, of when, and of which part of the ledger. */
export interface TableRequest {
  readonly table: TableName;
  readonly span: Span;
  readonly within: Cell;
  /** Other rows than the table's own. */
  readonly by?: readonly Dimension[] | undefined;
  /** Only so many rows: those with the most of the table's first figure, the most first. */
  readonly top?: number | undefined;
  /** Whether small cells are hidden, as in a public version. */
  readonly isPublic?: boolean | undefined;
}

/** A table of the statistics (统计表): whole numbers only, each of them made of facts that can be asked for. */
export async function statisticTable(
  ledger: Ledger,
  { table, span, within, by: asked, top, isPublic = false }: TableRequest,
): Promise<StatisticTable> {
  const { label, metrics, by: rowsBy } = TABLES[table];
  const by = asked ?? rowsBy;
  const counted = ledgerOf(ledger, span);
  // In one order before anything is hidden: of cells that are as small, the first goes, whatever happened first.
  const rows = inOrder([...(await tabulate(counted, { metrics, by, within, span })).values()], undefined);
  const hidden = isPublic ? smallCells(rows, metrics, by) : new Set<string>();
  const sorted = inOrder(rows, top === undefined ? undefined : metrics[0]).slice(0, top);
  const named = await cellNames(
    counted,
    sorted.map(({ cell }) => cell),
  );
  return {
    table,
    label,
    from: span.from,
    to: span.to,
    countedAt: counted.asOf,
    rows: sorted.map(({ cell, facts }) => ({
      cell: writeCell(cell),
      parts: named(cell),
      figures: metrics.map((code) => {
        const { label: name, unit, fold } = metricOf(code);
        const withheld = hidden.has(nameOf({ cell }, code)) ? "SMALL_CELL" : smallSample(cell, fold, facts);
        const value = withheld === null ? (facts.figure(fold)?.toString() ?? null) : null;
        return { metric: code, label: name, unit, value, withheld };
      }),
    })),
  };
}

/** Rows by their cells; or by a figure, the most first. */
function inOrder(rows: readonly CountedRow[], metric: string | undefined): CountedRow[] {
  const byCell = rows.toSorted((one, other) => (writeCell(one.cell) < writeCell(other.cell) ? -1 : 1));
  if (metric === undefined) return byCell;
  const { fold } = metricOf(metric);
  const figure = ({ facts }: CountedRow) => facts.figure(fold) ?? 0n;
  return byCell.toSorted((one, other) => (figure(one) === figure(other) ? 0 : figure(one) > figure(other) ? -1 : 1));
}

/** An operator's share of fewer than the rule set asks for tells nothing of the operator (最低样本量). */
function smallSample(cell: Cell, fold: Fold, facts: Accumulator): "SMALL_SAMPLE" | null {
  if (cell.operator === undefined || !("whole" in fold)) return null;
  const whole = facts.sum(fold.whole);
  return whole > 0n && whole < BigInt(RULES.minimumSample) ? "SMALL_SAMPLE" : null;
}

/** The ledger as figures of a span count it: as of the span's last second, or as far as it goes. */
export function ledgerOf(ledger: Ledger, { to }: Span): Ledger {
  const { block, time } = ledger.cut;
  return to > time ? ledger : ledgerAt(ledger, { block, time: to - 1 });
}
