import { DRAW_STATES } from "../../ledger/codes/supervision.ts";
import { drawByCode } from "../../queries/supervision/draw-by-code.ts";
import { listDraws } from "../../queries/supervision/list-draws.ts";
import { within } from "../access/scopes.ts";
import { ledgerRoute } from "../ledger-route.ts";
import { listRoute } from "../list-route.ts";
import { AS_OF, codesOf, REGION } from "../parameters.ts";
import { DRAW_CODE, LIST_DIGEST, PROGRAMME } from "../record-parameters.ts";
import { DRAW, DRAW_ITEM } from "../schemas/supervision.ts";
import { noSuchRecord } from "./not-found.ts";

/** Random draws of inspections. */
export const drawsRoute = listRoute({
  path: "/v1/draws",
  access: within("supervision"),
  summary: { zh: "“双随机”抽取", en: "Random draws of whom to inspect, by number" },
  pathParameters: {},
  queryParameters: { region: REGION, programme: PROGRAMME, state: codesOf(DRAW_STATES), from: AS_OF, to: AS_OF },
  item: DRAW_ITEM,
  answer: ({ ledger, query, after, limit }) => listDraws(ledger, { filter: query, after, limit }),
});

/** One draw, checked again. */
export const drawRoute = ledgerRoute({
  path: "/v1/draws/:draw",
  access: within("supervision"),
  summary: {
    zh: "抽取详情与复核：按区块哈希重新抽取，并核对名单摘要",
    en: "One draw, made again from its block's hash; with `list`, the digest of your list against the committed one",
  },
  pathParameters: { draw: DRAW_CODE },
  queryParameters: { list: LIST_DIGEST },
  response: { draw: DRAW },
  problems: ["RECORD_NOT_FOUND"],
  answer: async ({ ledger, path, query: { list } }) => {
    const draw = await drawByCode(ledger, { code: path.draw, list });
    if (draw === undefined) throw noSuchRecord({ zh: "抽取", en: "draw" }, path.draw);
    return { draw };
  },
});
