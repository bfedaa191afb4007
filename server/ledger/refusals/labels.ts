import type { OrganisationKind, OrganisationStatus, Role } from "../codes/authority.ts";
import type { Bilingual } from "../codes/bilingual.ts";
import type {
  DIGEST_ALGORITHMS,
  EvidenceCertification,
  EvidenceGeneration,
  EvidenceKind,
  EvidenceSource,
  EvidenceStorage,
} from "../codes/evidence.ts";
import type { MilestoneKind, MilestoneState } from "../codes/milestones.ts";
import type { FilingRequirement, PartyRole, PilotState, Stage, Vote } from "../codes/pilots.ts";
import type { ProgrammeKind } from "../codes/programmes.ts";

/** The words for every code of a table. */
export type Labels<Code extends string> = Readonly<Record<Code, Bilingual>>;

const of = (zh: string, en: string): Bilingual => ({ zh, en });
const NONE = of("无", "none");

export const ROLE_LABELS: Labels<Role> = {
  REGISTRAR: of("受理员", "registrar"),
  APPROVER: of("审批员", "approver"),
  EXPERT: of("专家", "expert"),
  INSPECTOR: of("检查员", "inspector"),
  DECIDER: of("法制审核负责人", "decider"),
  STATISTICIAN: of("统计员", "statistician"),
  WITNESS: of("见证机构", "witness"),
  AUDITOR: of("审计员", "auditor"),
};

export const ADMINISTRATOR_LABEL = of("管理员", "administrator");

export const ORGANISATION_KIND_LABELS: Labels<OrganisationKind> = {
  NONE,
  GOVERNMENT: of("行政机关、事业单位", "government body"),
  COURT: of("审判机关", "court"),
  ENTERPRISE: of("企业", "enterprise"),
  INSTITUTE: of("科研院所、高校", "institute or university"),
  ASSOCIATION: of("行业协会", "association"),
  CARRIER: of("基地、园区运营单位", "base or park operator"),
  NOTARY: of("公证机构", "notary office"),
  FORENSIC: of("司法鉴定机构", "forensic centre"),
  CA: of("电子认证服务机构", "certificate authority"),
};

export const ORGANISATION_STATUS_LABELS: Labels<OrganisationStatus> = {
  UNREGISTERED: of("未登记", "not registered"),
  ACTIVE: of("正常", "active"),
  SUSPENDED: of("已暂停", "suspended"),
  REVOKED: of("已注销", "revoked"),
};

export const PILOT_STATE_LABELS: Labels<PilotState> = {
  NONE,
  APPLIED: of("已申报", "applied"),
  RETURNED: of("退回补正", "returned for supplement"),
  UNDER_REVIEW: of("审核中", "under review"),
  WAITLISTED: of("候补", "on the waiting list"),
  APPROVED: of("已立项", "approved"),
  REJECTED: of("不予立项", "rejected"),
  ACTIVE: of("试点中", "active"),
  SUSPENDED: of("已暂停", "suspended"),
  IN_ACCEPTANCE: of("验收中", "in acceptance"),
  CONDITIONAL: of("有条件通过", "accepted on conditions"),
  ACCEPTED: of("通过验收", "accepted"),
  FAILED: of("验收不通过", "failed acceptance"),
  ARCHIVED: of("已归档", "archived"),
  WITHDRAWN: of("主动退出", "withdrawn"),
  TERMINATED: of("已终止", "terminated"),
};

export const STAGE_LABELS: Labels<Stage> = {
  PROTOTYPE: of("原型系统", "prototype"),
  SOLUTION: of("应用解决方案", "solution"),
  SHOWCASE: of("样板项目", "showcase"),
};

export const FILING_REQUIREMENT_LABELS: Labels<FilingRequirement> = {
  UNDETERMINED: of("未答复", "not answered"),
  NOT_REQUIRED: of("无需备案", "not required"),
  REQUIRED: of("需要备案", "required"),
};

export const PARTY_ROLE_LABELS: Labels<PartyRole> = {
  NONE,
  TECHNOLOGY: of("技术支撑", "technology"),
  DATA_OWNER: of("数据提供", "data owner"),
  RESEARCH: of("科研", "research"),
  USER: of("应用", "user"),
  WITNESS: of("见证", "witness"),
};

export const VOTE_LABELS: Labels<Vote> = {
  NONE,
  PASS: of("通过", "pass"),
  CONDITIONAL: of("有条件通过", "pass on conditions"),
  FAIL: of("不通过", "fail"),
};

export const MILESTONE_KIND_LABELS: Labels<MilestoneKind> = {
  NONE,
  KICKOFF: of("启动", "kick-off"),
  DESIGN: of("方案设计", "design"),
  PROTOTYPE: of("原型系统", "prototype"),
  SECURITY_ASSESSMENT: of("安全评估", "security assessment"),
  INTEGRATION: of("系统集成", "integration"),
  TRIAL_RUN: of("试运行", "trial run"),
  SOLUTION: of("应用解决方案", "solution"),
  MIDTERM_REVIEW: of("中期检查", "mid-term review"),
  PRELIM_ACCEPTANCE: of("初验", "preliminary acceptance"),
  FINAL_ACCEPTANCE: of("终验", "final acceptance"),
  SHOWCASE: of("样板申报", "showcase application"),
  PERIODIC_REPORT: of("年度报告", "periodic report"),
  EXIT_REPORT: of("总结报告", "exit report"),
};

