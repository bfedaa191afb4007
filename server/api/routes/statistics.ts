import { monthOf, type Span, spanOf } from "../../ledger/periods.ts";
import type { PeriodCode } from "../../ledger/statistics-ids.ts";
import { bulletinDataset } from "../../queries/bulletins/dataset.ts";
import { textDigest } from "../../queries/bulletins/dataset-digest.ts";
import { overview } from "../../queries/overview.ts";
import { drilldown } from "../../queries/statistics/drilldown.ts";
import type { Cell } from "../../queries/statistics/fact.ts";
import { growthTable } from "../../queries/statistics/growth.ts";
import { statisticTable } from "../../queries/statistics/table.ts";
import { wholeLedger, within } from "../access/scopes.ts";
import { growthColumns, statisticColumns } from "../formats/statistic-columns.ts";
import { ledgerRoute } from "../ledger-route.ts";
import { listRoute } from "../list-route.ts";
import { AS_OF, FLAG, ORGANISATION, oneField, REGION, wholeNumber } from "../parameters.ts";
import { Problem } from "../problems.ts";
import {
  DATASET,
  FACT,
  GROWTH,
  GROWTH_FIGURE,
  OVERVIEW,
  STATISTIC_ROW,
  STATISTIC_TABLE,
} from "../schemas/statistics.ts";
import { CELL, METRIC, PERIOD, ROWS_BY, TABLE } from "../statistics-parameters.ts";
import { tableRoute } from "../table-route.ts";

/** The ledger in figures. */
export const overviewRoute = ledgerRoute({
  path: "/v1/stats/overview",
  access: within("statistics"),
  summary: { zh: "统计概览", en: "The ledger in figures" },
  pathParameters: {},
  queryParameters: {},
  response: { overview: OVERVIEW },
  answer: async ({ ledger }) => ({ overview: await overview(ledger) }),
});

/** Of when figures are asked for. */
const WHEN = { period: PERIOD, from: AS_OF, to: AS_OF };

/** Of which part of the ledger. */
const WHERE = { region: REGION, field: oneField(), operator: ORGANISATION };

/** A table of the statistics bulletin. */
export const statisticTableRoute = tableRoute({
  path: "/v1/stats/tables/:table",
  access: within("statistics"),
  summary: { zh: "统计公报表格", en: "A table of the statistics bulletin, whole or of a part of the ledger" },
  pathParameters: { table: TABLE },
  queryParameters: { ...WHEN, ...WHERE, by: ROWS_BY, top: wholeNumber(1, 1_000), public: FLAG },
  response: { table: STATISTIC_TABLE },
  item: STATISTIC_ROW,
  tableOf: ({ table }) => ({ rows: table.rows, columns: statisticColumns(table) }),
  answer: async ({ ledger, path: { table }, query }) => ({
    table: await statisticTable(ledger, {
      table,
      span: spanAsked(query, ledger.asOf),
      within: placeAsked(query),
      by: query.by,
      top: query.top,
      isPublic: query.public,
    }),
  }),
});

/** The events behind a figure. */
export const drilldownRoute = listRoute({
  path: "/v1/stats/drilldown",
  access: within("statistics"),
  summary: { zh: "统计数据溯源", en: "The facts behind a figure of any table, with their events" },
  pathParameters: {},
  queryParameters: { metric: METRIC, cell: CELL, ...WHEN },
  item: FACT,
  answer: ({ ledger, query: { metric = "PILOTS", cell = {}, ...when }, after, limit }) =>
    drilldown(ledger, { metric, cell, span: spanAsked(when, ledger.asOf), after, limit }),
});

/** How a period compares with earlier ones. */
export const growthRoute = tableRoute({
  path: "/v1/stats/growth",
  access: within("statistics"),
  summary: { zh: "环比与同比", en: "A period beside the one before and the same a year before" },
  pathParameters: {},
  queryParameters: { period: PERIOD, ...WHERE },
  response: { growth: GROWTH },
  item: GROWTH_FIGURE,
  tableOf: ({ growth }) => ({ rows: growth.figures, columns: growthColumns(growth) }),
  answer: async ({ ledger, query: { period = monthOf(ledger.asOf), ...where } }) => ({
    growth: await growthTable(ledger, { period, within: placeAsked(where) }),
  }),
});

const PROVINCE = "330000";

/** The dataset that a bulletin anchors. */
export const datasetRoute = ledgerRoute({
  path: "/v1/stats/dataset",
  // Its bytes follow from every event of the ledger up to its block.
  access: wholeLedger("statistics"),
  summary: { zh: "公报数据集及其摘要", en: "The dataset of a bulletin and its SHA-256, as it would be anchored" },
  pathParameters: {},
  queryParameters: { period: PERIOD, area: REGION },
  response: DATASET,
  answer: async ({ ledger, query: { period = monthOf(ledger.asOf), area = PROVINCE } }) => {
    const dataset = await bulletinDataset(ledger, { period, region: area });
    return { dataset, digest: textDigest("sha256", dataset) ?? "0x" };
  },
});

interface When {
  readonly period?: PeriodCode | undefined;
  readonly from?: number | undefined;
  readonly to?: number | undefined;
}

interface Where {
  readonly region?: string | undefined;
  readonly field?: string | undefined;
  readonly operator?: string | undefined;
}

/** The span asked for: a period, or from one instant to another; everything up to the ledger's cut when neither is. */
function spanAsked({ period, from, to }: When, asOf: number): Span {
  if (period === undefined) return { from: from ?? 0, to: to ?? asOf + 1 };
  if (from === undefined && to === undefined) return spanOf(period);
  throw new Problem("INVALID_PARAMETER", {
    zh: "period 与 from、to 只能使用其一。",
    en: "give either period, or from and to.",
  });
}

function placeAsked({ region, field, operator }: Where): Cell {
  return { ...(region && { region }), ...(field && { field }), ...(operator && { operator }) };
}
