import type { Bilingual } from "../../../server/ledger/codes/bilingual.ts";
import {
  DIGEST_ALGORITHM_LABELS,
  EVIDENCE_KIND_LABELS,
  FILING_REQUIREMENT_LABELS,
  MILESTONE_KIND_LABELS,
  MILESTONE_STATE_LABELS,
  ORGANISATION_KIND_LABELS,
  ORGANISATION_STATUS_LABELS,
  PARTY_ROLE_LABELS,
  PILOT_STATE_LABELS,
  PROGRAMME_KIND_LABELS,
  ROLE_LABELS,
  STAGE_LABELS,
  VOTE_LABELS,
} from "../../../server/ledger/codes/labels.ts";
import { REASONS } from "../../../server/ledger/codes/reasons.ts";
import {
  EVIDENCE_CERTIFICATION_LABELS,
  EVIDENCE_GENERATION_LABELS,
  EVIDENCE_SOURCE_LABELS,
  EVIDENCE_STORAGE_LABELS,
} from "./statement-labels.ts";

interface CodeTable {
  readonly title: Bilingual;
  readonly codes: Readonly<Record<string, Bilingual>>;
}

const table = (zh: string, en: string, codes: Readonly<Record<string, Bilingual>>): CodeTable => ({
  title: { zh, en },
  codes,
});

/** The code tables of the ledger by the name to ask for them. Fields and regions are kept on the ledger itself. */
export const CODE_TABLES: Readonly<Record<string, CodeTable>> = {
  states: table("试点状态", "states of a pilot", PILOT_STATE_LABELS),
  stages: table("成果阶段", "stages of a pilot's output", STAGE_LABELS),
  milestones: table("里程碑类型", "kinds of milestone", MILESTONE_KIND_LABELS),
  "milestone-states": table("里程碑状态", "states of a milestone", MILESTONE_STATE_LABELS),
  evidence: table("佐证材料类型", "kinds of evidence", EVIDENCE_KIND_LABELS),
  sources: table("材料来源", "where a record came from", EVIDENCE_SOURCE_LABELS),
  generations: table("生成方式", "how a record was generated", EVIDENCE_GENERATION_LABELS),
  storages: table("存证前的存储", "how a record was stored before", EVIDENCE_STORAGE_LABELS),
  certifications: table("存证前的证明", "who certified a record before", EVIDENCE_CERTIFICATION_LABELS),
  algorithms: table("摘要算法", "digest algorithms", DIGEST_ALGORITHM_LABELS),
  reasons: table("理由代码", "reason codes", REASONS),
  programmes: table("批次类型", "kinds of programme", PROGRAMME_KIND_LABELS),
  organisations: table("单位类型", "kinds of organisation", ORGANISATION_KIND_LABELS),
  "organisation-states": table("单位状态", "states of an organisation", ORGANISATION_STATUS_LABELS),
  roles: table("角色", "roles", ROLE_LABELS),
  parties: table("参与单位分工", "what an organisation does in a pilot", PARTY_ROLE_LABELS),
  votes: table("验收投票", "votes on acceptance", VOTE_LABELS),
  filing: table("备案要求", "whether a service must be filed", FILING_REQUIREMENT_LABELS),
};
