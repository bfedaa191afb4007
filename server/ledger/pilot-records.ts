import type { Bilingual } from "./codes/bilingual.ts";
import type { FilingRequirement, PartyRole, PilotState, Stage, Vote } from "./codes/pilots.ts";
import type { ProgrammeKind } from "./codes/programmes.ts";
import type { Address, Hex } from "./hex.ts";
import type { PilotCode, ProgrammeCode } from "./ids.ts";
import type { Provenance, Reason, Recorded } from "./provenance.ts";
import type { Uscc } from "./uscc.ts";

/*
 * Programmes and pilots (批次、试点项目), as the events leave them.
 */

export interface ProgrammeRecord extends Recorded {
  readonly code: ProgrammeCode;
  readonly kind: ProgrammeKind;
  readonly year: number;
  readonly batch: number;
  readonly opensAt: number;
  readonly closesAt: number;
  readonly ruleSetDigest: Hex;
  readonly templateDigest: Hex;
  readonly title: Bilingual;
  /** Why the window was closed early, or null. */
  readonly closedReason: string | null;
}

/** A pilot's passage into a state. */
export interface StateChange {
  readonly state: PilotState;
  readonly at: number;
  readonly reason: Reason | null;
  readonly provenance: Provenance;
}

export interface StageChange {
  readonly stage: Stage;
  readonly at: number;
}

export interface Party {
  readonly organisation: Uscc;
  readonly role: PartyRole;
  readonly consentDigest: Hex;
  readonly joinedAt: number;
  readonly leftAt: number | null;
}

export interface PanelVote {
  readonly expert: Address;
  readonly vote: Vote;
  readonly opinionDigest: Hex;
  readonly at: number;
}

/** A round of acceptance. */
export interface AcceptanceRound {
  readonly round: number;
  readonly requestedAt: number;
  readonly manifestDigest: Hex;
  readonly experts: readonly Address[];
  readonly threshold: number;
  readonly votes: readonly PanelVote[];
  readonly result: "ACCEPTED" | "CONDITIONAL" | "FAILED" | null;
  readonly decidedAt: number | null;
}

export interface Showcase {
  readonly grantedAt: number;
  readonly validUntil: number;
  readonly decisionDigest: Hex;
  readonly revokedAt: number | null;
  readonly revokedReason: Reason | null;
}

export interface PilotRecord extends Recorded {
  readonly code: PilotCode;
  readonly programme: ProgrammeCode;
  readonly programmeKind: ProgrammeKind;
  readonly year: number;
  readonly region: string;
  readonly field: string;
  readonly serial: number;
  readonly lead: Uscc;
  readonly title: Bilingual;
  readonly summary: Bilingual | null;
  readonly platform: string | null;
  readonly state: PilotState;
  readonly stage: Stage;
  readonly filing: FilingRequirement;
  readonly filingReason: string | null;
  readonly budgetFen: string;
  readonly applicationDigest: Hex;
  readonly predecessor: PilotCode | null;
  /** 1 as applied, one more with each resubmission or amendment. */
  readonly version: number;
  readonly returnRounds: number;
  readonly milestoneCount: number;
  readonly mandatoryOpen: number;
  /** Who admitted the application. */
  readonly registrar: Address | null;
  readonly parties: readonly Party[];
  /** Every passage into a state, oldest first; the last one is the present state. */
  readonly states: readonly StateChange[];
  readonly stages: readonly StageChange[];
  readonly acceptance: readonly AcceptanceRound[];
  readonly showcases: readonly Showcase[];
}
