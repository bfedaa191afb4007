import type { Bilingual } from "../../ledger/codes/bilingual.ts";
import { RULES } from "../../ledger/rules/rules.ts";
import { ENDINGS, type FactCode, STEPS } from "./fact.ts";

/** In what a figure is given. COUNT and DAYS are whole numbers, FEN money, BP basis points. */
export type Unit = "COUNT" | "FEN" | "DAYS" | "BP";

/** How facts become a figure. */
export type Fold =
  /** Their amounts added up: where each counts 1, how many there are. */
  | { readonly sum: FactCode }
  /** How many different subjects they have. */
  | { readonly distinct: FactCode }
  /** Of their amounts in seconds, the one that so many of a hundred do not exceed, in days. */
  | { readonly percentile: 50 | 90; readonly of: FactCode }
  /** The share that the largest subjects have of all. */
  | { readonly largest: number; readonly of: FactCode }
  /** One figure's share of another. */
  | { readonly part: FactCode; readonly whole: FactCode; readonly distinctPart?: true };

/** A figure that can be asked for. */
export interface Metric {
  readonly label: Bilingual;
  readonly unit: Unit;
  readonly fold: Fold;
}

const count = (zh: string, en: string, sum: FactCode): Metric => ({ label: { zh, en }, unit: "COUNT", fold: { sum } });
const share = (zh: string, en: string, part: FactCode, whole: FactCode): Metric => ({
  label: { zh, en },
  unit: "BP",
  fold: { part, whole },
});

const STEP_NAMES = {
  APPLIED: { zh: "申报", en: "applied" },
  ADMITTED: { zh: "受理", en: "admitted" },
  APPROVED: { zh: "立项", en: "approved" },
  STARTED: { zh: "启动", en: "started" },
  SOLUTION: { zh: "形成应用解决方案", en: "came to a solution" },
  ACCEPTED: { zh: "通过验收", en: "accepted" },
  SHOWCASE: { zh: "成为样板项目", en: "became showcases" },
} as const;

const ENDING_NAMES = {
  REJECTED: { zh: "不予立项", en: "rejected" },
  FAILED: { zh: "未通过验收", en: "failed acceptance" },
  WITHDRAWN: { zh: "退出", en: "withdrawn" },
  TERMINATED: { zh: "终止", en: "terminated" },
  ARCHIVED: { zh: "归档", en: "archived" },
} as const;

/** Metrics by step of the funnel: reached in the span, reached by the cohort, its share, and the days from the step before. */
function stepMetrics(): Record<string, Metric> {
  const metrics: Record<string, Metric> = {};
  for (const step of STEPS) {
    const { zh, en } = STEP_NAMES[step];
    metrics[`NEW_${step}`] = count(`本期${zh}`, `Pilots ${en} in the period`, `ENTERED_${step}`);
    metrics[`COHORT_${step}`] = count(`本期申报项目中已${zh}`, `Of the period's applications, ${en}`, `COHORT_${step}`);
    if (step === "APPLIED") continue;
    metrics[`CONVERSION_${step}`] = share(`${zh}转化率`, `Share that ${en}`, `COHORT_${step}`, "COHORT_APPLIED");
    for (const percent of [50, 90] as const) {
      metrics[`P${percent}_DAYS_TO_${step}`] = {
        label: { zh: `至${zh}天数（P${percent}）`, en: `Days from the step before until ${en} (p${percent})` },
        unit: "DAYS",
        fold: { percentile: percent, of: `SECONDS_TO_${step}` },
      };
    }
  }
  for (const ending of ENDINGS) {
    const { zh, en } = ENDING_NAMES[ending];
    metrics[`NEW_${ending}`] = count(`本期${zh}`, `Pilots ${en} in the period`, `ENTERED_${ending}`);
  }
  return metrics;
}

