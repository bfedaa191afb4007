import type { Bilingual } from "../../ledger/codes/bilingual.ts";
import type { Span } from "../../ledger/periods.ts";
import { type Ledger, ledgerAt } from "../as-of/ledger.ts";
import { type Cell, type Dimension, writeCell } from "./fact.ts";
import { type CellPart, cellNames } from "./labels.ts";
import type { Unit } from "./metrics.ts";
import { TABLES, type TableName } from "./tables.ts";
import { metricOf, tabulate } from "./tabulate.ts";

/** A figure. Together with the cell of its row and the span of its table it can be opened: see the drill-down. */
export interface StatisticFigure {
  readonly metric: string;
  readonly label: Bilingual;
  readonly unit: Unit;
  /** In decimal text; null ("—") where there is none, such as a share of nothing. */
  readonly value: string | null;
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
}

/** A table of the statistics (统计表): whole numbers only, each of them made of facts that can be asked for. */
export async function statisticTable(
  ledger: Ledger,
  { table, span, within, by }: TableRequest,
): Promise<StatisticTable> {
  const { label, metrics, by: rowsBy } = TABLES[table];
  const counted = ledgerOf(ledger, span);
  const rows = await tabulate(counted, { metrics, by: by ?? rowsBy, within, span });
  const sorted = [...rows.values()].toSorted((one, other) => (writeCell(one.cell) < writeCell(other.cell) ? -1 : 1));
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
        return { metric: code, label: name, unit, value: facts.figure(fold)?.toString() ?? null };
      }),
    })),
  };
}

/** The ledger as figures of a span count it: as of the span's last second, or as far as it goes. */
export function ledgerOf(ledger: Ledger, { to }: Span): Ledger {
  const { block, time } = ledger.cut;
  return to > time ? ledger : ledgerAt(ledger, { block, time: to - 1 });
}
