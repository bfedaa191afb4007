import type { AccountRecord } from "./authority-records.ts";
import { RUNNING_STATES } from "./codes/pilots.ts";
import type { SignalCode } from "./codes/signals.ts";
import { RISK_LEVELS, type RiskLevel } from "./codes/supervision.ts";
import type { AnchorRecord } from "./evidence-records.ts";
import type { MilestoneRecord } from "./milestone-records.ts";
import type { PilotRecord } from "./pilot-records.ts";
import type { Provenance } from "./provenance.ts";
import type { EventRecord } from "./records.ts";
import { RULES } from "./rules/rules.ts";
import type { CaseRecord, FilingRecord, IncidentRecord, RiskRatingRecord } from "./supervision-records.ts";
import { timelinessAt } from "./timeliness.ts";

/*
 * Risk signals (风险信号): derived, never stored, and no more than leads (行政处罚法 Art. 41): each says which events are behind it, and
 * together they suggest a level. A rating is a decision of a person, and stands beside.
 */

const DAY = 86_400;

/** All that the ledger says of a pilot that bears on its risk, as of an instant. */
export interface RiskFacts {
  readonly pilot: PilotRecord;
  readonly milestones: readonly MilestoneRecord[];
  readonly filing: FilingRecord | undefined;
  readonly cases: readonly CaseRecord[];
  readonly incidents: readonly IncidentRecord[];
  /** Its anchors that were ever disputed. */
  readonly disputed: readonly AnchorRecord[];
  /** Accounts of its lead. */
  readonly accounts: readonly AccountRecord[];
  /** Its events by actors of no organisation. */
  readonly unaffiliated: readonly EventRecord[];
  readonly latest: EventRecord | undefined;
}

/** Something that speaks for a risk, and the events that it follows from. */
export interface Signal {
  readonly code: SignalCode;
  readonly score: number;
  readonly events: readonly Provenance[];
}

/** The signals of a pilot at `asOf`, Unix seconds. Of a pilot that does not run there are none. */
export function signalsAt(facts: RiskFacts, asOf: number): Signal[] {
  if (!RUNNING_STATES.includes(facts.pilot.state)) return [];
  const found: [SignalCode, readonly Provenance[]][] = [
    ...overdue(facts, asOf),
    ["FILING_MISSING", isUnfiledRunning(facts.filing, asOf) ? passagesOf(facts.filing) : []],
    ["OPEN_SERIOUS", openCases(facts, "SERIOUS")],
    ["OPEN_CRITICAL", openCases(facts, "CRITICAL")],
    ["RECT_OVERDUE", facts.cases.filter((dossier) => overdueOrder(dossier, asOf)).map(({ updated }) => updated)],
    ["INCIDENT_OPEN", facts.incidents.filter(isGraveAndOpen).map(({ created }) => created)],
    ["EVIDENCE_DISPUTED", facts.disputed.filter(isInDispute).map(({ updated }) => updated)],
    ["KEY_COMPROMISE", facts.accounts.filter(({ lostAt }) => lostAt !== null).map(({ updated }) => updated)],
    ["NO_ACTIVITY_90D", inactivity(facts, asOf)],
    ["REPEAT_FINDING", repeatedFindings(facts.cases, asOf)],
    ["SECURITY_ASSESSMENT_MISSING", unassessedTrial(facts)],
    ["UNKNOWN_ACTOR", facts.unaffiliated.map(({ provenance }) => provenance)],
    ["EXTENSIONS_2", facts.milestones.filter(wasExtendedTwice).map(({ updated }) => updated)],
  ];
  return found
    .filter(([, events]) => events.length > 0)
    .map(([code, events]) => ({ code, score: RULES.risk.scores[code], events }));
}

/** The score that signals suggest: their sum, at most 100. */
export function suggestedScore(signals: readonly Signal[]): number {
  return Math.min(
    100,
    signals.reduce((sum, { score }) => sum + score, 0),
  );
}

/** The level of a score. */
export function levelOfScore(score: number): RiskLevel {
  const { MODERATE, HIGH, CRITICAL } = RULES.risk.levels;
  if (score >= CRITICAL) return "CRITICAL";
  if (score >= HIGH) return "HIGH";
  return score >= MODERATE ? "MODERATE" : "LOW";
}

/** The rating in force at `asOf`: the last one, unless it has expired. */
export function ratingAt(record: RiskRatingRecord | undefined, asOf: number) {
  const last = record?.ratings.at(-1);
  return last !== undefined && last.validUntil > asOf ? last : undefined;
}

