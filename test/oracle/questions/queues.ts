import { RULES } from "../../../server/ledger/rules/rules.ts";
import { endOfWorkingDayAfter } from "../../../server/ledger/rules/working-days.ts";
import type { Paper } from "../paper/paper.ts";
import type { PaperPilot } from "../paper/pilot-book.ts";
import { hasOverdueOrder } from "../paper/standing.ts";
import type { PaperCase } from "../paper/supervision-book.ts";
import { items, type Questioner } from "../question.ts";
import { endOfPeriod } from "./periods.ts";

/** Something that waits: for whom by name, and whether it is late. */
interface Waiting {
  readonly task: string;
  readonly subject: string;
  readonly since: number;
  readonly late: boolean;
  readonly awaiting: readonly string[] | null;
}

type Now = (task: string, subject: string, since: number, limit?: Limit, awaiting?: readonly string[]) => Waiting;
type Limit = { readonly at: number } | { readonly days: number; readonly from?: number };

/** The work queues, by the acts that wait for each role. */
export const QUEUE_QUESTIONS: Readonly<Record<string, Questioner>> = {
  "registrar's queue": queue("registrar", ({ pilots, supervision, registers }, wait) => [
    ...ofState(pilots.all, "APPLIED", "ADMIT_APPLICATION", wait, RULES.admissionWorkingDays),
    ...ofState(pilots.all, "ACCEPTED", "ARCHIVE_PILOT", wait),
    ...complaints(supervision.complaints, wait),
    ...registers.organisations.flatMap(({ uscc }) => {
      const accounts = registers.accountsOf(uscc);
      const ends = registers.ends.filter(({ account }) => accounts.includes(account));
      const isDown = accounts.length > 0 && accounts.every((one) => ends.some(({ account }) => account === one));
      return isDown ? [wait("BIND_ACCOUNT", uscc, Math.max(...ends.map(({ at }) => at)))] : [];
    }),
  ]),
  "approver's queue": queue("approver", ({ pilots, statistics }, wait) => [
    ...ofState(pilots.all, "UNDER_REVIEW", "DECIDE_APPLICATION", wait, RULES.approvalWorkingDays),
    ...pilots.all.flatMap((pilot) => [...submissions(pilot, wait), ...extensions(pilot, wait)]),
    ...pilots.all
      .filter(({ state }) => state === "IN_ACCEPTANCE")
      .map((pilot) => {
        const isConvened = (pilot.rounds.at(-1)?.experts.length ?? 0) > 0;
        const task = isConvened ? "DECIDE_ACCEPTANCE" : "CONVENE_PANEL";
        return wait(task, pilot.code, since(pilot), { days: RULES.acceptanceWorkingDays });
      }),
    ...statistics.evaluations.flatMap(({ code, state, sheets, evaluators, since: at }) => {
      if (state === "PLANNED") return [wait("OPEN_EVALUATION", code, at)];
      if (state === "SCORED") return [wait("PUBLISH_EVALUATION", code, at)];
      const isEnough = state === "COLLECTING" && sheets.length > evaluators.length / 2;
      return isEnough ? [wait("CONCLUDE_EVALUATION", code, sheets.at(-1)?.at ?? 0)] : [];
    }),
    ...statistics.members.flatMap(({ pool, enterprise, moves }) => {
      const last = moves.at(-1);
      return last?.state === "NOMINATED" ? [wait("ADMIT_ENTERPRISE", `${pool}/${enterprise}`, last.at)] : [];
    }),
  ]),
  "experts' queue": queue("expert", ({ pilots, statistics }, wait) => [
    ...pilots.all.flatMap((pilot) => panels(pilot, wait)),
    ...pilots.all
      .filter(({ state }) => state === "IN_ACCEPTANCE")
      .flatMap((pilot) => {
        const { experts = [], voted = [] } = pilot.rounds.at(-1) ?? {};
        const awaiting = experts.filter((expert) => !voted.includes(expert));
        const limit = { days: RULES.acceptanceWorkingDays };
        return awaiting.length > 0 ? [wait("VOTE_ON_ACCEPTANCE", pilot.code, since(pilot), limit, awaiting)] : [];
      }),
    ...statistics.evaluations
      .filter(({ state }) => state === "COLLECTING")
      .flatMap(({ code, sheets, evaluators, since: at }) => {
        const awaiting = evaluators.filter((expert) => sheets.every(({ evaluator }) => evaluator !== expert));
        return awaiting.length > 0 ? [wait("SCORE_EVALUATION", code, at, undefined, awaiting)] : [];
      }),
  ]),
  "inspector's queue": queue("inspector", ({ supervision }, wait, now) => [
    ...complaints(supervision.complaints, wait),
    ...supervision.inspections.filter(({ open }) => open).map(({ code, at }) => wait("CONCLUDE_INSPECTION", code, at)),
    ...supervision.incidents.filter(({ open }) => open).map(({ code, at }) => wait("REVIEW_INCIDENT", code, at)),
    ...supervision.filings.flatMap(({ pilot, state, stateSince, dueAt }) => {
      const decide = { days: RULES.filingDecisionWorkingDays };
      if (state === "SUBMITTED") return [wait("DECIDE_FILING", pilot, stateSince, decide)];
      return state === "CHECK_DUE" ? [wait("RECORD_FILING_CHECK", pilot, stateSince, { at: dueAt ?? 0 })] : [];
    }),
    ...supervision.draws
      .filter(({ state }) => state === "COMMITTED")
      .map(({ code, at }) => wait("MAKE_DRAW", code, at)),
    ...supervision.cases.flatMap((dossier) => inspectorsWork(dossier, wait, now)),
  ]),
  "decider's queue": queue("decider", ({ supervision, evidence }, wait) => [
    ...supervision.cases.flatMap((dossier) => decidersWork(dossier, wait)),
    ...evidence.disputes
      .filter(({ dispute }) => dispute.result === "OPEN")
      .map(({ anchor, dispute }) => wait("RESOLVE_DISPUTE", `${anchor.id}/${dispute.number}`, dispute.raisedAt)),
  ]),
  "statistician's queue": queue("statistician", ({ statistics }, wait, now) => [
    ...statistics.figures.flatMap(({ indicator, region, period, targets, reports }) => {
      const code = `${indicator}-${region}-${period}`;
      const last = reports.at(-1);
      const end = endOfPeriod(period);
      if (last === undefined) {
        const isDue = targets.length > 0 && end <= now;
        return isDue ? [wait("REPORT_FIGURE", code, end - 1, { days: RULES.reportingWorkingDays })] : [];
      }
      return last.verified ? [] : [wait("VERIFY_REPORT", code, last.at, { days: RULES.verificationWorkingDays })];
    }),
    ...statistics.bulletins.flatMap(({ code, state, issuers, signed, draftedAt }) => {
      if (state === "COSIGNED") return [wait("PUBLISH_BULLETIN", code, signed.at(-1)?.at ?? 0)];
      const awaiting = issuers.filter((issuer) => signed.every(({ organisation }) => organisation !== issuer));
      return state === "DRAFTED" ? [wait("COSIGN_BULLETIN", code, draftedAt, undefined, awaiting)] : [];
    }),
  ]),
};

