import { ORGANISATION_KINDS } from "../../ledger/codes/authority.ts";
import { listOrganisations } from "../../queries/list-organisations.ts";
import { organisationRecord } from "../../queries/organisation-record.ts";
import { within } from "../access/scopes.ts";
import { ledgerRoute } from "../ledger-route.ts";
import { listRoute } from "../list-route.ts";
import { codesOf, ORGANISATION_CODE, REGION, WORDS } from "../parameters.ts";
import { ORGANISATION_ITEM, ORGANISATION_RECORD } from "../schemas/organisations.ts";
import { noSuchRecord } from "./not-found.ts";

/** Organisations that satisfy filters. */
export const organisationsRoute = listRoute({
  path: "/v1/organisations",
  access: within("pilots"),
  summary: { zh: "单位", en: "Organisations, by unified social credit code" },
  pathParameters: {},
  queryParameters: { kind: codesOf(ORGANISATION_KINDS), region: REGION, q: WORDS },
  item: ORGANISATION_ITEM,
  answer: ({ ledger, query, after, limit }) => listOrganisations(ledger, { filter: query, after, limit }),
});

/** Everything on record about an organisation's pilots. */
export const organisationRecordRoute = ledgerRoute({
  path: "/v1/organisations/:uscc/record",
  access: within("supervision"),
  summary: { zh: "单位信用记录", en: "An organisation's pilots, cases, penalties, repeated findings and incidents" },
  pathParameters: { uscc: ORGANISATION_CODE },
  queryParameters: {},
  response: { organisation: ORGANISATION_RECORD },
  problems: ["RECORD_NOT_FOUND"],
  answer: async ({ ledger, path: { uscc } }) => {
    const organisation = await organisationRecord(ledger, { uscc });
    if (organisation === undefined) throw noSuchRecord({ zh: "单位", en: "organisation" }, uscc);
    return { organisation };
  },
});
