import type { Bilingual } from "./codes/bilingual.ts";
import type {
  CaseOrigin,
  CaseState,
  CloseReason,
  ComplaintChannel,
  ComplaintState,
  DrawState,
  FilingForm,
  FilingState,
  HearingState,
  IncidentState,
  InspectionKind,
  InspectionResult,
  OrderState,
  PenaltyKind,
  RiskLevel,
  Severity,
  Verdict,
} from "./codes/supervision.ts";
import type { DossierCode } from "./dossiers.ts";
import type { Address, Hex } from "./hex.ts";
import type { PilotCode, ProgrammeCode } from "./ids.ts";
import type { Provenance, Reason, Recorded } from "./provenance.ts";

/*
 * What the mirror keeps of supervision. Forms of members are those of `records.ts`.
 */

/** A passage into a state, with the reason and the document that the act gave. */
export interface Passage<State extends string> {
  readonly state: State;
  readonly at: number;
  readonly reason: Reason | null;
  readonly provenance: Provenance;
}

/** The filing of a pilot's service (区块链信息服务备案). A registration, not an endorsement. */
export interface FilingRecord extends Recorded {
  readonly pilot: PilotCode;
  readonly state: FilingState;
  readonly form: FilingForm;
  readonly name: Bilingual;
  readonly serviceStartAt: number;
  /** Until when what the filing waits for has to be done; null when it waits for nothing of the pilot's. */
  readonly dueAt: number | null;
  /** The filing number as published, or null. */
  readonly number: string | null;
  readonly filedAt: number | null;
  /** Every passage into a state, oldest first. */
  readonly states: readonly Passage<FilingState>[];
}

export interface ComplaintRecord extends Recorded {
  readonly code: DossierCode;
  readonly pilot: PilotCode;
  readonly channel: ComplaintChannel;
  readonly documentDigest: Hex;
  readonly state: ComplaintState;
  /** The case opened from it, or null. */
  readonly case: DossierCode | null;
  readonly states: readonly Passage<ComplaintState>[];
}

export interface InspectionRecord extends Recorded {
  readonly code: DossierCode;
  readonly pilot: PilotCode;
  readonly kind: InspectionKind;
  /** The draw that chose the pilot, of a random inspection. */
  readonly draw: DossierCode | null;
  readonly inspectors: readonly Address[];
  readonly planDigest: Hex | null;
  readonly conclusion: {
    readonly result: InspectionResult;
    readonly at: number;
    readonly by: Address;
    readonly recordDigest: Hex;
  } | null;
}

/** A random draw (“双随机”抽取): `drawnPlaces(seed, listLength, count)` repeats it. */
export interface DrawRecord extends Recorded {
  readonly code: DossierCode;
  readonly region: string;
  /** The programme whose pilots the list is of; null when it is of several. */
  readonly programme: ProgrammeCode | null;
  readonly listDigest: Hex;
  readonly listLength: number;
  readonly count: number;
  /** The block whose hash is the seed. */
  readonly seedBlock: number;
  readonly state: DrawState;
  /** The draw before it, when that was not made in time. */
  readonly missed: DossierCode | null;
  /** The hash of the seed block; null until the draw is made. */
  readonly seed: Hex | null;
  /** Places in the list, from 0; null until the draw is made. */
  readonly chosen: readonly number[] | null;
  readonly states: readonly Passage<DrawState>[];
}

export interface FindingRecord {
  readonly clause: string;
  readonly severity: Severity;
  readonly evidenceDigest: Hex;
  readonly at: number;
  readonly by: Address;
}

/** An order to rectify, with what became of it. */
export interface OrderRecord {
  readonly round: number;
  readonly orderedAt: number;
  readonly dueAt: number;
  readonly suspendService: boolean;
  readonly orderDigest: Hex;
  readonly response: { readonly at: number; readonly manifestDigest: Hex } | null;
  readonly verdict: {
    readonly verdict: Verdict;
    readonly at: number;
    readonly by: Address;
    readonly documentDigest: Hex;
  } | null;
  readonly lifted: { readonly at: number; readonly reason: Reason } | null;
}

/** A penalty from its notice on. */
export interface PenaltyRecord {
  readonly noticedAt: number;
  readonly kinds: readonly PenaltyKind[];
  readonly fineFen: string;
  readonly fineMinimumFen: string;
  readonly fineMaximumFen: string;
  readonly clause: string;
  readonly statementUntil: number;
  readonly noticeDigest: Hex;
  readonly statements: readonly { readonly at: number; readonly statementDigest: Hex }[];
  readonly waivedAt: number | null;
  readonly hearing: HearingState;
  readonly decision: {
    readonly kinds: readonly PenaltyKind[];
    readonly fineFen: string;
    readonly at: number;
    readonly by: Address;
    readonly decisionDigest: Hex;
  } | null;
  readonly service: { readonly servedAt: number; readonly payDueAt: number } | null;
  readonly execution: { readonly at: number; readonly paidFen: string; readonly lateFeeFen: string } | null;
  readonly withdrawn: { readonly at: number; readonly reason: Reason } | null;
}

export interface CaseRecord extends Recorded {
  readonly code: DossierCode;
  readonly pilot: PilotCode;
  readonly origin: CaseOrigin;
  /** The complaint or inspection it comes from, or null. */
  readonly source: DossierCode | null;
  readonly clause: string;
  readonly severity: Severity;
  readonly limitationAt: number;
  readonly decisionDueAt: number;
  readonly state: CaseState;
  readonly inspections: readonly DossierCode[];
  /** Who acted as its inspector; with the inspectors of its inspections, those who may not decide on it. */
  readonly inspectors: readonly Address[];
  readonly findings: readonly FindingRecord[];
  /** Where the order stands that binds now; NONE before the first since it was opened or reopened. */
  readonly order: OrderState;
  /** How many orders were given since it was opened or reopened. */
  readonly round: number;
  readonly orders: readonly OrderRecord[];
  readonly penalties: readonly PenaltyRecord[];
  readonly closing: CloseReason | null;
  /** Every passage into a state, oldest first. */
  readonly states: readonly Passage<CaseState>[];
}

/** A pilot's risk ratings, oldest first; the last one holds until it expires. */
export interface RiskRatingRecord extends Recorded {
  readonly pilot: PilotCode;
  readonly ratings: readonly {
    readonly level: RiskLevel;
    readonly at: number;
    readonly validUntil: number;
    readonly documentDigest: Hex;
    readonly by: Address;
  }[];
}

export interface IncidentRecord extends Recorded {
  readonly code: DossierCode;
  readonly pilot: PilotCode;
  readonly severity: Severity;
  readonly occurredAt: number;
  readonly reportDigest: Hex;
  readonly state: IncidentState;
  readonly closure: { readonly at: number; readonly containedAt: number; readonly reportDigest: Hex } | null;
}

/** Which contract supervises the pilot ledger; one record, with the id `gate`. */
export interface SupervisionRecord extends Recorded {
  readonly contract: Address;
}
