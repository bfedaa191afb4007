import { MEMBERSHIP_STATES } from "../../ledger/codes/statistics.ts";
import { listMembers } from "../../queries/pools/list-members.ts";
import { listPools } from "../../queries/pools/list-pools.ts";
import { within } from "../access/scopes.ts";
import { listRoute } from "../list-route.ts";
import { AS_OF, codesOf, FLAG, ORGANISATION, REGION, WORDS } from "../parameters.ts";
import { POOL } from "../record-parameters.ts";
import { MEMBER_ITEM, POOL_ITEM } from "../schemas/evaluations.ts";

/** Enterprise pools. */
export const poolsRoute = listRoute({
  path: "/v1/pools",
  access: within("statistics"),
  summary: {
    zh: "试点企业培育库：规模与出入库",
    en: "Enterprise pools with their sizes, and their movements from one instant to another",
  },
  pathParameters: {},
  queryParameters: { region: REGION, q: WORDS, from: AS_OF, to: AS_OF },
  item: POOL_ITEM,
  answer: ({ ledger, query, after, limit }) => listPools(ledger, { filter: query, after, limit }),
});

/** Who is in the pools. */
export const poolMembersRoute = listRoute({
  path: "/v1/pools/members",
  access: within("statistics"),
  summary: {
    zh: "培育库企业及其出入库记录",
    en: "Enterprises in pools with every movement, and how many pilots of theirs run",
  },
  pathParameters: {},
  queryParameters: {
    pool: POOL,
    enterprise: ORGANISATION,
    state: codesOf(MEMBERSHIP_STATES),
    region: REGION,
    from: AS_OF,
    to: AS_OF,
    runsPilots: FLAG,
  },
  item: MEMBER_ITEM,
  answer: ({ ledger, query, after, limit }) => listMembers(ledger, { filter: query, after, limit }),
});
