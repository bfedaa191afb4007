import type { Bilingual } from "./bilingual.ts";

const of = (zh: string, en: string): Bilingual => ({ zh, en });

/**
 * Reason codes in use. The contracts take any ASCII code of up to 32 characters; one outside this table is kept and shown as it is.
 */
export const REASONS = {
  MISSING_DOCUMENT: of("缺少材料", "a document is missing"),
  DOCUMENT_ILLEGIBLE: of("材料无法辨认", "a document cannot be read"),
  SEAL_MISSING: of("缺少签章", "a seal or signature is missing"),
  CONTENT_INCOMPLETE: of("内容不完整", "the content is incomplete"),
  CONTENT_INCONSISTENT: of("内容前后不一致", "the content contradicts itself"),
  PLAN_UNREALISTIC: of("计划不可行", "the plan is not realistic"),
  WEIGHTS_UNBALANCED: of("里程碑权重不合理", "the milestones' weights are out of balance"),
  BUDGET_UNJUSTIFIED: of("预算依据不足", "the budget is not justified"),
  NOT_ELIGIBLE: of("不符合申报条件", "the applicant is not eligible"),
  OUT_OF_SCOPE: of("不属于本批次范围", "outside the programme's scope"),
  DUPLICATE: of("重复申报", "a duplicate of another application"),
  QUOTA_EXHAUSTED: of("名额已满", "no place is left in this batch"),
  INSUFFICIENT_MERIT: of("创新性或示范性不足", "too little novelty or demonstration value"),
  INCOMPLETE_EVIDENCE: of("佐证材料不足", "the evidence does not suffice"),
  TEST_FAILED: of("测试未通过", "the tests did not pass"),
  INDICATOR_NOT_MET: of("未达到考核指标", "an indicator was not met"),
  SECURITY_RISK: of("存在安全风险", "a security risk"),
  SECURITY_INCIDENT: of("发生安全事件", "a security incident"),
  COMPLIANCE_BREACH: of("违反管理规定", "a breach of the rules"),
  FILING_OUTSTANDING: of("未完成备案", "the service filing is outstanding"),
  RECTIFICATION_DONE: of("整改完成", "rectification is complete"),
  CONDITIONS_IMPOSED: of("附整改条件", "conditions are imposed"),
  SUPPLIER_DELAY: of("供应商延误", "a supplier's delay"),
  EXTERNAL_DEPENDENCY: of("依赖外部单位配合", "waiting for another organisation"),
  FORCE_MAJEURE: of("不可抗力", "force majeure"),
  POLICY_CHANGE: of("政策调整", "a change of policy"),
  NO_LONGER_NEEDED: of("不再需要", "no longer needed"),
  APPLICANT_REQUEST: of("申报单位申请", "at the applicant's request"),
  ORGANISATION_DISSOLVED: of("单位注销或合并", "the organisation was dissolved or merged"),
  CONSENT_WITHDRAWN: of("参与单位撤回同意", "a party withdrew its consent"),
  STAFF_CHANGE: of("人员变动", "a change of staff"),
  KEY_LOST: of("密钥遗失或泄露", "a key was lost or disclosed"),
  INTERNAL_SERVICE: of("仅供内部使用，不向公众提供服务", "for internal use only, no service to the public"),
  FILED_BY_PLATFORM: of("由平台方统一备案", "filed by the platform's operator"),
  NOT_A_BLOCKCHAIN_SERVICE: of("不属于区块链信息服务", "no blockchain information service"),
  FILING_LAPSED: of("备案失效", "the service filing lapsed"),
  FALSE_REPORT: of("虚假材料或数据", "false documents or figures"),
  UNDER_INVESTIGATION: of("正在接受调查", "under investigation"),
  RECTIFICATION_ORDERED: of("案件责令整改", "ordered in a case"),
  TECHNICAL_DIFFICULTY: of("技术困难", "technical difficulties"),
  OTHER: of("其他", "another reason, see the document"),
} as const satisfies Readonly<Record<string, Bilingual>>;

export type ReasonCode = keyof typeof REASONS;

/** What a reason code says, or undefined when it is not in the table. */
export function reasonLabel(code: string): Bilingual | undefined {
  return Object.hasOwn(REASONS, code) ? REASONS[code as ReasonCode] : undefined;
}
