import type { TimelinessStatus } from "../timeliness.ts";
import type { OrganisationKind, OrganisationStatus, Role } from "./authority.ts";
import type { Bilingual } from "./bilingual.ts";
import type { DigestAlgorithm, DisputeCapacity, DisputeResult, EvidenceKind } from "./evidence.ts";
import type { MilestoneKind, MilestoneState } from "./milestones.ts";
import type { FilingRequirement, PartyRole, PilotState, Stage, Vote } from "./pilots.ts";
import type { ProgrammeKind } from "./programmes.ts";
import type {
  BulletinPart,
  BulletinState,
  EvaluationKind,
  EvaluationState,
  IndicatorDirection,
  MembershipState,
  ReportState,
} from "./statistics.ts";

/*
 * What the codes are called in both languages, as a regulator would write them. "NONE" is no value of a record and has no label.
 */

/** A label for every code of a table. */
export type Labels<Code extends string> = Readonly<Record<Exclude<Code, "NONE">, Bilingual>>;

export const PILOT_STATE_LABELS: Labels<PilotState> = {
  APPLIED: { zh: "已申报", en: "Applied" },
  RETURNED: { zh: "退回补正", en: "Returned for supplement" },
  UNDER_REVIEW: { zh: "审核中", en: "Under review" },
  WAITLISTED: { zh: "候补", en: "Waitlisted" },
  APPROVED: { zh: "已立项", en: "Approved" },
  REJECTED: { zh: "不予立项", en: "Rejected" },
  ACTIVE: { zh: "建设中", en: "Active" },
  SUSPENDED: { zh: "暂停", en: "Suspended" },
  IN_ACCEPTANCE: { zh: "验收中", en: "In acceptance" },
  CONDITIONAL: { zh: "有条件通过验收", en: "Accepted conditionally" },
  ACCEPTED: { zh: "通过验收", en: "Accepted" },
  FAILED: { zh: "未通过验收", en: "Acceptance failed" },
  ARCHIVED: { zh: "已归档", en: "Archived" },
  WITHDRAWN: { zh: "已撤回", en: "Withdrawn" },
  TERMINATED: { zh: "已终止", en: "Terminated" },
};

export const STAGE_LABELS: Labels<Stage> = {
  PROTOTYPE: { zh: "原型系统", en: "Prototype" },
  SOLUTION: { zh: "应用解决方案", en: "Solution" },
  SHOWCASE: { zh: "样板项目", en: "Showcase project" },
};

export const PROGRAMME_KIND_LABELS: Labels<ProgrammeKind> = {
  PILOT: { zh: "融合应用试点", en: "Integrated-application pilot" },
  BASE: { zh: "产业基地", en: "Industry base" },
  CARRIER: { zh: "载体", en: "Carrier" },
  CITY: { zh: "软件名城", en: "Software city" },
  COUNTY: { zh: "试点县（市、区）", en: "Pilot county" },
  RND: { zh: "理论研究与技术攻关", en: "Research and technology" },
  MAJOR_PROJECT: { zh: "重大项目", en: "Major project" },
  NATIONAL: { zh: "国家项目", en: "National project" },
};

export const FILING_REQUIREMENT_LABELS: Labels<FilingRequirement> = {
  UNDETERMINED: { zh: "待认定", en: "Undetermined" },
  NOT_REQUIRED: { zh: "无需备案", en: "No filing required" },
  REQUIRED: { zh: "需备案", en: "Filing required" },
};

export const PARTY_ROLE_LABELS: Labels<PartyRole> = {
  TECHNOLOGY: { zh: "技术支持方", en: "Technology provider" },
  DATA_OWNER: { zh: "数据提供方", en: "Data owner" },
  RESEARCH: { zh: "研究方", en: "Research institute" },
  USER: { zh: "应用方", en: "User" },
  WITNESS: { zh: "见证方", en: "Witness" },
};

export const VOTE_LABELS: Labels<Vote> = {
  PASS: { zh: "通过", en: "Pass" },
  CONDITIONAL: { zh: "有条件通过", en: "Conditional pass" },
  FAIL: { zh: "不通过", en: "Fail" },
};

export const MILESTONE_KIND_LABELS: Labels<MilestoneKind> = {
  KICKOFF: { zh: "启动", en: "Kick-off" },
  DESIGN: { zh: "方案设计", en: "Design" },
  PROTOTYPE: { zh: "原型系统", en: "Prototype" },
  SECURITY_ASSESSMENT: { zh: "安全评估", en: "Security assessment" },
  INTEGRATION: { zh: "系统集成", en: "Integration" },
  TRIAL_RUN: { zh: "试运行", en: "Trial run" },
  SOLUTION: { zh: "应用解决方案", en: "Solution" },
  MIDTERM_REVIEW: { zh: "中期检查", en: "Mid-term review" },
  PRELIM_ACCEPTANCE: { zh: "初验", en: "Preliminary acceptance" },
  FINAL_ACCEPTANCE: { zh: "终验", en: "Final acceptance" },
  SHOWCASE: { zh: "样板申报", en: "Showcase application" },
  PERIODIC_REPORT: { zh: "定期报告", en: "Periodic report" },
  EXIT_REPORT: { zh: "退出报告", en: "Exit report" },
};