function queue(role: string, work: (paper: Paper, wait: Now, now: number) => readonly Waiting[]): Questioner {
  return () => ({
    path: `/v1/queues/${role}`,
    expected: (paper, now) => work(paper, waitingAt(now), now).toSorted(inQueueOrder),
    read: items(({ task, subject, since: at, late, awaiting }) => ({ task, subject, since: at, late, awaiting })),
  });
}

function waitingAt(now: number): Now {
  return (task, subject, at, limit, awaiting) => {
    const until = limit === undefined ? undefined : "at" in limit ? limit.at : lastDay(limit.from ?? at, limit.days);
    return { task, subject, since: at, late: until !== undefined && now > until, awaiting: awaiting ?? null };
  };
}

const lastDay = endOfWorkingDayAfter;

function inspectorsWork(dossier: PaperCase, wait: Now, now: number): Waiting[] {
  const { code, state, stateSince, decisionDueAt, orders, penalties } = dossier;
  if (state === "CLOSED") return [];
  const order = orders.at(-1);
  const found: Waiting[] = [];
  if (["OPENED", "INSPECTING", "FINDINGS_ISSUED"].includes(state)) {
    found.push(wait("INVESTIGATE_CASE", code, stateSince, { at: decisionDueAt }));
  }
  if (order?.state === "RESPONDED") {
    found.push(wait("JUDGE_RESPONSE", code, order.respondedAt, { days: RULES.recheckWorkingDays }));
  }
  if (order?.state === "UNFULFILLED") found.push(wait("ORDER_AGAIN", code, order.judgedAt, { at: decisionDueAt }));
  if (order !== undefined && hasOverdueOrder(dossier, now)) {
    found.push(wait("FOLLOW_UP_ORDER", code, order.dueAt, { at: order.dueAt }));
  }
  const payDueAt = penalties.at(-1)?.payDueAt ?? 0;
  if (state === "PENALTY_DECIDED") {
    found.push(wait("SERVE_PENALTY", code, stateSince, { days: RULES.serviceWorkingDays }));
  }
  if (state === "PENALTY_SERVED") found.push(wait("EXECUTE_PENALTY", code, stateSince, { at: payDueAt }));
  return found;
}

