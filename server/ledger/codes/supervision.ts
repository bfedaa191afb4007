/** Severities, in the order of `Severity` in the contracts. */
export const SEVERITIES = ["NONE", "MINOR", "GENERAL", "SERIOUS", "CRITICAL"] as const;
export type Severity = (typeof SEVERITIES)[number];

/** Where a service filing stands, in the order of `FilingState`. */
export const FILING_STATES = [
  "NONE",
  "PENDING",
  "SUBMITTED",
  "FILED",
  "REFUSED",
  "CHANGE_DUE",
  "CHECK_DUE",
  "CANCELLING",
  "CANCELLED",
  "REVOKED",
] as const;
export type FilingState = (typeof FILING_STATES)[number];

/** In what form a service is offered, in the order of `FilingForm`. */
export const FILING_FORMS = ["NONE", "WEBSITE", "APP", "MINI_PROGRAM", "API", "OTHER"] as const;
export type FilingForm = (typeof FILING_FORMS)[number];

/** How a complaint arrived, in the order of `ComplaintChannel`. */
export const COMPLAINT_CHANNELS = ["NONE", "HOTLINE", "WEBSITE", "LETTER", "VISIT", "TRANSFER"] as const;
export type ComplaintChannel = (typeof COMPLAINT_CHANNELS)[number];

/** Where a complaint stands, in the order of `ComplaintState`. */
export const COMPLAINT_STATES = ["NONE", "RECEIVED", "ACCEPTED", "REJECTED", "CASE_OPENED", "ANSWERED"] as const;
export type ComplaintState = (typeof COMPLAINT_STATES)[number];

/** Where a random draw stands, in the order of `DrawState`. */
export const DRAW_STATES = ["NONE", "COMMITTED", "DRAWN", "MISSED"] as const;
export type DrawState = (typeof DRAW_STATES)[number];

/** Why an inspection takes place, in the order of `InspectionKind`. */
export const INSPECTION_KINDS = ["NONE", "ROUTINE", "RANDOM", "SPECIAL", "COMPLAINT", "FOLLOW_UP"] as const;
export type InspectionKind = (typeof INSPECTION_KINDS)[number];

/** What an inspection came to, in the order of `InspectionResult`; NONE while it lasts. */
export const INSPECTION_RESULTS = ["NONE", "NO_ISSUE", "ISSUES_FOUND"] as const;
export type InspectionResult = (typeof INSPECTION_RESULTS)[number];

/** Where a case stands, in the order of `CaseState`. */
export const CASE_STATES = [
  "NONE",
  "OPENED",
  "INSPECTING",
  "FINDINGS_ISSUED",
  "RECTIFYING",
  "RESPONDED",
  "PENALTY_NOTICED",
  "PENALTY_DECIDED",
  "PENALTY_SERVED",
  "PENALTY_EXECUTED",
  "PENALTY_WITHDRAWN",
  "NO_PENALTY",
  "REFERRED",
  "CLOSED",
  "REOPENED",
] as const;
export type CaseState = (typeof CASE_STATES)[number];

/** What a case began with, in the order of `CaseOrigin`. */
export const CASE_ORIGINS = ["NONE", "INSPECTION", "SIGNAL", "COMPLAINT", "SELF_REPORT", "REFERRAL"] as const;
export type CaseOrigin = (typeof CASE_ORIGINS)[number];

/** Why a case was closed, in the order of `CloseReason`. */
export const CLOSE_REASONS = [
  "NONE",
  "NO_ISSUE",
  "RECTIFIED",
  "PENALISED",
  "NO_PENALTY_MINOR",
  "NOT_ESTABLISHED",
  "REFERRED",
  "LIMITATION_EXPIRED",
  "SUBJECT_GONE",
  "MERGED",
] as const;
export type CloseReason = (typeof CLOSE_REASONS)[number];

/** Where a rectification order stands, in the order of `OrderState`. */
export const ORDER_STATES = ["NONE", "OPEN", "RESPONDED", "FULFILLED", "UNFULFILLED", "LIFTED"] as const;
export type OrderState = (typeof ORDER_STATES)[number];

/** Verdicts on a response, in the order of `Verdict`. */
export const VERDICTS = ["NONE", "PASS", "PARTIAL", "FAIL"] as const;
export type Verdict = (typeof VERDICTS)[number];

/** Kinds of penalty, in the order of `PenaltyKind`; a penalty is a bit set of them. */
export const PENALTY_KINDS = ["NONE", "WARNING", "CRITICISM", "FINE", "SERVICE_SUSPENSION"] as const;
export type PenaltyKind = (typeof PENALTY_KINDS)[number];

/** Where a hearing stands, in the order of `HearingState`. */
export const HEARING_STATES = ["NONE", "REQUESTED", "HELD"] as const;
export type HearingState = (typeof HEARING_STATES)[number];

/** Risk levels, in the order of `RiskLevel`. */
export const RISK_LEVELS = ["NONE", "LOW", "MODERATE", "HIGH", "CRITICAL"] as const;
export type RiskLevel = (typeof RISK_LEVELS)[number];

/** Where an incident stands, in the order of `IncidentState`. */
export const INCIDENT_STATES = ["NONE", "REPORTED", "CLOSED"] as const;
export type IncidentState = (typeof INCIDENT_STATES)[number];
