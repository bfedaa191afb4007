import { DISPUTE_RESULTS } from "../codes/evidence.ts";
import { DISPUTE_RESULT_LABELS } from "../codes/labels.ts";
import type { SentencesFor } from "./ledger-error.ts";
import { accountWord, instant, pilotWord, usccWord, word } from "./wording.ts";

/** Why `EvidenceLedger` refuses. */
export const evidenceSentences: SentencesFor<"Evidence"> = {
  Evidence_ItemInvalid: ({ index }) => ({
    zh: `第 ${index + 1n} 份佐证材料缺少类型、算法或摘要。`,
    en: `item ${index + 1n} of the evidence lacks its kind, its algorithm or its digest`,
  }),
  Evidence_AlreadyAnchored: ({ index, anchoredAt }) => ({
    zh: `第 ${index + 1n} 份佐证材料已由本账户于 ${instant(anchoredAt).zh} 存证，无需重复。`,
    en: `item ${index + 1n} of the evidence was anchored by this account at ${instant(anchoredAt).en}; there is no need to repeat it`,
  }),
  Evidence_BatchLength: ({ length, limit }) => ({
    zh: `一次最多存证 ${limit} 份、至少 1 份材料，所给为 ${length} 份。`,
    en: `one transaction takes 1 to ${limit} items of evidence, not ${length}`,
  }),
  Evidence_MilestoneUnknown: ({ index, milestone }) => ({
    zh: `第 ${index + 1n} 份佐证材料所属的里程碑 M${milestone} 不存在。`,
    en: `item ${index + 1n} of the evidence names milestone M${milestone}, which the plan does not have`,
  }),
  Evidence_BatchEmpty: () => ({
    zh: "批次中没有记录；至少需要一条记录。",
    en: "the batch has no record; it needs at least one",
  }),
  Evidence_Unknown: ({ pilot }) => ({
    zh: `试点 ${pilotWord(pilot)} 没有此项单独存证的材料；请核对编号。随里程碑提交的材料须先单独存证，方可见证、提出异议或替换。`,
    en: `nothing of this id was anchored on its own to pilot ${pilotWord(pilot)}; check it. What a milestone's submission names has to be anchored first to be attested, disputed or superseded`,
  }),
  Evidence_AlreadyAttested: ({ witness, attestedAt }) => ({
    zh: `账户 ${accountWord(witness)} 已于 ${instant(attestedAt).zh} 见证此项存证，无需重复。`,
    en: `account ${accountWord(witness)} attested this evidence at ${instant(attestedAt).en}; there is no need to repeat it`,
  }),
  Evidence_CapacityRequired: () => ({
    zh: "未说明以何种身份提出异议；应为参与单位、见证机构或检查员。",
    en: "a dispute is raised as a participant, a witness or an inspector; say which",
  }),
  Evidence_TooManyDisputes: ({ limit }) => ({
    zh: `此项存证已被提出 ${limit} 次异议，不能再提。`,
    en: `this evidence was disputed ${limit} times; no further dispute can be raised`,
  }),
  Evidence_NoOpenDispute: ({ number }) => ({
    zh: `没有第 ${number} 号待处理的异议；请核对编号，或该异议已经处理。`,
    en: `there is no open dispute ${number}; check its number, or it was resolved already`,
  }),
  Evidence_ResultInvalid: ({ result }) => {
    const label = word(DISPUTE_RESULTS, DISPUTE_RESULT_LABELS, result);
    return {
      zh: `异议的处理结果应为成立或不成立，不能为“${label.zh}”。`,
      en: `a dispute is upheld or dismissed; the decision cannot be "${label.en}"`,
    };
  },
  Evidence_DisputantMayNotDecide: ({ actor }) => ({
    zh: `账户 ${accountWord(actor)} 提出了此异议，不能自行处理；请由其他负责人处理。`,
    en: `account ${accountWord(actor)} raised this dispute and may not decide on it; another decider has to`,
  }),
  Evidence_NotDisputant: ({ actor }) => ({
    zh: `账户 ${accountWord(actor)} 所属单位未提出此异议，不能撤回。`,
    en: `the organisation of account ${accountWord(actor)} did not raise this dispute and cannot withdraw it`,
  }),
  Evidence_NotSubmitter: ({ organisation }) => ({
    zh: `此项存证不是由单位 ${usccWord(organisation)} 提交；只有提交单位可以用自己的存证替换。`,
    en: `organisation ${usccWord(organisation)} did not submit this evidence; only who submitted it may supersede it, with evidence of its own`,
  }),
  Evidence_AlreadySuperseded: () => ({
    zh: "此项存证已被替换；请使用现行的存证。",
    en: "other evidence stands in the place of this one already; use the one that stands",
  }),
  Evidence_ReplacesItself: () => ({
    zh: "存证不能替换自身；请核对两项存证的编号。",
    en: "evidence cannot take its own place; check both ids",
  }),
};
