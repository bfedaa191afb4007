import { EVALUATION_KIND_LABELS, EVALUATION_STATE_LABELS } from "../codes/labels.ts";
import { EVALUATION_KINDS, EVALUATION_STATES } from "../codes/statistics.ts";
import { unpackEvaluationId } from "../statistics-ids.ts";
import type { SentencesFor } from "./ledger-error.ts";
import { accountWord, usccWord, word } from "./wording.ts";

/** Why `StatisticsLedger` refuses an act on an evaluation. */
export const evaluationSentences: SentencesFor<"Evaluations"> = {
  Evaluations_Unknown: ({ evaluation }) => ({
    zh: `没有评估 ${unpackEvaluationId(evaluation)}；请核对评估编号。`,
    en: `there is no evaluation ${unpackEvaluationId(evaluation)}; check its code`,
  }),
  Evaluations_Exists: ({ evaluation }) => ({
    zh: `评估 ${unpackEvaluationId(evaluation)} 已有计划；请使用新的编号。`,
    en: `evaluation ${unpackEvaluationId(evaluation)} is planned already; use another number`,
  }),
  Evaluations_IdInvalid: ({ kind, year, number }) => ({
    zh: `评估类型“${word(EVALUATION_KINDS, EVALUATION_KIND_LABELS, kind).zh}”、年度 ${year}、编号 ${number} 不合规；须有类型，年度为 2000 至 2999，编号从 1 起。`,
    en: `kind "${word(EVALUATION_KINDS, EVALUATION_KIND_LABELS, kind).en}", year ${year} and number ${number} make no evaluation; it takes a kind, a year from 2000 to 2999 and a number from 1`,
  }),
  Evaluations_StateNotAllowed: ({ evaluation, state }) => ({
    zh: `评估 ${unpackEvaluationId(evaluation)} 处于“${word(EVALUATION_STATES, EVALUATION_STATE_LABELS, state).zh}”状态，不能办理此事项。`,
    en: `evaluation ${unpackEvaluationId(evaluation)} stands at "${word(EVALUATION_STATES, EVALUATION_STATE_LABELS, state).en}", where this act is not allowed`,
  }),
  Evaluations_CriteriaLength: ({ length, limit }) => ({
    zh: `评估指标须为 1 至 ${limit} 项，所给为 ${length} 项。`,
    en: `an evaluation has 1 to ${limit} criteria, not ${length}`,
  }),
  Evaluations_CriterionInvalid: ({ index }) => ({
    zh: `第 ${index + 1n} 项评估指标缺少代码、满分或权重，或其代码未按升序排列。`,
    en: `criterion ${index + 1n} lacks its code, maximum or weight, or its code does not come after the one before`,
  }),
  Evaluations_WeightSum: ({ sum }) => ({
    zh: `评估指标的权重合计为 ${sum} 个基点，须为 10000。`,
    en: `the weights of the criteria sum to ${sum} basis points instead of 10000`,
  }),
  Evaluations_EvaluatorsLength: ({ length, limit }) => ({
    zh: `评估专家须为 1 至 ${limit} 人，所给为 ${length} 人。`,
    en: `an evaluation has 1 to ${limit} evaluators, not ${length}`,
  }),
  Evaluations_EvaluatorTwice: ({ index, account }) => ({
    zh: `第 ${index + 1n} 位专家（账户 ${accountWord(account)}）重复。`,
    en: `evaluator ${index + 1n}, account ${accountWord(account)}, is named before`,
  }),
  Evaluations_ConflictOfInterest: ({ evaluation, account, organisation }) => ({
    zh: `账户 ${accountWord(account)} 属于评估 ${unpackEvaluationId(evaluation)} 的被评单位 ${usccWord(organisation)}，应当回避。`,
    en: `account ${accountWord(account)} is of ${usccWord(organisation)}, the organisation that ${unpackEvaluationId(evaluation)} evaluates; somebody else has to act`,
  }),
  Evaluations_NotEvaluator: ({ evaluation, account }) => ({
    zh: `账户 ${accountWord(account)} 不是评估 ${unpackEvaluationId(evaluation)} 的专家。`,
    en: `account ${accountWord(account)} is no evaluator of ${unpackEvaluationId(evaluation)}`,
  }),
  Evaluations_AlreadyScored: ({ evaluation, account }) => ({
    zh: `账户 ${accountWord(account)} 已为评估 ${unpackEvaluationId(evaluation)} 评分。`,
    en: `account ${accountWord(account)} has scored ${unpackEvaluationId(evaluation)} already`,
  }),
  Evaluations_CriteriaChanged: ({ evaluation }) => ({
    zh: `评分表的指标、满分、权重或次序与评估 ${unpackEvaluationId(evaluation)} 的计划不一致。`,
    en: `the sheet's criteria, maxima, weights or order are not those planned for ${unpackEvaluationId(evaluation)}`,
  }),
  Evaluations_ScoreTooHigh: ({ index, score, maximum }) => ({
    zh: `第 ${index + 1n} 项得分 ${score} 超过满分 ${maximum}。`,
    en: `score ${index + 1n} is ${score}, above its maximum of ${maximum}`,
  }),
  Evaluations_SheetsMissing: ({ evaluation, sheets, evaluators }) => ({
    zh: `评估 ${unpackEvaluationId(evaluation)} 的 ${evaluators} 位专家中仅 ${sheets} 位已评分，须超过半数。`,
    en: `${sheets} of the ${evaluators} evaluators of ${unpackEvaluationId(evaluation)} have scored; it takes more than half`,
  }),
  Evaluations_NotEvaluated: ({ evaluation, organisation }) => ({
    zh: `单位 ${usccWord(organisation)} 不是评估 ${unpackEvaluationId(evaluation)} 的被评单位。`,
    en: `${unpackEvaluationId(evaluation)} does not evaluate organisation ${usccWord(organisation)}`,
  }),
};
