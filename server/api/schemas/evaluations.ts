import { z } from "zod";
import { EVALUATION_KINDS, EVALUATION_STATES, MEMBERSHIP_STATES } from "../../ledger/codes/statistics.ts";
import {
  ADDRESS,
  BILINGUAL,
  COUNT,
  DIGEST_TEXT,
  INSTANT,
  labelled,
  PUBLIC_PROVENANCE,
  REASON,
  REGION_TEXT,
  USCC_TEXT,
} from "./basics.ts";

const BASIS_POINTS = z.int().nonnegative().meta({ description: "Basis points, rounded half up: 8734 is 87.34 of 100" });

const evaluation = {
  code: z.string(),
  kind: z.enum(EVALUATION_KINDS).meta({ id: "EvaluationKind" }),
  year: z.int(),
  region: REGION_TEXT,
  number: z.int(),
  title: BILINGUAL,
  organisation: USCC_TEXT,
  organisationName: BILINGUAL.nullable(),
  state: z.enum(EVALUATION_STATES).meta({ id: "EvaluationState" }),
  evaluators: z.array(ADDRESS),
  total: BASIS_POINTS.nullable(),
  rank: z.int().positive().nullable(),
  labels: labelled("kind", "state"),
  provenance: PUBLIC_PROVENANCE,
};

/** An evaluation in a list. */
export const EVALUATION_ITEM = z
  .strictObject({ ...evaluation, materials: COUNT, sheets: COUNT })
  .meta({ id: "EvaluationItem" });

const criterion = { code: z.string(), maximum: COUNT, weight: BASIS_POINTS };

/** An evaluation with its scored items. */
export const EVALUATION = z
  .strictObject({
    ...evaluation,
    materials: z.array(z.strictObject({ manifestDigest: DIGEST_TEXT, at: INSTANT })),
    criteria: z.array(z.strictObject({ ...criterion, points: BASIS_POINTS.nullable() })),
    sheets: z.array(
      z
        .strictObject({
          evaluator: ADDRESS,
          items: z.array(z.strictObject({ ...criterion, score: COUNT })),
          total: BASIS_POINTS,
          opinionDigest: DIGEST_TEXT,
          at: INSTANT,
        })
        .meta({ id: "ScoreSheet" }),
    ),
    decisionDigest: DIGEST_TEXT.nullable(),
    check: z.strictObject({ recomputed: BASIS_POINTS.nullable(), matches: z.boolean().nullable() }),
  })
  .meta({ id: "Evaluation" });

/** A guidance visit. */
export const GUIDANCE_VISIT_ITEM = z
  .strictObject({
    region: REGION_TEXT,
    regionName: BILINGUAL,
    contact: USCC_TEXT,
    contactName: BILINGUAL.nullable(),
    visitedAt: INSTANT,
    documentDigest: DIGEST_TEXT,
    provenance: PUBLIC_PROVENANCE,
  })
  .meta({ id: "GuidanceVisitItem" });

/** A county or district that was not visited in a period. */
export const UNVISITED_REGION = z
  .strictObject({
    region: REGION_TEXT,
    regionName: BILINGUAL,
    period: z.string(),
    lastVisitedAt: INSTANT.nullable(),
    daysSince: COUNT.nullable(),
  })
  .meta({ id: "UnvisitedRegion" });

const MEMBERSHIP_COUNTS = z
  .strictObject({ NOMINATED: COUNT, IN_POOL: COUNT, GRADUATED: COUNT, REMOVED: COUNT })
  .meta({ id: "MembershipCounts" });

/** An enterprise pool. */
export const POOL_ITEM = z
  .strictObject({
    code: z.string(),
    region: REGION_TEXT,
    regionName: BILINGUAL,
    name: BILINGUAL,
    members: MEMBERSHIP_COUNTS,
    movements: MEMBERSHIP_COUNTS,
    provenance: PUBLIC_PROVENANCE,
  })
  .meta({ id: "PoolItem" });

const MEMBERSHIP_STATE = z.enum(MEMBERSHIP_STATES).meta({ id: "MembershipState" });

/** An enterprise's membership in a pool. */
export const MEMBER_ITEM = z
  .strictObject({
    pool: z.string(),
    poolName: BILINGUAL.nullable(),
    region: REGION_TEXT.nullable(),
    enterprise: USCC_TEXT,
    enterpriseName: BILINGUAL.nullable(),
    state: MEMBERSHIP_STATE,
    stateSince: INSTANT,
    runningPilots: COUNT,
    moves: z.array(
      z.strictObject({
        state: MEMBERSHIP_STATE,
        at: INSTANT,
        by: ADDRESS,
        reason: REASON.nullable(),
        documentDigest: DIGEST_TEXT.nullable(),
      }),
    ),
    labels: labelled("state"),
    provenance: PUBLIC_PROVENANCE,
  })
  .meta({ id: "MemberItem" });
