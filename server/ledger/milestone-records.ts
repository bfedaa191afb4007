import type { Bilingual } from "./codes/bilingual.ts";
import type { DigestAlgorithm, EvidenceKind } from "./codes/evidence.ts";
import type { MilestoneKind, MilestoneState } from "./codes/milestones.ts";
import type { Address, Hex } from "./hex.ts";
import type { MilestoneCode, PilotCode } from "./ids.ts";
import type { PanelVote } from "./pilot-records.ts";
import type { Provenance, Reason, Recorded } from "./provenance.ts";

/*
 * Milestones with what was submitted and decided (里程碑), as the events leave them.
 */

/** The experts who advise on a submission (专家组), and their votes: PASS to accept it, FAIL to return it. */
export interface MilestonePanel {
  readonly convenedAt: number;
  readonly by: Address;
  readonly experts: readonly Address[];
  /** How many votes carry the acceptance. */
  readonly threshold: number;
  readonly votes: readonly PanelVote[];
}

/** What was decided on a submission. */
export interface SubmissionDecision {
  readonly result: "ACCEPTED" | "RETURNED";
  readonly at: number;
  readonly by: Address;
  readonly reason: Reason | null;
  readonly decisionDigest: Hex | null;
}

export interface SubmissionRecord {
  readonly revision: number;
  /** Block time: this, not the claim, is what timeliness goes by. */
  readonly submittedAt: number;
  readonly claimedAt: number;
  readonly manifestDigest: Hex;
  readonly fileCount: number;
  readonly totalBytes: string;
  readonly evidence: readonly {
    readonly kind: EvidenceKind;
    readonly algorithm: DigestAlgorithm;
    readonly digest: Hex;
  }[];
  /** Null where the approver decides alone. */
  readonly panel: MilestonePanel | null;
  readonly decision: SubmissionDecision | null;
  readonly provenance: Provenance;
}

export interface ExtensionRecord {
  readonly requestedAt: number;
  readonly requestedDueAt: number;
  readonly reason: Reason;
  readonly decision: { readonly result: "GRANTED" | "REFUSED"; readonly at: number; readonly by: Address } | null;
}

export interface MilestoneRecord extends Recorded {
  readonly code: MilestoneCode;
  readonly pilot: PilotCode;
  /** Its number in the plan, from 1. */
  readonly number: number;
  readonly title: Bilingual | null;
  readonly kind: MilestoneKind;
  readonly mandatory: boolean;
  /** Basis points. */
  readonly weight: number;
  readonly originalDueAt: number;
  readonly dueAt: number;
  readonly dependsOn: readonly number[];
  readonly requiredEvidence: readonly EvidenceKind[];
  readonly state: MilestoneState;
  readonly plannedAt: number;
  readonly submissions: readonly SubmissionRecord[];
  readonly extensions: readonly ExtensionRecord[];
  readonly waived: { readonly at: number; readonly by: Address; readonly reason: Reason } | null;
}
