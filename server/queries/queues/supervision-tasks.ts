import type { ComplaintState, FilingState } from "../../ledger/codes/supervision.ts";
import { RULES } from "../../ledger/rules/rules.ts";
import type { FilingRecord } from "../../ledger/supervision-records.ts";
import type { Ledger } from "../as-of/ledger.ts";
import { disputesThatSatisfy } from "../evidence/list-disputes.ts";
import { find } from "../find.ts";
import type { Task, TaskCode } from "./task.ts";
import { taskOfPilot } from "./task-of-pilot.ts";

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
    yield taskOfPilot({ task, subject: code, pilot, since, limit, cause: updated });
  }
}

/** Inspections that last, and incidents that are not closed. */
export async function* fieldTasks(ledger: Ledger): AsyncGenerator<Task> {
  const inspections = find(ledger, {
    kind: "inspection",
    leads: [{ index: "inspection.open", everIndex: null, values: ["OPEN"] }],
    satisfies: ({ conclusion }) => conclusion === null,
  });
  for await (const [, { code, pilot, created: cause }] of inspections) {
    const task = "CONCLUDE_INSPECTION";
    yield taskOfPilot({ task, subject: code, pilot, since: cause.blockTime, limit: null, cause });
  }
  const incidents = find(ledger, {
    kind: "incident",
    leads: [{ index: "incident.state", everIndex: null, values: ["REPORTED"] }],
    satisfies: ({ state }) => state === "REPORTED",
  });
  for await (const [, { code, pilot, created: cause }] of incidents) {
    yield taskOfPilot({ task: "REVIEW_INCIDENT", subject: code, pilot, since: cause.blockTime, limit: null, cause });
  }
}

/** What an inspector has to record of a filing in a state. */
const FILING_WORK: { readonly [State in FilingState]?: TaskCode } = {
  SUBMITTED: "DECIDE_FILING",
  CHANGE_DUE: "RECORD_FILING_CHANGE",
  CHECK_DUE: "RECORD_FILING_CHECK",
  CANCELLING: "RECORD_FILING_CANCELLATION",
};

/** Filings that wait for the authority: to be recorded or refused, and what was declared or called for since. */
export async function* filingTasks(ledger: Ledger): AsyncGenerator<Task> {
  const waiting = Object.keys(FILING_WORK);
  const filings = find(ledger, {
    kind: "filing",
    leads: [{ index: "filing.state", everIndex: null, values: waiting }],
    satisfies: ({ state }) => waiting.includes(state),
  });
  for await (const [, filing] of filings) {
    const { pilot, state, states, updated } = filing;
    const task = FILING_WORK[state];
    const since = states.at(-1)?.at ?? updated.blockTime;
    if (task !== undefined) {
      yield taskOfPilot({ task, subject: pilot, pilot, since, limit: filingLimit(filing), cause: updated });
    }
  }
}

function filingLimit({ state, dueAt }: FilingRecord): Task["limit"] {
  if (state === "SUBMITTED") return { workingDays: RULES.filingDecisionWorkingDays };
  return dueAt === null ? null : { at: dueAt };
}

/** Draws that were committed and not made: the chain forgets their seed after 256 blocks. */
export async function* drawTasks(ledger: Ledger): AsyncGenerator<Task> {
  for await (const [, { code, region, state, created: cause }] of ledger.list("draw")) {
    if (state !== "COMMITTED") continue;
    const since = cause.blockTime;
    yield { task: "MAKE_DRAW", subject: code, pilot: null, region, since, limit: null, cause, awaiting: null };
  }
}

/** Disputes of evidence that wait to be decided on. */
export async function* disputeTasks(ledger: Ledger): AsyncGenerator<Task> {
  for await (const [, { anchor, dispute, raised: cause }] of disputesThatSatisfy(ledger, { result: ["OPEN"] })) {
    const subject = `${anchor.id}/${dispute.number}`;
    const { pilot } = anchor;
    yield taskOfPilot({ task: "RESOLVE_DISPUTE", subject, pilot, since: dispute.raisedAt, limit: null, cause });
  }
}
