/** States of a pilot, in the order of `PilotState` in the contracts. */
export const PILOT_STATES = [
  "NONE",
  "APPLIED",
  "RETURNED",
  "UNDER_REVIEW",
  "WAITLISTED",
  "APPROVED",
  "REJECTED",
  "ACTIVE",
  "SUSPENDED",
  "IN_ACCEPTANCE",
  "CONDITIONAL",
  "ACCEPTED",
  "FAILED",
  "ARCHIVED",
  "WITHDRAWN",
  "TERMINATED",
] as const;
export type PilotState = (typeof PILOT_STATES)[number];

/** States in which a pilot's plan is carried out, so that a milestone can be overdue. */
export const RUNNING_STATES: readonly PilotState[] = ["ACTIVE", "SUSPENDED", "IN_ACCEPTANCE", "CONDITIONAL"];

/** States that nothing leaves. */
export const ENDED_STATES: readonly PilotState[] = ["REJECTED", "FAILED", "ARCHIVED", "WITHDRAWN", "TERMINATED"];

/** Stages of a pilot's output, in the order of `Stage`. */
export const STAGES = ["PROTOTYPE", "SOLUTION", "SHOWCASE"] as const;
export type Stage = (typeof STAGES)[number];

/** Whether a service must be filed, in the order of `FilingRequirement`. */
export const FILING_REQUIREMENTS = ["UNDETERMINED", "NOT_REQUIRED", "REQUIRED"] as const;
export type FilingRequirement = (typeof FILING_REQUIREMENTS)[number];

/** What an organisation does in a pilot, in the order of `PartyRole`. */
export const PARTY_ROLES = ["NONE", "TECHNOLOGY", "DATA_OWNER", "RESEARCH", "USER", "WITNESS"] as const;
export type PartyRole = (typeof PARTY_ROLES)[number];

/** Votes on acceptance, in the order of `Vote`. */
export const VOTES = ["NONE", "PASS", "CONDITIONAL", "FAIL"] as const;
export type Vote = (typeof VOTES)[number];