function decidersWork({ code, state, stateSince, decisionDueAt, orders }: PaperCase, wait: Now): Waiting[] {
  if (state === "PENALTY_NOTICED") return [wait("DECIDE_PENALTY", code, stateSince, { at: decisionDueAt })];
  const isSettled = (orders.at(-1)?.state ?? "FULFILLED") === "FULFILLED";
  const isOver = ["RESPONDED", "PENALTY_WITHDRAWN"].includes(state);
  return isSettled && isOver ? [wait("CLOSE_CASE", code, stateSince)] : [];
}

function ofState(pilots: readonly PaperPilot[], state: string, task: string, wait: Now, days?: number): Waiting[] {
  return pilots
    .filter((pilot) => pilot.state === state)
    .map((pilot) => wait(task, pilot.code, since(pilot), days === undefined ? undefined : { days }));
}

function complaints(all: Paper["supervision"]["complaints"], wait: Now): Waiting[] {
  return all
    .filter(({ state }) => state === "RECEIVED")
    .map(({ code, at }) => wait("HANDLE_COMPLAINT", code, at, { days: RULES.complaintWorkingDays }));
}

function submissions({ code, plan }: PaperPilot, wait: Now): Waiting[] {
  return plan.flatMap(({ number, submissions: all, waived }) => {
    const last = all.at(-1);
    const limit = { days: RULES.milestoneReviewWorkingDays };
    const isWaiting = last?.result === "WAITING" && !waived;
    return isWaiting ? [wait("DECIDE_SUBMISSION", `${code}/M${number}`, last.at, limit)] : [];
  });
}

function extensions({ code, plan }: PaperPilot, wait: Now): Waiting[] {
  return plan.flatMap(({ number, extensions: all }) => {
    const last = all.at(-1);
    const limit = { days: RULES.extensionWorkingDays };
    return last?.result === "WAITING" ? [wait("DECIDE_EXTENSION", `${code}/M${number}`, last.requestedAt, limit)] : [];
  });
}

function panels({ code, plan }: PaperPilot, wait: Now): Waiting[] {
  return plan.flatMap(({ number, submissions: all }) => {
    const last = all.at(-1);
    if (last?.result !== "WAITING" || last.panel === null) return [];
    const { experts, voted, convenedAt } = last.panel;
    const awaiting = experts.filter((expert) => !voted.includes(expert));
    const limit = { days: RULES.milestoneReviewWorkingDays, from: last.at };
    return awaiting.length > 0 ? [wait("VOTE_ON_SUBMISSION", `${code}/M${number}`, convenedAt, limit, awaiting)] : [];
  });
}

function since({ steps, state }: PaperPilot): number {
  return steps.findLast(({ name }) => name === state)?.at ?? 0;
}

function inQueueOrder(one: Waiting, other: Waiting): number {
  const name = (item: Waiting) => `${item.task} ${item.subject}`;
  return one.since - other.since || (name(one) < name(other) ? -1 : 1);
}
