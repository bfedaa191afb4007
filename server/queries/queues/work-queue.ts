import type { Bilingual } from "../../ledger/codes/bilingual.ts";
import { RULES } from "../../ledger/rules/rules.ts";
import { CalendarError, endOfWorkingDayAfter } from "../../ledger/rules/working-days.ts";
import type { Ledger } from "../as-of/ledger.ts";
import type { Page, PageRequest } from "../page.ts";
import { pilotBriefs } from "../pilot-brief.ts";
import { covers } from "../pilot-filter.ts";
import { type PublicProvenance, publicProvenance } from "../provenance.ts";
import { sortableNumber, takeSortedPage } from "../sorted-page.ts";
import { accountTasks } from "./authority-tasks.ts";
import { decidersCases, inspectorsCases } from "./case-tasks.ts";
import { evaluationTasks, nominationTasks, scoringTasks } from "./evaluation-tasks.ts";
import { acceptanceTasks, milestoneTasks, milestoneVotes, tasksOfState } from "./pilot-tasks.ts";
import { bulletinTasks, reportingTasks, verificationTasks } from "./statistics-tasks.ts";
import { complaintTasks, disputeTasks, drawTasks, fieldTasks, filingTasks } from "./supervision-tasks.ts";
import { type QueueRole, TASK_LABELS, type Task, type TaskCode } from "./task.ts";

/** Something that waits for a role, with its age and its limit. */
export interface QueueItem {
  readonly task: TaskCode;
  readonly label: Bilingual;
  readonly subject: string;
  readonly pilot: string | null;
  readonly pilotTitle: Bilingual | null;
  readonly region: string;
  readonly field: string | null;
  readonly since: number;
  /** Whole days that it has waited. */
  readonly ageDays: number;
  /** Working days that the rule set gives; null where the limit is a date of its own, or there is none. */
  readonly workingDays: number | null;
  /** Until when it is to be done; null without a limit, and when the calendar ends before it. */
  readonly limitAt: number | null;
  /** Begun days until the limit; negative when it is past. */
  readonly daysLeft: number | null;
  readonly late: boolean;
  /** For whom it waits by name, accounts or organisations; null for anybody of the role. */
  readonly awaiting: readonly string[] | null;
  /** Why the limit cannot be computed: it is never guessed. */
  readonly fault: "CALENDAR_YEAR_MISSING" | null;
  /** The event that made it wait. */
  readonly provenance: PublicProvenance;
}

/** Which tasks are asked for. */
export interface QueueFilter {
  readonly region?: string | undefined;
  readonly field?: readonly string[] | undefined;
  /** Only those past their limit, or only those that are not. */
  readonly late?: boolean | undefined;
  /** Only what waits for this account or organisation by name. */
  readonly awaiting?: string | undefined;
}

const DAY = 86_400;

/** What waits for each role, by the acts that the contracts leave to it. */
const TASKS: Readonly<Record<QueueRole, (ledger: Ledger) => AsyncIterable<Task>[]>> = {
  REGISTRAR: (ledger) => [
    tasksOfState(ledger, "APPLIED", "ADMIT_APPLICATION", RULES.admissionWorkingDays),
    tasksOfState(ledger, "ACCEPTED", "ARCHIVE_PILOT", null),
    complaintTasks(ledger),
    accountTasks(ledger),
  ],
  APPROVER: (ledger) => [
    tasksOfState(ledger, "UNDER_REVIEW", "DECIDE_APPLICATION", RULES.approvalWorkingDays),
    tasksOfState(ledger, "WAITLISTED", "DECIDE_WAITLISTED", null),
    milestoneTasks(ledger),
    acceptanceTasks(ledger, "APPROVER"),
    evaluationTasks(ledger),
    nominationTasks(ledger),
  ],
  EXPERT: (ledger) => [milestoneVotes(ledger), acceptanceTasks(ledger, "EXPERT"), scoringTasks(ledger)],
  INSPECTOR: (ledger) => [
    complaintTasks(ledger),
    fieldTasks(ledger),
    filingTasks(ledger),
    drawTasks(ledger),
    inspectorsCases(ledger),
  ],
  DECIDER: (ledger) => [decidersCases(ledger), disputeTasks(ledger)],
  STATISTICIAN: (ledger) => [reportingTasks(ledger), verificationTasks(ledger), bulletinTasks(ledger)],
};

/** What waits for a role (待办), the oldest first. */
export async function workQueue(
  ledger: Ledger,
  { role, filter, after, limit }: PageRequest & { readonly role: QueueRole; readonly filter: QueueFilter },
): Promise<Page<QueueItem>> {
  const asked = tasksThatSatisfy(ledger, role, filter);
  const { items, next } = await takeSortedPage(asked, ({ since }) => sortableNumber(since), { after, limit });
  const briefOf = await pilotBriefs(
    ledger,
    items.flatMap(({ pilot }) => pilot ?? []),
  );
  return {
    next,
    items: items.map((task) => {
      const brief = task.pilot === null ? undefined : briefOf(task.pilot);
      return itemOf(ledger, task, brief?.pilotTitle ?? null, brief?.field ?? null);
    }),
  };
}

async function* tasksThatSatisfy(ledger: Ledger, role: QueueRole, { region, field, late, awaiting }: QueueFilter) {
  for (const tasks of TASKS[role](ledger)) {
    for await (const task of tasks) {
      if (region !== undefined && !covers(region, task.region)) continue;
      if (field !== undefined && !(task.pilot !== null && field.includes(fieldOf(task.pilot)))) continue;
      if (late !== undefined && late !== isLate(limitOf(task).limitAt, ledger)) continue;
      if (awaiting !== undefined && !task.awaiting?.includes(awaiting)) continue;
      yield [`${task.task} ${task.subject}`, task] as const;
    }
  }
}

function itemOf(ledger: Ledger, task: Task, pilotTitle: Bilingual | null, field: string | null): QueueItem {
  const { limitAt, fault } = limitOf(task);
  const { subject, pilot, region, since, limit, awaiting, cause } = task;
  return {
    task: task.task,
    label: TASK_LABELS[task.task],
    subject,
    pilot,
    pilotTitle,
    region,
    field,
    since,
    ageDays: Math.floor((ledger.asOf - since) / DAY),
    workingDays: limit !== null && "workingDays" in limit ? limit.workingDays : null,
    limitAt,
    daysLeft: limitAt === null ? null : Math.ceil((limitAt - ledger.asOf) / DAY),
    late: isLate(limitAt, ledger),
    awaiting,
    fault,
    provenance: publicProvenance(ledger, cause),
  };
}

function limitOf({ limit, since }: Task): Pick<QueueItem, "limitAt" | "fault"> {
  if (limit === null) return { limitAt: null, fault: null };
  if ("at" in limit) return { limitAt: limit.at, fault: null };
  try {
    return { limitAt: endOfWorkingDayAfter(limit.from ?? since, limit.workingDays), fault: null };
  } catch (error) {
    if (error instanceof CalendarError) return { limitAt: null, fault: error.code };
    throw error;
  }
}

function isLate(limitAt: number | null, { asOf }: Ledger): boolean {
  return limitAt !== null && asOf > limitAt;
}

function fieldOf(pilot: string): string {
  return pilot.split("-")[3] ?? "";
}
