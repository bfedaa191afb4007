import type { CaseState, ComplaintState } from "../../ledger/codes/supervision.ts";
import { RULES } from "../../ledger/rules/rules.ts";
import { overdueOrder } from "../../ledger/signals.ts";
import type { CaseRecord } from "../../ledger/supervision-records.ts";
import type { Ledger } from "../as-of/ledger.ts";
import { find } from "../find.ts";
import { casesThatSatisfy } from "../supervision/case-filter.ts";
import type { Task, TaskCode } from "./task.ts";

/** Complaints that wait to be accepted or rejected, and accepted ones that wait for an answer. */
export async function* complaintTasks(ledger: Ledger): AsyncGenerator<Task> {
  const waiting: readonly ComplaintState[] = ["RECEIVED", "ACCEPTED"];
  const found = find(ledger, {
    kind: "complaint",
    leads: [{ index: "complaint.state", everIndex: null, values: waiting }],
    satisfies: ({ state }) => waiting.includes(state),
  });
  for await (const [, { code, pilot, state, states, updated }] of found) {
    const since = states.at(-1)?.at ?? updated.blockTime;
    const task = state === "RECEIVED" ? "HANDLE_COMPLAINT" : "ANSWER_COMPLAINT";
    const limit = { workingDays: RULES.complaintWorkingDays };
    yield { task, subject: code, pilot, region: regionOf(pilot), since, limit, cause: updated };
  }
}

/** Inspections that last, filings with the authority, and incidents that are not closed. */
export async function* fieldTasks(ledger: Ledger): AsyncGenerator<Task> {
  const inspections = find(ledger, {
    kind: "inspection",
    leads: [{ index: "inspection.open", everIndex: null, values: ["OPEN"] }],
    satisfies: ({ conclusion }) => conclusion === null,
  });
  for await (const [, { code, pilot, created }] of inspections) {
    yield task("CONCLUDE_INSPECTION", code, pilot, created.blockTime, null, created);
  }
  const filings = find(ledger, {
    kind: "filing",
    leads: [{ index: "filing.state", everIndex: null, values: ["SUBMITTED"] }],
    satisfies: ({ state }) => state === "SUBMITTED",
  });
  for await (const [, { pilot, states, updated }] of filings) {
    const limit = { workingDays: RULES.filingDecisionWorkingDays };
    yield task("DECIDE_FILING", pilot, pilot, states.at(-1)?.at ?? updated.blockTime, limit, updated);
  }
  const incidents = find(ledger, {
    kind: "incident",
    leads: [{ index: "incident.state", everIndex: null, values: ["REPORTED"] }],
    satisfies: ({ state }) => state === "REPORTED",
  });
  for await (const [, { code, pilot, created }] of incidents) {
    yield task("REVIEW_INCIDENT", code, pilot, created.blockTime, null, created);
  }
}

interface CaseWork {
  readonly task: TaskCode;
  readonly limit: (dossier: CaseRecord) => Task["limit"];
}

const byDecisionDate = ({ decisionDueAt }: CaseRecord) => ({ at: decisionDueAt });
const unlimited = () => null;

/** What an inspector has to do with a case in a state. */
const INSPECTORS_WORK: { readonly [State in CaseState]?: CaseWork } = {
  OPENED: { task: "INVESTIGATE_CASE", limit: byDecisionDate },
  INSPECTING: { task: "INVESTIGATE_CASE", limit: byDecisionDate },
  FINDINGS_ISSUED: { task: "INVESTIGATE_CASE", limit: byDecisionDate },
  REOPENED: { task: "INVESTIGATE_CASE", limit: byDecisionDate },
  RESPONDED: { task: "JUDGE_RESPONSE", limit: () => ({ workingDays: RULES.recheckWorkingDays }) },
  PENALTY_DECIDED: { task: "SERVE_PENALTY", limit: () => ({ workingDays: RULES.serviceWorkingDays }) },
  PENALTY_SERVED: { task: "EXECUTE_PENALTY", limit: payDate },
};

/** What a decider has to do with a case in a state. */
const DECIDERS_WORK: { readonly [State in CaseState]?: CaseWork } = {
  PENALTY_NOTICED: { task: "DECIDE_PENALTY", limit: byDecisionDate },
  PENALTY_EXECUTED: { task: "CLOSE_CASE", limit: unlimited },
  PENALTY_WITHDRAWN: { task: "CLOSE_CASE", limit: unlimited },
  NO_PENALTY: { task: "CLOSE_CASE", limit: unlimited },
  REFERRED: { task: "CLOSE_CASE", limit: unlimited },
};

/** Cases that wait for an inspector or a decider. */
export async function* caseTasks(ledger: Ledger, role: "INSPECTOR" | "DECIDER"): AsyncGenerator<Task> {
  const work = role === "INSPECTOR" ? INSPECTORS_WORK : DECIDERS_WORK;
  const states = Object.keys(work) as CaseState[];
  for await (const [, dossier] of casesThatSatisfy(ledger, { state: states })) {
    const waiting = work[dossier.state];
    if (waiting !== undefined) yield caseTask(dossier, waiting.task, waiting.limit(dossier));
  }
}

/** Orders whose due date passed without a response: the team's lateness, and the inspector's to follow up. */
export async function* overdueOrderTasks(ledger: Ledger): AsyncGenerator<Task> {
  const found = find(ledger, {
    kind: "case",
    leads: [{ index: "case.order", everIndex: null, values: ["OPEN"] }],
    satisfies: (dossier) => overdueOrder(dossier, ledger.asOf) !== undefined,
  });
  for await (const [, dossier] of found) {
    const order = overdueOrder(dossier, ledger.asOf);
    if (order !== undefined) yield { ...caseTask(dossier, "FOLLOW_UP_ORDER", { at: order.dueAt }), since: order.dueAt };
  }
}

function caseTask({ code, pilot, states, updated }: CaseRecord, what: TaskCode, limit: Task["limit"]): Task {
  const entered = states.at(-1);
  return task(what, code, pilot, entered?.at ?? updated.blockTime, limit, entered?.provenance ?? updated);
}

function task(
  what: TaskCode,
  subject: string,
  pilot: string,
  since: number,
  limit: Task["limit"],
  cause: Task["cause"],
): Task {
  return { task: what, subject, pilot, region: regionOf(pilot), since, limit, cause };
}

function payDate({ penalties }: CaseRecord): Task["limit"] {
  const service = penalties.at(-1)?.service ?? null;
  return service === null ? null : { at: service.payDueAt };
}

function regionOf(pilot: string): string {
  return pilot.split("-")[2] ?? "";
}
