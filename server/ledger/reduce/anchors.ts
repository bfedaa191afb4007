import { anchorId, batchId } from "../anchor-id.ts";
import { nameOf } from "../codes/code.ts";
import {
  DIGEST_ALGORITHMS,
  DISPUTE_CAPACITIES,
  DISPUTE_RESULTS,
  type DigestAlgorithm,
  EVIDENCE_KINDS,
} from "../codes/evidence.ts";
import type { EventName, LedgerEvent } from "../events.ts";
import type { AnchorRecord } from "../evidence-records.ts";
import type { Hex } from "../hex.ts";
import { formatMilestoneCode, unpackPilotId } from "../ids.ts";
import type { RecordKey } from "../records.ts";
import { type Draft, type Handlers, reasonOf, recordedBy } from "./handler.ts";

type AnchorEvents =
  | "EvidenceAnchored"
  | "EvidenceBatchAnchored"
  | "EvidenceAttested"
  | "EvidenceDisputed"
  | "EvidenceDisputeResolved"
  | "EvidenceSuperseded";

/** Evidence that stands on its own: anchored, attested, disputed, superseded. */
export const anchorHandlers: Handlers<AnchorEvents> = {
  EvidenceAnchored: {
    reads: () => [],
    apply: (event, draft) => {
      const { milestone, item } = event.args;
      putAnchor(event, draft, { ...item, milestone, batch: null });
    },
  },
  EvidenceBatchAnchored: {
    reads: () => [],
    apply: (event, draft) => {
      const { milestone, kind, algorithm, root, itemCount, manifestDigest } = event.args;
      putAnchor(event, draft, { kind, algorithm, digest: root, milestone, batch: { itemCount, manifestDigest } });
    },
  },
  EvidenceAttested: {
    reads: anchorOnly,
    apply: ({ args, actor, origin }, draft) => {
      const attestation = {
        witness: actor,
        statementDigest: args.statementDigest,
        at: origin.blockTime,
        provenance: draft.provenance,
      };
      const { attestations } = draft.get("anchor", args.evidence);
      draft.update("anchor", args.evidence, { attestations: [...attestations, attestation] });
    },
  },
  EvidenceDisputed: {
    reads: anchorOnly,
    apply: ({ args, actor, origin }, draft) => {
      const dispute = {
        number: args.number,
        capacity: nameOf(DISPUTE_CAPACITIES, args.capacity),
        raisedBy: actor,
        raisedAt: origin.blockTime,
        reason: reasonOf(args.reason, args.documentDigest),
        result: "OPEN",
        resolved: null,
      } as const;
      const { disputes } = draft.get("anchor", args.evidence);
      draft.update("anchor", args.evidence, { disputes: [...disputes, dispute] });
    },
  },
  EvidenceDisputeResolved: {
    reads: anchorOnly,
    apply: ({ args, actor, origin }, draft) => {
      const result = nameOf(DISPUTE_RESULTS, args.result);
      const resolved = { at: origin.blockTime, by: actor, reason: reasonOf(args.reason, args.documentDigest) };
      const disputes = draft
        .get("anchor", args.evidence)
        .disputes.map((dispute) => (dispute.number === args.number ? { ...dispute, result, resolved } : dispute));
      draft.update("anchor", args.evidence, { disputes });
    },
  },
  EvidenceSuperseded: {
    reads: anchorOnly,
    apply: ({ args, origin }, draft) => {
      const reason = reasonOf(args.reason, args.documentDigest);
      const superseded = { by: args.replacement, at: origin.blockTime, reason };
      draft.update("anchor", args.evidence, { superseded });
    },
  },
};

type AboutAnchor = Extract<
  EventName,
  "EvidenceAttested" | "EvidenceDisputed" | "EvidenceDisputeResolved" | "EvidenceSuperseded"
>;

function anchorOnly({ args }: LedgerEvent<AboutAnchor>): RecordKey[] {
  return [{ kind: "anchor", id: args.evidence }];
}

/** What an anchor and a batch have in common, as the events give it. */
interface Anchored extends Pick<AnchorRecord, "batch"> {
  readonly milestone: number;
  readonly kind: number;
  readonly algorithm: number;
  readonly digest: Hex;
}

function putAnchor(
  { subject, actor }: LedgerEvent<"EvidenceAnchored" | "EvidenceBatchAnchored">,
  draft: Draft,
  { milestone, kind, algorithm, digest, batch }: Anchored,
): void {
  const key = { pilot: subject, milestone, submitter: actor, algorithm, digest };
  const id = batch === null ? anchorId(key) : batchId(key);
  const pilot = unpackPilotId(subject);
  draft.put("anchor", id, {
    id,
    pilot,
    milestone: milestone === 0 ? null : formatMilestoneCode(pilot, milestone),
    submitter: actor,
    kind: nameOf(EVIDENCE_KINDS, kind),
    algorithm: nameOf(DIGEST_ALGORITHMS, algorithm) as DigestAlgorithm,
    digest,
    batch,
    attestations: [],
    disputes: [],
    superseded: null,
    ...recordedBy(draft.provenance),
  });
}
