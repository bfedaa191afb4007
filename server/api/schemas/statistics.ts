import { z } from "zod";
import { DIMENSIONS } from "../../queries/statistics/fact.ts";
import { TABLE_NAMES } from "../../queries/statistics/tables.ts";
import { BILINGUAL, COUNT, DECIMAL, DIGEST_TEXT, INSTANT, PUBLIC_PROVENANCE, REGION_TEXT } from "./basics.ts";

const opened = {
  metric: z.string(),
  cell: z.string().meta({ description: "With metric, what /v1/stats/drilldown takes, as of the same instant" }),
};

const AMOUNT = z.strictObject({ count: COUNT, ...opened }).meta({ id: "Count" });

const FIGURE = z
  .strictObject({ code: z.string(), label: BILINGUAL, count: COUNT, ...opened })
  .meta({ id: "Figure", description: "metric and cell open it: they are what /v1/stats/drilldown takes" });

const figures = z.array(FIGURE);

const REGION_FIGURE = z
  .strictObject({ code: REGION_TEXT, name: BILINGUAL, count: COUNT, own: COUNT, ...opened, ownCell: z.string() })
  .meta({ id: "RegionFigure" });

const CITY_FIGURE = z
  .strictObject({ ...REGION_FIGURE.shape, districts: z.array(REGION_FIGURE) })
  .meta({ id: "CityFigure" });

/** The ledger in figures. */
export const OVERVIEW = z
  .strictObject({
    pilots: z.strictObject({
      cumulative: AMOUNT,
      byState: figures,
      byStage: figures,
      byField: figures,
      byProgrammeKind: figures,
      byRegion: z.strictObject({ provinces: z.array(REGION_FIGURE), cities: z.array(CITY_FIGURE) }),
    }),
    milestones: z.strictObject({ total: AMOUNT, byTimeliness: figures }),
    budget: z.strictObject({ fen: DECIMAL, ...opened }),
    organisations: z.strictObject({ registered: AMOUNT, leading: AMOUNT }),
    evidence: z.strictObject({ digests: AMOUNT, appearances: AMOUNT, byUse: figures }),
  })
  .meta({ id: "Overview" });

const UNIT = z.enum(["COUNT", "FEN", "DAYS", "BP"]).meta({
  id: "Unit",
  description: "DAYS are whole days, BP basis points, FEN money; all rounded half up where they are not whole",
});

const WITHHELD = z.enum(["SMALL_SAMPLE", "SMALL_CELL"]).meta({
  id: "Withheld",
  description: "SMALL_SAMPLE: an operator's share of too few; SMALL_CELL: hidden in the public version",
});

/** A figure; null is "—". */
const STATISTIC_FIGURE = z
  .strictObject({
    metric: z.string(),
    label: BILINGUAL,
    unit: UNIT,
    value: DECIMAL.nullable(),
    withheld: WITHHELD.nullable(),
  })
  .meta({ id: "StatisticFigure" });

const CELL = z.string().meta({ id: "Cell", description: "Such as field=GOV;region=330100, or * for everything" });

/** A row of a table of the statistics. */
export const STATISTIC_ROW = z
  .strictObject({
    cell: CELL,
    parts: z.array(z.strictObject({ dimension: z.enum(DIMENSIONS), code: z.string(), label: BILINGUAL })),
    figures: z.array(STATISTIC_FIGURE),
  })
  .meta({ id: "StatisticRow" });

/** A table of the statistics. */
export const STATISTIC_TABLE = z
  .strictObject({
    table: z.enum(TABLE_NAMES),
    label: BILINGUAL,
    from: z.int(),
    to: z.int(),
    countedAt: INSTANT,
    rows: z.array(STATISTIC_ROW),
  })
  .meta({ id: "StatisticTable" });

/** A fact behind a figure. */
export const FACT = z
  .strictObject({
    fact: z.string(),
    subject: z.string(),
    amount: DECIMAL,
    cell: CELL,
    events: z.array(PUBLIC_PROVENANCE),
  })
  .meta({ id: "Fact" });

/** How a figure compares with earlier periods. */
export const GROWTH_FIGURE = z
  .strictObject({
    metric: z.string(),
    label: BILINGUAL,
    unit: UNIT,
    value: DECIMAL,
    previous: DECIMAL,
    yearBefore: DECIMAL,
    overPrevious: DECIMAL.nullable(),
    overYearBefore: DECIMAL.nullable(),
    sameScopeOverPrevious: DECIMAL.nullable(),
    sameScopeOverYearBefore: DECIMAL.nullable(),
  })
  .meta({ id: "GrowthFigure" });

/** The growth of what happened in a period. */
export const GROWTH = z
  .strictObject({
    period: z.string(),
    previousPeriod: z.string(),
    periodAYearBefore: z.string(),
    cell: CELL,
    figures: z.array(GROWTH_FIGURE),
  })
  .meta({ id: "Growth" });

/** The dataset of a bulletin. */
export const DATASET = {
  /** Canonical JSON (RFC 8785): the bytes that a bulletin anchors. */
  dataset: z.string(),
  digest: DIGEST_TEXT,
};
