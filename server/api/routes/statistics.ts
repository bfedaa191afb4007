import { overview } from "../../queries/overview.ts";
import { ledgerRoute } from "../route.ts";

/** The ledger in figures. */
export const overviewRoute = ledgerRoute({
  path: "/v1/stats/overview",
  access: "token",
  summary: { zh: "统计概览", en: "The ledger in figures" },
  pathParameters: {},
  queryParameters: {},
  answer: async ({ reader, asOf }) => ({ overview: await overview(reader, { asOf }) }),
});