export const MILESTONE_STATE_LABELS: Labels<MilestoneState> = {
  PLANNED: { zh: "计划中", en: "Planned" },
  SUBMITTED: { zh: "已提交", en: "Submitted" },
  RETURNED: { zh: "已退回", en: "Returned" },
  ACCEPTED: { zh: "已通过", en: "Accepted" },
  WAIVED: { zh: "已豁免", en: "Waived" },
};

export const TIMELINESS_LABELS: Labels<TimelinessStatus> = {
  ON_TRACK: { zh: "正常", en: "On track" },
  DUE_SOON: { zh: "即将到期", en: "Due soon" },
  OVERDUE: { zh: "逾期", en: "Overdue" },
  UNDER_REVIEW: { zh: "审核中", en: "Under review" },
  REVIEW_LATE: { zh: "审核超期", en: "Review late" },
  ON_TIME: { zh: "按期完成", en: "On time" },
  LATE: { zh: "逾期完成", en: "Late" },
  WAIVED: { zh: "已豁免", en: "Waived" },
  NOT_RUNNING: { zh: "未在建设期", en: "Not running" },
};

export const ROLE_LABELS: Labels<Role | "ADMINISTRATOR"> = {
  ADMINISTRATOR: { zh: "管理员", en: "Administrator" },
  REGISTRAR: { zh: "受理员", en: "Registrar" },
  APPROVER: { zh: "审批员", en: "Approver" },
  EXPERT: { zh: "专家", en: "Expert" },
  INSPECTOR: { zh: "检查员", en: "Inspector" },
  DECIDER: { zh: "处罚决定人", en: "Decider" },
  STATISTICIAN: { zh: "统计员", en: "Statistician" },
  WITNESS: { zh: "见证人", en: "Witness" },
  AUDITOR: { zh: "督查员", en: "Auditor" },
};

export const ORGANISATION_KIND_LABELS: Labels<OrganisationKind> = {
  GOVERNMENT: { zh: "行政机关", en: "Government body" },
  COURT: { zh: "审判机关", en: "Court" },
  ENTERPRISE: { zh: "企业", en: "Enterprise" },
  INSTITUTE: { zh: "科研院所", en: "Institute" },
  ASSOCIATION: { zh: "行业协会", en: "Association" },
  CARRIER: { zh: "载体运营机构", en: "Carrier operator" },
  NOTARY: { zh: "公证机构", en: "Notary office" },
  FORENSIC: { zh: "司法鉴定机构", en: "Forensic centre" },
  CA: { zh: "电子认证服务机构", en: "Certification authority" },
};

export const ORGANISATION_STATUS_LABELS: Labels<OrganisationStatus> = {
  UNREGISTERED: { zh: "未登记", en: "Unregistered" },
  ACTIVE: { zh: "正常", en: "Active" },
  SUSPENDED: { zh: "暂停", en: "Suspended" },
  REVOKED: { zh: "已注销", en: "Revoked" },
};

export const DIGEST_ALGORITHM_LABELS: Labels<DigestAlgorithm> = {
  sha256: { zh: "SHA-256", en: "SHA-256" },
  sm3: { zh: "国密 SM3", en: "SM3" },
  keccak256: { zh: "Keccak-256", en: "Keccak-256" },
};

export const EVIDENCE_USE_LABELS: Labels<"EVIDENCE" | "MANIFEST" | "DOCUMENT"> = {
  EVIDENCE: { zh: "存证材料", en: "Evidence" },
  MANIFEST: { zh: "文件清单", en: "List of files" },
  DOCUMENT: { zh: "文书", en: "Document of an act" },
};

export const DISPUTE_CAPACITY_LABELS: Labels<DisputeCapacity> = {
  PARTICIPANT: { zh: "参与单位", en: "Participant" },
  WITNESS: { zh: "见证机构", en: "Witness" },
  INSPECTOR: { zh: "检查员", en: "Inspector" },
};

export const DISPUTE_RESULT_LABELS: Labels<DisputeResult> = {
  OPEN: { zh: "处理中", en: "Open" },
  UPHELD: { zh: "异议成立", en: "Upheld" },
  DISMISSED: { zh: "异议不成立", en: "Dismissed" },
  WITHDRAWN: { zh: "已撤回", en: "Withdrawn" },
};

