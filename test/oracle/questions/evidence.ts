import { DISPUTE_CAPACITIES, DISPUTE_RESULTS } from "../../../server/ledger/codes/evidence.ts";
import { ANCHOR_STATUSES } from "../../../server/queries/evidence/anchor-status.ts";
import { FIELDS } from "../../support/random-ledger.ts";
import { hash } from "../../support/synthetic-names.ts";
import type { PaperAnchor } from "../paper/evidence-book.ts";
import { items, listOf, oneOf, placeOf, type Questioner } from "../question.ts";

const ALGORITHMS = ["none", "sha256", "sm3", "keccak256"];

/** The questions of evidence. */
export const EVIDENCE_QUESTIONS: Readonly<Record<string, Questioner>> = {
  "a digest": (draw, { evidence }) => {
    const known = evidence.named.map(({ algorithm, digest }) => ({ algorithm, digest }));
    const { algorithm, digest } = oneOf(draw, known, { algorithm: 1, digest: hash("nowhere") });
    return {
      path: `/v1/evidence/${ALGORITHMS[algorithm]}/${digest}`,
      expected: ({ evidence: book }) => {
        const found = book.named.filter((one) => one.digest === digest && one.algorithm === algorithm);
        const match = found.length > 0 ? "MATCH" : "NO_MATCH";
        return [match, found[0]?.at ?? null, found.map(({ pilot, event, at }) => [pilot, event, at])];
      },
      read: (body) => [
        body.match,
        body.firstSeen?.blockTime ?? null,
        items(({ pilot, provenance }) => [pilot, provenance?.event, provenance?.blockTime])(body),
      ],
    };
  },
  anchors: (draw, { pilots }) => {
    const status = draw.one(ANCHOR_STATUSES);
    const pilot = draw.number(2) === 0 ? undefined : pilots.all[draw.number(Math.max(1, pilots.all.length))]?.code;
    return {
      path: `/v1/anchors?status=${status}${pilot === undefined ? "" : `&pilot=${pilot}`}`,
      expected: ({ evidence }) =>
        evidence.anchors
          .filter((anchor) => statusOf(anchor) === status && (pilot === undefined || anchor.pilot === pilot))
          .map(({ id, at, attestations, disputes }) => [id, at, attestations, disputes.map(({ result }) => result)]),
      read: items(({ id, anchoredAt, attestations, disputes }) => [
        id,
        anchoredAt,
        listOf(attestations).map(({ witness, at }) => ({ witness, at })),
        listOf(disputes).map(({ result }) => result),
      ]),
    };
  },
  disputes: (draw) => {
    const [result, field] = [draw.one(DISPUTE_RESULTS), draw.one(FIELDS)];
    return {
      path: `/v1/disputes?result=${result}&field=${field}`,
      expected: ({ evidence }) =>
        evidence.disputes
          .filter(({ anchor, dispute }) => dispute.result === result && placeOf(anchor.pilot).field === field)
          .map(({ anchor, dispute }) => [
            anchor.id,
            dispute.number,
            DISPUTE_CAPACITIES[dispute.capacity],
            dispute.raisedAt,
          ]),
      read: items(({ evidence, number, capacity, raisedAt }) => [evidence, number, capacity, raisedAt]),
    };
  },
};

function statusOf({ superseded, disputes, attestations }: PaperAnchor): string {
  if (superseded) return "SUPERSEDED";
  if (disputes.some(({ result }) => result === "OPEN" || result === "UPHELD")) return "DISPUTED";
  return attestations.length > 0 ? "ATTESTED" : "ANCHORED";
}
