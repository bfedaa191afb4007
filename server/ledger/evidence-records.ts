import type {
  DigestAlgorithm,
  DisputeCapacity,
  DisputeResult,
  EvidenceCertification,
  EvidenceGeneration,
  EvidenceKind,
  EvidenceSource,
  EvidenceStorage,
} from "./codes/evidence.ts";
import type { Address, Hex } from "./hex.ts";
import type { MilestoneCode, PilotCode } from "./ids.ts";
import type { Provenance, Reason, Recorded } from "./provenance.ts";

/*
 * Where digests appear, and evidence that was anchored on its own (存证), as the events leave them.
 */

/** One appearance of a digest on the ledger. */
export interface EvidenceRecord {
  readonly algorithm: DigestAlgorithm;
  readonly digest: Hex;
  /**
   * How it appears: EVIDENCE is a document named as evidence, MANIFEST the list of files of a submission or application,
   * DOCUMENT a paper that an act refers to (a decision, an opinion, a consent).
   */
  readonly use: "EVIDENCE" | "MANIFEST" | "DOCUMENT";
  /** NONE for manifests and documents. */
  readonly kind: EvidenceKind;
  readonly pilot: PilotCode | null;
  readonly milestone: MilestoneCode | null;
  readonly revision: number | null;
  /** Bytes, in decimal text, where the anchor says it. */
  readonly size: string | null;
  /** The submitter's statement on the record's life before it was anchored. */
  readonly statement: {
    readonly source: EvidenceSource;
    readonly generation: EvidenceGeneration;
    readonly storage: EvidenceStorage;
    readonly certification: EvidenceCertification;
  } | null;
  readonly provenance: Provenance;
}

/** What a witness attested. */
export interface Attestation {
  readonly witness: Address;
  readonly statementDigest: Hex;
  readonly at: number;
  readonly provenance: Provenance;
}

/** That somebody disputes evidence, and what became of it. */
export interface DisputeRecord {
  /** From 1. */
  readonly number: number;
  readonly capacity: DisputeCapacity;
  readonly raisedBy: Address;
  readonly raisedAt: number;
  readonly reason: Reason;
  readonly result: DisputeResult;
  readonly resolved: { readonly at: number; readonly by: Address; readonly reason: Reason } | null;
}

/** Evidence that was anchored on its own: a document, or the root of many. Its id is the contract's. */
export interface AnchorRecord extends Recorded {
  readonly id: Hex;
  readonly pilot: PilotCode;
  readonly milestone: MilestoneCode | null;
  readonly submitter: Address;
  readonly kind: EvidenceKind;
  readonly algorithm: DigestAlgorithm;
  /** The document's digest, or the root of a batch. */
  readonly digest: Hex;
  /** Null for a single document. */
  readonly batch: { readonly itemCount: number; readonly manifestDigest: Hex } | null;
  readonly attestations: readonly Attestation[];
  readonly disputes: readonly DisputeRecord[];
  /** What took its place, and why; null while it stands. */
  readonly superseded: { readonly by: Hex; readonly at: number; readonly reason: Reason } | null;
}
