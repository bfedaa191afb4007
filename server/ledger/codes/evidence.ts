/** How a digest was computed, in the order of `DigestAlgorithm` in the contracts. */
export const DIGEST_ALGORITHMS = ["none", "sha256", "sm3", "keccak256"] as const;
export type DigestAlgorithm = Exclude<(typeof DIGEST_ALGORITHMS)[number], "none">;

/** What a document is, in the order of `EvidenceKind`. */
export const EVIDENCE_KINDS = [
  "NONE",
  "APPLICATION_FORM",
  "PILOT_PLAN",
  "DESIGN_DOC",
  "TEST_REPORT",
  "TRIAL_RUN_REPORT",
  "SECURITY_ASSESSMENT",
  "MLPS_GRADING",
  "CRYPTO_ASSESSMENT",
  "CAC_FILING",
  "SOURCE_HASH",
  "SOFTWARE_COPYRIGHT",
  "USER_REPORT",
  "FINANCIAL_REPORT",
  "SUPERVISOR_OPINION",
  "EXPERT_OPINION",
  "ACCEPTANCE_CERT",
  "INCIDENT_REPORT",
  "RECTIFICATION_REPORT",
  "INSPECTION_RECORD",
  "NOTICE_SERVED",
  "STATEMENT_DEFENCE",
  "HEARING_RECORD",
  "DECISION",
  "PAYMENT_PROOF",
  "EXIT_REPORT",
  "ARCHIVE_MANIFEST",
  "BULLETIN",
  "OPERATIONAL_RECORD",
] as const;
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

/** Where a record came from, in the order of `EvidenceSource`. */
export const EVIDENCE_SOURCES = [
  "UNSTATED",
  "OWN_SYSTEM",
  "COUNTERPARTY_SYSTEM",
  "THIRD_PARTY_SYSTEM",
  "DEVICE",
  "PAPER_ORIGINAL",
  "PUBLIC_RECORD",
] as const;
export type EvidenceSource = (typeof EVIDENCE_SOURCES)[number];

/** How it was generated, in the order of `EvidenceGeneration`. */
export const EVIDENCE_GENERATIONS = ["UNSTATED", "AUTOMATIC", "MANUAL", "SCANNED", "EXTRACTED"] as const;
export type EvidenceGeneration = (typeof EVIDENCE_GENERATIONS)[number];

/** How it was stored before it was anchored, in the order of `EvidenceStorage`. */
export const EVIDENCE_STORAGES = [
  "UNSTATED",
  "ORIGINAL_MEDIUM",
  "ARCHIVE_SYSTEM",
  "CLOUD",
  "THIRD_PARTY_PLATFORM",
] as const;
export type EvidenceStorage = (typeof EVIDENCE_STORAGES)[number];

/** Who certified it before it was anchored, in the order of `EvidenceCertification`. */
export const EVIDENCE_CERTIFICATIONS = ["NONE", "NOTARY", "TIMESTAMP_AUTHORITY", "FORENSIC_CENTRE"] as const;
export type EvidenceCertification = (typeof EVIDENCE_CERTIFICATIONS)[number];

/** In what capacity evidence is disputed, in the order of `DisputeCapacity`. */
export const DISPUTE_CAPACITIES = ["NONE", "PARTICIPANT", "WITNESS", "INSPECTOR"] as const;
export type DisputeCapacity = (typeof DISPUTE_CAPACITIES)[number];

/** What became of a dispute, in the order of `DisputeResult`. */
export const DISPUTE_RESULTS = ["OPEN", "UPHELD", "DISMISSED", "WITHDRAWN"] as const;
export type DisputeResult = (typeof DISPUTE_RESULTS)[number];
