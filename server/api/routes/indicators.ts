import { z } from "zod";
import { monthOf } from "../../ledger/periods.ts";
import type { Ledger } from "../../queries/as-of/ledger.ts";
import { componentChecks } from "../../queries/indicators/component-check.ts";
import { listCorrections } from "../../queries/indicators/corrections.ts";
import { isOfIndicator, listFigures } from "../../queries/indicators/figures.ts";
import { lateReporters } from "../../queries/indicators/late-reporters.ts";
import { listIndicators } from "../../queries/indicators/list-indicators.ts";
import { within } from "../access/scopes.ts";
import { listRoute } from "../list-route.ts";
import { AS_OF, FLAG, REGION } from "../parameters.ts";
import { BULLETIN, INDICATOR_CODE } from "../record-parameters.ts";
import { COMPONENT_CHECK, CORRECTION_ITEM, FIGURE_ITEM, INDICATOR_ITEM, LATE_REPORT } from "../schemas/indicators.ts";
import { PERIOD } from "../statistics-parameters.ts";
import { tableRoute } from "../table-route.ts";
import { noSuchRecord } from "./not-found.ts";

/** The definitions of indicators. */
export const indicatorsRoute = listRoute({
  path: "/v1/indicators",
  access: within("statistics"),
  summary: { zh: "指标定义", en: "Definitions of indicators, by code and version" },
  pathParameters: {},
  queryParameters: {},
  item: INDICATOR_ITEM,
  answer: ({ ledger, after, limit }) => listIndicators(ledger, { after, limit }),
});

/** The figures of an indicator. */
export const indicatorRoute = listRoute({
  path: "/v1/indicators/:indicator/figures",
  access: within("statistics"),
  summary: { zh: "指标的目标与上报值", en: "Targets and reports of an indicator, by region and period" },
  pathParameters: { indicator: INDICATOR_CODE },
  queryParameters: { region: REGION, period: PERIOD },
  item: FIGURE_ITEM,
  problems: ["RECORD_NOT_FOUND"],
  answer: async ({ ledger, path: { indicator }, query, after, limit }) => {
    await requireIndicator(ledger, indicator);
    return listFigures(ledger, { filter: { ...query, indicator }, after, limit });
  },
});

/** How far targets are met. */
export const attainmentRoute = listRoute({
  path: "/v1/indicators/attainment",
  access: within("statistics"),
  summary: { zh: "目标完成情况", en: "Figures that have a target and a report, and how far they reach it" },
  pathParameters: {},
  queryParameters: { period: PERIOD, region: REGION, met: FLAG },
  item: FIGURE_ITEM,
  answer: ({ ledger, query, after, limit }) =>
    listFigures(ledger, { filter: { ...query, comparable: true }, after, limit }),
});

/** Figures that were or are reported late. */
export const lateReportersRoute = listRoute({
  path: "/v1/indicators/late-reporters",
  access: within("statistics"),
  summary: { zh: "迟报", en: "Figures with a target that were reported late, or are not yet" },
  pathParameters: {},
  queryParameters: { period: PERIOD, region: REGION, missing: FLAG },
  item: LATE_REPORT,
  answer: ({ ledger, query, after, limit }) => lateReporters(ledger, { filter: query, after, limit }),
});

/** Corrections of reported figures. */
export const correctionsRoute = listRoute({
  path: "/v1/indicators/corrections",
  access: within("statistics"),
  summary: {
    zh: "数据更正；since 指明公报时，为该公报发布后的更正",
    en: "Corrections of reported figures; with `since`, those after that bulletin was published",
  },
  pathParameters: {},
  queryParameters: { period: PERIOD, region: REGION, from: AS_OF, to: AS_OF, since: BULLETIN },
  item: CORRECTION_ITEM,
  problems: ["RECORD_NOT_FOUND"],
  answer: async ({ ledger, query: { since, ...filter }, after, limit }) => {
    const published = since === undefined ? undefined : (await ledger.get("bulletin", since))?.publishedAt;
    if (since !== undefined && typeof published !== "number") {
      throw noSuchRecord({ zh: "已发布的公报", en: "published bulletin" }, since);
    }
    const from = Math.max(filter.from ?? 0, published ?? 0);
    return listCorrections(ledger, { filter: { ...filter, from }, after, limit });
  },
});

/** Whether sums come out. */
export const componentCheckRoute = tableRoute({
  path: "/v1/indicators/component-check",
  access: within("statistics"),
  summary: { zh: "分项合计校验", en: "Whether the components of an indicator add up to it" },
  pathParameters: {},
  queryParameters: { period: PERIOD, region: REGION },
  response: { checks: z.array(COMPONENT_CHECK) },
  item: COMPONENT_CHECK,
  tableOf: ({ checks }) => ({ rows: checks }),
  answer: async ({ ledger, query: { period = monthOf(ledger.asOf), region } }) => ({
    checks: await componentChecks(ledger, { period, region }),
  }),
});

async function requireIndicator(ledger: Ledger, indicator: string): Promise<void> {
  for await (const [code] of ledger.list("indicator")) if (isOfIndicator(code, indicator)) return;
  throw noSuchRecord({ zh: "指标", en: "indicator" }, indicator);
}
