/** When a figure meets its target, in the order of `IndicatorDirection` in the contracts. */
export const INDICATOR_DIRECTIONS = ["NONE", "AT_LEAST", "AT_MOST", "INFORMATIVE"] as const;
export type IndicatorDirection = (typeof INDICATOR_DIRECTIONS)[number];

/** Where a report stands, in the order of `ReportState`; after those, what a corrected one has come to. */
export const REPORT_STATES = ["NONE", "REPORTED", "VERIFIED", "CORRECTED"] as const;
export type ReportState = (typeof REPORT_STATES)[number];

/** States of a bulletin, in the order of `BulletinState`. */
export const BULLETIN_STATES = ["NONE", "DRAFTED", "COSIGNED", "PUBLISHED", "SUPERSEDED"] as const;
export type BulletinState = (typeof BULLETIN_STATES)[number];

/** The files of a bulletin, in the order of `BulletinPart`. */
export const BULLETIN_PARTS = ["NONE", "DATASET", "DOCUMENT"] as const;
export type BulletinPart = (typeof BULLETIN_PARTS)[number];

/** An issuer's place, in the order of `IssuerSeat`. */
export const ISSUER_SEATS = ["NONE", "NAMED", "SIGNED"] as const;

/** Kinds of evaluation, in the order of `EvaluationKind`. */
export const EVALUATION_KINDS = ["NONE", "CITY_ON_SITE", "COUNTY_COMPREHENSIVE", "BASE_ANNUAL"] as const;
export type EvaluationKind = (typeof EVALUATION_KINDS)[number];

/** States of an evaluation, in the order of `EvaluationState`. */
export const EVALUATION_STATES = ["NONE", "PLANNED", "COLLECTING", "SCORED", "PUBLISHED"] as const;
export type EvaluationState = (typeof EVALUATION_STATES)[number];

/** An expert's place in an evaluation, in the order of `EvaluatorSeat`. */
export const EVALUATOR_SEATS = ["NONE", "NAMED", "DELIVERED"] as const;

/** Where an enterprise stands in a pool, in the order of `MembershipState`. */
export const MEMBERSHIP_STATES = ["NONE", "NOMINATED", "IN_POOL", "GRADUATED", "REMOVED"] as const;
export type MembershipState = (typeof MEMBERSHIP_STATES)[number];
