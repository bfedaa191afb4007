import { type PilotState, RUNNING_STATES } from "./codes/pilots.ts";
import type { MilestoneRecord, SubmissionRecord } from "./milestone-records.ts";
import type { PilotRecord } from "./pilot-records.ts";
import { RULES } from "./rules/rules.ts";
import { CalendarError, endOfWorkingDayAfter } from "./rules/working-days.ts";

/*
 * Derived, never stored: how a milestone stands against its due dates at an instant. Everything before the instant counts and
 * nothing after it, so an answer about the past is the answer that was true then.
 */

/** How a milestone stands at an instant. */
export const TIMELINESS = [
  "ON_TRACK",
  "DUE_SOON",
  "OVERDUE",
  "UNDER_REVIEW",
  "REVIEW_LATE",
  "ON_TIME",
  "LATE",
  "WAIVED",
  "NOT_RUNNING",
] as const;
export type TimelinessStatus = (typeof TIMELINESS)[number];

/** How a milestone stands at an instant, against both due dates. */
export interface Timeliness {
  readonly status: TimelinessStatus;
  /** As of the instant, Unix seconds. */
  readonly dueAt: number;
  readonly originalDueAt: number;
  /** Whole or begun days past `dueAt`; 0 when not past. For a submitted milestone, of its submission. */
  readonly daysLate: number;
  /** The same against `originalDueAt`: extensions hide nothing. */
  readonly daysLateOriginally: number;
  /** When a decision on the waiting submission is due; null when none is waiting, or when that cannot be computed. */
  readonly reviewDueAt: number | null;
  /** Why `reviewDueAt` cannot be computed: the working-day calendar ends before. It is never guessed. */
  readonly fault: "CALENDAR_YEAR_MISSING" | null;
}

const DAY = 86_400;

/**
 * How `milestone` of `pilot` stands at `asOf`.
 *
 * Timeliness of an accepted milestone goes by when the accepted revision was *submitted*; a waiting submission is not charged to
 * the team, and past the regulator's own limit it is the review that is late.
 *
 * @param asOf Unix seconds.
 * @returns undefined when the milestone was not planned yet at `asOf`.
 */
export function timelinessAt(milestone: MilestoneRecord, pilot: PilotRecord, asOf: number): Timeliness | undefined {
  if (milestone.plannedAt > asOf) return undefined;
  const dueAt = dueAtInstant(milestone, asOf);
  const { originalDueAt } = milestone;
  const standing = (status: TimelinessStatus, measuredAt: number): Timeliness => ({
    status,
    dueAt,
    originalDueAt,
    daysLate: daysAfter(dueAt, measuredAt),
    daysLateOriginally: daysAfter(originalDueAt, measuredAt),
    reviewDueAt: null,
    fault: null,
  });

  if (milestone.waived !== null && milestone.waived.at <= asOf) return standing("WAIVED", 0);
  const latest = milestone.submissions.filter((submission) => submission.submittedAt <= asOf).at(-1);
  const result = latest === undefined ? undefined : resultAt(latest, asOf);
  if (latest !== undefined && result === "ACCEPTED") {
    return standing(latest.submittedAt <= dueAt ? "ON_TIME" : "LATE", latest.submittedAt);
  }
  if (latest !== undefined && result === "WAITING") {
    const review = reviewLimit(latest.submittedAt);
    const isLate = review.reviewDueAt !== null && asOf > review.reviewDueAt;
    return { ...standing(isLate ? "REVIEW_LATE" : "UNDER_REVIEW", latest.submittedAt), ...review };
  }
  if (!RUNNING_STATES.includes(stateAt(pilot, asOf))) return standing("NOT_RUNNING", 0);
  if (asOf > dueAt) return standing("OVERDUE", asOf);
  return standing(dueAt - asOf <= RULES.dueSoonDays * DAY ? "DUE_SOON" : "ON_TRACK", asOf);
}

function reviewLimit(submittedAt: number): Pick<Timeliness, "reviewDueAt" | "fault"> {
  try {
    return { reviewDueAt: endOfWorkingDayAfter(submittedAt, RULES.milestoneReviewWorkingDays), fault: null };
  } catch (error) {
    if (error instanceof CalendarError) return { reviewDueAt: null, fault: error.code };
    throw error;
  }
}

/** The state of `pilot` at `asOf`; NONE before it applied. */
export function stateAt(pilot: PilotRecord, asOf: number): PilotState {
  return pilot.states.filter((change) => change.at <= asOf).at(-1)?.state ?? "NONE";
}

function dueAtInstant(milestone: MilestoneRecord, asOf: number): number {
  const granted = milestone.extensions.filter(({ decision }) => decision?.result === "GRANTED" && decision.at <= asOf);
  return granted.at(-1)?.requestedDueAt ?? milestone.originalDueAt;
}

function resultAt({ decision }: SubmissionRecord, asOf: number): "ACCEPTED" | "RETURNED" | "WAITING" {
  return decision === null || decision.at > asOf ? "WAITING" : decision.result;
}

function daysAfter(due: number, instant: number): number {
  return instant <= due ? 0 : Math.ceil((instant - due) / DAY);
}
