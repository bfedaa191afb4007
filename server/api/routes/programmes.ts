import { PROGRAMME_KINDS } from "../../ledger/codes/programmes.ts";
import { listProgrammes } from "../../queries/list-programmes.ts";
import { within } from "../access/scopes.ts";
import { listRoute } from "../list-route.ts";
import { codesOf, FLAG, WORDS } from "../parameters.ts";
import { PROGRAMME_ITEM } from "../schemas/programmes.ts";
import { YEAR } from "../statistics-parameters.ts";

/** Programmes. */
export const programmesRoute = listRoute({
  path: "/v1/programmes",
  access: within("pilots"),
  summary: {
    zh: "批次及其申报期、规则集与模板摘要",
    en: "Programmes with their windows, and the digests of the rule set and template that govern their pilots",
  },
  pathParameters: {},
  queryParameters: { kind: codesOf(PROGRAMME_KINDS), year: YEAR, open: FLAG, q: WORDS },
  item: PROGRAMME_ITEM,
  answer: ({ ledger, query, after, limit }) => listProgrammes(ledger, { filter: query, after, limit }),
});
