import { CONTRACT_NAMES } from "../../ledger/contracts.ts";
import type { EventName } from "../../ledger/events.ts";
import { actorActs } from "../../queries/audit/actor-acts.ts";
import { conflicts } from "../../queries/audit/conflicts.ts";
import { EVENT_NAMES, listEvents } from "../../queries/audit/list-events.ts";
import { unknownActors } from "../../queries/audit/unknown-actors.ts";
import { wholeLedger } from "../access/scopes.ts";
import { listRoute } from "../list-route.ts";
import { ACCOUNT, ACTOR, AS_OF, AS_OF_BLOCK, ORGANISATION, SUBJECT, wordsOf } from "../parameters.ts";
import { ACT_ITEM, ACTOR as ACTOR_VIEW, CONFLICT_ITEM, EVENT_ITEM, UNKNOWN_ACT } from "../schemas/audit.ts";

/** Who acted is told of the whole ledger, or not at all. */
const AUDIT = wholeLedger("audit");

/** Events by which roles and accounts change hands. */
const ROLE_CHANGES: readonly EventName[] = [
  "RoleAssigned",
  "RoleWithdrawn",
  "AccountBound",
  "AccountRevoked",
  "KeyCompromiseReported",
];

/** Events of the ledger. */
export const eventsRoute = listRoute({
  path: "/v1/events",
  access: AUDIT,
  summary: { zh: "账本事件", en: "Events of the ledger, in the order of the chain" },
  pathParameters: {},
  queryParameters: {
    name: wordsOf(EVENT_NAMES),
    subject: SUBJECT,
    actor: ACTOR,
    organisation: ORGANISATION,
    contract: wordsOf(CONTRACT_NAMES),
    fromBlock: AS_OF_BLOCK,
    toBlock: AS_OF_BLOCK,
    from: AS_OF,
    to: AS_OF,
  },
  item: EVENT_ITEM,
  answer: ({ ledger, query, after, limit }) => listEvents(ledger, { filter: query, after, limit }),
});

/** The acts of an account, and who it is. */
export const actorRoute = listRoute({
  path: "/v1/audit/actors/:address",
  access: AUDIT,
  summary: {
    zh: "账户的全部操作及当时的角色",
    en: "The acts of an account with the roles it held then, and who it is",
  },
  pathParameters: { address: ACCOUNT },
  queryParameters: {},
  item: ACT_ITEM,
  response: { actor: ACTOR_VIEW },
  answer: ({ ledger, path: { address }, after, limit }) => actorActs(ledger, { address, after, limit }),
});

/** Who was given or lost a role or an account. */
export const roleChangesRoute = listRoute({
  path: "/v1/audit/role-changes",
  access: AUDIT,
  summary: { zh: "角色与账户变更", en: "Roles and accounts given and taken, oldest first" },
  pathParameters: {},
  queryParameters: { name: wordsOf(ROLE_CHANGES), actor: ACTOR, from: AS_OF, to: AS_OF },
  item: EVENT_ITEM,
  answer: ({ ledger, query: { name = ROLE_CHANGES, ...query }, after, limit }) =>
    listEvents(ledger, { filter: { ...query, name }, after, limit }),
});

/** Acts by accounts that nobody answers for. */
export const unknownActorsRoute = listRoute({
  path: "/v1/audit/unknown-actors",
  access: AUDIT,
  summary: { zh: "未知账户的操作", en: "Acts by accounts of no organisation and no role" },
  pathParameters: {},
  queryParameters: {},
  item: UNKNOWN_ACT,
  answer: ({ ledger, after, limit }) => unknownActors(ledger, { after, limit }),
});

/** Breaches of the separation of duties. */
export const conflictsRoute = listRoute({
  path: "/v1/audit/conflicts",
  access: AUDIT,
  summary: { zh: "职责分离冲突", en: "Decisions on a pilot by an account of its lead or of a party" },
  pathParameters: {},
  queryParameters: {},
  item: CONFLICT_ITEM,
  answer: ({ ledger, after, limit }) => conflicts(ledger, { after, limit }),
});
