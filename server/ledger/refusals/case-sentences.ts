import type { Bilingual } from "../codes/bilingual.ts";
import {
  CASE_ORIGINS,
  CASE_STATES,
  CLOSE_REASONS,
  HEARING_STATES,
  INSPECTION_KINDS,
  ORDER_STATES,
  PENALTY_KINDS,
} from "../codes/supervision.ts";
import {
  CASE_ORIGIN_LABELS,
  CASE_STATE_LABELS,
  CLOSE_REASON_LABELS,
  HEARING_STATE_LABELS,
  INSPECTION_KIND_LABELS,
  ORDER_STATE_LABELS,
  PENALTY_KIND_LABELS,
} from "../codes/supervision-labels.ts";
import type { SentencesFor } from "./ledger-error.ts";
import { accountWord, dossierWord, instant, listed, word } from "./wording.ts";

const caseState = (index: number) => word(CASE_STATES, CASE_STATE_LABELS, index);
const orderState = (index: number) => word(ORDER_STATES, ORDER_STATE_LABELS, index);
const yuan = (fen: bigint) => `${fen / 100n}.${String(fen % 100n).padStart(2, "0")}`;

/** Why `SupervisionLedger` refuses an inspection. */
export const inspectionSentences: SentencesFor<"Inspections"> = {
  Inspections_Unknown: ({ inspection }) => ({
    zh: `没有检查 ${dossierWord(inspection)}；请核对编号。`,
    en: `there is no inspection ${dossierWord(inspection)}; check its number`,
  }),
  Inspections_Concluded: ({ inspection }) => ({
    zh: `检查 ${dossierWord(inspection)} 已经结束。`,
    en: `inspection ${dossierWord(inspection)} has ended`,
  }),
  Inspections_KindRequired: () => ({
    zh: "未填写检查类型；须为日常、随机、专项、投诉或复查之一。",
    en: "the inspection's kind is missing: routine, random, special, complaint or follow-up",
  }),
  Inspections_ResultRequired: () => ({
    zh: "未填写检查结果；须为未发现问题或发现问题。",
    en: "the inspection's result is missing: no issue, or issues found",
  }),
  Inspections_InspectorCount: ({ count, minimum, limit }) => ({
    zh: `检查人员 ${count} 名，应为 ${minimum} 至 ${limit} 名。`,
    en: `an inspection takes ${minimum} to ${limit} inspectors, not ${count}`,
  }),
  Inspections_InspectorTwice: ({ index, inspector }) => ({
    zh: `第 ${index + 1n} 名检查人员 ${accountWord(inspector)} 重复列出；每人只列一次。`,
    en: `inspector ${index + 1n}, ${accountWord(inspector)}, is named twice; name each inspector once`,
  }),
  Inspections_NotInspector: ({ inspection, account }) => ({
    zh: `账户 ${accountWord(account)} 不是检查 ${dossierWord(inspection)} 的检查人员。`,
    en: `account ${accountWord(account)} is none of the inspectors of ${dossierWord(inspection)}`,
  }),
  Inspections_DrawInvalid: ({ kind, draw }) => {
    const label = word(INSPECTION_KINDS, INSPECTION_KIND_LABELS, kind);
    return {
      zh: `“${label.zh}”与随机抽取 ${dossierWord(draw)} 不符；“双随机”抽查须写明本地区已完成的抽取，其他检查不得填写。`,
      en: `a ${label.en} does not go with the draw ${dossierWord(draw)}: a random inspection names a draw that was made for its region, and no other names one`,
    };
  },
};

