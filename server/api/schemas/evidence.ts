import { z } from "zod";
import {
  DIGEST_ALGORITHMS,
  DISPUTE_CAPACITIES,
  DISPUTE_RESULTS,
  EVIDENCE_CERTIFICATIONS,
  EVIDENCE_GENERATIONS,
  EVIDENCE_KINDS,
  EVIDENCE_SOURCES,
  EVIDENCE_STORAGES,
} from "../../ledger/codes/evidence.ts";
import { ANCHOR_STATUSES } from "../../queries/evidence/anchor-status.ts";
import {
  ADDRESS,
  BILINGUAL,
  COUNT,
  DECIMAL,
  DIGEST_TEXT,
  INSTANT,
  labelled,
  PILOT_BRIEF,
  PILOT_TEXT,
  PROVENANCE,
  PUBLIC_PROVENANCE,
  REASON,
} from "./basics.ts";

const ALGORITHM = z.enum(DIGEST_ALGORITHMS).exclude(["none"]);

const EVIDENCE_KIND = z.enum(EVIDENCE_KINDS).meta({ id: "EvidenceKind" });

const dispute = {
  number: z.int(),
  capacity: z.enum(DISPUTE_CAPACITIES),
  raisedBy: ADDRESS,
  raisedAt: INSTANT,
  reason: REASON,
  result: z.enum(DISPUTE_RESULTS),
  resolved: z.strictObject({ at: INSTANT, by: ADDRESS, reason: REASON }).nullable(),
};

/** Evidence that was anchored on its own. */
export const ANCHOR_ITEM = z
  .strictObject({
    id: DIGEST_TEXT,
    ...PILOT_BRIEF,
    milestone: z.string().nullable(),
    submitter: ADDRESS,
    submitterName: BILINGUAL.nullable(),
    kind: EVIDENCE_KIND,
    algorithm: ALGORITHM,
    digest: DIGEST_TEXT,
    size: DECIMAL.nullable(),
    statement: z.strictObject({
      source: z.enum(EVIDENCE_SOURCES),
      generation: z.enum(EVIDENCE_GENERATIONS),
      storage: z.enum(EVIDENCE_STORAGES),
      certification: z.enum(EVIDENCE_CERTIFICATIONS),
    }),
    batch: z.strictObject({ itemCount: COUNT, manifestDigest: DIGEST_TEXT }).nullable(),
    status: z.enum(ANCHOR_STATUSES).meta({ id: "AnchorStatus" }),
    attestations: z.array(
      z.strictObject({ witness: ADDRESS, statementDigest: DIGEST_TEXT, at: INSTANT, provenance: PROVENANCE }),
    ),
    disputes: z.array(z.strictObject(dispute)),
    superseded: z.strictObject({ by: DIGEST_TEXT, at: INSTANT, reason: REASON }).nullable(),
    anchoredAt: INSTANT,
    labels: labelled("kind", "status"),
    provenance: PUBLIC_PROVENANCE,
  })
  .meta({ id: "AnchorItem" });

/** A dispute of evidence. */
export const DISPUTE_ITEM = z
  .strictObject({
    ...dispute,
    ...PILOT_BRIEF,
    evidence: DIGEST_TEXT,
    algorithm: ALGORITHM,
    digest: DIGEST_TEXT,
    ageDays: COUNT,
    labels: labelled("capacity", "result"),
    provenance: PUBLIC_PROVENANCE,
  })
  .meta({ id: "DisputeItem" });

/** An appearance of a digest on the ledger. */
export const EVIDENCE_ITEM = z
  .strictObject({
    algorithm: ALGORITHM,
    digest: DIGEST_TEXT,
    use: z.enum(["EVIDENCE", "MANIFEST", "DOCUMENT"]),
    kind: EVIDENCE_KIND,
    pilot: PILOT_TEXT.nullable(),
    milestone: z.string().nullable(),
    revision: z.int().nullable(),
    submitterName: BILINGUAL.nullable(),
    provenance: PUBLIC_PROVENANCE,
  })
  .meta({ id: "EvidenceItem" });

/** What an answer about a digest says beside its appearances. */
export const EVIDENCE_ANSWER = {
  algorithm: ALGORITHM,
  digest: DIGEST_TEXT,
  match: z.enum(["MATCH", "NO_MATCH"]),
  count: COUNT,
  firstSeen: PUBLIC_PROVENANCE.nullable(),
  meaning: z
    .strictObject({ proves: z.array(BILINGUAL), doesNotProve: z.array(BILINGUAL), basis: BILINGUAL })
    .meta({ id: "EvidenceMeaning" }),
};
