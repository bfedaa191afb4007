import type { CaseState, OrderState } from "../../ledger/codes/supervision.ts";
import { RULES } from "../../ledger/rules/rules.ts";
import { overdueOrder } from "../../ledger/signals.ts";
import type { CaseRecord } from "../../ledger/supervision-records.ts";
import type { Ledger } from "../as-of/ledger.ts";
import { casesThatSatisfy } from "../supervision/case-filter.ts";
import type { Task, TaskCode } from "./task.ts";
import { taskOfPilot } from "./task-of-pilot.ts";

/*
 * What waits in cases. An order binds beside the case's state, so that a case can wait for more than one thing: for its penalty to be
 * decided on, and for a response to its order to be judged.
 */

/** Something to do in a case: since when, by the case or by its order, and until when. */
interface CaseWork {
  readonly task: TaskCode;
  readonly limit: Task["limit"];
  readonly since?: number | undefined;
}

/** Cases that wait for an inspector. */
export async function* inspectorsCases(ledger: Ledger): AsyncGenerator<Task> {
  for await (const [, dossier] of casesThatSatisfy(ledger, { open: true })) {
    for (const work of [...investigation(dossier), ...followUp(dossier, ledger.asOf), ...execution(dossier)]) {
      yield caseTask(dossier, work);
    }
  }
}

/** Cases that wait for a decider. */
export async function* decidersCases(ledger: Ledger): AsyncGenerator<Task> {
  for await (const [, dossier] of casesThatSatisfy(ledger, { open: true })) {
    if (dossier.state === "PENALTY_NOTICED") {
      yield caseTask(dossier, { task: "DECIDE_PENALTY", limit: { at: dossier.decisionDueAt } });
      const isAskedFor = dossier.penalties.at(-1)?.hearing === "REQUESTED";
      if (isAskedFor) yield caseTask(dossier, { task: "HOLD_HEARING", limit: { at: dossier.decisionDueAt } });
    }
    if (await canBeClosed(ledger, dossier)) yield caseTask(dossier, { task: "CLOSE_CASE", limit: null });
  }
}

const UNINVESTIGATED: readonly CaseState[] = ["OPENED", "REOPENED", "INSPECTING", "FINDINGS_ISSUED"];

function investigation({ state, decisionDueAt }: CaseRecord): CaseWork[] {
  return UNINVESTIGATED.includes(state) ? [{ task: "INVESTIGATE_CASE", limit: { at: decisionDueAt } }] : [];
}

/** What the order that binds asks of the inspector: to judge a response, to order again or announce a penalty, to press an overdue one. */
function followUp(dossier: CaseRecord, asOf: number): CaseWork[] {
  const { order, orders } = dossier;
  const last = orders.at(-1);
  if (order === "RESPONDED") {
    return [{ task: "JUDGE_RESPONSE", limit: { workingDays: RULES.recheckWorkingDays }, since: last?.response?.at }];
  }
  if (order === "UNFULFILLED") {
    return [{ task: "ORDER_AGAIN", limit: { at: dossier.decisionDueAt }, since: last?.verdict?.at }];
  }
  const overdue = overdueOrder(dossier, asOf);
  return overdue === undefined ? [] : [{ task: "FOLLOW_UP_ORDER", limit: { at: overdue.dueAt }, since: overdue.dueAt }];
}

function execution({ state, penalties }: CaseRecord): CaseWork[] {
  const service = penalties.at(-1)?.service ?? null;
  if (state === "PENALTY_DECIDED") {
    return [{ task: "SERVE_PENALTY", limit: { workingDays: RULES.serviceWorkingDays } }];
  }
  if (state !== "PENALTY_SERVED") return [];
  return [{ task: "EXECUTE_PENALTY", limit: service === null ? null : { at: service.payDueAt } }];
}

const PENALTY_IS_OVER: readonly CaseState[] = ["PENALTY_EXECUTED", "PENALTY_WITHDRAWN", "NO_PENALTY", "REFERRED"];

const SETTLED: readonly OrderState[] = ["NONE", "FULFILLED", "LIFTED"];

/**
 * Whether nothing is left but to close a case: its penalty is over, its order was fulfilled or lifted, or its inspection found nothing.
 * While an order binds, the contracts let no case be closed.
 */
async function canBeClosed(ledger: Ledger, { state, order, inspections }: CaseRecord): Promise<boolean> {
  if (!SETTLED.includes(order)) return false;
  if (PENALTY_IS_OVER.includes(state) || state === "RESPONDED") return true;
  if (state === "RECTIFYING") return order === "LIFTED";
  const latest = inspections.at(-1);
  if (state !== "INSPECTING" || latest === undefined) return false;
  return (await ledger.get("inspection", latest))?.conclusion?.result === "NO_ISSUE";
}

function caseTask({ code, pilot, states, updated }: CaseRecord, { task, limit, since }: CaseWork): Task {
  const entered = states.at(-1);
  const at = since ?? entered?.at ?? updated.blockTime;
  return taskOfPilot({ task, subject: code, pilot, since: at, limit, cause: entered?.provenance ?? updated });
}
