import { EVALUATION_KINDS, EVALUATION_STATES } from "../../ledger/codes/statistics.ts";
import { quarterOf } from "../../ledger/periods.ts";
import { evaluationByCode } from "../../queries/evaluations/evaluation-by-code.ts";
import { listGuidanceVisits } from "../../queries/evaluations/guidance-visits.ts";
import { EVALUATION_ORDERS, listEvaluations } from "../../queries/evaluations/list-evaluations.ts";
import { unvisitedRegions } from "../../queries/evaluations/unvisited-regions.ts";
import { within } from "../access/scopes.ts";
import { ledgerRoute } from "../ledger-route.ts";
import { listRoute } from "../list-route.ts";
import { AS_OF, codesOf, ORGANISATION, oneOf, REGION, WORDS } from "../parameters.ts";
import { EVALUATION_CODE } from "../record-parameters.ts";
import { EVALUATION, EVALUATION_ITEM, GUIDANCE_VISIT_ITEM, UNVISITED_REGION } from "../schemas/evaluations.ts";
import { PERIOD, YEAR } from "../statistics-parameters.ts";
import { noSuchRecord } from "./not-found.ts";

/** Evaluations of cities, counties and bases, with their ranking. */
export const evaluationsRoute = listRoute({
  path: "/v1/evaluations",
  access: within("statistics"),
  summary: {
    zh: "评估：城市实地评估、县域综合评价、基地年度评估",
    en: "Evaluations of cities on site, counties and bases, by code or the best first",
  },
  pathParameters: {},
  queryParameters: {
    kind: codesOf(EVALUATION_KINDS),
    state: codesOf(EVALUATION_STATES),
    year: YEAR,
    region: REGION,
    organisation: ORGANISATION,
    q: WORDS,
    sort: oneOf(EVALUATION_ORDERS),
  },
  item: EVALUATION_ITEM,
  answer: ({ ledger, query: { sort, ...filter }, after, limit }) =>
    listEvaluations(ledger, { filter, sort, after, limit }),
});

/** One evaluation with its scored items. */
export const evaluationRoute = ledgerRoute({
  path: "/v1/evaluations/:evaluation",
  access: within("statistics"),
  summary: { zh: "评估详情及各项评分", en: "One evaluation with its scored items, its total computed again" },
  pathParameters: { evaluation: EVALUATION_CODE },
  queryParameters: {},
  response: { evaluation: EVALUATION },
  problems: ["RECORD_NOT_FOUND"],
  answer: async ({ ledger, path: { evaluation: code } }) => {
    const evaluation = await evaluationByCode(ledger, { code });
    if (evaluation === undefined) throw noSuchRecord({ zh: "评估", en: "evaluation" }, code);
    return { evaluation };
  },
});

/** Guidance visits. */
export const guidanceVisitsRoute = listRoute({
  path: "/v1/guidance-visits",
  access: within("statistics"),
  summary: { zh: "联系服务走访", en: "Guidance visits, by region" },
  pathParameters: {},
  queryParameters: { region: REGION, contact: ORGANISATION, from: AS_OF, to: AS_OF },
  item: GUIDANCE_VISIT_ITEM,
  answer: ({ ledger, query, after, limit }) => listGuidanceVisits(ledger, { filter: query, after, limit }),
});

/** Counties and districts without a visit in a period. */
export const unvisitedRegionsRoute = listRoute({
  path: "/v1/guidance-visits/missing",
  access: within("statistics"),
  summary: {
    zh: "本期未走访的县（市、区）",
    en: "Counties and districts without a guidance visit in a period, the present quarter when none is named",
  },
  pathParameters: {},
  queryParameters: { period: PERIOD, region: REGION },
  item: UNVISITED_REGION,
  answer: ({ ledger, query: { period = quarterOf(ledger.asOf), region }, after, limit }) =>
    unvisitedRegions(ledger, { period, region, after, limit }),
});
