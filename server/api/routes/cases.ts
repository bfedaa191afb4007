import { z } from "zod";
import { CASE_ORIGINS, CASE_STATES, ORDER_STATES, SEVERITIES } from "../../ledger/codes/supervision.ts";
import { caseByCode } from "../../queries/supervision/case-by-code.ts";
import { caseTimeline } from "../../queries/supervision/case-timeline.ts";
import { findingsByClause } from "../../queries/supervision/findings-by-clause.ts";
import { CASE_ORDERS, listCases } from "../../queries/supervision/list-cases.ts";
import { listOrders, ORDER_ORDERS } from "../../queries/supervision/list-orders.ts";
import { within } from "../access/scopes.ts";
import { ledgerRoute } from "../ledger-route.ts";
import { listRoute } from "../list-route.ts";
import { AS_OF, codesOf, FIELDS, FLAG, ORGANISATION, oneOf, PILOT, REGION } from "../parameters.ts";
import { CASE_CODE, CLAUSE } from "../record-parameters.ts";
import { TIMELINE_ITEM } from "../schemas/pilots.ts";
import { CASE, CASE_ITEM, CLAUSE_FINDINGS, ORDER_ITEM } from "../schemas/supervision.ts";
import { tableRoute } from "../table-route.ts";
import { noSuchRecord } from "./not-found.ts";

const CASE_NAME = { zh: "案件", en: "case" };

/** Cases that satisfy filters. */
export const casesRoute = listRoute({
  path: "/v1/cases",
  access: within("supervision"),
  summary: { zh: "按条件查询监督案件", en: "Cases that satisfy filters, by number" },
  pathParameters: {},
  queryParameters: {
    state: codesOf(CASE_STATES),
    open: FLAG,
    severity: codesOf(SEVERITIES),
    origin: codesOf(CASE_ORIGINS),
    clause: CLAUSE,
    pilot: PILOT,
    organisation: ORGANISATION,
    region: REGION,
    field: FIELDS,
    from: AS_OF,
    to: AS_OF,
    dueBefore: AS_OF,
    limitationBefore: AS_OF,
    sort: oneOf(CASE_ORDERS),
  },
  item: CASE_ITEM,
  answer: ({ ledger, query: { sort, ...filter }, after, limit }) => listCases(ledger, { filter, sort, after, limit }),
});

/** One case in full. */
export const caseRoute = ledgerRoute({
  path: "/v1/cases/:case",
  access: within("supervision"),
  summary: { zh: "案件详情", en: "One case in full" },
  pathParameters: { case: CASE_CODE },
  queryParameters: {},
  response: { case: CASE },
  problems: ["RECORD_NOT_FOUND"],
  answer: async ({ ledger, path }) => {
    const found = await caseByCode(ledger, { code: path.case });
    if (found === undefined) throw noSuchRecord(CASE_NAME, path.case);
    return { case: found };
  },
});

/** What happened in a case. */
export const caseTimelineRoute = listRoute({
  path: "/v1/cases/:case/timeline",
  access: within("supervision"),
  summary: { zh: "案件全过程记录", en: "What happened in a case, oldest first" },
  pathParameters: { case: CASE_CODE },
  queryParameters: {},
  item: TIMELINE_ITEM,
  problems: ["RECORD_NOT_FOUND"],
  answer: async ({ ledger, path, after, limit }) => {
    const page = await caseTimeline(ledger, { code: path.case, after, limit });
    if (page === undefined) throw noSuchRecord(CASE_NAME, path.case);
    return page;
  },
});

/** Orders to rectify. */
export const ordersRoute = listRoute({
  path: "/v1/orders",
  access: within("supervision"),
  summary: { zh: "整改要求", en: "Orders to rectify, by case" },
  pathParameters: {},
  queryParameters: {
    overdue: FLAG,
    state: codesOf(ORDER_STATES),
    pilot: PILOT,
    region: REGION,
    field: FIELDS,
    sort: oneOf(ORDER_ORDERS),
  },
  item: ORDER_ITEM,
  answer: ({ ledger, query: { sort, ...filter }, after, limit }) => listOrders(ledger, { filter, sort, after, limit }),
});

/** Findings by the clause they name. */
export const findingsRoute = tableRoute({
  path: "/v1/findings/by-clause",
  access: within("supervision"),
  summary: { zh: "按条款统计发现的问题", en: "Findings by clause, the most frequent first" },
  pathParameters: {},
  queryParameters: { region: REGION, field: FIELDS, pilot: PILOT, from: AS_OF, to: AS_OF },
  response: { clauses: z.array(CLAUSE_FINDINGS) },
  item: CLAUSE_FINDINGS,
  tableOf: ({ clauses }) => ({ rows: clauses }),
  answer: async ({ ledger, query }) => ({ clauses: await findingsByClause(ledger, query) }),
});
