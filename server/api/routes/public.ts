import { PILOT_STATES, STAGES } from "../../ledger/codes/pilots.ts";
import { listPublicPilots, publicPilotByCode } from "../../queries/public-pilots.ts";
import { ledgerRoute } from "../ledger-route.ts";
import { listRoute } from "../list-route.ts";
import { codesOf, FIELDS, ORGANISATION, PILOT_CODE, REGION, WORDS } from "../parameters.ts";
import { Problem } from "../problems.ts";
import { PUBLIC_PILOT, PUBLIC_PILOT_ITEM } from "../schemas/public.ts";

/** Pilots as anybody sees them. */
export const publicPilotsRoute = listRoute({
  path: "/v1/public/pilots",
  access: "public",
  summary: { zh: "试点项目公开名录", en: "The public register of pilots" },
  pathParameters: {},
  queryParameters: {
    field: FIELDS,
    region: REGION,
    state: codesOf(PILOT_STATES),
    stage: codesOf(STAGES),
    lead: ORGANISATION,
    q: WORDS,
  },
  item: PUBLIC_PILOT_ITEM,
  answer: ({ ledger, query, after, limit }) => listPublicPilots(ledger, { filter: query, after, limit }),
});

/** One pilot as anybody sees it. */
export const publicPilotRoute = ledgerRoute({
  path: "/v1/public/pilots/:code",
  access: "public",
  summary: { zh: "试点项目公开信息", en: "What is public of a pilot" },
  pathParameters: { code: PILOT_CODE },
  queryParameters: {},
  response: { pilot: PUBLIC_PILOT },
  problems: ["PILOT_NOT_FOUND"],
  answer: async ({ ledger, path: { code } }) => {
    const pilot = await publicPilotByCode(ledger, code);
    if (pilot !== undefined) return { pilot };
    throw new Problem("PILOT_NOT_FOUND", {
      zh: `截至所查询的时点，账本上没有试点项目 ${code}。`,
      en: `The ledger has no pilot ${code} as of the time asked for.`,
    });
  },
});
