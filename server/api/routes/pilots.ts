import { PILOT_STATES, STAGES } from "../../ledger/codes/pilots.ts";
import { PROGRAMME_KINDS } from "../../ledger/codes/programmes.ts";
import { listPilots, PILOT_ORDERS } from "../../queries/list-pilots.ts";
import { pilotByCode } from "../../queries/pilot-by-code.ts";
import { pilotDifference } from "../../queries/pilot-difference.ts";
import { pilotHistory } from "../../queries/pilot-history.ts";
import { pilotTimeline } from "../../queries/pilot-timeline.ts";
import { within } from "../access/scopes.ts";
import { resolveEarlierCut } from "../as-of.ts";
import { ledgerRoute } from "../ledger-route.ts";
import { listRoute } from "../list-route.ts";
import {
  AS_OF,
  AS_OF_BLOCK,
  codesOf,
  FIELDS,
  FLAG,
  ORGANISATION,
  oneOf,
  PILOT_CODE,
  RATED,
  REGION,
  WORDS,
} from "../parameters.ts";
import { Problem } from "../problems.ts";
import { PROGRAMME } from "../record-parameters.ts";
import { HISTORY_ITEM, PILOT, PILOT_DIFFERENCE, PILOT_ITEM, TIMELINE_ITEM } from "../schemas/pilots.ts";

/** Pilots that satisfy filters, by code. */
export const pilotsRoute = listRoute({
  path: "/v1/pilots",
  access: within("pilots"),
  summary: { zh: "按条件查询试点项目", en: "Pilots that satisfy filters, by code" },
  pathParameters: {},
  queryParameters: {
    field: FIELDS,
    region: REGION,
    state: codesOf(PILOT_STATES),
    stage: codesOf(STAGES),
    organisation: ORGANISATION,
    programme: PROGRAMME,
    programmeKind: codesOf(PROGRAMME_KINDS),
    q: WORDS,
    from: AS_OF,
    to: AS_OF,
    risk: RATED,
    overdue: FLAG,
    sort: oneOf(PILOT_ORDERS),
  },
  item: PILOT_ITEM,
  answer: ({ ledger, query: { sort, ...filter }, after, limit }) => listPilots(ledger, { filter, sort, after, limit }),
});

/** One pilot in full. */
export const pilotRoute = ledgerRoute({
  path: "/v1/pilots/:code",
  access: within("pilots"),
  summary: { zh: "试点项目详情", en: "One pilot in full" },
  pathParameters: { code: PILOT_CODE },
  queryParameters: {},
  response: { pilot: PILOT },
  problems: ["PILOT_NOT_FOUND"],
  answer: async ({ ledger, path: { code } }) => {
    const pilot = await pilotByCode(ledger, { code });
    if (pilot === undefined) throw noSuchPilot(code);
    return { pilot };
  },
});

/** What happened to a pilot. */
export const timelineRoute = listRoute({
  path: "/v1/pilots/:code/timeline",
  access: within("pilots"),
  summary: { zh: "试点项目全过程记录", en: "What happened to a pilot, oldest first" },
  pathParameters: { code: PILOT_CODE },
  queryParameters: {},
  item: TIMELINE_ITEM,
  problems: ["PILOT_NOT_FOUND"],
  answer: async ({ ledger, path: { code }, after, limit }) => {
    const page = await pilotTimeline(ledger, { code, after, limit });
    if (page === undefined) throw noSuchPilot(code);
    return page;
  },
});

/** What each event changed in a pilot. */
export const historyRoute = listRoute({
  path: "/v1/pilots/:code/history",
  access: within("pilots"),
  summary: { zh: "试点项目变更历史", en: "What each event changed in a pilot, oldest first" },
  pathParameters: { code: PILOT_CODE },
  queryParameters: {},
  item: HISTORY_ITEM,
  problems: ["PILOT_NOT_FOUND"],
  answer: async ({ ledger, path: { code }, after, limit }) => {
    const page = await pilotHistory(ledger, { code, after, limit });
    if (page === undefined) throw noSuchPilot(code);
    return page;
  },
});

/** The difference of a pilot between two points. */
export const differenceRoute = ledgerRoute({
  path: "/v1/pilots/:code/difference",
  access: within("pilots"),
  summary: {
    zh: "试点项目在两个时点之间的差异（from 或 fromBlock 至 asOf 或 asOfBlock）",
    en: "What is other about a pilot than it was: from `from` or `fromBlock` to `asOf` or `asOfBlock`",
  },
  pathParameters: { code: PILOT_CODE },
  queryParameters: { from: AS_OF, fromBlock: AS_OF_BLOCK },
  response: { difference: PILOT_DIFFERENCE },
  problems: ["PILOT_NOT_FOUND"],
  answer: async ({ ledger, path: { code }, query }) => {
    const from = await resolveEarlierCut({ asOf: query.from, asOfBlock: query.fromBlock }, ledger, ledger);
    const difference = await pilotDifference(ledger, { code, from });
    if (difference === undefined) throw noSuchPilot(code);
    return { difference };
  },
});

function noSuchPilot(code: string): Problem {
  return new Problem("PILOT_NOT_FOUND", {
    zh: `截至所查询的时点，账本上没有试点项目 ${code}。`,
    en: `The ledger has no pilot ${code} as of the time asked for.`,
  });
}
