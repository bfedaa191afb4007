import type { EventName } from "../../ledger/events.ts";
import type { Hex } from "../../ledger/hex.ts";
import type { Provenance } from "../../ledger/provenance.ts";
import { packEvaluationId, parseEvaluationCode } from "../../ledger/statistics-ids.ts";
import type { EvaluationRecord } from "../../ledger/statistics-records.ts";
import type { Ledger } from "../as-of/ledger.ts";
import { eventsOf } from "../as-of/replay.ts";
import type { Task, TaskCode } from "./task.ts";

/** Evaluations that wait for an approver: to be opened, concluded once more than half of the experts have scored, and published. */
export async function* evaluationTasks(ledger: Ledger): AsyncGenerator<Task> {
  for await (const [, evaluation] of ledger.list("evaluation")) {
    const { state, sheets, evaluators, created } = evaluation;
    if (state === "PLANNED") yield evaluationTask(evaluation, "OPEN_EVALUATION", created);
    if (state === "COLLECTING" && 2 * sheets.length > evaluators.length) {
      yield evaluationTask(
        evaluation,
        "CONCLUDE_EVALUATION",
        await latestOf(ledger, evaluation, "EvaluationSheetSubmitted"),
      );
    }
    if (state === "SCORED") {
      yield evaluationTask(evaluation, "PUBLISH_EVALUATION", await latestOf(ledger, evaluation, "EvaluationScored"));
    }
  }
}

/** Evaluations that wait for the sheets of experts. */
export async function* scoringTasks(ledger: Ledger): AsyncGenerator<Task> {
  for await (const [, evaluation] of ledger.list("evaluation")) {
    const { state, sheets, evaluators } = evaluation;
    const awaiting = evaluators.filter((expert) => sheets.every(({ evaluator }) => evaluator !== expert));
    if (state !== "COLLECTING" || awaiting.length === 0) continue;
    const opened = await latestOf(ledger, evaluation, "EvaluationOpened");
    yield { ...evaluationTask(evaluation, "SCORE_EVALUATION", opened), awaiting };
  }
}

/** Enterprises that were nominated for a pool. */
export async function* nominationTasks(ledger: Ledger): AsyncGenerator<Task> {
  for await (const [subject, { pool, state, updated: cause }] of ledger.list("membership")) {
    if (state !== "NOMINATED") continue;
    const region = (await ledger.get("pool", pool))?.region ?? "";
    const task = "ADMIT_ENTERPRISE";
    yield { task, subject, pilot: null, region, since: cause.blockTime, limit: null, cause, awaiting: null };
  }
}

function evaluationTask({ code, region }: EvaluationRecord, task: TaskCode, cause: Provenance): Task {
  return { task, subject: code, pilot: null, region, since: cause.blockTime, limit: null, cause, awaiting: null };
}

/** The latest event of a name in an evaluation's stream. */
async function latestOf(ledger: Ledger, { code, updated }: EvaluationRecord, name: EventName): Promise<Provenance> {
  const parts = parseEvaluationCode(code);
  const subjects: Hex[] = parts === undefined ? [] : [packEvaluationId(parts)];
  let latest: Provenance | undefined;
  for await (const { provenance } of eventsOf(ledger, subjects, ledger.cut)) {
    if (provenance.event === name) latest = provenance;
  }
  return latest ?? updated;
}
