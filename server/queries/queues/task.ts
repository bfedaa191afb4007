import type { Bilingual } from "../../ledger/codes/bilingual.ts";
import type { PilotCode } from "../../ledger/ids.ts";
import type { Provenance } from "../../ledger/provenance.ts";

/** The roles that have a work queue. */
export type QueueRole = "REGISTRAR" | "APPROVER" | "EXPERT" | "INSPECTOR" | "DECIDER" | "STATISTICIAN";

/** What is to be done, by its code. */
export const TASK_LABELS = {
  ADMIT_APPLICATION: { zh: "受理或退回申报", en: "Admit or return an application" },
  BIND_ACCOUNT: { zh: "为无可用账户的单位绑定账户", en: "Bind an account to an organisation that has none left" },
  ARCHIVE_PILOT: { zh: "归档", en: "Archive an accepted pilot" },
  HANDLE_COMPLAINT: { zh: "决定是否受理投诉举报", en: "Accept or reject a complaint" },
  ANSWER_COMPLAINT: { zh: "答复投诉举报", en: "Answer a complaint" },
  DECIDE_APPLICATION: { zh: "审批立项", en: "Decide on an application" },
  DECIDE_WAITLISTED: { zh: "决定候补项目", en: "Decide on a waitlisted application" },
  DECIDE_SUBMISSION: { zh: "评审里程碑", en: "Decide on a milestone's submission" },
  DECIDE_EXTENSION: { zh: "审批延期", en: "Decide on an extension" },
  CONVENE_PANEL: { zh: "组成验收专家组", en: "Convene an acceptance panel" },
  DECIDE_ACCEPTANCE: { zh: "决定验收结论", en: "Decide on acceptance" },
  ADMIT_ENTERPRISE: { zh: "决定企业入库", en: "Decide on an enterprise's nomination" },
  OPEN_EVALUATION: { zh: "启动评估", en: "Open an evaluation" },
  CONCLUDE_EVALUATION: { zh: "汇总评估得分", en: "Conclude an evaluation" },
  PUBLISH_EVALUATION: { zh: "公布评估结果", en: "Publish an evaluation" },
  SCORE_EVALUATION: { zh: "评估打分", en: "Score an evaluation" },
  VOTE_ON_SUBMISSION: { zh: "里程碑表决", en: "Vote on a milestone's submission" },
  VOTE_ON_ACCEPTANCE: { zh: "验收表决", en: "Vote on acceptance" },
  CONCLUDE_INSPECTION: { zh: "形成检查结论", en: "Conclude an inspection" },
  INVESTIGATE_CASE: { zh: "调查案件", en: "Investigate a case" },
  FOLLOW_UP_ORDER: { zh: "督促逾期整改", en: "Follow up an overdue order" },
  JUDGE_RESPONSE: { zh: "复核整改", en: "Judge a response to an order" },
  ORDER_AGAIN: { zh: "再次责令整改或处罚告知", en: "Order again or announce a penalty" },
  SERVE_PENALTY: { zh: "送达处罚决定", en: "Serve a penalty decision" },
  EXECUTE_PENALTY: { zh: "执行处罚", en: "See a penalty executed" },
  DECIDE_FILING: { zh: "办理备案", en: "Act on a filing" },
  RECORD_FILING_CHANGE: { zh: "办理备案变更", en: "Record a change of a filing" },
  RECORD_FILING_CHECK: { zh: "办理定期查验", en: "Record the check of a filing" },
  RECORD_FILING_CANCELLATION: { zh: "办理备案注销", en: "Record the cancellation of a filing" },
  MAKE_DRAW: { zh: "完成随机抽取", en: "Make a committed draw" },
  REVIEW_INCIDENT: { zh: "跟进安全事件", en: "Follow an open incident" },
  DECIDE_PENALTY: { zh: "决定处罚", en: "Decide on a penalty" },
  HOLD_HEARING: { zh: "举行听证", en: "Hold a hearing" },
  CLOSE_CASE: { zh: "结案", en: "Close a case" },
  RESOLVE_DISPUTE: { zh: "处理存证异议", en: "Decide on a dispute of evidence" },
  REPORT_FIGURE: { zh: "上报指标数据", en: "Report a figure" },
  VERIFY_REPORT: { zh: "核实上报数据", en: "Verify a reported figure" },
  COSIGN_BULLETIN: { zh: "会签公报", en: "Co-sign a bulletin" },
  PUBLISH_BULLETIN: { zh: "发布公报", en: "Publish a bulletin" },
} as const satisfies Readonly<Record<string, Bilingual>>;

export type TaskCode = keyof typeof TASK_LABELS;

/** Something that waits to be done. */
export interface Task {
  readonly task: TaskCode;
  /** What it is about, by its code: a pilot, a milestone, a dossier, a figure, a bulletin, an organisation, … */
  readonly subject: string;
  readonly pilot: PilotCode | null;
  readonly region: string;
  /** Since when it waits, Unix seconds. */
  readonly since: number;
  /** Until when it is to be done: an instant, working days from an instant or else from its beginning, or no limit. */
  readonly limit: { readonly at: number } | { readonly workingDays: number; readonly from?: number } | null;
  /** For whom it waits by name, accounts or organisations; null for anybody of the role. */
  readonly awaiting: readonly string[] | null;
  /** The event that made it wait. */
  readonly cause: Provenance;
}
