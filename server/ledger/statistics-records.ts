import type { Bilingual } from "./codes/bilingual.ts";
import type { DigestAlgorithm } from "./codes/evidence.ts";
import type {
  BulletinPart,
  BulletinState,
  EvaluationKind,
  EvaluationState,
  IndicatorDirection,
  MembershipState,
  ReportState,
} from "./codes/statistics.ts";
import type { Address, Hex } from "./hex.ts";
import type { Provenance, Reason, Recorded } from "./provenance.ts";
import type { BulletinCode, EvaluationCode, FigureCode, IndicatorVersionCode, PeriodCode } from "./statistics-ids.ts";
import type { Uscc } from "./uscc.ts";

/*
 * What the mirror keeps of the statistics ledger. Values of indicators are whole numbers in decimal text; the indicator's scale
 * says how many of their digits are decimal places.
 */

/** A version of an indicator. */
export interface IndicatorRecord extends Recorded {
  readonly code: IndicatorVersionCode;
  readonly name: Bilingual;
  readonly region: string;
  /** ASCII, such as `CNY_100M`. */
  readonly unit: string;
  readonly direction: IndicatorDirection;
  /** Decimal places. */
  readonly scale: number;
  readonly validFrom: PeriodCode;
  /** Null while it is open. */
  readonly validTo: PeriodCode | null;
  readonly endedReason: string | null;
  /** The definition whose figures can be carried over to this one. */
  readonly mapsFrom: IndicatorVersionCode | null;
  readonly documentDigest: Hex;
}

/** A target that was set, or that superseded the one before it. */
export interface TargetRevision {
  readonly revision: number;
  readonly value: string;
  readonly setAt: number;
  /** Why it superseded the one before; null for the first. */
  readonly reason: string | null;
  readonly decisionDigest: Hex;
  readonly provenance: Provenance;
}

/** A report, or a correction of the one before it. */
export interface ReportRevision {
  readonly revision: number;
  readonly value: string;
  readonly reportedAt: number;
  readonly reporter: Address;
  readonly evidenceDigest: Hex;
  /** Why it corrects the one before; null for the first. */
  readonly reason: string | null;
  readonly state: Exclude<ReportState, "NONE">;
  readonly verification: { readonly at: number; readonly by: Address; readonly documentDigest: Hex | null } | null;
  readonly provenance: Provenance;
}

/** What is to be reached and what was, for one indicator, region and period. */
export interface FigureRecord extends Recorded {
  readonly code: FigureCode;
  readonly indicator: IndicatorVersionCode;
  readonly region: string;
  readonly period: PeriodCode;
  /** Oldest first; the last one is in force. */
  readonly targets: readonly TargetRevision[];
  /** Oldest first; the last one stands. */
  readonly reports: readonly ReportRevision[];
}

/** An organisation that issues a bulletin. */
export interface BulletinIssuer {
  readonly organisation: Uscc;
  readonly signedAt: number | null;
  readonly signedBy: Address | null;
}

export interface BulletinFileRecord {
  readonly part: BulletinPart;
  readonly algorithm: DigestAlgorithm;
  readonly digest: Hex;
  /** Bytes, in decimal text. */
  readonly size: string;
}

export interface BulletinRecord extends Recorded {
  readonly code: BulletinCode;
  readonly period: PeriodCode;
  readonly region: string;
  readonly number: number;
  readonly title: Bilingual;
  readonly scope: Bilingual | null;
  readonly state: BulletinState;
  readonly issuers: readonly BulletinIssuer[];
  readonly threshold: number;
  readonly asOfBlock: number;
  readonly asOfBlockHash: Hex;
  /** Whether the chain itself confirmed the hash. */
  readonly hashChecked: boolean;
  readonly files: readonly BulletinFileRecord[];
  readonly publishedAt: number | null;
  readonly supersededBy: BulletinCode | null;
  readonly supersededReason: string | null;
}

export interface CriterionRecord {
  readonly code: string;
  readonly maximum: number;
  /** Basis points. */
  readonly weight: number;
}

/** What an expert scored. */
export interface ScoreSheet {
  readonly evaluator: Address;
  readonly items: readonly (CriterionRecord & { readonly score: number })[];
  /** Basis points. */
  readonly total: number;
  readonly opinionDigest: Hex;
  readonly at: number;
}

export interface EvaluationRecord extends Recorded {
  readonly code: EvaluationCode;
  readonly kind: EvaluationKind;
  readonly year: number;
  readonly region: string;
  readonly number: number;
  readonly title: Bilingual;
  readonly organisation: Uscc;
  readonly state: EvaluationState;
  readonly criteria: readonly CriterionRecord[];
  readonly evaluators: readonly Address[];
  readonly materials: readonly { readonly manifestDigest: Hex; readonly at: number }[];
  readonly sheets: readonly ScoreSheet[];
  /** The mean of the sheets' totals, basis points; null until it is scored. */
  readonly total: number | null;
  readonly decisionDigest: Hex | null;
}

export interface GuidanceVisitRecord {
  readonly region: string;
  readonly contact: Uscc;
  readonly visitedAt: number;
  readonly documentDigest: Hex;
  readonly provenance: Provenance;
}

export interface PoolRecord extends Recorded {
  readonly code: string;
  readonly region: string;
  readonly name: Bilingual;
}

/** An enterprise's passage into a state of its membership. */
export interface MembershipMove {
  readonly state: MembershipState;
  readonly at: number;
  readonly by: Address;
  readonly reason: Reason | null;
  /** The nomination or decision, where the act needs no reason. */
  readonly documentDigest: Hex | null;
}

export interface MembershipRecord extends Recorded {
  readonly pool: string;
  readonly enterprise: Uscc;
  readonly state: MembershipState;
  /** Oldest first; the last one is the present state. */
  readonly moves: readonly MembershipMove[];
}
