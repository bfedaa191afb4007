import type { Labels } from "./labels.ts";
import type {
  CaseOrigin,
  CaseState,
  CloseReason,
  ComplaintChannel,
  ComplaintState,
  DrawState,
  FilingForm,
  FilingState,
  HearingState,
  IncidentState,
  InspectionKind,
  InspectionResult,
  OrderState,
  PenaltyKind,
  RiskLevel,
  Severity,
  Verdict,
} from "./supervision.ts";

export const SEVERITY_LABELS: Labels<Severity> = {
  MINOR: { zh: "轻微", en: "Minor" },
  GENERAL: { zh: "一般", en: "General" },
  SERIOUS: { zh: "严重", en: "Serious" },
  CRITICAL: { zh: "重大", en: "Critical" },
};

export const FILING_STATE_LABELS: Labels<FilingState> = {
  PENDING: { zh: "待备案", en: "To be filed" },
  SUBMITTED: { zh: "已提交备案", en: "Submitted for filing" },
  FILED: { zh: "已备案", en: "Filed" },
  REFUSED: { zh: "不予备案", en: "Refused" },
  CHANGE_DUE: { zh: "待变更备案", en: "Change to be filed" },
  CHECK_DUE: { zh: "待定期查验", en: "Check due" },
  CANCELLING: { zh: "备案注销中", en: "Being cancelled" },
  CANCELLED: { zh: "备案已注销", en: "Cancelled" },
  REVOKED: { zh: "备案已撤销", en: "Revoked" },
};

export const FILING_FORM_LABELS: Labels<FilingForm> = {
  WEBSITE: { zh: "网站", en: "Website" },
  APP: { zh: "应用程序", en: "App" },
  MINI_PROGRAM: { zh: "小程序", en: "Mini program" },
  API: { zh: "接口服务", en: "API" },
  OTHER: { zh: "其他", en: "Other" },
};

export const COMPLAINT_CHANNEL_LABELS: Labels<ComplaintChannel> = {
  HOTLINE: { zh: "热线", en: "Hotline" },
  WEBSITE: { zh: "网站", en: "Website" },
  LETTER: { zh: "来信", en: "Letter" },
  VISIT: { zh: "来访", en: "Visit" },
  TRANSFER: { zh: "转办", en: "Passed on" },
};

export const COMPLAINT_STATE_LABELS: Labels<ComplaintState> = {
  RECEIVED: { zh: "已收到", en: "Received" },
  ACCEPTED: { zh: "已受理", en: "Accepted" },
  REJECTED: { zh: "不予受理", en: "Rejected" },
  CASE_OPENED: { zh: "已立案", en: "Case opened" },
  ANSWERED: { zh: "已答复", en: "Answered" },
};

export const DRAW_STATE_LABELS: Labels<DrawState> = {
  COMMITTED: { zh: "已公布名单", en: "List committed" },
  DRAWN: { zh: "已抽取", en: "Drawn" },
  MISSED: { zh: "已错过", en: "Missed" },
};

export const INSPECTION_KIND_LABELS: Labels<InspectionKind> = {
  ROUTINE: { zh: "日常检查", en: "Routine inspection" },
  RANDOM: { zh: "“双随机”抽查", en: "Random inspection" },
  SPECIAL: { zh: "专项检查", en: "Special inspection" },
  COMPLAINT: { zh: "投诉举报核查", en: "Inspection upon a complaint" },
  FOLLOW_UP: { zh: "整改复查", en: "Follow-up inspection" },
};

export const INSPECTION_RESULT_LABELS: Labels<InspectionResult> = {
  NO_ISSUE: { zh: "未发现问题", en: "No issue" },
  ISSUES_FOUND: { zh: "发现问题", en: "Issues found" },
};

