import type { SignalCode } from "../codes/signals.ts";
import ruleSet from "./rule-set.json" with { type: "json" };

/** Limits of the rule set in force; days are calendar days unless the name says working days. */
export interface Rules {
  readonly id: string;
  readonly version: string;
  /** A milestone is due soon from this many days before its due date. */
  readonly dueSoonDays: number;
  /** Working days within which a submission is to be decided on. */
  readonly milestoneReviewWorkingDays: number;
  /** Working days within which an application is to be admitted or returned. */
  readonly admissionWorkingDays: number;
  /** Working days within which an admitted application is to be decided on. */
  readonly approvalWorkingDays: number;
  /** Days after approval within which a pilot is to start. */
  readonly startDays: number;
  /** Working days within which an extension that was asked for is to be decided on. */
  readonly extensionWorkingDays: number;
  /** Working days within which acceptance that was asked for is to be decided on. */
  readonly acceptanceWorkingDays: number;
  /** Working days within which the authority is to act on a filing (区块链信息服务管理规定 Art. 12). */
  readonly filingDecisionWorkingDays: number;
  /** Working days within which a complaint is to be accepted or rejected, and then answered. */
  readonly complaintWorkingDays: number;
  /** Working days within which a response to a rectification order is to be judged. */
  readonly recheckWorkingDays: number;
  /** Working days within which a decided penalty is to be served (行政处罚法 Art. 61). */
  readonly serviceWorkingDays: number;
  /** Working days within which a reported figure is to be verified. */
  readonly verificationWorkingDays: number;
  /** Working days after the end of a period within which a figure with a target is to be reported. */
  readonly reportingWorkingDays: number;
  /** Indicators that are the sum of others, by their codes without version: the sums are checked. */
  readonly indicatorComponents: Readonly<Record<string, readonly string[]>>;
  /** Upper ends of the bands of days overdue; the last band is open. */
  readonly overdueBandDays: readonly number[];
  /** A share of an operator is told from this many on: of fewer it says nothing of the operator. */
  readonly minimumSample: number;
  /** Figures made of fewer subjects than this are not shown in a public version. */
  readonly smallCellBelow: number;
  /** Of how many of the largest operators the share of pilots is told. */
  readonly concentrationOperators: number;
  readonly risk: {
    /** What a signal adds to the suggested score. */
    readonly scores: Readonly<Record<SignalCode, number>>;
    /** The least score of each level above LOW. */
    readonly levels: { readonly MODERATE: number; readonly HIGH: number; readonly CRITICAL: number };
    /** Days without an event of a running pilot that are a signal. */
    readonly inactivityDays: number;
    /** Days within which the same clause twice is a signal. */
    readonly repetitionDays: number;
  };
}

/** The rule set this version of the toolkit ships; the digest of its file stands in the programmes that it governs. */
export const RULES: Rules = ruleSet;
