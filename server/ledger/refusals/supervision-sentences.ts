import { FILING_REQUIREMENT_LABELS } from "../codes/labels.ts";
import { FILING_REQUIREMENTS } from "../codes/pilots.ts";
import { COMPLAINT_STATES, FILING_STATES, INCIDENT_STATES } from "../codes/supervision.ts";
import { COMPLAINT_STATE_LABELS, FILING_STATE_LABELS, INCIDENT_STATE_LABELS } from "../codes/supervision-labels.ts";
import type { SentencesFor } from "./ledger-error.ts";
import { accountWord, dossierWord, instant, pilotWord, usccWord, word } from "./wording.ts";

/** Why `PilotLedger` refuses what has to do with its supervision. */
export const supervisedSentences: SentencesFor<"Supervised"> = {
  Supervised_AlreadySet: ({ supervision }) => ({
    zh: `监管账本已指定为 ${accountWord(supervision)}，不能更换。`,
    en: `the supervision ledger is ${accountWord(supervision)}, named once and for good`,
  }),
  Supervised_NoContract: ({ supervision }) => ({
    zh: `地址 ${accountWord(supervision)} 上没有合约；请填写监管账本的地址。`,
    en: `there is no contract at ${accountWord(supervision)}; give the address of the supervision ledger`,
  }),
  Supervised_NotDeployer: ({ caller }) => ({
    zh: `账户 ${accountWord(caller)} 不是部署账户；监管账本只能由部署账户指定。`,
    en: `account ${accountWord(caller)} did not deploy the ledger; only the account that did names its supervision`,
  }),
  Supervised_NotSupervision: ({ caller }) => ({
    zh: `账户 ${accountWord(caller)} 不是监管账本；此事项只能经由案件中的责令整改办理。`,
    en: `account ${accountWord(caller)} is not the supervision ledger; this is done by an order in a case`,
  }),
};

/** Why `SupervisionLedger` and `ServiceLedger` refuse an act of any kind. */
export const supervisionSentences: SentencesFor<"Supervision"> = {
  Supervision_PilotUnknown: ({ pilot }) => ({
    zh: `没有试点 ${pilotWord(pilot)}；请核对试点编号。`,
    en: `there is no pilot ${pilotWord(pilot)}; check its code`,
  }),
  Supervision_NotLead: ({ pilot, organisation }) => ({
    zh: `单位 ${usccWord(organisation)} 不是试点 ${pilotWord(pilot)} 的牵头单位；此事项只能由牵头单位办理。`,
    en: `organisation ${usccWord(organisation)} is not the lead of pilot ${pilotWord(pilot)}; only the lead may do this`,
  }),
  Supervision_ConflictOfInterest: ({ pilot, account, organisation }) => ({
    zh: `账户 ${accountWord(account)} 所属单位 ${usccWord(organisation)} 参与了试点 ${pilotWord(pilot)} 或曾向其提交材料，须回避，不得参与其监管。`,
    en: `account ${accountWord(account)} acts for ${usccWord(organisation)}, which takes part in pilot ${pilotWord(pilot)} or submitted to it, so it may not supervise it; somebody else has to`,
  }),
  Supervision_ReasonRequired: () => ({ zh: "未填写理由；请给出理由代码。", en: "a reason code is required" }),
  Supervision_DigestRequired: () => ({
    zh: "缺少文件；请指定文件，只有其摘要会上链。",
    en: "a document is required; only its digest goes on the ledger",
  }),
  Supervision_TextLength: ({ length, limit }) => ({
    zh: `公开文本长 ${length} 字节，应为 1 至 ${limit} 字节；请填写或精简。`,
    en: `the public text has ${length} bytes and must have 1 to ${limit}; fill it in or shorten it`,
  }),
  Supervision_DateNotAhead: ({ date, blockTime }) => ({
    zh: `期限 ${instant(date).zh} 不晚于 ${instant(blockTime).zh}；请填写更晚的日期。`,
    en: `the date ${instant(date).en} does not lie after ${instant(blockTime).en}; give a later one`,
  }),
  Supervision_DateNotPast: ({ date, blockTime }) => ({
    zh: `日期 ${instant(date).zh} 缺失或晚于当前区块时间 ${instant(blockTime).zh}；请填写过去的时间。`,
    en: `the date ${instant(date).en} is missing or lies after the present block, ${instant(blockTime).en}; give a time in the past`,
  }),
  Supervision_SeverityRequired: () => ({
    zh: "未填写严重程度；须为轻微、一般、严重或重大之一。",
    en: "the severity is missing: minor, general, serious or critical",
  }),
};

