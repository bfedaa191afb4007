import { RULES } from "../../../server/ledger/rules/rules.ts";
import { endOfWorkingDayAfter } from "../../../server/ledger/rules/working-days.ts";
import type { Paper } from "./paper.ts";
import type { PaperMilestone, PaperPilot } from "./pilot-book.ts";
import type { PaperCase } from "./supervision-book.ts";

/*
 * What follows from the paper at an instant, by the words of the definitions.
 */

export const DAY = 86_400;

/** How a milestone stands. */
export function standing(paper: Paper, pilot: PaperPilot, milestone: PaperMilestone, now: number): string {
  const { dueAt, submissions, waived } = milestone;
  const last = submissions.at(-1);
  if (waived) return "WAIVED";
  if (last?.result === "ACCEPTED") return last.at <= dueAt ? "ON_TIME" : "LATE";
  if (last?.result === "WAITING") {
    return now > endOfWorkingDayAfter(last.at, RULES.milestoneReviewWorkingDays) ? "REVIEW_LATE" : "UNDER_REVIEW";
  }
  if (!paper.pilots.runs(pilot)) return "NOT_RUNNING";
  if (now > dueAt) return "OVERDUE";
  return now >= dueAt - RULES.dueSoonDays * DAY ? "DUE_SOON" : "ON_TRACK";
}

/** Begun days from one instant to another. */
export function begunDays(from: number, to: number): number {
  return to <= from ? 0 : Math.ceil((to - from) / DAY);
}

/** Whether the order that binds is overdue. */
export function hasOverdueOrder({ orders }: PaperCase, now: number): boolean {
  const last = orders.at(-1);
  return last !== undefined && last.state === "OPEN" && now > last.dueAt;
}

/** Whether a pilot's service runs without a filing. */
export function runsUnfiled({ supervision }: Paper, pilot: string, now: number): boolean {
  const filing = supervision.filings.find((one) => one.pilot === pilot);
  if (filing === undefined || filing.startAt > now) return false;
  if (filing.state === "REFUSED") return true;
  return filing.state === "PENDING" && filing.dueAt !== null && filing.dueAt < now;
}

/** The level in force, from 1; 0 for none. */
export function ratedLevel({ supervision }: Paper, pilot: string, now: number): number {
  const last = supervision.ratings.findLast((rating) => rating.pilot === pilot);
  return last !== undefined && now < last.validUntil ? last.level : 0;
}

const SCORES: Readonly<Record<string, number>> = RULES.risk.scores;

/** The score of some signals. */
export function scoreOf(found: readonly string[]): number {
  return Math.min(
    100,
    found.reduce((sum, code) => sum + (SCORES[code] ?? 0), 0),
  );
}

/** The level of a score, from 1. */
export function levelOf(score: number): number {
  return score >= 75 ? 4 : score >= 50 ? 3 : score >= 25 ? 2 : 1;
}

/** The signals of a pilot that runs. */
export function signals(paper: Paper, pilot: PaperPilot, now: number): string[] {
  const { supervision, evidence, registers, events } = paper;
  const found = new Set<string>();
  for (const milestone of pilot.plan) {
    if (milestone.extensions.filter(({ result }) => result === "GRANTED").length >= 2) found.add("EXTENSIONS_2");
    if (standing(paper, pilot, milestone, now) !== "OVERDUE") continue;
    const days = begunDays(milestone.dueAt, now);
    if (days >= 15) found.add(days > 60 ? "M_OVERDUE_60" : days > 30 ? "M_OVERDUE_30" : "M_OVERDUE_15");
  }
  const cases = supervision.cases.filter((dossier) => dossier.pilot === pilot.code);
  const open = cases.filter(({ state }) => state !== "CLOSED");
  const isOwn = (one: { readonly pilot: string | null }) => one.pilot === pilot.code;
  if (runsUnfiled(paper, pilot.code, now)) found.add("FILING_MISSING");
  if (open.some(({ severity }) => severity === 3)) found.add("OPEN_SERIOUS");
  if (open.some(({ severity }) => severity === 4)) found.add("OPEN_CRITICAL");
  if (cases.some((dossier) => hasOverdueOrder(dossier, now))) found.add("RECT_OVERDUE");
  if (supervision.incidents.some((one) => isOwn(one) && one.open && one.severity >= 3)) found.add("INCIDENT_OPEN");
  if (evidence.disputes.some(({ anchor, dispute }) => isOwn(anchor) && dispute.result === "OPEN")) {
    found.add("EVIDENCE_DISPUTED");
  }
  const lost = registers.ends.filter((end) => end.lost).map(({ account }) => account);
  if (registers.accountsOf(pilot.lead).some((account) => lost.includes(account))) found.add("KEY_COMPROMISE");
  if (now - pilot.lastEventAt > RULES.risk.inactivityDays * DAY) found.add("NO_ACTIVITY_90D");
  if (repeats(cases, now)) found.add("REPEAT_FINDING");
  const isTrialRun = ({ kind, submissions }: PaperMilestone) => kind === 6 && submissions.length > 0;
  if (pilot.plan.some(isTrialRun)) found.add("SECURITY_ASSESSMENT_MISSING");
  const isOfNobody = ({ actor, organisation, time }: (typeof events)[number]) =>
    organisation === null && registers.rolesOf(actor, time).length === 0;
  if (events.some((event) => isOwn(event) && isOfNobody(event))) found.add("UNKNOWN_ACTOR");
  return [...found].toSorted();
}

function repeats(cases: readonly PaperCase[], now: number): boolean {
  const year = RULES.risk.repetitionDays * DAY;
  for (const one of cases) {
    for (const other of cases) {
      if (one.code === other.code) continue;
      for (const later of one.findings) {
        for (const earlier of other.findings) {
          const apart = later.at - earlier.at;
          if (later.clause === earlier.clause && apart >= 0 && apart <= year && now - later.at <= year) return true;
        }
      }
    }
  }
  return false;
}