/** Why `SupervisionLedger` refuses an act on a case. */
export const caseSentences: SentencesFor<"Cases"> = {
  Cases_Unknown: ({ dossier }) => ({
    zh: `没有案件 ${dossierWord(dossier)}；请核对编号。`,
    en: `there is no case ${dossierWord(dossier)}; check its number`,
  }),
  Cases_StateNotAllowed: ({ dossier, state }) => ({
    zh: `案件 ${dossierWord(dossier)} 目前的状态为“${caseState(state).zh}”，不能办理此事项。`,
    en: `case ${dossierWord(dossier)} stands at "${caseState(state).en}", which does not allow this act`,
  }),
  Cases_InspectorMayNotDecide: ({ dossier, account }) => ({
    zh: `账户 ${accountWord(account)} 参与了案件 ${dossierWord(dossier)} 的检查，不得对其作出决定；请由其他负责人办理。`,
    en: `account ${accountWord(account)} inspected case ${dossierWord(dossier)} and may not decide on it; another decider has to`,
  }),
  Cases_OriginRequired: () => ({
    zh: "未填写案件来源；须为检查、线索、投诉、自报或移送之一。",
    en: "the case's origin is missing: inspection, signal, complaint, self-report or referral",
  }),
  Cases_SourceInvalid: ({ origin, source }) => {
    const label = word(CASE_ORIGINS, CASE_ORIGIN_LABELS, origin);
    return {
      zh: `案件来源“${label.zh}”与 ${dossierWord(source)} 不符；应为该试点已受理的投诉举报、发现问题的检查，其他来源不填。`,
      en: `the origin ${label.en} does not go with ${dossierWord(source)}: it takes an accepted complaint about the pilot, an inspection of it that found issues, or nothing`,
    };
  },
  Cases_ClauseRequired: ({ index }) => ({
    zh: `第 ${index + 1n} 项未写明所违反的条款。`,
    en: `item ${index + 1n} lacks the clause that was broken`,
  }),
  Cases_FindingCount: ({ count, limit }) => ({
    zh: `案件将有 ${count} 项问题，应为 1 至 ${limit} 项。`,
    en: `a case takes 1 to ${limit} findings in all, not ${count}`,
  }),
  Cases_FindingInvalid: ({ index }) => ({
    zh: `第 ${index + 1n} 项问题缺少严重程度或证据摘要。`,
    en: `finding ${index + 1n} lacks its severity or the digest of its evidence`,
  }),
  Cases_InspectionMismatch: ({ dossier, inspection }) => ({
    zh: `检查 ${dossierWord(inspection)} 不是案件 ${dossierWord(dossier)} 所涉试点的检查。`,
    en: `${dossierWord(inspection)} is no inspection of the pilot that case ${dossierWord(dossier)} is about`,
  }),
  Cases_TooManyInspectors: ({ dossier, limit }) => ({
    zh: `案件 ${dossierWord(dossier)} 的检查人员不得超过 ${limit} 名；请由已参与的人员办理。`,
    en: `case ${dossierWord(dossier)} takes no more than ${limit} inspectors; let one of those who took part do it`,
  }),
  Cases_InspectionOutstanding: ({ dossier, inspection }) => ({
    zh: `案件 ${dossierWord(dossier)} 的检查 ${dossierWord(inspection)} 尚未以“未发现问题”结束，不能以此结案。`,
    en: `inspection ${dossierWord(inspection)} of case ${dossierWord(dossier)} has not ended without an issue`,
  }),
  Cases_ClosingNotAllowed: ({ dossier, state, closing }) => {
    const label = word(CLOSE_REASONS, CLOSE_REASON_LABELS, closing);
    return {
      zh: `案件 ${dossierWord(dossier)} 目前的状态为“${caseState(state).zh}”，不能以“${label.zh}”结案。`,
      en: `case ${dossierWord(dossier)} stands at "${caseState(state).en}" and cannot be closed as "${label.en}"`,
    };
  },
  Cases_LimitationRunning: ({ dossier, limitationAt }) => ({
    zh: `案件 ${dossierWord(dossier)} 的追责时效至 ${instant(limitationAt).zh} 才届满。`,
    en: `case ${dossierWord(dossier)} is not time-barred before ${instant(limitationAt).en}`,
  }),
  Cases_OrderOpen: ({ dossier, order }) => ({
    zh: `案件 ${dossierWord(dossier)} 的整改要求为“${orderState(order).zh}”；整改合格或撤回后方可结案。`,
    en: `the order of case ${dossierWord(dossier)} stands at "${orderState(order).en}"; it has to be fulfilled or lifted before the case is closed`,
  }),
};

