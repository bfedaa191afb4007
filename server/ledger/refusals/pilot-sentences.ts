import { FILING_REQUIREMENT_LABELS, PILOT_STATE_LABELS, STAGE_LABELS } from "../codes/labels.ts";
import { FILING_REQUIREMENTS, PILOT_STATES, STAGES } from "../codes/pilots.ts";
import { asciiFromHex, type Hex } from "../hex.ts";
import type { SentencesFor } from "./ledger-error.ts";
import { accountWord, instant, pilotWord, usccWord, word } from "./wording.ts";

/** Why `PilotLedger` refuses an act on a pilot. */
export const pilotSentences: SentencesFor<"Pilots"> = {
  Pilots_Unknown: ({ pilot }) => ({
    zh: `没有试点 ${pilotWord(pilot)}；请核对试点编号。`,
    en: `there is no pilot ${pilotWord(pilot)}; check its code`,
  }),
  Pilots_StateNotAllowed: ({ pilot, state }) => {
    const label = word(PILOT_STATES, PILOT_STATE_LABELS, state);
    return {
      zh: `试点 ${pilotWord(pilot)} 目前的状态为“${label.zh}”，不能办理此事项；可用 pilot status 查看下一步。`,
      en: `pilot ${pilotWord(pilot)} is ${label.en}, which does not allow this act; pilot status tells what comes next`,
    };
  },
  Pilots_NotLead: ({ pilot, organisation }) => ({
    zh: `单位 ${usccWord(organisation)} 不是试点 ${pilotWord(pilot)} 的牵头单位；此事项只能由牵头单位办理。`,
    en: `organisation ${usccWord(organisation)} is not the lead of pilot ${pilotWord(pilot)}; only the lead may do this`,
  }),
  Pilots_NotParty: ({ pilot, organisation }) => ({
    zh: `单位 ${usccWord(organisation)} 既不是试点 ${pilotWord(pilot)} 的牵头单位，也不是参与单位。`,
    en: `organisation ${usccWord(organisation)} is neither the lead nor a party of pilot ${pilotWord(pilot)}`,
  }),
  Pilots_ConflictOfInterest: ({ pilot, account, organisation }) => ({
    zh: `账户 ${accountWord(account)} 所属单位 ${usccWord(organisation)} 参与了试点 ${pilotWord(pilot)} 或曾向其提交材料，须回避，不得对其作出决定。`,
    en: `account ${accountWord(account)} acts for ${usccWord(organisation)}, which takes part in pilot ${pilotWord(pilot)} or submitted to it, so it may not decide on it; somebody else has to`,
  }),
  Pilots_RegistrarMayNotDecide: ({ pilot, account }) => ({
    zh: `试点 ${pilotWord(pilot)} 由账户 ${accountWord(account)} 受理，受理人不得审批；请由其他审批员办理。`,
    en: `account ${accountWord(account)} admitted pilot ${pilotWord(pilot)} and may not decide on it; another approver has to`,
  }),
  Pilots_ReasonRequired: () => ({
    zh: "未填写理由；请用 --reason 给出理由代码。",
    en: "a reason is required; give a reason code with --reason",
  }),
  Pilots_DigestRequired: () => ({
    zh: "缺少文件；请用 --document（或 --dir）指定文件，只有其摘要会上链。",
    en: "a document is required; name it with --document (or --dir), only its digest goes on the ledger",
  }),
  Pilots_TextLength: ({ length, limit }) => ({
    zh: `公开文本（标题、摘要、平台、里程碑名称）长 ${length} 字节，应为 1 至 ${limit} 字节；请精简。`,
    en: `the public text (title, summary, platform, milestone titles) has ${length} bytes and must have 1 to ${limit}; shorten it`,
  }),
  Pilots_TooManyReturns: ({ pilot, limit }) => ({
    zh: `试点 ${pilotWord(pilot)} 的申报已退回 ${limit} 次，不能再退回；请受理。`,
    en: `the application of pilot ${pilotWord(pilot)} was returned ${limit} times, the most allowed; it has to be admitted now`,
  }),
  Pilots_PredecessorInvalid: ({ predecessor }) => ({
    zh: `${pilotWord(predecessor)} 不能作为前序试点；它须由本单位牵头，且已以未成功的方式结束。`,
    en: `${pilotWord(predecessor)} cannot be the predecessor; it must be a pilot of the same lead that ended without success`,
  }),
  Pilots_FilingAnswerInvalid: ({ filing, filingReason }) => {
    const label = word(FILING_REQUIREMENTS, FILING_REQUIREMENT_LABELS, filing);
    const reason = asciiFromHex(filingReason) || "—";
    return {
      zh: `备案答复“${label.zh}”与理由（${reason}）不符；请答“需要备案”，或答“无需备案”并用 --filing-reason 说明理由。`,
      en: `the answer on the service filing ("${label.en}") does not go with its reason (${reason}): answer required, or not-required with --filing-reason`,
    };
  },
  Pilots_FilingOutstanding: ({ pilot }) => ({
    zh: `试点 ${pilotWord(pilot)} 的服务需要备案，但尚无备案记录；完成备案后方可申请验收。`,
    en: `the service of pilot ${pilotWord(pilot)} must be filed before acceptance, and no filing is recorded; file it first`,
  }),
  Pilots_SeriousCaseOpen: ({ pilot }) => ({
    zh: `试点 ${pilotWord(pilot)} 有未结的严重或重大案件；结案后方可申请验收。`,
    en: `a serious or critical case about pilot ${pilotWord(pilot)} is open; it has to be closed before acceptance`,
  }),
  Pilots_MilestonesOpen: ({ pilot, count }) => ({
    zh: `试点 ${pilotWord(pilot)} 还有 ${count} 个必选里程碑未通过或免除；全部完成后方可申请验收。`,
    en: `pilot ${pilotWord(pilot)} has ${count} mandatory milestone(s) that are neither accepted nor waived; finish them first`,
  }),
  Pilots_PanelExists: (panel) => ({
    zh: `${matter(panel).zh}的专家组已经组成，不能重复组建。`,
    en: `the panel of ${matter(panel).en} is convened already`,
  }),
  Pilots_PanelInvalid: ({ members, threshold, limit }) => ({
    zh: `专家组 ${members} 人、通过票数 ${threshold} 不合规；应为 1 至 ${limit} 人，且通过票数超过半数。`,
    en: `a panel of ${members} with a threshold of ${threshold} is not allowed: it takes 1 to ${limit} experts and more than half of their votes`,
  }),
  Pilots_ExpertTwice: ({ index, expert }) => ({
    zh: `第 ${index + 1n} 位专家 ${accountWord(expert)} 重复列出；每位专家只列一次。`,
    en: `expert ${index + 1n}, ${accountWord(expert)}, is named twice; name each expert once`,
  }),
  Pilots_NotOnPanel: ({ account, ...panel }) => ({
    zh: `账户 ${accountWord(account)} 不在${matter(panel).zh}的专家组内，不能投票。`,
    en: `account ${accountWord(account)} is not on the panel of ${matter(panel).en} and has no vote`,
  }),
  Pilots_VotedAlready: ({ account, ...panel }) => ({
    zh: `账户 ${accountWord(account)} 对${matter(panel).zh}已投票，不能更改。`,
    en: `account ${accountWord(account)} has voted on ${matter(panel).en}; a vote stands`,
  }),
  Pilots_VoteInvalid: () => ({
    zh: "对验收的投票是通过、有条件通过或不通过；对里程碑的投票是通过或不通过。",
    en: "a vote on acceptance is pass, conditional or fail, and one on a milestone pass or fail",
  }),
  Pilots_VotesInsufficient: ({ votes, needed, ...panel }) => ({
    zh: `${matter(panel).zh}有 ${votes} 票支持该结果，需要 ${needed} 票；请等待其余专家投票。`,
    en: `${matter(panel).en} has ${votes} vote(s) for this result and needs ${needed}; wait for the other experts`,
  }),
  Pilots_TooManyConditions: ({ pilot, limit }) => ({
    zh: `试点 ${pilotWord(pilot)} 已 ${limit} 次有条件通过；本轮只能通过或不通过。`,
    en: `pilot ${pilotWord(pilot)} passed on conditions ${limit} times, the most allowed; it passes or fails now`,
  }),
  Pilots_PartyExists: ({ pilot, organisation }) => ({
    zh: `单位 ${usccWord(organisation)} 已参与试点 ${pilotWord(pilot)}。`,
    en: `organisation ${usccWord(organisation)} takes part in pilot ${pilotWord(pilot)} already`,
  }),
  Pilots_PartyRoleRequired: () => ({
    zh: "未填写参与单位的分工；请用 --role 指定。",
    en: "the party's role is missing; give it with --role",
  }),
  Pilots_StageNotAllowed: ({ pilot, stage }) => {
    const label = word(STAGES, STAGE_LABELS, stage);
    return {
      zh: `试点 ${pilotWord(pilot)} 目前的成果阶段为“${label.zh}”，不能办理此事项；阶段依次为原型系统、应用解决方案、样板项目。`,
      en: `the output of pilot ${pilotWord(pilot)} is at the stage of ${label.en}, which does not allow this act; prototype, solution and showcase follow each other`,
    };
  },
  Pilots_PrototypeNotAccepted: ({ pilot }) => ({
    zh: `试点 ${pilotWord(pilot)} 尚无通过的“原型系统”里程碑，不能转为应用解决方案。`,
    en: `pilot ${pilotWord(pilot)} has no accepted milestone of kind prototype yet, which a solution needs`,
  }),
  Pilots_ValidityPast: ({ validUntil, blockTime }) => ({
    zh: `有效期 ${instant(validUntil).zh} 早于当前区块时间 ${instant(blockTime).zh}；请填写将来的日期。`,
    en: `the designation would end at ${instant(validUntil).en}, before the present block, ${instant(blockTime).en}; give a later date`,
  }),
};

/** What a panel is about: a revision of a milestone, or an acceptance round when the milestone is zero. */
function matter({ pilot, milestone, round }: { pilot: Hex; milestone: number; round: number }) {
  return milestone === 0
    ? {
        zh: `试点 ${pilotWord(pilot)} 第 ${round} 轮验收`,
        en: `acceptance round ${round} of pilot ${pilotWord(pilot)}`,
      }
    : {
        zh: `试点 ${pilotWord(pilot)} 里程碑 M${milestone} 第 ${round} 次提交`,
        en: `revision ${round} of milestone M${milestone} of pilot ${pilotWord(pilot)}`,
      };
}