/** Why `ServiceLedger` refuses an act on a filing. */
export const filingSentences: SentencesFor<"Filings"> = {
  Filings_StateNotAllowed: ({ pilot, state }) => {
    const label = word(FILING_STATES, FILING_STATE_LABELS, state);
    return {
      zh: `试点 ${pilotWord(pilot)} 的备案目前的状态为“${label.zh}”，不能办理此事项。`,
      en: `the filing of pilot ${pilotWord(pilot)} stands at "${label.en}", which does not allow this act`,
    };
  },
  Filings_NotRequired: ({ pilot, requirement }) => {
    const label = word(FILING_REQUIREMENTS, FILING_REQUIREMENT_LABELS, requirement);
    return {
      zh: `试点 ${pilotWord(pilot)} 的备案要求为“${label.zh}”；只有启动时答复“需备案”的试点才登记备案。`,
      en: `pilot ${pilotWord(pilot)} has answered "${label.en}"; only a pilot that started with a service to be filed has a filing`,
    };
  },
  Filings_FormRequired: () => ({
    zh: "未填写服务形式；须为网站、应用、小程序、接口或其他之一。",
    en: "the form of the service is missing: website, app, mini program, API or other",
  }),
};

/** Why `SupervisionLedger` refuses an act on a complaint. */
export const complaintSentences: SentencesFor<"Complaints"> = {
  Complaints_Unknown: ({ complaint }) => ({
    zh: `没有投诉举报 ${dossierWord(complaint)}；请核对编号。`,
    en: `there is no complaint ${dossierWord(complaint)}; check its number`,
  }),
  Complaints_StateNotAllowed: ({ complaint, state }) => {
    const label = word(COMPLAINT_STATES, COMPLAINT_STATE_LABELS, state);
    return {
      zh: `投诉举报 ${dossierWord(complaint)} 目前的状态为“${label.zh}”，不能办理此事项。`,
      en: `complaint ${dossierWord(complaint)} is ${label.en}, which does not allow this act`,
    };
  },
  Complaints_ChannelRequired: () => ({
    zh: "未填写投诉举报渠道；须为热线、网站、信件、来访或转办之一。",
    en: "the complaint's channel is missing: hotline, website, letter, visit or transfer",
  }),
};

/** Why `ServiceLedger` refuses a rating or an act on an incident. */
export const riskSentences: SentencesFor<"Risk"> = {
  Risk_LevelRequired: () => ({
    zh: "未填写风险等级；须为低、一般、较大或重大之一。",
    en: "the risk level is missing: low, moderate, high or critical",
  }),
  Risk_IncidentUnknown: ({ incident }) => ({
    zh: `没有安全事件 ${dossierWord(incident)}；请核对编号。`,
    en: `there is no incident ${dossierWord(incident)}; check its number`,
  }),
  Risk_IncidentStateNotAllowed: ({ incident, state }) => {
    const label = word(INCIDENT_STATES, INCIDENT_STATE_LABELS, state);
    return {
      zh: `安全事件 ${dossierWord(incident)} 目前的状态为“${label.zh}”，不能办理此事项。`,
      en: `incident ${dossierWord(incident)} is ${label.en}, which does not allow this act`,
    };
  },
};
