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
}

/** The rule set this version of the toolkit ships; the digest of its file stands in the programmes that it governs. */
export const RULES: Rules = ruleSet;
