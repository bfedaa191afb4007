import type { Bilingual } from "../../ledger/codes/bilingual.ts";
import { type Dimension, STEPS } from "./fact.ts";

/** A table of the bulletin: which figures it has, and what its rows are. */
export interface TableDefinition {
  readonly label: Bilingual;
  readonly metrics: readonly string[];
  /** What the rows are, one dimension after the other; none for a single row. */
  readonly by: readonly Dimension[];
}

const PILOT_METRICS = [
  "PILOTS",
  "IN_PROGRESS",
  "NEW_APPLIED",
  "NEW_APPROVED",
  "NEW_ACCEPTED",
  "NEW_TERMINATED",
  "BUDGET",
];

const FUNNEL_METRICS = STEPS.flatMap((step) =>
  step === "APPLIED"
    ? ["COHORT_APPLIED"]
    : [`COHORT_${step}`, `CONVERSION_${step}`, `P50_DAYS_TO_${step}`, `P90_DAYS_TO_${step}`],
);

/** The tables of the statistics bulletin (统计公报), by the name in their address. */
export const TABLES = {
  overview: {
    label: { zh: "总体情况", en: "Overview" },
    metrics: [...PILOT_METRICS, "NEW_WITHDRAWN", "NEW_REJECTED", "LEADS", "ORGANISATIONS", "CITIES"],
    by: [],
  },
  "by-field": { label: { zh: "分领域", en: "By field" }, metrics: PILOT_METRICS, by: ["field"] },
  "by-region": { label: { zh: "分地区", en: "By region" }, metrics: PILOT_METRICS, by: ["region"] },
  "by-state": { label: { zh: "分状态", en: "By state" }, metrics: ["PILOTS", "BUDGET"], by: ["state"] },
  "by-stage": { label: { zh: "分阶段", en: "By stage" }, metrics: ["PILOTS", "IN_PROGRESS", "BUDGET"], by: ["stage"] },
  "by-programme-kind": {
    label: { zh: "分批次类型", en: "By kind of programme" },
    metrics: PILOT_METRICS,
    by: ["programmeKind"],
  },
  "by-operator": {
    label: { zh: "分牵头单位", en: "By operator" },
    metrics: ["PILOTS", "IN_PROGRESS", "DUE", "ON_TIME", "ON_TIME_RATE", "FINDINGS", "BUDGET"],
    by: ["operator"],
  },
  operators: {
    label: { zh: "牵头单位集中度", en: "Concentration of operators" },
    metrics: ["PILOTS", "LEADS", "CONCENTRATION"],
    by: [],
  },
  "by-period": {
    label: { zh: "分月", en: "By month" },
    metrics: [
      "NEW_APPLIED",
      "NEW_APPROVED",
      "NEW_STARTED",
      "NEW_ACCEPTED",
      "NEW_TERMINATED",
      "DUE",
      "ON_TIME",
      "FINDINGS",
      "ANCHORS",
    ],
    by: ["month"],
  },
  "field-by-region": {
    label: { zh: "领域与地区交叉表", en: "Field by region" },
    metrics: ["PILOTS"],
    by: ["field", "region"],
  },
  funnel: { label: { zh: "转化漏斗", en: "Funnel" }, metrics: FUNNEL_METRICS, by: [] },
  timeliness: {
    label: { zh: "时限情况", en: "Timeliness" },
    metrics: [
      "DUE",
      "ON_TIME",
      "ON_TIME_RATE",
      "DUE_ORIGINALLY",
      "ON_TIME_ORIGINALLY",
      "ON_TIME_RATE_ORIGINALLY",
      "OVERDUE",
      "EXTENSIONS",
    ],
    by: [],
  },
  milestones: {
    label: { zh: "里程碑分时限状态", en: "Milestones by timeliness" },
    metrics: ["MILESTONES"],
    by: ["timeliness"],
  },
  overdue: { label: { zh: "逾期分段", en: "Overdue by band of days" }, metrics: ["OVERDUE"], by: ["band"] },
  reviews: {
    label: { zh: "监管方评审时限", en: "The regulator's own timeliness" },
    metrics: ["REVIEWS", "REVIEWS_LATE", "REVIEW_LIMIT_UNKNOWN", "P50_REVIEW_DAYS", "P90_REVIEW_DAYS"],
    by: [],
  },
  evidence: {
    label: { zh: "存证情况", en: "Evidence" },
    metrics: ["ANCHORS", "ANCHORED_ITEMS", "ATTESTED_SHARE", "DISPUTED", "SUPERSEDED"],
    by: [],
  },
  "evidence-by-kind": {
    label: { zh: "存证分类", en: "Evidence by kind" },
    metrics: ["ANCHORS", "ANCHORED_ITEMS"],
    by: ["kind"],
  },
  digests: { label: { zh: "摘要分用途", en: "Digests by use" }, metrics: ["APPEARANCES", "DIGESTS"], by: ["use"] },
  supervision: {
    label: { zh: "监管执法", en: "Supervision" },
    metrics: [
      "INSPECTIONS",
      "INSPECTED",
      "COVERAGE",
      "COMPLAINTS",
      "INCIDENTS",
      "CASES",
      "CASES_OPEN",
      "FINDINGS",
      "ORDERS",
      "RECTIFICATION_RATE",
      "P50_RECTIFICATION_DAYS",
      "ORDERS_OVERDUE",
      "PENALTIES",
      "FINES",
      "PENALTIES_WITHDRAWN",
      "FILING_REQUIRED",
      "FILING_RATE",
    ],
    by: [],
  },
  inspections: { label: { zh: "检查分类", en: "Inspections by kind" }, metrics: ["INSPECTIONS"], by: ["kind"] },
  findings: {
    label: { zh: "问题分条款", en: "Findings by clause and severity" },
    metrics: ["FINDINGS"],
    by: ["clause", "severity"],
  },
  penalties: { label: { zh: "处罚分种类", en: "Penalties by kind" }, metrics: ["PENALTIES_OF_KIND"], by: ["kind"] },
  risk: { label: { zh: "风险等级分布", en: "Distribution of risk levels" }, metrics: ["RATED"], by: ["level"] },
  "risk-moves": {
    label: { zh: "风险等级变动", en: "Moves between risk levels" },
    metrics: ["RISK_MOVES"],
    by: ["level", "toLevel"],
  },
} as const satisfies Readonly<Record<string, TableDefinition>>;

export type TableName = keyof typeof TABLES;

export const TABLE_NAMES = Object.keys(TABLES) as [TableName, ...TableName[]];

/** The metrics whose growth over earlier periods is told: what happened in a period, not what stood at its end. */
export const GROWTH_METRICS = [
  "NEW_APPLIED",
  "NEW_APPROVED",
  "NEW_STARTED",
  "NEW_ACCEPTED",
  "ANCHORED_ITEMS",
  "INSPECTIONS",
  "FINDINGS",
  "PENALTIES",
] as const;
