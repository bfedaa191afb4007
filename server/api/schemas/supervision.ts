import { z } from "zod";
import {
  CASE_ORIGINS,
  CASE_STATES,
  CLOSE_REASONS,
  COMPLAINT_CHANNELS,
  COMPLAINT_STATES,
  DRAW_STATES,
  FILING_FORMS,
  FILING_STATES,
  HEARING_STATES,
  INCIDENT_STATES,
  INSPECTION_KINDS,
  INSPECTION_RESULTS,
  ORDER_STATES,
  PENALTY_KINDS,
  SEVERITIES,
  VERDICTS,
} from "../../ledger/codes/supervision.ts";
import {
  ADDRESS,
  BILINGUAL,
  COUNT,
  DECIMAL,
  DIGEST_TEXT,
  DOSSIER_TEXT,
  INSTANT,
  labelled,
  PILOT_BRIEF,
  PROVENANCE,
  PUBLIC_PROVENANCE,
  REASON,
  REGION_TEXT,
} from "./basics.ts";

const SEVERITY = z.enum(SEVERITIES).meta({ id: "Severity" });

const CASE_STATE = z.enum(CASE_STATES).meta({ id: "CaseState" });

const ORDER_STATE = z.enum(ORDER_STATES).meta({ id: "OrderState" });

const PENALTY_KIND = z.enum(PENALTY_KINDS).meta({ id: "PenaltyKind" });

/** A passage into a state. */
const passage = <State extends z.ZodType>(state: State) =>
  z.strictObject({ state, at: INSTANT, reason: REASON.nullable(), provenance: PROVENANCE });

const caseMembers = {
  code: DOSSIER_TEXT,
  ...PILOT_BRIEF,
  origin: z.enum(CASE_ORIGINS),
  source: DOSSIER_TEXT.nullable(),
  clause: z.string(),
  severity: SEVERITY,
  state: CASE_STATE,
  decisionDueAt: INSTANT,
  limitationAt: INSTANT,
  order: ORDER_STATE,
  round: COUNT,
  closing: z.enum(CLOSE_REASONS).nullable(),
  openedAt: INSTANT,
  stateSince: INSTANT,
  decisionDaysLate: COUNT,
  orderDueAt: INSTANT.nullable(),
  labels: labelled("state", "severity", "origin", "order", "closing"),
  provenance: PUBLIC_PROVENANCE,
};

/** A case in a list. */
export const CASE_ITEM = z.strictObject({ ...caseMembers, findings: COUNT }).meta({ id: "CaseItem" });

const FINDING = z
  .strictObject({ clause: z.string(), severity: SEVERITY, evidenceDigest: DIGEST_TEXT, at: INSTANT, by: ADDRESS })
  .meta({ id: "Finding" });

const order = {
  round: COUNT,
  orderedAt: INSTANT,
  dueAt: INSTANT,
  suspendService: z.boolean(),
  orderDigest: DIGEST_TEXT,
  response: z.strictObject({ at: INSTANT, manifestDigest: DIGEST_TEXT }).nullable(),
  verdict: z
    .strictObject({ verdict: z.enum(VERDICTS), at: INSTANT, by: ADDRESS, documentDigest: DIGEST_TEXT })
    .nullable(),
  lifted: z.strictObject({ at: INSTANT, reason: REASON }).nullable(),
};

const PENALTY = z
  .strictObject({
    noticedAt: INSTANT,
    kinds: z.array(PENALTY_KIND),
    fineFen: DECIMAL,
    fineMinimumFen: DECIMAL,
    fineMaximumFen: DECIMAL,
    clause: z.string(),
    statementUntil: INSTANT,
    noticeDigest: DIGEST_TEXT,
    statements: z.array(z.strictObject({ at: INSTANT, statementDigest: DIGEST_TEXT })),
    waivedAt: INSTANT.nullable(),
    hearing: z.enum(HEARING_STATES),
    decision: z
      .strictObject({
        kinds: z.array(PENALTY_KIND),
        fineFen: DECIMAL,
        at: INSTANT,
        by: ADDRESS,
        decisionDigest: DIGEST_TEXT,
      })
      .nullable(),
    service: z.strictObject({ servedAt: INSTANT, payDueAt: INSTANT }).nullable(),
    execution: z.strictObject({ at: INSTANT, paidFen: DECIMAL, lateFeeFen: DECIMAL }).nullable(),
    withdrawn: z.strictObject({ at: INSTANT, reason: REASON }).nullable(),
  })
  .meta({ id: "Penalty" });

/** A case in full. */
export const CASE = z
  .strictObject({
    ...caseMembers,
    inspections: z.array(DOSSIER_TEXT),
    inspectors: z.array(ADDRESS),
    findings: z.array(FINDING),
    orders: z.array(z.strictObject(order).meta({ id: "Order" })),
    penalties: z.array(PENALTY),
    states: z.array(passage(CASE_STATE)),
  })
  .meta({ id: "Case" });

/** An order to rectify in a list. */
export const ORDER_ITEM = z
  .strictObject({
    ...order,
    ...PILOT_BRIEF,
    code: z.string(),
    case: DOSSIER_TEXT,
    state: ORDER_STATE,
    overdue: z.boolean(),
    daysLate: COUNT,
    labels: labelled("state", "verdict"),
    provenance: PUBLIC_PROVENANCE,
  })
  .meta({ id: "OrderItem" });

/** How often a clause was breached. */
export const CLAUSE_FINDINGS = z
  .strictObject({
    clause: z.string(),
    findings: COUNT,
    bySeverity: z.strictObject({ MINOR: COUNT, GENERAL: COUNT, SERIOUS: COUNT, CRITICAL: COUNT }),
    cases: z.array(DOSSIER_TEXT),
    pilots: COUNT,
    latestAt: INSTANT,
  })
  .meta({ id: "ClauseFindings" });

