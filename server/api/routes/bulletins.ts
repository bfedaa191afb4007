import { BULLETIN_STATES } from "../../ledger/codes/statistics.ts";
import { bulletinByCode, listBulletins } from "../../queries/bulletins/list-bulletins.ts";
import { reproduction } from "../../queries/bulletins/reproduction.ts";
import { wholeLedger, within } from "../access/scopes.ts";
import { ledgerRoute } from "../ledger-route.ts";
import { listRoute } from "../list-route.ts";
import { codesOf, REGION } from "../parameters.ts";
import { BULLETIN_CODE } from "../record-parameters.ts";
import { BULLETIN_ITEM, REPRODUCTION } from "../schemas/bulletins.ts";
import { PERIOD } from "../statistics-parameters.ts";
import { noSuchRecord } from "./not-found.ts";

const BULLETIN_NAME = { zh: "公报", en: "bulletin" };

/** Statistics bulletins. */
export const bulletinsRoute = listRoute({
  path: "/v1/bulletins",
  access: within("statistics"),
  summary: { zh: "统计公报", en: "Statistics bulletins, with who issues them and who has signed" },
  pathParameters: {},
  queryParameters: { period: PERIOD, region: REGION, state: codesOf(BULLETIN_STATES) },
  item: BULLETIN_ITEM,
  answer: ({ ledger, query, after, limit }) => listBulletins(ledger, { filter: query, after, limit }),
});

/** One bulletin. */
export const bulletinRoute = ledgerRoute({
  path: "/v1/bulletins/:bulletin",
  access: within("statistics"),
  summary: { zh: "公报详情及会签单位", en: "One bulletin with its co-signers" },
  pathParameters: { bulletin: BULLETIN_CODE },
  queryParameters: {},
  response: { bulletin: BULLETIN_ITEM },
  problems: ["RECORD_NOT_FOUND"],
  answer: async ({ ledger, path: { bulletin: code } }) => {
    const bulletin = await bulletinByCode(ledger, { code });
    if (bulletin === undefined) throw noSuchRecord(BULLETIN_NAME, code);
    return { bulletin };
  },
});

/** A bulletin's dataset made anew. */
export const reproductionRoute = ledgerRoute({
  path: "/v1/bulletins/:bulletin/reproduction",
  // A dataset follows from every event of the ledger up to its block.
  access: wholeLedger("statistics"),
  summary: {
    zh: "按公报所据区块重新计算并比对摘要",
    en: "A bulletin's dataset made anew from its block, and its digest compared",
  },
  pathParameters: { bulletin: BULLETIN_CODE },
  queryParameters: {},
  response: { reproduction: REPRODUCTION },
  problems: ["RECORD_NOT_FOUND"],
  answer: async ({ ledger, path: { bulletin: code } }) => {
    const made = await reproduction(ledger, { code });
    if (made === undefined) throw noSuchRecord(BULLETIN_NAME, code);
    return { reproduction: made };
  },
});
