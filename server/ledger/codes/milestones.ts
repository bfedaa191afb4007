/** What a milestone delivers, in the order of `MilestoneKind` in the contracts. */
export const MILESTONE_KINDS = [
  "NONE",
  "KICKOFF",
  "DESIGN",
  "PROTOTYPE",
  "SECURITY_ASSESSMENT",
  "INTEGRATION",
  "TRIAL_RUN",
  "SOLUTION",
  "MIDTERM_REVIEW",
  "PRELIM_ACCEPTANCE",
  "FINAL_ACCEPTANCE",
  "SHOWCASE",
  "PERIODIC_REPORT",
  "EXIT_REPORT",
] as const;
export type MilestoneKind = (typeof MILESTONE_KINDS)[number];

/** States of a milestone, in the order of `MilestoneState`. */
export const MILESTONE_STATES = ["NONE", "PLANNED", "SUBMITTED", "RETURNED", "ACCEPTED", "WAIVED"] as const;
export type MilestoneState = (typeof MILESTONE_STATES)[number];