/** How many bands lie between two levels. */
export function bandsBetween(one: RiskLevel, other: RiskLevel): number {
  return Math.abs(RISK_LEVELS.indexOf(one) - RISK_LEVELS.indexOf(other));
}

/**
 * Whether a service runs without a filing at `asOf` (未备案运行): it has begun, and the limit for filing has passed without one being
 * submitted, or the filing was refused or revoked.
 */
export function isUnfiledRunning(filing: FilingRecord | undefined, asOf: number): boolean {
  if (filing === undefined || filing.serviceStartAt > asOf) return false;
  if (filing.state === "PENDING") return filing.dueAt !== null && asOf > filing.dueAt;
  return filing.state === "REFUSED" || filing.state === "REVOKED";
}

/** The order of a case that is overdue at `asOf`: it binds, was not responded to, and its due date has passed. */
export function overdueOrder({ order, orders }: CaseRecord, asOf: number) {
  const last = orders.at(-1);
  return order === "OPEN" && last !== undefined && asOf > last.dueAt ? last : undefined;
}

/** Only the gravest of the bands counts for a milestone, and each band once for a pilot. */
function overdue({ pilot, milestones }: RiskFacts, asOf: number): [SignalCode, Provenance[]][] {
  const bands: Record<"M_OVERDUE_15" | "M_OVERDUE_30" | "M_OVERDUE_60", Provenance[]> = {
    M_OVERDUE_15: [],
    M_OVERDUE_30: [],
    M_OVERDUE_60: [],
  };
  for (const milestone of milestones) {
    const timeliness = timelinessAt(milestone, pilot, asOf);
    if (timeliness?.status !== "OVERDUE" || timeliness.daysLate < 15) continue;
    const band = timeliness.daysLate > 60 ? "M_OVERDUE_60" : timeliness.daysLate > 30 ? "M_OVERDUE_30" : "M_OVERDUE_15";
    bands[band].push(milestone.updated);
  }
  return Object.entries(bands) as [SignalCode, Provenance[]][];
}

function passagesOf(filing: FilingRecord | undefined): Provenance[] {
  return (filing?.states ?? []).slice(-1).map(({ provenance }) => provenance);
}

function openCases({ cases }: RiskFacts, severity: CaseRecord["severity"]): Provenance[] {
  return cases
    .filter((dossier) => dossier.state !== "CLOSED" && dossier.severity === severity)
    .map(({ created }) => created);
}

function isGraveAndOpen({ state, severity }: IncidentRecord): boolean {
  return state === "REPORTED" && (severity === "SERIOUS" || severity === "CRITICAL");
}

function isInDispute({ disputes }: AnchorRecord): boolean {
  return disputes.some(({ result }) => result === "OPEN");
}

function inactivity({ latest }: RiskFacts, asOf: number): Provenance[] {
  const isLong = latest !== undefined && asOf - latest.provenance.blockTime > RULES.risk.inactivityDays * DAY;
  return isLong ? [latest.provenance] : [];
}

/** The findings that repeat a clause of another case no longer before than the rules say. */
function repeatedFindings(cases: readonly CaseRecord[], asOf: number): Provenance[] {
  const findings = cases.flatMap((dossier) => dossier.findings.map((finding) => ({ dossier, finding })));
  return findings
    .filter(({ dossier, finding }) =>
      findings.some(
        (other) =>
          other.dossier.code !== dossier.code &&
          other.finding.clause === finding.clause &&
          other.finding.at <= finding.at &&
          finding.at - other.finding.at <= RULES.risk.repetitionDays * DAY &&
          asOf - finding.at <= RULES.risk.repetitionDays * DAY,
      ),
    )
    .map(({ dossier }) => dossier.updated);
}

/** A trial run that was submitted while no security assessment of the plan is accepted. */
function unassessedTrial({ milestones }: RiskFacts): Provenance[] {
  const isAssessed = milestones.some(({ kind, state }) => kind === "SECURITY_ASSESSMENT" && state === "ACCEPTED");
  if (isAssessed) return [];
  return milestones
    .filter(({ kind }) => kind === "TRIAL_RUN")
    .flatMap(({ submissions }) => submissions.slice(0, 1).map(({ provenance }) => provenance));
}

function wasExtendedTwice({ extensions }: MilestoneRecord): boolean {
  return extensions.filter(({ decision }) => decision?.result === "GRANTED").length >= 2;
}
