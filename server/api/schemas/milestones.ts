import { z } from "zod";
import { DIGEST_ALGORITHMS, EVIDENCE_KINDS } from "../../ledger/codes/evidence.ts";
import { MILESTONE_KINDS, MILESTONE_STATES } from "../../ledger/codes/milestones.ts";
import { VOTES } from "../../ledger/codes/pilots.ts";
import { TIMELINESS as STATUSES } from "../../ledger/timeliness.ts";
import {
  ADDRESS,
  BILINGUAL,
  COUNT,
  DECIMAL,
  DIGEST_TEXT,
  FIELD_TEXT,
  INSTANT,
  labelled,
  PILOT_TEXT,
  PROVENANCE,
  PUBLIC_PROVENANCE,
  REASON,
  REGION_TEXT,
  USCC_TEXT,
} from "./basics.ts";

const EVIDENCE_KIND = z.enum(EVIDENCE_KINDS);

export const MILESTONE_STATE = z.enum(MILESTONE_STATES).meta({ id: "MilestoneState" });

/** How a milestone stands against its due dates. */
const TIMELINESS = z
  .strictObject({
    status: z.enum(STATUSES),
    dueAt: INSTANT,
    originalDueAt: INSTANT,
    daysLate: COUNT,
    daysLateOriginally: COUNT,
    reviewDueAt: INSTANT.nullable(),
    fault: z.literal("CALENDAR_YEAR_MISSING").nullable(),
  })
  .meta({ id: "Timeliness" });

/** An expert's vote: on a submission of a milestone, or on the acceptance of a pilot. */
export const PANEL_VOTE = z
  .strictObject({ expert: ADDRESS, vote: z.enum(VOTES), opinionDigest: DIGEST_TEXT, at: INSTANT })
  .meta({ id: "PanelVote" });

const SUBMISSION = z
  .strictObject({
    revision: z.int(),
    submittedAt: INSTANT,
    claimedAt: INSTANT,
    manifestDigest: DIGEST_TEXT,
    fileCount: COUNT,
    totalBytes: DECIMAL,
    evidence: z.array(
      z.strictObject({ kind: EVIDENCE_KIND, algorithm: z.enum(DIGEST_ALGORITHMS), digest: DIGEST_TEXT }),
    ),
    panel: z
      .strictObject({
        convenedAt: INSTANT,
        by: ADDRESS,
        experts: z.array(ADDRESS),
        threshold: z.int(),
        votes: z.array(PANEL_VOTE),
      })
      .nullable(),
    decision: z
      .strictObject({
        result: z.enum(["ACCEPTED", "RETURNED"]),
        at: INSTANT,
        by: ADDRESS,
        reason: REASON.nullable(),
        decisionDigest: DIGEST_TEXT.nullable(),
      })
      .nullable(),
    provenance: PROVENANCE,
  })
  .meta({ id: "Submission" });

const EXTENSION = z
  .strictObject({
    requestedAt: INSTANT,
    requestedDueAt: INSTANT,
    reason: REASON,
    decision: z.strictObject({ result: z.enum(["GRANTED", "REFUSED"]), at: INSTANT, by: ADDRESS }).nullable(),
  })
  .meta({ id: "Extension" });

/** A milestone as answers show it. */
export const MILESTONE = z
  .strictObject({
    code: z.string(),
    pilot: PILOT_TEXT,
    number: z.int(),
    title: BILINGUAL.nullable(),
    kind: z.enum(MILESTONE_KINDS),
    mandatory: z.boolean(),
    weight: z.int(),
    dependsOn: z.array(z.int()),
    requiredEvidence: z.array(EVIDENCE_KIND),
    state: MILESTONE_STATE,
    submissions: z.array(SUBMISSION),
    extensions: z.array(EXTENSION),
    waived: z.strictObject({ at: INSTANT, by: ADDRESS, reason: REASON }).nullable(),
    timeliness: TIMELINESS,
    labels: labelled("state", "kind", "timeliness"),
    provenance: PUBLIC_PROVENANCE,
  })
  .meta({ id: "Milestone" });

/** A milestone in a list across pilots. */
export const MILESTONE_ITEM = z
  .strictObject({
    ...MILESTONE.shape,
    pilotTitle: BILINGUAL,
    region: REGION_TEXT,
    field: FIELD_TEXT,
    lead: USCC_TEXT,
    leadName: BILINGUAL.nullable(),
  })
  .meta({ id: "MilestoneItem" });
