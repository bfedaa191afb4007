import { DISPUTE_CAPACITIES, DISPUTE_RESULTS, EVIDENCE_KINDS } from "../../ledger/codes/evidence.ts";
import { ANCHOR_STATUSES } from "../../queries/evidence/anchor-status.ts";
import { evidenceByDigest } from "../../queries/evidence/evidence-by-digest.ts";
import { listAnchors } from "../../queries/evidence/list-anchors.ts";
import { listDisputes } from "../../queries/evidence/list-disputes.ts";
import { within } from "../access/scopes.ts";
import { listRoute } from "../list-route.ts";
import { AS_OF, codesOf, FIELDS, FLAG, PILOT, REGION } from "../parameters.ts";
import { DIGEST, DIGEST_ALGORITHM } from "../record-parameters.ts";
import { ANCHOR_ITEM, DISPUTE_ITEM, EVIDENCE_ANSWER, EVIDENCE_ITEM } from "../schemas/evidence.ts";

/** Where a digest appears on the ledger. */
export const evidenceRoute = listRoute({
  path: "/v1/evidence/:algorithm/:digest",
  access: "public",
  summary: { zh: "按摘要核验存证", en: "Where a digest appears on the ledger, and what that shows" },
  pathParameters: { algorithm: DIGEST_ALGORITHM, digest: DIGEST },
  queryParameters: {},
  item: EVIDENCE_ITEM,
  response: EVIDENCE_ANSWER,
  answer: ({ ledger, path, after, limit }) => evidenceByDigest(ledger, { ...path, after, limit }),
});

const PLACE = { pilot: PILOT, region: REGION, field: FIELDS, from: AS_OF, to: AS_OF };

/** Evidence that was anchored on its own. */
export const anchorsRoute = listRoute({
  path: "/v1/anchors",
  access: within("pilots"),
  summary: { zh: "存证及其见证与异议", en: "Anchored evidence with its attestations and disputes, oldest first" },
  pathParameters: {},
  queryParameters: { kind: codesOf(EVIDENCE_KINDS), status: codesOf(ANCHOR_STATUSES), attested: FLAG, ...PLACE },
  item: ANCHOR_ITEM,
  answer: ({ ledger, query, after, limit }) => listAnchors(ledger, { filter: query, after, limit }),
});

/** Disputes of evidence. */
export const disputesRoute = listRoute({
  path: "/v1/disputes",
  access: within("pilots"),
  summary: { zh: "存证异议及其处理", en: "Disputes of evidence and what became of them, oldest first" },
  pathParameters: {},
  queryParameters: { result: codesOf(DISPUTE_RESULTS), capacity: codesOf(DISPUTE_CAPACITIES), ...PLACE },
  item: DISPUTE_ITEM,
  answer: ({ ledger, query, after, limit }) => listDisputes(ledger, { filter: query, after, limit }),
});