/** Every metric, by its code. */
export const METRICS: Readonly<Record<string, Metric>> = {
  PILOTS: count("累计试点项目", "Pilots, cumulative", "PILOT"),
  IN_PROGRESS: count("在建试点项目", "Pilots in progress", "PILOT_IN_PROGRESS"),
  BUDGET: { label: { zh: "预算总额", en: "Sum of budgets" }, unit: "FEN", fold: { sum: "BUDGET" } },
  CITIES: { label: { zh: "覆盖地市", en: "Cities covered" }, unit: "COUNT", fold: { distinct: "CITY" } },
  LEADS: { label: { zh: "牵头单位", en: "Leading organisations" }, unit: "COUNT", fold: { distinct: "LEAD" } },
  CONCENTRATION: {
    label: { zh: "前五家牵头单位项目占比", en: "Share of pilots that the five largest operators lead" },
    unit: "BP",
    fold: { largest: RULES.concentrationOperators, of: "LEAD" },
  },
  ORGANISATIONS: count("登记单位", "Registered organisations", "ORGANISATION"),
  ...stepMetrics(),
  MILESTONES: count("里程碑", "Milestones", "MILESTONE"),
  DUE: count("应完成里程碑", "Milestones due", "MILESTONE_DUE"),
  ON_TIME: count("按期完成里程碑", "Milestones on time", "MILESTONE_ON_TIME"),
  ON_TIME_RATE: share("按期完成率", "On-time rate", "MILESTONE_ON_TIME", "MILESTONE_DUE"),
  DUE_ORIGINALLY: count("按原计划应完成里程碑", "Milestones due by the original plan", "MILESTONE_DUE_ORIGINALLY"),
  ON_TIME_ORIGINALLY: count("按原计划按期完成里程碑", "On time by the original plan", "MILESTONE_ON_TIME_ORIGINALLY"),
  ON_TIME_RATE_ORIGINALLY: share(
    "按原计划按期完成率",
    "On-time rate by the original plan",
    "MILESTONE_ON_TIME_ORIGINALLY",
    "MILESTONE_DUE_ORIGINALLY",
  ),
  OVERDUE: count("逾期里程碑", "Milestones overdue", "MILESTONE_OVERDUE"),
  EXTENSIONS: count("同意延期", "Extensions granted", "EXTENSION"),
  REVIEWS: count("评审决定", "Submissions decided on", "REVIEW"),
  REVIEWS_LATE: count("评审超期（监管方）", "Reviews past the regulator's own limit", "REVIEW_LATE"),
  REVIEW_LIMIT_UNKNOWN: count(
    "评审期限无法计算",
    "Reviews whose limit the calendar cannot give",
    "REVIEW_LIMIT_UNKNOWN",
  ),
  P50_REVIEW_DAYS: days("评审天数（P50）", "Days of review (p50)", 50, "REVIEW_SECONDS"),
  P90_REVIEW_DAYS: days("评审天数（P90）", "Days of review (p90)", 90, "REVIEW_SECONDS"),
  APPEARANCES: count("摘要出现次数", "Appearances of digests", "APPEARANCE"),
  DIGESTS: { label: { zh: "不同摘要", en: "Different digests" }, unit: "COUNT", fold: { distinct: "DIGEST" } },
  ANCHORS: count("存证", "Anchors", "ANCHOR"),
  ANCHORED_ITEMS: count("存证条目", "Items anchored, batches by their content", "ANCHORED_ITEM"),
  ATTESTED_SHARE: share("见证率", "Share attested", "ANCHOR_ATTESTED", "ANCHOR"),
  DISPUTED: count("有异议存证", "Anchors disputed", "ANCHOR_DISPUTED"),
  SUPERSEDED: count("被替换存证", "Anchors superseded", "ANCHOR_SUPERSEDED"),
  INSPECTIONS: count("检查", "Inspections", "INSPECTION"),
  INSPECTED: {
    label: { zh: "被检查项目", en: "Pilots inspected" },
    unit: "COUNT",
    fold: { distinct: "INSPECTED_PILOT" },
  },
  COVERAGE: {
    label: { zh: "检查覆盖率", en: "Pilots inspected, of those in progress" },
    unit: "BP",
    fold: { part: "INSPECTED_PILOT", whole: "PILOT_IN_PROGRESS", distinctPart: true },
  },
  COMPLAINTS: count("投诉举报", "Complaints", "COMPLAINT"),
  INCIDENTS: count("安全事件", "Incidents", "INCIDENT"),
  CASES: count("立案", "Cases opened", "CASE_OPENED"),
  CASES_OPEN: count("未结案件", "Cases open", "CASE_OPEN"),
  FINDINGS: count("发现问题", "Findings", "FINDING"),
  ORDERS: count("责令整改", "Orders to rectify", "ORDER"),
  ORDERS_OVERDUE: count("逾期整改", "Orders overdue", "ORDER_OVERDUE"),
  RECTIFICATION_RATE: share("整改完成率", "Rectification rate", "ORDER_FULFILLED", "ORDER"),
  P50_RECTIFICATION_DAYS: days("整改天数（P50）", "Days of rectification (p50)", 50, "RECTIFICATION_SECONDS"),
  PENALTIES: count("处罚决定", "Penalties decided", "PENALTY"),
  PENALTIES_OF_KIND: count("分种类处罚", "Penalties by kind: one decision may have several", "PENALTY_OF_KIND"),
  PENALTIES_WITHDRAWN: count("撤销处罚", "Penalties withdrawn", "PENALTY_WITHDRAWN"),
  FINES: { label: { zh: "罚款总额", en: "Sum of fines, withdrawn ones excluded" }, unit: "FEN", fold: { sum: "FINE" } },
  FILING_REQUIRED: count("应备案项目", "Running pilots that need a filing", "FILING_REQUIRED"),
  FILING_RATE: share("备案率", "Filing rate", "FILING_FILED", "FILING_REQUIRED"),
  RATED: count("风险评级", "Running pilots by rated level", "RATED"),
  RISK_MOVES: count("风险等级变动", "Moves between levels over the period", "RISK_MOVE"),
};

/** The facts that a fold reads. */
export function factsOfFold(fold: Fold): FactCode[] {
  if ("sum" in fold) return [fold.sum];
  if ("distinct" in fold) return [fold.distinct];
  return "of" in fold ? [fold.of] : [fold.part, fold.whole];
}

function days(zh: string, en: string, percentile: 50 | 90, of: FactCode): Metric {
  return { label: { zh, en }, unit: "DAYS", fold: { percentile, of } };
}