/** Why `SupervisionLedger` refuses an act on a rectification order. */
export const rectificationSentences: SentencesFor<"Rectification"> = {
  Rectification_OrderNotAllowed: ({ dossier, order }) => ({
    zh: `案件 ${dossierWord(dossier)} 的整改要求为“${orderState(order).zh}”，不能办理此事项。`,
    en: `the order of case ${dossierWord(dossier)} stands at "${orderState(order).en}", which does not allow this act`,
  }),
  Rectification_TooManyRounds: ({ dossier, limit }) => ({
    zh: `案件 ${dossierWord(dossier)} 已责令整改 ${limit} 次，不能再次责令；请进入处罚程序。`,
    en: `rectification was ordered ${limit} times in case ${dossierWord(dossier)}, the most allowed; a penalty is what remains`,
  }),
  Rectification_VerdictRequired: () => ({
    zh: "复核结论应为合格、部分合格或不合格。",
    en: "a verdict is pass, partial or fail",
  }),
};

/** Why `SupervisionLedger` refuses an act on a penalty. */
export const penaltySentences: SentencesFor<"Penalties"> = {
  Penalties_KindsInvalid: ({ kinds, allowed }) => ({
    zh: `处罚种类“${penaltyWords(kinds).zh}”不在允许的“${penaltyWords(allowed).zh}”之内。`,
    en: `the penalty "${penaltyWords(kinds).en}" is not within what is allowed: ${penaltyWords(allowed).en}`,
  }),
  Penalties_FineOutsideBand: ({ fine, minimum, maximum }) => ({
    zh: `罚款 ${yuan(fine)} 元不在 ${yuan(minimum)} 至 ${yuan(maximum)} 元之间；不罚款时三者均为零。`,
    en: `a fine of ${yuan(fine)} yuan is not between ${yuan(minimum)} and ${yuan(maximum)}; without a fine all three are zero`,
  }),
  Penalties_StatementOpen: ({ dossier, statementUntil }) => ({
    zh: `案件 ${dossierWord(dossier)} 的当事人可陈述申辩至 ${instant(statementUntil).zh}；期满或其放弃后方可决定。`,
    en: `the lead may state its case in ${dossierWord(dossier)} until ${instant(statementUntil).en}; the decision waits for that or for its waiver`,
  }),
  Penalties_StatementClosed: ({ dossier, statementUntil }) => ({
    zh: `案件 ${dossierWord(dossier)} 的陈述申辩已于 ${instant(statementUntil).zh} 截止或已放弃。`,
    en: `the time for statements in case ${dossierWord(dossier)} ended at ${instant(statementUntil).en} or was waived`,
  }),
  Penalties_HearingNotAllowed: ({ dossier, hearing }) => {
    const label = word(HEARING_STATES, HEARING_STATE_LABELS, hearing);
    return {
      zh: `案件 ${dossierWord(dossier)} 的听证状态为“${label.zh}”，不能办理此事项。`,
      en: `the hearing of case ${dossierWord(dossier)} stands at "${label.en}", which does not allow this act`,
    };
  },
  Penalties_FineUnpaid: ({ dossier, paid, fine }) => ({
    zh: `案件 ${dossierWord(dossier)} 的罚款为 ${yuan(fine)} 元，缴纳 ${yuan(paid)} 元，两者应相等。`,
    en: `the fine of case ${dossierWord(dossier)} is ${yuan(fine)} yuan and ${yuan(paid)} were paid; both have to be the same`,
  }),
  Penalties_LateFeeTooHigh: ({ dossier, lateFee, fine }) => ({
    zh: `案件 ${dossierWord(dossier)} 的加处罚款 ${yuan(lateFee)} 元超过罚款本数 ${yuan(fine)} 元。`,
    en: `${yuan(lateFee)} yuan for being late in case ${dossierWord(dossier)} is more than the fine of ${yuan(fine)}`,
  }),
  Penalties_PaymentDateInvalid: ({ servedAt, payDueAt }) => ({
    zh: `缴款期限 ${instant(payDueAt).zh} 不晚于送达时间 ${instant(servedAt).zh}。`,
    en: `the fine would be due at ${instant(payDueAt).en}, not after its service at ${instant(servedAt).en}`,
  }),
};

function penaltyWords(kinds: number): Bilingual {
  const words = listed(
    PENALTY_KINDS.flatMap((_, index) =>
      (kinds >> index) & 1 ? [word(PENALTY_KINDS, PENALTY_KIND_LABELS, index)] : [],
    ),
  );
  return words.zh === "" ? { zh: "无", en: "none" } : words;
}
