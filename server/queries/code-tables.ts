import type { Bilingual } from "../ledger/codes/bilingual.ts";
import { EVENT_LABELS } from "../ledger/codes/event-labels.ts";
import * as labels from "../ledger/codes/labels.ts";
import { regionName } from "../ledger/codes/regions.ts";
import { SIGNAL_LABELS } from "../ledger/codes/signals.ts";
import * as supervision from "../ledger/codes/supervision-labels.ts";
import type { RecordTypes } from "../ledger/records.ts";
import type { StoreReader } from "../store/reader.ts";
import { TASK_LABELS } from "./queues/task.ts";

/** A code with its name. */
export interface CodeLabel {
  readonly code: string;
  readonly label: Bilingual;
}

/** Every code that an answer or a parameter can hold, named in both languages. */
export interface CodeTables {
  readonly fields: readonly (CodeLabel & { readonly enabled: boolean })[];
  readonly regions: readonly (CodeLabel & { readonly enabled: boolean })[];
  readonly programmes: readonly CodeLabel[];
  readonly tables: Readonly<Record<string, readonly CodeLabel[]>>;
}

const TABLES: CodeTables["tables"] = {
  pilotStates: labelled(labels.PILOT_STATE_LABELS),
  stages: labelled(labels.STAGE_LABELS),
  programmeKinds: labelled(labels.PROGRAMME_KIND_LABELS),
  filingRequirements: labelled(labels.FILING_REQUIREMENT_LABELS),
  partyRoles: labelled(labels.PARTY_ROLE_LABELS),
  votes: labelled(labels.VOTE_LABELS),
  milestoneKinds: labelled(labels.MILESTONE_KIND_LABELS),
  milestoneStates: labelled(labels.MILESTONE_STATE_LABELS),
  timeliness: labelled(labels.TIMELINESS_LABELS),
  roles: labelled(labels.ROLE_LABELS),
  organisationKinds: labelled(labels.ORGANISATION_KIND_LABELS),
  organisationStatuses: labelled(labels.ORGANISATION_STATUS_LABELS),
  digestAlgorithms: labelled(labels.DIGEST_ALGORITHM_LABELS),
  evidenceUses: labelled(labels.EVIDENCE_USE_LABELS),
  disputeCapacities: labelled(labels.DISPUTE_CAPACITY_LABELS),
  disputeResults: labelled(labels.DISPUTE_RESULT_LABELS),
  evidenceKinds: labelled(labels.EVIDENCE_KIND_LABELS),
  indicatorDirections: labelled(labels.INDICATOR_DIRECTION_LABELS),
  reportStates: labelled(labels.REPORT_STATE_LABELS),
  bulletinStates: labelled(labels.BULLETIN_STATE_LABELS),
  bulletinParts: labelled(labels.BULLETIN_PART_LABELS),
  evaluationKinds: labelled(labels.EVALUATION_KIND_LABELS),
  evaluationStates: labelled(labels.EVALUATION_STATE_LABELS),
  membershipStates: labelled(labels.MEMBERSHIP_STATE_LABELS),
  severities: labelled(supervision.SEVERITY_LABELS),
  filingStates: labelled(supervision.FILING_STATE_LABELS),
  filingForms: labelled(supervision.FILING_FORM_LABELS),
  complaintChannels: labelled(supervision.COMPLAINT_CHANNEL_LABELS),
  complaintStates: labelled(supervision.COMPLAINT_STATE_LABELS),
  drawStates: labelled(supervision.DRAW_STATE_LABELS),
  inspectionKinds: labelled(supervision.INSPECTION_KIND_LABELS),
  inspectionResults: labelled(supervision.INSPECTION_RESULT_LABELS),
  caseStates: labelled(supervision.CASE_STATE_LABELS),
  caseOrigins: labelled(supervision.CASE_ORIGIN_LABELS),
  closeReasons: labelled(supervision.CLOSE_REASON_LABELS),
  orderStates: labelled(supervision.ORDER_STATE_LABELS),
  verdicts: labelled(supervision.VERDICT_LABELS),
  penaltyKinds: labelled(supervision.PENALTY_KIND_LABELS),
  hearingStates: labelled(supervision.HEARING_STATE_LABELS),
  riskLevels: labelled(supervision.RISK_LEVEL_LABELS),
  incidentStates: labelled(supervision.INCIDENT_STATE_LABELS),
  signals: labelled(SIGNAL_LABELS),
  tasks: labelled(TASK_LABELS),
  events: labelled(EVENT_LABELS),
};

/** The code tables: the fixed ones, and the registries as the ledger has them. */
export async function codeTables(reader: StoreReader): Promise<CodeTables> {
  return {
    fields: await registry(reader, "field", (field) => field.name),
    regions: await registry(reader, "region", ({ code }) => regionName(code) ?? { zh: code, en: code }),
    programmes: await programmes(reader),
    tables: TABLES,
  };
}

async function registry<Kind extends "field" | "region">(
  reader: StoreReader,
  kind: Kind,
  nameOf: (record: RecordTypes[Kind]) => Bilingual,
) {
  const entries: (CodeLabel & { enabled: boolean })[] = [];
  for await (const [code, record] of reader.list(kind)) {
    entries.push({ code, label: nameOf(record), enabled: record.enabled });
  }
  return entries;
}

async function programmes(reader: StoreReader): Promise<CodeLabel[]> {
  const entries: CodeLabel[] = [];
  for await (const [code, programme] of reader.list("programme")) entries.push({ code, label: programme.title });
  return entries;
}

function labelled(table: Readonly<Record<string, Bilingual>>): CodeLabel[] {
  return Object.entries(table).map(([code, label]) => ({ code, label }));
}
