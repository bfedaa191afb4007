import { z } from "zod";
import { INDICATOR_DIRECTIONS, REPORT_STATES } from "../../ledger/codes/statistics.ts";
import {
  ADDRESS,
  BILINGUAL,
  COUNT,
  DECIMAL,
  DIGEST_TEXT,
  INSTANT,
  labelled,
  PROVENANCE,
  PUBLIC_PROVENANCE,
  REGION_TEXT,
} from "./basics.ts";

const DIRECTION = z.enum(INDICATOR_DIRECTIONS).meta({ id: "IndicatorDirection" });

/** A version of an indicator. */
export const INDICATOR_ITEM = z
  .strictObject({
    code: z.string(),
    name: BILINGUAL,
    region: REGION_TEXT,
    unit: z.string(),
    direction: DIRECTION,
    scale: COUNT,
    validFrom: z.string(),
    validTo: z.string().nullable(),
    endedReason: z.string().nullable(),
    mapsFrom: z.string().nullable(),
    documentDigest: DIGEST_TEXT,
    labels: labelled("direction"),
    provenance: PUBLIC_PROVENANCE,
  })
  .meta({ id: "IndicatorItem" });

const TARGET = z.strictObject({
  revision: z.int(),
  value: DECIMAL,
  setAt: INSTANT,
  reason: z.string().nullable(),
  decisionDigest: DIGEST_TEXT,
  provenance: PROVENANCE,
});

const REPORT = z.strictObject({
  revision: z.int(),
  value: DECIMAL,
  reportedAt: INSTANT,
  reporter: ADDRESS,
  evidenceDigest: DIGEST_TEXT,
  reason: z.string().nullable(),
  state: z.enum(REPORT_STATES),
  verification: z.strictObject({ at: INSTANT, by: ADDRESS, documentDigest: DIGEST_TEXT.nullable() }).nullable(),
  provenance: PROVENANCE,
});

/** What is to be reached and what was. */
export const FIGURE_ITEM = z
  .strictObject({
    code: z.string(),
    indicator: z.string(),
    region: REGION_TEXT,
    period: z.string(),
    targets: z.array(TARGET),
    reports: z.array(REPORT),
    name: BILINGUAL.nullable(),
    regionName: BILINGUAL,
    unit: z.string().nullable(),
    scale: COUNT.nullable(),
    direction: DIRECTION,
    target: DECIMAL.nullable(),
    reported: DECIMAL.nullable(),
    state: z.enum(REPORT_STATES),
    attainment: DECIMAL.nullable().meta({ description: "Basis points, rounded half up" }),
    met: z.boolean().nullable(),
    corrections: COUNT,
    labels: labelled("direction", "state"),
    provenance: PUBLIC_PROVENANCE,
  })
  .meta({ id: "FigureItem" });

/** A correction of a reported figure. */
export const CORRECTION_ITEM = z
  .strictObject({
    code: z.string(),
    indicator: z.string(),
    region: REGION_TEXT,
    regionName: BILINGUAL,
    period: z.string(),
    revision: z.int(),
    before: DECIMAL,
    value: DECIMAL,
    reason: z.string().nullable(),
    reportedAt: INSTANT,
    reporter: ADDRESS,
    provenance: PUBLIC_PROVENANCE,
  })
  .meta({ id: "CorrectionItem" });

/** A figure that should have been reported. */
export const LATE_REPORT = z
  .strictObject({
    code: z.string(),
    indicator: z.string(),
    name: BILINGUAL.nullable(),
    region: REGION_TEXT,
    regionName: BILINGUAL,
    period: z.string(),
    limitAt: INSTANT,
    daysLate: COUNT,
    reportedAt: INSTANT.nullable(),
    provenance: PUBLIC_PROVENANCE,
  })
  .meta({ id: "LateReport" });

/** Whether an indicator is the sum of those that make it up. */
export const COMPONENT_CHECK = z
  .strictObject({
    of: z.enum(["TARGET", "REPORT"]),
    indicator: z.string(),
    region: REGION_TEXT,
    period: z.string(),
    scale: COUNT,
    headline: DECIMAL,
    components: z.array(z.strictObject({ indicator: z.string(), value: DECIMAL.nullable() })),
    sum: DECIMAL.nullable(),
    difference: DECIMAL.nullable(),
    matches: z.boolean().nullable(),
  })
  .meta({ id: "ComponentCheck" });
