import { evidenceByDigest } from "../../queries/evidence-by-digest.ts";
import { DIGEST, DIGEST_ALGORITHM } from "../parameters.ts";
import { listRoute } from "../route.ts";
import { EVIDENCE_ANSWER, EVIDENCE_ITEM } from "../schemas/evidence.ts";

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
