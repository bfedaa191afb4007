import type { PilotState } from "../../ledger/codes/pilots.ts";
import type { MilestoneRecord, PilotRecord, SubmissionRecord } from "../../ledger/records.ts";
import { RULES } from "../../ledger/rules/rules.ts";
import type { Ledger } from "../as-of/ledger.ts";
import { find } from "../find.ts";
import { pilotsThatSatisfy } from "../list-pilots.ts";
import type { Task, TaskCode } from "./task.ts";

/** What waits on the pilots in a state. */
export async function* tasksOfState(
  ledger: Ledger,
  state: PilotState,
  task: TaskCode,
  workingDays: number | null,
): AsyncGenerator<Task> {
  for await (const [, pilot] of pilotsThatSatisfy(ledger, { state: [state] }))
    yield pilotTask(pilot, task, workingDays);
}

/** What waits in acceptance: a panel to be convened, votes, then the decision. */
export async function* acceptanceTasks(ledger: Ledger, role: "APPROVER" | "EXPERT"): AsyncGenerator<Task> {
  for await (const [, pilot] of pilotsThatSatisfy(ledger, { state: ["IN_ACCEPTANCE"] })) {
    const round = pilot.acceptance.at(-1);
    const hasPanel = round !== undefined && round.experts.length > 0;
    const isVotedOn = hasPanel && round.votes.length >= round.experts.length;
    if (role === "EXPERT") {
      if (hasPanel && !isVotedOn) yield pilotTask(pilot, "VOTE_ON_ACCEPTANCE", RULES.acceptanceWorkingDays);
    } else {
      yield pilotTask(pilot, hasPanel ? "DECIDE_ACCEPTANCE" : "CONVENE_PANEL", RULES.acceptanceWorkingDays);
    }
  }
}

/** Submissions whose panel has not voted in full. */
export async function* milestoneVotes(ledger: Ledger): AsyncGenerator<Task> {
  for await (const [milestone, { submittedAt: since, panel, provenance: cause }] of submissions(ledger)) {
    if (panel === null || panel.votes.length >= panel.experts.length) continue;
    const limit = { workingDays: RULES.milestoneReviewWorkingDays };
    yield { ...about(milestone), task: "VOTE_ON_SUBMISSION", since, limit, cause };
  }
}

/** Submissions and extensions of milestones that wait for a decision. */
export async function* milestoneTasks(ledger: Ledger): AsyncGenerator<Task> {
  for await (const [milestone, { submittedAt: since, provenance: cause }] of submissions(ledger)) {
    const limit = { workingDays: RULES.milestoneReviewWorkingDays };
    yield { ...about(milestone), task: "DECIDE_SUBMISSION", since, limit, cause };
  }
  const extending = find(ledger, {
    kind: "milestone",
    leads: [{ index: "milestone.extension", everIndex: null, values: ["PENDING"] }],
    satisfies: ({ extensions }) => extensions.some(({ decision }) => decision === null),
  });
  for await (const [, milestone] of extending) {
    const since = milestone.extensions.at(-1)?.requestedAt ?? milestone.updated.blockTime;
    const limit = { workingDays: RULES.extensionWorkingDays };
    yield { ...about(milestone), task: "DECIDE_EXTENSION", since, limit, cause: milestone.updated };
  }
}

/** The submissions that are not decided on. */
async function* submissions(ledger: Ledger): AsyncGenerator<[MilestoneRecord, SubmissionRecord]> {
  const submitted = find(ledger, {
    kind: "milestone",
    leads: [{ index: "milestone.state", everIndex: null, values: ["SUBMITTED"] }],
    satisfies: ({ state }) => state === "SUBMITTED",
  });
  for await (const [, milestone] of submitted) {
    const submission = milestone.submissions.at(-1);
    if (submission !== undefined) yield [milestone, submission];
  }
}

function about({ code, pilot }: MilestoneRecord): Pick<Task, "subject" | "pilot" | "region"> {
  return { subject: code, pilot, region: pilot.split("-")[2] ?? "" };
}

function pilotTask(pilot: PilotRecord, task: TaskCode, workingDays: number | null): Task {
  const { code, region, states, created } = pilot;
  const entered = states.at(-1);
  const limit = workingDays === null ? null : { workingDays };
  const since = entered?.at ?? created.blockTime;
  return { task, subject: code, pilot: code, region, since, limit, cause: entered?.provenance ?? created };
}
