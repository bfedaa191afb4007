import type { Bilingual } from "../../ledger/codes/bilingual.ts";
import * as labels from "../../ledger/codes/labels.ts";
import { regionName } from "../../ledger/codes/regions.ts";
import * as supervision from "../../ledger/codes/supervision-labels.ts";
import type { Ledger } from "../as-of/ledger.ts";
import { organisationNames } from "../organisation-names.ts";
import type { Cell, Dimension } from "./fact.ts";

const KINDS: Readonly<Record<string, Bilingual>> = {
  ...labels.ORGANISATION_KIND_LABELS,
  ...labels.MILESTONE_KIND_LABELS,
  ...labels.EVIDENCE_KIND_LABELS,
  ...supervision.INSPECTION_KIND_LABELS,
  ...supervision.COMPLAINT_CHANNEL_LABELS,
  ...supervision.CASE_ORIGIN_LABELS,
  ...supervision.PENALTY_KIND_LABELS,
};

const RISK: Readonly<Record<string, Bilingual>> = {
  ...supervision.RISK_LEVEL_LABELS,
  NONE: { zh: "未评级", en: "Not rated" },
};

const TABLES: { readonly [Name in Dimension]?: Readonly<Record<string, Bilingual>> } = {
  state: labels.PILOT_STATE_LABELS,
  stage: labels.STAGE_LABELS,
  programmeKind: labels.PROGRAMME_KIND_LABELS,
  kind: KINDS,
  severity: supervision.SEVERITY_LABELS,
  level: RISK,
  toLevel: RISK,
  timeliness: labels.TIMELINESS_LABELS,
  use: labels.EVIDENCE_USE_LABELS,
};

/** What the dimensions of tables are called. */
export const DIMENSION_LABELS: Readonly<Record<Dimension, Bilingual>> = {
  field: { zh: "领域", en: "Field" },
  region: { zh: "行政区划", en: "Region" },
  own: { zh: "本级行政区划", en: "Region at its own level" },
  state: { zh: "状态", en: "State" },
  stage: { zh: "阶段", en: "Stage" },
  programmeKind: { zh: "批次类别", en: "Programme kind" },
  operator: { zh: "牵头单位", en: "Operator" },
  year: { zh: "年度", en: "Year" },
  quarter: { zh: "季度", en: "Quarter" },
  month: { zh: "月份", en: "Month" },
  kind: { zh: "类别", en: "Kind" },
  severity: { zh: "严重程度", en: "Severity" },
  clause: { zh: "条款", en: "Clause" },
  band: { zh: "逾期天数分段", en: "Days overdue" },
  level: { zh: "风险等级", en: "Risk level" },
  toLevel: { zh: "变动后等级", en: "Level moved to" },
  timeliness: { zh: "时限状态", en: "Timeliness" },
  use: { zh: "用途", en: "Use" },
};

/** A code of a cell with its name. */
export interface CellPart {
  readonly dimension: Dimension;
  readonly code: string;
  readonly label: Bilingual;
}

/** Names the codes of cells: fields and organisations as the ledger has them. */
export async function cellNames(ledger: Ledger, cells: readonly Cell[]): Promise<(cell: Cell) => CellPart[]> {
  const fields: Record<string, Bilingual> = {};
  for await (const [code, { name }] of ledger.list("field")) fields[code] = name;
  const nameOf = await organisationNames(
    ledger,
    cells.flatMap(({ operator }) => operator ?? []),
  );
  const named = (dimension: Dimension, code: string): Bilingual => {
    const fallback = { zh: code, en: code };
    if (dimension === "field") return fields[code] ?? fallback;
    if (dimension === "region" || dimension === "own") return regionName(code) ?? fallback;
    if (dimension === "operator") return nameOf(code) ?? fallback;
    return TABLES[dimension]?.[code] ?? fallback;
  };
  return (cell) =>
    Object.entries(cell).flatMap(([name, code]) => {
      const dimension = name as Dimension;
      return code === undefined ? [] : [{ dimension, code, label: named(dimension, code) }];
    });
}
