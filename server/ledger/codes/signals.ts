import type { Bilingual } from "./bilingual.ts";

/** What speaks for a risk, by its code. Signals suggest; a rating is a person's. */
export const SIGNAL_LABELS = {
  M_OVERDUE_15: { zh: "里程碑逾期 15 至 30 天", en: "A milestone 15 to 30 days overdue" },
  M_OVERDUE_30: { zh: "里程碑逾期 31 至 60 天", en: "A milestone 31 to 60 days overdue" },
  M_OVERDUE_60: { zh: "里程碑逾期 60 天以上", en: "A milestone more than 60 days overdue" },
  FILING_MISSING: { zh: "服务已上线而未备案", en: "The service runs without a filing" },
  OPEN_SERIOUS: { zh: "有未结的严重案件", en: "An open serious case" },
  OPEN_CRITICAL: { zh: "有未结的重大案件", en: "An open critical case" },
  RECT_OVERDUE: { zh: "整改逾期", en: "A rectification order is overdue" },
  INCIDENT_OPEN: { zh: "有未办结的严重安全事件", en: "An open incident, serious or critical" },
  EVIDENCE_DISPUTED: { zh: "存证有异议未处理", en: "Evidence is disputed" },
  KEY_COMPROMISE: { zh: "牵头单位账户密钥失密", en: "A key of the lead was lost or disclosed" },
  NO_ACTIVITY_90D: { zh: "90 天内无任何记录", en: "No record in 90 days" },
  REPEAT_FINDING: { zh: "一年内重复违反同一条款", en: "The same clause breached again within a year" },
  SECURITY_ASSESSMENT_MISSING: {
    zh: "试运行前未完成安全评估",
    en: "A trial run without an accepted security assessment",
  },
  UNKNOWN_ACTOR: { zh: "有来源不明的操作账户", en: "An act by an account of no known organisation" },
  EXTENSIONS_2: { zh: "同一里程碑已延期两次", en: "A milestone was extended twice" },
} as const satisfies Readonly<Record<string, Bilingual>>;

export type SignalCode = keyof typeof SIGNAL_LABELS;

export const SIGNAL_CODES = Object.keys(SIGNAL_LABELS) as readonly SignalCode[];
