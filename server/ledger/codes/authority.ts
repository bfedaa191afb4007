/** Roles of the ledger; each is the ASCII of its name on chain. */
export const ROLES = [
  "REGISTRAR",
  "APPROVER",
  "EXPERT",
  "INSPECTOR",
  "DECIDER",
  "STATISTICIAN",
  "WITNESS",
  "AUDITOR",
] as const;
export type Role = (typeof ROLES)[number];

/** What an organisation is, in the order of `OrganisationKind` in the contracts. */
export const ORGANISATION_KINDS = [
  "NONE",
  "GOVERNMENT",
  "COURT",
  "ENTERPRISE",
  "INSTITUTE",
  "ASSOCIATION",
  "CARRIER",
  "NOTARY",
  "FORENSIC",
  "CA",
] as const;
export type OrganisationKind = (typeof ORGANISATION_KINDS)[number];

/** Whether an organisation may act, in the order of `OrganisationStatus`. */
export const ORGANISATION_STATUSES = ["UNREGISTERED", "ACTIVE", "SUSPENDED", "REVOKED"] as const;
export type OrganisationStatus = (typeof ORGANISATION_STATUSES)[number];