export const CASE_STATE_LABELS: Labels<CaseState> = {
  OPENED: { zh: "已立案", en: "Opened" },
  INSPECTING: { zh: "检查中", en: "Being inspected" },
  FINDINGS_ISSUED: { zh: "已认定问题", en: "Findings issued" },
  RECTIFYING: { zh: "整改中", en: "Rectifying" },
  RESPONDED: { zh: "已反馈整改", en: "Responded to" },
  PENALTY_NOTICED: { zh: "处罚已告知", en: "Penalty announced" },
  PENALTY_DECIDED: { zh: "处罚已决定", en: "Penalty decided" },
  PENALTY_SERVED: { zh: "处罚已送达", en: "Penalty served" },
  PENALTY_EXECUTED: { zh: "处罚已执行", en: "Penalty executed" },
  PENALTY_WITHDRAWN: { zh: "处罚已撤销", en: "Penalty withdrawn" },
  NO_PENALTY: { zh: "不予处罚", en: "No penalty" },
  REFERRED: { zh: "已移送", en: "Referred" },
  CLOSED: { zh: "已结案", en: "Closed" },
  REOPENED: { zh: "重新调查", en: "Reopened" },
};

export const CASE_ORIGIN_LABELS: Labels<CaseOrigin> = {
  INSPECTION: { zh: "检查发现", en: "Inspection" },
  SIGNAL: { zh: "风险线索", en: "Risk signal" },
  COMPLAINT: { zh: "投诉举报", en: "Complaint" },
  SELF_REPORT: { zh: "自行报告", en: "Self-report" },
  REFERRAL: { zh: "移送或交办", en: "Referral" },
};

export const CLOSE_REASON_LABELS: Labels<CloseReason> = {
  NO_ISSUE: { zh: "未发现问题", en: "No issue" },
  RECTIFIED: { zh: "已整改", en: "Rectified" },
  PENALISED: { zh: "已处罚", en: "Penalised" },
  NO_PENALTY_MINOR: { zh: "轻微不罚", en: "Minor, no penalty" },
  NOT_ESTABLISHED: { zh: "违法事实不成立", en: "Not established" },
  REFERRED: { zh: "移送其他机关", en: "Referred" },
  LIMITATION_EXPIRED: { zh: "超过追责时效", en: "Time-barred" },
  SUBJECT_GONE: { zh: "主体灭失", en: "Subject gone" },
  MERGED: { zh: "并案处理", en: "Merged" },
};

export const ORDER_STATE_LABELS: Labels<OrderState> = {
  OPEN: { zh: "已责令整改", en: "Open" },
  RESPONDED: { zh: "已反馈", en: "Responded to" },
  FULFILLED: { zh: "整改合格", en: "Fulfilled" },
  UNFULFILLED: { zh: "整改不合格", en: "Unfulfilled" },
  LIFTED: { zh: "已撤回", en: "Lifted" },
};

export const VERDICT_LABELS: Labels<Verdict> = {
  PASS: { zh: "合格", en: "Pass" },
  PARTIAL: { zh: "部分合格", en: "Partial" },
  FAIL: { zh: "不合格", en: "Fail" },
};

export const PENALTY_KIND_LABELS: Labels<PenaltyKind> = {
  WARNING: { zh: "警告", en: "Warning" },
  CRITICISM: { zh: "通报批评", en: "Public criticism" },
  FINE: { zh: "罚款", en: "Fine" },
  SERVICE_SUSPENSION: { zh: "责令暂停业务", en: "Suspension of service" },
};

export const HEARING_STATE_LABELS: Labels<HearingState> = {
  REQUESTED: { zh: "已申请听证", en: "Hearing asked for" },
  HELD: { zh: "已听证", en: "Hearing held" },
};

export const RISK_LEVEL_LABELS: Labels<RiskLevel> = {
  LOW: { zh: "低风险（蓝）", en: "Low (blue)" },
  MODERATE: { zh: "一般风险（黄）", en: "Moderate (yellow)" },
  HIGH: { zh: "较大风险（橙）", en: "High (orange)" },
  CRITICAL: { zh: "重大风险（红）", en: "Critical (red)" },
};

export const INCIDENT_STATE_LABELS: Labels<IncidentState> = {
  REPORTED: { zh: "已报告", en: "Reported" },
  CLOSED: { zh: "已办结", en: "Closed" },
};
