import type { Questioner } from "../question.ts";
import { AUDIT_QUESTIONS } from "./audit.ts";
import { BREAKDOWN_QUESTIONS } from "./breakdowns.ts";
import { BULLETIN_QUESTIONS } from "./bulletins.ts";
import { CASE_QUESTIONS } from "./cases.ts";
import { CROSS_TABLE_QUESTIONS } from "./cross-tables.ts";
import { EVIDENCE_QUESTIONS } from "./evidence.ts";
import { FIGURE_QUESTIONS } from "./figures.ts";
import { FOSTERING_QUESTIONS } from "./fostering.ts";
import { GROWTH_QUESTIONS } from "./growth.ts";
import { INDICATOR_QUESTIONS } from "./indicators.ts";
import { MILESTONE_QUESTIONS } from "./milestones.ts";
import { PILOT_QUESTIONS } from "./pilots.ts";
import { QUEUE_QUESTIONS } from "./queues.ts";
import { RISK_QUESTIONS } from "./risk.ts";
import { SUPERVISION_QUESTIONS } from "./supervision.ts";

/** Every question of the oracle, by what it asks. */
export const QUESTIONS: Readonly<Record<string, Questioner>> = {
  ...PILOT_QUESTIONS,
  ...MILESTONE_QUESTIONS,
  ...CASE_QUESTIONS,
  ...SUPERVISION_QUESTIONS,
  ...RISK_QUESTIONS,
  ...QUEUE_QUESTIONS,
  ...AUDIT_QUESTIONS,
  ...EVIDENCE_QUESTIONS,
  ...INDICATOR_QUESTIONS,
  ...BULLETIN_QUESTIONS,
  ...FOSTERING_QUESTIONS,
  ...FIGURE_QUESTIONS,
  ...BREAKDOWN_QUESTIONS,
  ...CROSS_TABLE_QUESTIONS,
  ...GROWTH_QUESTIONS,
};
