import type { PilotState } from "../../ledger/codes/pilots.ts";
import type { Address } from "../../ledger/hex.ts";
import type { MilestoneRecord, SubmissionRecord } from "../../ledger/milestone-records.ts";
import type { PanelVote, PilotRecord } from "../../ledger/pilot-records.ts";
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
    const { experts = [], votes = [] } = pilot.acceptance.at(-1) ?? {};
    const awaiting = withoutVote(experts, votes);
    if (role === "APPROVER") {
      const task = experts.length > 0 ? "DECIDE_ACCEPTANCE" : "CONVENE_PANEL";
      yield pilotTask(pilot, task, RULES.acceptanceWorkingDays);
    } else if (awaiting.length > 0) {
      yield { ...pilotTask(pilot, "VOTE_ON_ACCEPTANCE", RULES.acceptanceWorkingDays), awaiting };
    }
  }
}

/** Submissions whose panel has not voted in full: experts wait from when they were named, the limit is that of the review. */
export async function* milestoneVotes(ledger: Ledger): AsyncGenerator<Task> {
  for await (const [milestone, { submittedAt, panel, provenance: cause }] of submissions(ledger)) {
    const awaiting = panel === null ? [] : withoutVote(panel.experts, panel.votes);
    if (panel === null || awaiting.length === 0) continue;
    const limit = { workingDays: RULES.milestoneReviewWorkingDays, from: submittedAt };
    yield { ...about(milestone), task: "VOTE_ON_SUBMISSION", since: panel.convenedAt, limit, cause, awaiting };
  }
}

/** Submissions and extensions of milestones that wait for a decision. */
export async function* milestoneTasks(ledger: Ledger): AsyncGenerator<Task> {
  for await (const [milestone, { submittedAt: since, provenance: cause }] of submissions(ledger)) {
    const limit = { workingDays: RULES.milestoneReviewWorkingDays };
    yield { ...about(milestone), task: "DECIDE_SUBMISSION", since, limit, cause, awaiting: null };
  }
  const extending = find(ledger, {
    kind: "milestone",
    leads: [{ index: "milestone.extension", everIndex: null, values: ["PENDING"] }],
    satisfies: ({ extensions }) => extensions.some(({ decision }) => decision === null),
  });
  for await (const [, milestone] of extending) {
    const since = milestone.extensions.at(-1)?.requestedAt ?? milestone.updated.blockTime;
    const limit = { workingDays: RULES.extensionWorkingDays };
    yield { ...about(milestone), task: "DECIDE_EXTENSION", since, limit, cause: milestone.updated, awaiting: null };
  }
}

function withoutVote(experts: readonly Address[], votes: readonly PanelVote[]): Address[] {
  return experts.filter((expert) => votes.every((vote) => vote.expert !== expert));
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
  const cause = entered?.provenance ?? created;
  return { task, subject: code, pilot: code, region, since, limit, cause, awaiting: null };
}