export const EVIDENCE_KIND_LABELS: Labels<EvidenceKind> = {
  APPLICATION_FORM: { zh: "申报书", en: "Application form" },
  PILOT_PLAN: { zh: "试点方案", en: "Pilot plan" },
  DESIGN_DOC: { zh: "设计文档", en: "Design document" },
  TEST_REPORT: { zh: "测试报告", en: "Test report" },
  TRIAL_RUN_REPORT: { zh: "试运行报告", en: "Trial run report" },
  SECURITY_ASSESSMENT: { zh: "安全评估报告", en: "Security assessment" },
  MLPS_GRADING: { zh: "等级保护测评", en: "Multi-level protection (MLPS) grading" },
  CRYPTO_ASSESSMENT: { zh: "密码应用安全性评估", en: "Cryptography assessment" },
  CAC_FILING: { zh: "区块链信息服务备案材料", en: "Blockchain service filing" },
  SOURCE_HASH: { zh: "源代码摘要", en: "Digest of source code" },
  SOFTWARE_COPYRIGHT: { zh: "软件著作权", en: "Software copyright" },
  USER_REPORT: { zh: "用户报告", en: "User report" },
  FINANCIAL_REPORT: { zh: "财务报告", en: "Financial report" },
  SUPERVISOR_OPINION: { zh: "主管部门意见", en: "Supervisor's opinion" },
  EXPERT_OPINION: { zh: "专家意见", en: "Expert opinion" },
  ACCEPTANCE_CERT: { zh: "验收证书", en: "Acceptance certificate" },
  INCIDENT_REPORT: { zh: "事件报告", en: "Incident report" },
  RECTIFICATION_REPORT: { zh: "整改报告", en: "Rectification report" },
  INSPECTION_RECORD: { zh: "检查记录", en: "Inspection record" },
  NOTICE_SERVED: { zh: "告知书", en: "Notice served" },
  STATEMENT_DEFENCE: { zh: "陈述申辩材料", en: "Statement and defence" },
  HEARING_RECORD: { zh: "听证笔录", en: "Hearing record" },
  DECISION: { zh: "决定书", en: "Decision" },
  PAYMENT_PROOF: { zh: "缴款凭证", en: "Proof of payment" },
  EXIT_REPORT: { zh: "退出报告", en: "Exit report" },
  ARCHIVE_MANIFEST: { zh: "归档清单", en: "Archive manifest" },
  BULLETIN: { zh: "统计公报", en: "Statistical bulletin" },
  OPERATIONAL_RECORD: { zh: "运行记录", en: "Operational record" },
};

export const INDICATOR_DIRECTION_LABELS: Labels<IndicatorDirection> = {
  AT_LEAST: { zh: "不低于目标", en: "At least the target" },
  AT_MOST: { zh: "不高于目标", en: "At most the target" },
  INFORMATIVE: { zh: "监测指标", en: "Monitored only" },
};

export const REPORT_STATE_LABELS: Labels<ReportState> = {
  REPORTED: { zh: "已上报", en: "Reported" },
  VERIFIED: { zh: "已核实", en: "Verified" },
  CORRECTED: { zh: "已更正", en: "Corrected" },
};

export const BULLETIN_STATE_LABELS: Labels<BulletinState> = {
  DRAFTED: { zh: "起草", en: "Drafted" },
  COSIGNED: { zh: "已会签", en: "Co-signed" },
  PUBLISHED: { zh: "已发布", en: "Published" },
  SUPERSEDED: { zh: "已被替代", en: "Superseded" },
};

export const BULLETIN_PART_LABELS: Labels<BulletinPart> = {
  DATASET: { zh: "数据集", en: "Dataset" },
  DOCUMENT: { zh: "公报文本", en: "Text of the bulletin" },
};

export const EVALUATION_KIND_LABELS: Labels<EvaluationKind> = {
  CITY_ON_SITE: { zh: "软件名城实地评估", en: "On-site evaluation of a software city" },
  COUNTY_COMPREHENSIVE: { zh: "强县综合评价", en: "Comprehensive evaluation of a county" },
  BASE_ANNUAL: { zh: "基地年度评估", en: "Annual evaluation of a base" },
};

export const EVALUATION_STATE_LABELS: Labels<EvaluationState> = {
  PLANNED: { zh: "已计划", en: "Planned" },
  COLLECTING: { zh: "材料收集中", en: "Collecting materials" },
  SCORED: { zh: "已评分", en: "Scored" },
  PUBLISHED: { zh: "已公布", en: "Published" },
};

export const MEMBERSHIP_STATE_LABELS: Labels<MembershipState> = {
  NOMINATED: { zh: "已推荐", en: "Nominated" },
  IN_POOL: { zh: "在库", en: "In the pool" },
  GRADUATED: { zh: "已出库", en: "Graduated" },
  REMOVED: { zh: "已移出", en: "Removed" },
};
