import type { OrganisationKind, OrganisationStatus, Role } from "./codes/authority.ts";
import type { Bilingual } from "./codes/bilingual.ts";
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
import type { MilestoneKind, MilestoneState } from "./codes/milestones.ts";
import type { FilingRequirement, PartyRole, PilotState, Stage, Vote } from "./codes/pilots.ts";
import type { ProgrammeKind } from "./codes/programmes.ts";
import type { ContractName } from "./contracts.ts";
import type { EventName } from "./events.ts";
import type { Address, Hex } from "./hex.ts";
import type { MilestoneCode, PilotCode, ProgrammeCode } from "./ids.ts";
import type { JournalStream } from "./journal.ts";
import type {
  BulletinRecord,
  EvaluationRecord,
  FigureRecord,
  GuidanceVisitRecord,
  IndicatorRecord,
  MembershipRecord,
  PoolRecord,
} from "./statistics-records.ts";
import type {
  CaseRecord,
  ComplaintRecord,
  DrawRecord,
  FilingRecord,
  IncidentRecord,
  InspectionRecord,
  RiskRatingRecord,
  SupervisionRecord,
} from "./supervision-records.ts";
import type { Uscc } from "./uscc.ts";

/*
 * What the mirror keeps: the ledger's state as the events leave it. All of it is JSON: times are Unix seconds, money is fen in
 * decimal text, shares are basis points, digests and addresses are `0x` text.
 */

/** Which event of the chain a record, or a part of it, comes from. */
export interface Provenance {
  readonly contract: Address;
  readonly event: EventName;
  readonly blockNumber: number;
  readonly blockHash: Hex;
  readonly blockTime: number;
  readonly transactionHash: Hex;
  readonly logIndex: number;
  readonly actor: Address;
  /** The organisation the actor's account was bound to when it acted; null for the administrator and others without one. */
  readonly actorOrganisation: Uscc | null;
}

/** What every record has: the events that made it and that changed it last. */
export interface Recorded {
  readonly created: Provenance;
  readonly updated: Provenance;
}

/** Why something was decided. */
export interface Reason {
  /** A reason code such as `MISSING_DOCUMENT`. */
  readonly code: string;
  /** SHA-256 of the document that explains it, or null. */
  readonly documentDigest: Hex | null;
}

export interface OrganisationRecord extends Recorded {
  readonly uscc: Uscc;
  readonly region: string;
  readonly kind: OrganisationKind;
  readonly status: OrganisationStatus;
  readonly name: Bilingual;
  readonly accounts: readonly Address[];
}

/** A role an account holds or held. */
export interface RoleGrant {
  readonly role: Role | "ADMINISTRATOR";
  /** Six digits; null for the administrator. */
  readonly region: string | null;
  /** A bit set of field indexes, hexadecimal; all ones for every field. */
  readonly fields: Hex;
  readonly from: number;
  /** Null while it is held. */
  readonly until: number | null;
}

export interface AccountRecord extends Recorded {
  readonly address: Address;
  readonly organisation: Uscc | null;
  readonly boundAt: number | null;
  readonly revokedAt: number | null;
  readonly revokedReason: string | null;
  /** When its key is said to have been lost. */
  readonly lostAt: number | null;
  readonly roles: readonly RoleGrant[];
}

export interface FieldRecord extends Recorded {
  readonly code: string;
  readonly index: number;
  readonly enabled: boolean;
  readonly name: Bilingual;
}

export interface RegionRecord extends Recorded {
  readonly code: string;
  readonly enabled: boolean;
}

/** Whether the platform takes new acts; there is none before it was first paused. */
export interface PauseRecord extends Recorded {
  readonly paused: boolean;
  readonly reason: string;
  readonly since: number;
}

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

/** The experts who advise on a submission (专家组), and their votes: PASS to accept it, FAIL to return it. */
export interface MilestonePanel {
  readonly convenedAt: number;
  readonly by: Address;
  readonly experts: readonly Address[];
  /** How many votes carry the acceptance. */
  readonly threshold: number;
  readonly votes: readonly PanelVote[];
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

/** An event as it is kept for time lines and audits. */
export interface EventRecord {
  readonly contractName: ContractName;
  readonly subject: Hex;
  /** The event's arguments; numbers past 48 bits as decimal text. */
  readonly args: Readonly<Record<string, unknown>>;
  readonly leaf: Hex;
  readonly transactionIndex: number;
  readonly provenance: Provenance;
}

/** An accumulator of a contract's journal, recomputed by the mirror from the logs. */
export interface JournalRecord extends JournalStream {
  readonly contract: Address;
  /** The subject of the stream, or null for the whole contract. */
  readonly subject: Hex | null;
}

/** Every kind of record with its type. */
export interface RecordTypes {
  readonly organisation: OrganisationRecord;
  readonly account: AccountRecord;
  readonly field: FieldRecord;
  readonly region: RegionRecord;
  readonly pause: PauseRecord;
  readonly programme: ProgrammeRecord;
  readonly pilot: PilotRecord;
  readonly milestone: MilestoneRecord;
  readonly evidence: EvidenceRecord;
  readonly anchor: AnchorRecord;
  readonly indicator: IndicatorRecord;
  readonly figure: FigureRecord;
  readonly bulletin: BulletinRecord;
  readonly evaluation: EvaluationRecord;
  readonly guidanceVisit: GuidanceVisitRecord;
  readonly pool: PoolRecord;
  readonly membership: MembershipRecord;
  readonly supervision: SupervisionRecord;
  readonly filing: FilingRecord;
  readonly complaint: ComplaintRecord;
  readonly inspection: InspectionRecord;
  readonly draw: DrawRecord;
  readonly case: CaseRecord;
  readonly riskRating: RiskRatingRecord;
  readonly incident: IncidentRecord;
  readonly event: EventRecord;
  readonly journal: JournalRecord;
}

export type RecordKind = keyof RecordTypes;

/** Names one record. Ids sort as the records should be listed. */
export interface RecordKey<Kind extends RecordKind = RecordKind> {
  readonly kind: Kind;
  readonly id: string;
}

/** A record's new value; undefined when the record is no more. */
export type RecordChange = {
  [Kind in RecordKind]: { readonly kind: Kind; readonly id: string; readonly value: RecordTypes[Kind] | undefined };
}[RecordKind];

/** Reads records; what `reduce` is given. */
export interface RecordReader {
  get<Kind extends RecordKind>(kind: Kind, id: string): RecordTypes[Kind] | undefined;
}