/** A service filing. */
export const FILING_ITEM = z
  .strictObject({
    ...PILOT_BRIEF,
    state: z.enum(FILING_STATES).meta({ id: "FilingState" }),
    form: z.enum(FILING_FORMS),
    name: BILINGUAL,
    serviceStartAt: INSTANT,
    dueAt: INSTANT.nullable(),
    number: z.string().nullable(),
    filedAt: INSTANT.nullable(),
    unfiledRunning: z.boolean(),
    daysLeft: z.int().nullable(),
    stateSince: INSTANT,
    note: BILINGUAL.meta({ description: "A filing is a registration, not an endorsement" }),
    labels: labelled("state", "form"),
    provenance: PUBLIC_PROVENANCE,
  })
  .meta({ id: "FilingItem" });

const COMPLAINT_STATE = z.enum(COMPLAINT_STATES).meta({ id: "ComplaintState" });

/** A complaint. */
export const COMPLAINT_ITEM = z
  .strictObject({
    code: DOSSIER_TEXT,
    ...PILOT_BRIEF,
    channel: z.enum(COMPLAINT_CHANNELS),
    documentDigest: DIGEST_TEXT,
    state: COMPLAINT_STATE,
    case: DOSSIER_TEXT.nullable(),
    states: z.array(passage(COMPLAINT_STATE)),
    receivedAt: INSTANT,
    labels: labelled("state", "channel"),
    provenance: PUBLIC_PROVENANCE,
  })
  .meta({ id: "ComplaintItem" });

/** An inspection. */
export const INSPECTION_ITEM = z
  .strictObject({
    code: DOSSIER_TEXT,
    ...PILOT_BRIEF,
    kind: z.enum(INSPECTION_KINDS),
    draw: DOSSIER_TEXT.nullable(),
    inspectors: z.array(ADDRESS),
    planDigest: DIGEST_TEXT.nullable(),
    conclusion: z
      .strictObject({ result: z.enum(INSPECTION_RESULTS), at: INSTANT, by: ADDRESS, recordDigest: DIGEST_TEXT })
      .nullable(),
    openedAt: INSTANT,
    labels: labelled("kind", "result"),
    provenance: PUBLIC_PROVENANCE,
  })
  .meta({ id: "InspectionItem" });

const DRAW_STATE = z.enum(DRAW_STATES).meta({ id: "DrawState" });

const PLACES = z.array(COUNT).meta({ description: "Places in the list, from 0" });

/** A random draw in a list. */
export const DRAW_ITEM = z
  .strictObject({
    code: DOSSIER_TEXT,
    region: REGION_TEXT,
    regionName: BILINGUAL,
    programme: z.string().nullable(),
    listDigest: DIGEST_TEXT,
    listLength: COUNT,
    count: COUNT,
    seedBlock: z.int(),
    state: DRAW_STATE,
    missed: DOSSIER_TEXT.nullable(),
    seed: DIGEST_TEXT.nullable(),
    chosen: PLACES.nullable(),
    committedAt: INSTANT,
    drawnAt: INSTANT.nullable(),
    labels: labelled("state"),
    provenance: PUBLIC_PROVENANCE,
  })
  .meta({ id: "DrawItem" });

const MATCHES = z.boolean().nullable().meta({ description: "null where one side is not to be had" });

/** A random draw, checked again. */
export const DRAW = z
  .strictObject({
    ...DRAW_ITEM.shape,
    states: z.array(passage(DRAW_STATE)),
    inspections: z.array(DOSSIER_TEXT),
    check: z.strictObject({
      seed: z.strictObject({ stated: DIGEST_TEXT.nullable(), mirrored: DIGEST_TEXT.nullable(), matches: MATCHES }),
      places: z.strictObject({ stated: PLACES.nullable(), repeated: PLACES.nullable(), matches: MATCHES }),
      list: z.strictObject({ committed: DIGEST_TEXT, given: DIGEST_TEXT.nullable(), matches: MATCHES }),
    }),
  })
  .meta({ id: "Draw" });

/** An incident. */
export const INCIDENT_ITEM = z
  .strictObject({
    code: DOSSIER_TEXT,
    ...PILOT_BRIEF,
    severity: SEVERITY,
    occurredAt: INSTANT,
    reportDigest: DIGEST_TEXT,
    state: z.enum(INCIDENT_STATES),
    closure: z.strictObject({ at: INSTANT, containedAt: INSTANT, reportDigest: DIGEST_TEXT }).nullable(),
    reportedAt: INSTANT,
    labels: labelled("state", "severity"),
    provenance: PUBLIC_PROVENANCE,
  })
  .meta({ id: "IncidentItem" });

/** A decided penalty on an organisation's record. */
export const PENALTY_ITEM = z
  .strictObject({
    case: DOSSIER_TEXT,
    pilot: PILOT_BRIEF.pilot,
    clause: z.string(),
    kinds: z.array(PENALTY_KIND),
    fineFen: DECIMAL,
    decidedAt: INSTANT,
    withdrawnAt: INSTANT.nullable(),
  })
  .meta({ id: "PenaltyItem" });

/** A clause that was found breached more than once. */
export const REPEATED_CLAUSE = z
  .strictObject({
    clause: z.string(),
    gravest: SEVERITY,
    cases: z.array(DOSSIER_TEXT),
    withinRepetitionDays: z.boolean(),
  })
  .meta({ id: "RepeatedClause" });
