import { z } from "zod";
import { isPeriodCode, type PeriodCode } from "../ledger/statistics-ids.ts";
import { DIMENSIONS, readCell } from "../queries/statistics/fact.ts";
import { METRICS } from "../queries/statistics/metrics.ts";
import { TABLE_NAMES } from "../queries/statistics/tables.ts";
import { optional, parsed, upperCase, wholeNumber } from "./parameters.ts";

/*
 * The parameters of statistics: of when, and of which figures.
 */

/** A statistical period. */
export const PERIOD = optional(
  parsed<PeriodCode>((text) => (isPeriodCode(upperCase(text)) ? upperCase(text) : undefined)),
  {
    expects: {
      zh: "统计期：年、季或月，如 2019、2019Q1、2019-03",
      en: "a year, quarter or month such as 2019, 2019Q1 or 2019-03",
    },
  },
);

/** A year. */
export const YEAR = wholeNumber(2_000, 2_999);

/** A table of the statistics in the path. */
export const TABLE = parsed((text) => TABLE_NAMES.find((name) => name === text.trim().toLowerCase())).meta({
  meaning: { expects: { zh: TABLE_NAMES.join("、"), en: `one of ${TABLE_NAMES.join(", ")}` }, values: TABLE_NAMES },
});

const METRIC_CODES = Object.keys(METRICS);

/** A figure of the statistics. */
export const METRIC = optional(
  parsed((text) => METRIC_CODES.find((code) => code === upperCase(text))),
  { expects: { zh: "统计指标代码", en: "the code of a figure" }, values: METRIC_CODES },
);

/** A part of a statistical table. */
export const CELL = optional(parsed(readCell), {
  expects: {
    zh: "统计单元，如 field=GOV;region=330100，或 *",
    en: "a cell such as field=GOV;region=330100, or *",
  },
});

/** What the rows of a table are. */
export const ROWS_BY = optional(z.array(z.enum(DIMENSIONS)).min(1).max(3), {
  expects: { zh: `以下维度中的一至三个：${DIMENSIONS.join(", ")}`, en: `one to three of ${DIMENSIONS.join(", ")}` },
  list: true,
  values: DIMENSIONS,
});
