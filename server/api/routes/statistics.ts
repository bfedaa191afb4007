import { overview } from "../../queries/overview.ts";
import { within } from "../access/scopes.ts";
import { ledgerRoute } from "../route.ts";
import { OVERVIEW } from "../schemas/statistics.ts";

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