export const MILESTONE_STATE_LABELS: Labels<MilestoneState> = {
  NONE,
  PLANNED: of("待提交", "planned"),
  SUBMITTED: of("已提交", "submitted"),
  RETURNED: of("已退回", "returned"),
  ACCEPTED: of("已通过", "accepted"),
  WAIVED: of("已免除", "waived"),
};

export const PROGRAMME_KIND_LABELS: Labels<ProgrammeKind> = {
  NONE,
  PILOT: of("融合应用试点", "application pilots"),
  BASE: of("产业基地", "industry bases"),
  CARRIER: of("产业链基地、园区等载体", "carriers"),
  CITY: of("软件名城创建试点", "software city pilots"),
  COUNTY: of("服务业强县试点", "service county pilots"),
  RND: of("理论研究和底层技术", "research and development"),
  MAJOR_PROJECT: of("重大项目", "major projects"),
  NATIONAL: of("国家级项目", "national projects"),
};

export const DIGEST_ALGORITHM_LABELS: Labels<(typeof DIGEST_ALGORITHMS)[number]> = {
  none: NONE,
  sha256: of("SHA-256（FIPS 180-4）", "SHA-256 (FIPS 180-4)"),
  sm3: of("SM3（GB/T 32905）", "SM3 (GB/T 32905)"),
  keccak256: of("Keccak-256", "Keccak-256"),
};

export const EVIDENCE_KIND_LABELS: Labels<EvidenceKind> = {
  NONE,
  APPLICATION_FORM: of("申报书", "application form"),
  PILOT_PLAN: of("实施方案", "pilot plan"),
  DESIGN_DOC: of("设计文档", "design document"),
  TEST_REPORT: of("测试报告", "test report"),
  TRIAL_RUN_REPORT: of("试运行报告", "trial-run report"),
  SECURITY_ASSESSMENT: of("安全评估报告", "security assessment"),
  MLPS_GRADING: of("等级保护定级备案", "MLPS grading"),
  CRYPTO_ASSESSMENT: of("密码应用安全性评估", "cryptography assessment"),
  CAC_FILING: of("区块链信息服务备案", "blockchain service filing"),
  SOURCE_HASH: of("源代码摘要", "source-code digest"),
  SOFTWARE_COPYRIGHT: of("软件著作权", "software copyright"),
  USER_REPORT: of("用户报告", "user report"),
  FINANCIAL_REPORT: of("财务报告", "financial report"),
  SUPERVISOR_OPINION: of("监理意见", "supervisor's opinion"),
  EXPERT_OPINION: of("专家意见", "expert's opinion"),
  ACCEPTANCE_CERT: of("验收证书", "acceptance certificate"),
  INCIDENT_REPORT: of("事件报告", "incident report"),
  RECTIFICATION_REPORT: of("整改报告", "rectification report"),
  INSPECTION_RECORD: of("检查记录", "inspection record"),
  NOTICE_SERVED: of("送达回证", "proof of service"),
  STATEMENT_DEFENCE: of("陈述申辩", "statement of defence"),
  HEARING_RECORD: of("听证笔录", "hearing record"),
  DECISION: of("决定书", "decision"),
  PAYMENT_PROOF: of("缴款凭证", "proof of payment"),
  EXIT_REPORT: of("总结报告", "exit report"),
  ARCHIVE_MANIFEST: of("归档清单", "archive manifest"),
  BULLETIN: of("公报", "bulletin"),
  OPERATIONAL_RECORD: of("运行数据", "operational record"),
};

export const EVIDENCE_SOURCE_LABELS: Labels<EvidenceSource> = {
  UNSTATED: of("未说明", "not stated"),
  OWN_SYSTEM: of("自有系统", "own system"),
  COUNTERPARTY_SYSTEM: of("对方系统", "counterparty's system"),
  THIRD_PARTY_SYSTEM: of("第三方系统", "third party's system"),
  DEVICE: of("设备采集", "device"),
  PAPER_ORIGINAL: of("纸质原件", "paper original"),
  PUBLIC_RECORD: of("公开信息", "public record"),
};

export const EVIDENCE_GENERATION_LABELS: Labels<EvidenceGeneration> = {
  UNSTATED: of("未说明", "not stated"),
  AUTOMATIC: of("系统自动生成", "generated automatically"),
  MANUAL: of("人工录入", "entered by hand"),
  SCANNED: of("扫描转换", "scanned"),
  EXTRACTED: of("提取固定", "extracted"),
};

export const EVIDENCE_STORAGE_LABELS: Labels<EvidenceStorage> = {
  UNSTATED: of("未说明", "not stated"),
  ORIGINAL_MEDIUM: of("原始介质", "original medium"),
  ARCHIVE_SYSTEM: of("档案系统", "archive system"),
  CLOUD: of("云存储", "cloud storage"),
  THIRD_PARTY_PLATFORM: of("第三方存证平台", "third-party evidence platform"),
};

export const EVIDENCE_CERTIFICATION_LABELS: Labels<EvidenceCertification> = {
  NONE,
  NOTARY: of("公证", "notary"),
  TIMESTAMP_AUTHORITY: of("可信时间戳", "timestamp authority"),
  FORENSIC_CENTRE: of("司法鉴定", "forensic centre"),
};
