import { PILOT_STATES, STAGES } from "../../ledger/codes/pilots.ts";
import { PROGRAMME_KINDS } from "../../ledger/codes/programmes.ts";
import { listPilots } from "../../queries/list-pilots.ts";
import { pilotByCode } from "../../queries/pilot-by-code.ts";
import { pilotTimeline } from "../../queries/pilot-timeline.ts";
import { within } from "../access/scopes.ts";
import { codesOf, FIELDS, ORGANISATION, PILOT_CODE, PROGRAMME, REGION, WORDS } from "../parameters.ts";
import { Problem } from "../problems.ts";
import { ledgerRoute, listRoute } from "../route.ts";
import { PILOT, PILOT_ITEM, TIMELINE_ITEM } from "../schemas/pilots.ts";

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
  },
  item: PILOT_ITEM,
  answer: ({ reader, query, asOf, after, limit }) => listPilots(reader, { filter: query, asOf, after, limit }),
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
  answer: async ({ reader, path: { code }, asOf }) => {
    const pilot = await pilotByCode(reader, { code, asOf });
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
  answer: async ({ reader, path: { code }, asOf, after, limit }) => {
    const page = await pilotTimeline(reader, { code, asOf, after, limit });
    if (page === undefined) throw noSuchPilot(code);
    return page;
  },
});

function noSuchPilot(code: string): Problem {
  return new Problem("PILOT_NOT_FOUND", {
    zh: `截至所查询的时点，账本上没有试点项目 ${code}。`,
    en: `The ledger has no pilot ${code} as of the time asked for.`,
  });
}
