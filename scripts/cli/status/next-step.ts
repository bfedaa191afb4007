import type { Bilingual } from "../../../server/ledger/codes/bilingual.ts";
import type { PilotState } from "../../../server/ledger/codes/pilots.ts";

/** Who has to do what next for a pilot in a state. */
export const NEXT_STEP: Readonly<Record<Exclude<PilotState, "NONE">, Bilingual>> = {
  APPLIED: { zh: "受理员受理或退回申报", en: "the registrar admits or returns the application" },
  RETURNED: {
    zh: "牵头单位补正后重新提交：pilot resubmit",
    en: "the lead supplements it and sends it again: pilot resubmit",
  },
  UNDER_REVIEW: { zh: "审批员决定是否立项", en: "the approver decides" },
  WAITLISTED: { zh: "审批员在有名额时决定", en: "the approver decides when there is a place" },
  APPROVED: { zh: "牵头单位启动试点：pilot start", en: "the lead starts the pilot: pilot start" },
  REJECTED: { zh: "已结束", en: "ended" },
  ACTIVE: {
    zh: "按计划提交里程碑：milestone submit；全部完成后申请验收：pilot request-acceptance",
    en: "submit the milestones: milestone submit; when all are done, ask for acceptance: pilot request-acceptance",
  },
  SUSPENDED: { zh: "等待审批员恢复", en: "wait for the approver to end the suspension" },
  IN_ACCEPTANCE: { zh: "专家投票，审批员决定", en: "the experts vote and the approver decides" },
  CONDITIONAL: {
    zh: "满足条件后再次申请验收：pilot request-acceptance",
    en: "meet the conditions and ask again: pilot request-acceptance",
  },
  ACCEPTED: { zh: "受理员归档：pilot archive", en: "the registrar archives it: pilot archive" },
  FAILED: { zh: "已结束；可以此为前序重新申报", en: "ended; a new pilot may name it as its predecessor" },
  ARCHIVED: { zh: "已结束", en: "ended" },
  WITHDRAWN: { zh: "已结束", en: "ended" },
  TERMINATED: { zh: "已结束", en: "ended" },
};
