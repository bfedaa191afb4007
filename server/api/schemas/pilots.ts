import { z } from "zod";
import { FILING_REQUIREMENTS, PARTY_ROLES, PILOT_STATES, STAGES } from "../../ledger/codes/pilots.ts";
import { PROGRAMME_KINDS } from "../../ledger/codes/programmes.ts";
import {
  ADDRESS,
  BILINGUAL,
  COUNT,
  DECIMAL,
  DIGEST_TEXT,
  EVENT_NAME,
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
import { MILESTONE, PANEL_VOTE } from "./milestones.ts";

export const PILOT_STATE = z.enum(PILOT_STATES).meta({ id: "PilotState" });

export const STAGE = z.enum(STAGES).meta({ id: "Stage" });

const common = {
  code: PILOT_TEXT,
  programme: z.string(),
  programmeKind: z.enum(PROGRAMME_KINDS),
  year: z.int(),
  region: REGION_TEXT,
  field: FIELD_TEXT,
  serial: z.int(),
  lead: USCC_TEXT,
  title: BILINGUAL,
  summary: BILINGUAL.nullable(),
  platform: z.string().nullable(),
  state: PILOT_STATE,
  stage: STAGE,
  filing: z.enum(FILING_REQUIREMENTS),
  filingReason: z.string().nullable(),
  budgetFen: DECIMAL,
  applicationDigest: DIGEST_TEXT,
  predecessor: PILOT_TEXT.nullable(),
  version: z.int(),
  returnRounds: COUNT,
  milestoneCount: COUNT,
  mandatoryOpen: COUNT,
  registrar: ADDRESS.nullable(),
  leadName: BILINGUAL.nullable(),
  appliedAt: INSTANT,
  labels: labelled("state", "stage"),
  provenance: PUBLIC_PROVENANCE,
};

/** A pilot in a list. */
export const PILOT_ITEM = z.strictObject({ ...common, stateSince: INSTANT }).meta({ id: "PilotItem" });

const PARTY = z.strictObject({
  organisation: USCC_TEXT,
  role: z.enum(PARTY_ROLES),
  consentDigest: DIGEST_TEXT,
  joinedAt: INSTANT,
  leftAt: INSTANT.nullable(),
  name: BILINGUAL.nullable(),
});

const ACCEPTANCE = z.strictObject({
  round: z.int(),
  requestedAt: INSTANT,
  manifestDigest: DIGEST_TEXT,
  experts: z.array(ADDRESS),
  threshold: z.int(),
  votes: z.array(PANEL_VOTE),
  result: z.enum(["ACCEPTED", "CONDITIONAL", "FAILED"]).nullable(),
  decidedAt: INSTANT.nullable(),
});

const SHOWCASE = z.strictObject({
  grantedAt: INSTANT,
  validUntil: INSTANT,
  decisionDigest: DIGEST_TEXT,
  revokedAt: INSTANT.nullable(),
  revokedReason: REASON.nullable(),
});

/** A pilot in full. */
export const PILOT = z
  .strictObject({
    ...common,
    programmeTitle: BILINGUAL.nullable(),
    parties: z.array(PARTY),
    states: z.array(
      z.strictObject({ state: PILOT_STATE, at: INSTANT, reason: REASON.nullable(), provenance: PROVENANCE }),
    ),
    stages: z.array(z.strictObject({ stage: STAGE, at: INSTANT })),
    acceptance: z.array(ACCEPTANCE),
    showcases: z.array(SHOWCASE),
    milestones: z.array(MILESTONE),
    attention: z.strictObject({ dueSoon: COUNT, overdue: COUNT, reviewLate: COUNT }),
  })
  .meta({ id: "Pilot" });

/** An event of a pilot's history. */
export const TIMELINE_ITEM = z
  .strictObject({
    event: EVENT_NAME,
    label: BILINGUAL,
    at: INSTANT,
    args: z.record(z.string(), z.unknown()),
    leaf: DIGEST_TEXT,
    provenance: PUBLIC_PROVENANCE,
  })
  .meta({ id: "TimelineItem" });

/** A member of a record that is another than it was. */
const MEMBER_CHANGE = z
  .strictObject({ kind: z.string(), id: z.string(), path: z.string(), from: z.unknown(), to: z.unknown() })
  .meta({
    id: "MemberChange",
    description: "path is a member such as submissions[0].decision.result; null is nothing",
  });

/** An event of a pilot's history with what it changed. */
export const HISTORY_ITEM = z
  .strictObject({ ...TIMELINE_ITEM.shape, changes: z.array(MEMBER_CHANGE) })
  .meta({ id: "HistoryItem" });

const CUT = z
  .strictObject({ block: z.int().nullable(), time: INSTANT })
  .meta({ id: "Cut", description: "Everything no later than this; block is null where an instant was asked for" });

/** What is other about a pilot at one point than at an earlier one. */
export const PILOT_DIFFERENCE = z
  .strictObject({
    code: PILOT_TEXT,
    from: CUT,
    to: CUT,
    changes: z.array(MEMBER_CHANGE),
    events: z.array(TIMELINE_ITEM),
  })
  .meta({ id: "PilotDifference" });
