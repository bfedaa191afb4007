import type { MilestoneRecord, SubmissionRecord } from "../../ledger/milestone-records.ts";
import { monthOf, type Span } from "../../ledger/periods.ts";
import type { PilotRecord } from "../../ledger/pilot-records.ts";
import { RULES } from "../../ledger/rules/rules.ts";
import { CalendarError, endOfWorkingDayAfter } from "../../ledger/rules/working-days.ts";
import { timelinessAt } from "../../ledger/timeliness.ts";
import type { EventBehind, Fact, Place } from "./fact.ts";
import { isWithin, placeOf } from "./pilot-facts.ts";

/** Which facts of milestones are asked for: of what happened within a span, as of an instant. */
interface Asked {
  readonly span: Span;
  readonly asOf: number;
  /** `standing`: how they stand, alone. */
  readonly part: "standing" | "all";
}

/** What a milestone adds to the figures of timeliness as of an instant. Waived ones and those of pilots that do not run are not due. */
export function* milestoneFacts(
  pilot: PilotRecord,
  milestone: MilestoneRecord,
  { span, asOf, part }: Asked,
): Generator<Fact> {
  const place = { ...placeOf(pilot), kind: milestone.kind };
  const timeliness = timelinessAt(milestone, pilot, asOf);
  if (timeliness !== undefined) {
    const stands = { ...place, timeliness: timeliness.status };
    yield { code: "MILESTONE", subject: milestone.code, amount: 1n, place: stands, behind: eventsOf(milestone) };
  }
  if (part === "standing") return;
  if (timeliness !== undefined && timeliness.status !== "WAIVED" && timeliness.status !== "NOT_RUNNING") {
    const { status, dueAt, originalDueAt, daysLate, daysLateOriginally } = timeliness;
    const isAccepted = status === "ON_TIME" || status === "LATE";
    const due = (instant: number) => isWithin(instant, span) && instant <= asOf;
    const fact = (instant: number) => ({
      subject: milestone.code,
      amount: 1n,
      place: { ...place, month: monthOf(instant) },
      behind: eventsOf(milestone),
    });
    if (due(dueAt)) {
      yield { code: "MILESTONE_DUE", ...fact(dueAt) };
      if (isAccepted && daysLate === 0) yield { code: "MILESTONE_ON_TIME", ...fact(dueAt) };
    }
    if (due(originalDueAt)) {
      yield { code: "MILESTONE_DUE_ORIGINALLY", ...fact(originalDueAt) };
      if (isAccepted && daysLateOriginally === 0) {
        yield { code: "MILESTONE_ON_TIME_ORIGINALLY", ...fact(originalDueAt) };
      }
    }
    if (status === "OVERDUE") {
      const overdue = fact(dueAt);
      yield { code: "MILESTONE_OVERDUE", ...overdue, place: { ...overdue.place, band: bandOf(daysLate) } };
    }
  }
  yield* extensionFacts(milestone, place, span);
  for (const submission of milestone.submissions) yield* reviewFacts(milestone, submission, place, span, asOf);
}

/** The band of a number of days overdue, by the rule set: `1-15`, …, `>60`. */
function bandOf(days: number): string {
  const ends = RULES.overdueBandDays;
  const index = ends.findIndex((end) => days <= end);
  return index < 0 ? `>${ends.at(-1)}` : `${(ends[index - 1] ?? 0) + 1}-${ends[index]}`;
}

function* extensionFacts({ code, pilot, extensions }: MilestoneRecord, place: Place, span: Span): Generator<Fact> {
  for (const { decision } of extensions) {
    if (decision?.result !== "GRANTED" || !isWithin(decision.at, span)) continue;
    const behind = [{ pilot, events: ["ExtensionGranted"], blockTime: decision.at } as const];
    yield { code: "EXTENSION", subject: code, amount: 1n, place: { ...place, month: monthOf(decision.at) }, behind };
  }
}

/** The regulator's own timeliness: submissions decided on in the span, and those that wait past their limit at the end of it. */
function* reviewFacts(
  { code, pilot }: MilestoneRecord,
  { submittedAt, decision, provenance }: SubmissionRecord,
  place: Place,
  span: Span,
  asOf: number,
): Generator<Fact> {
  const at = decision?.at ?? asOf;
  if (decision !== null && !isWithin(decision.at, span)) return;
  const decided: EventBehind[] =
    decision === null
      ? []
      : [
          {
            pilot,
            events: [decision.result === "ACCEPTED" ? "MilestoneAccepted" : "MilestoneReturned"],
            blockTime: at,
          },
        ];
  const behind = [provenance, ...decided];
  const fact = { subject: code, amount: 1n, place: { ...place, month: monthOf(at) }, behind };
  if (decision !== null) {
    yield { code: "REVIEW", ...fact };
    yield { code: "REVIEW_SECONDS", ...fact, amount: BigInt(at - submittedAt) };
  }
  try {
    const isLate = at > endOfWorkingDayAfter(submittedAt, RULES.milestoneReviewWorkingDays);
    if (isLate) yield { code: "REVIEW_LATE", ...fact };
  } catch (error) {
    if (!(error instanceof CalendarError)) throw error;
    yield { code: "REVIEW_LIMIT_UNKNOWN", ...fact };
  }
}

/** The plan, the latest submission and the latest change: what the standing of a milestone follows from. */
function eventsOf({ created, updated, submissions }: MilestoneRecord): EventBehind[] {
  const latest = submissions.slice(-1).map(({ provenance }) => provenance);
  const all = [created, ...latest, updated];
  return all.filter(
    (one, index) =>
      all.findIndex((other) => other.blockNumber === one.blockNumber && other.logIndex === one.logIndex) === index,
  );
}
