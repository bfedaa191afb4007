import { CONTRACT_NAMES } from "../../ledger/contracts.ts";
import { parsePilotCode } from "../../ledger/ids.ts";
import { PUBLIC_EVENTS, publicEvent } from "../../live/public-events.ts";
import { EVENT_NAMES, eventItem } from "../../queries/audit/list-events.ts";
import { coversRegion } from "../access/jurisdiction.ts";
import { READING_SCOPES, within } from "../access/scopes.ts";
import { eventsShownTo } from "../access/shown-events.ts";
import {
  ACTOR,
  AS_OF_BLOCK,
  EVENT_CURSOR,
  LANGUAGE,
  ORGANISATION,
  PILOT,
  REGION,
  SUBJECT,
  wordsOf,
} from "../parameters.ts";
import { readParameters } from "../read-parameters.ts";
import { EVENT_ITEM } from "../schemas/audit.ts";
import { CURRENT, PUBLIC_EVENT, REORGANISED, STREAM_END } from "../schemas/live.ts";
import type { StreamRoute } from "../stream-route.ts";

const OF_STREAM = { fromBlock: AS_OF_BLOCK, after: EVENT_CURSOR, lang: LANGUAGE };

const EVENTS_QUERY = {
  name: wordsOf(EVENT_NAMES),
  subject: SUBJECT,
  actor: ACTOR,
  organisation: ORGANISATION,
  contract: wordsOf(CONTRACT_NAMES),
  ...OF_STREAM,
};

const PUBLIC_QUERY = { pilot: PILOT, region: REGION, ...OF_STREAM };

const STREAM_PROBLEMS = [
  "CURSOR_INVALID",
  "CURSOR_MISMATCH",
  "MIRROR_HALTED",
  "MIRROR_REBUILDING",
  "TOO_MANY_STREAMS",
] as const;

/** What every stream tells beside events. */
const OF_EVERY_STREAM = { reorganised: REORGANISED, current: CURRENT, end: STREAM_END };

/** Events of the ledger as they happen. */
export const eventStreamRoute = {
  path: "/v1/events/stream",
  access: within(...READING_SCOPES),
  summary: {
    zh: "账本事件实时推送（SSE）：按凭证的权限推送试点、监督、统计、权限类事件",
    en: "Events of the ledger as they happen: those of pilots, supervision, statistics and roles that the scopes of the credential take in",
  },
  pathParameters: {},
  queryParameters: EVENTS_QUERY,
  tells: { ledger: EVENT_ITEM, ...OF_EVERY_STREAM },
  problems: STREAM_PROBLEMS,
  follow: ({ query }) => {
    const { fromBlock, after, lang: _, ...filter } = readParameters(EVENTS_QUERY, query);
    return {
      ...{ filter, fromBlock, after },
      viewFor: (principal) => {
        const shows = principal === undefined ? async () => false : eventsShownTo(principal);
        return async (event, ledger) => ((await shows(event, ledger)) ? eventItem(ledger, event) : undefined);
      },
    };
  },
} as const satisfies StreamRoute;

/** What becomes of pilots, as anybody is told. */
export const publicEventStreamRoute = {
  path: "/v1/public/events/stream",
  access: "public",
  summary: {
    zh: "试点项目公开动态实时推送（SSE）",
    en: "What becomes of pilots, as anybody is told, as it happens",
  },
  pathParameters: {},
  queryParameters: PUBLIC_QUERY,
  tells: { ledger: PUBLIC_EVENT, ...OF_EVERY_STREAM },
  problems: STREAM_PROBLEMS,
  follow: ({ query }) => {
    const { fromBlock, after, pilot, region } = readParameters(PUBLIC_QUERY, query);
    const isAskedFor = (code: string) =>
      (pilot === undefined || code === pilot) &&
      (region === undefined || coversRegion(region, parsePilotCode(code)?.region ?? ""));
    return {
      ...{ filter: { name: PUBLIC_EVENTS }, fromBlock, after },
      viewFor:
        () =>
        async (event, { identity }) => {
          const told = publicEvent(event, identity.chainId);
          return told !== undefined && isAskedFor(told.code) ? told : undefined;
        },
    };
  },
} as const satisfies StreamRoute;
