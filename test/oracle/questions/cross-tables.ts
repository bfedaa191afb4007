import { SEVERITIES } from "../../../server/ledger/codes/supervision.ts";
import { RULES } from "../../../server/ledger/rules/rules.ts";
import type { Paper } from "../paper/paper.ts";
import type { Questioner } from "../question.ts";
import { counts, isIn, levelsOf, type Row, type Span } from "./counting.ts";
import { table } from "./table.ts";

/** The tables that break a number down by two dimensions, and what is left of them for the public. */
export const CROSS_TABLE_QUESTIONS: Readonly<Record<string, Questioner>> = {
  "figures: field by region": table("field-by-region", ["PILOTS"], fieldByRegion),
  "figures: findings": table("findings", ["FINDINGS"], findings),
  "figures: field by region, for the public": table(
    "field-by-region",
    ["PILOTS"],
    (paper) => forThePublic(fieldByRegion(paper), ["field", "region"]),
    { query: "&public=true" },
  ),
  "figures: findings, for the public": table(
    "findings",
    ["FINDINGS"],
    (paper, span) => forThePublic(findings(paper, span), ["clause", "severity"]),
    { query: "&public=true" },
  ),
  "figures: region by field, for the public": table(
    "by-field",
    ["PILOTS"],
    (paper) => forThePublic(fieldByRegion(paper), ["region", "field"]),
    { query: "&public=true&by=region,field" },
  ),
};

function fieldByRegion({ pilots }: Paper): Row[] {
  return counts(
    pilots.all.flatMap(({ field, region }) => levelsOf(region).map((level) => `field=${field};${level}`)),
    "PILOTS",
  );
}

function findings({ supervision: { cases } }: Paper, span: Span): Row[] {
  return counts(
    cases
      .flatMap((dossier) => dossier.findings)
      .filter(({ at }) => isIn(at, span))
      .map(({ clause, severity }) => `severity=${SEVERITIES[severity]};clause=${clause}`),
    "FINDINGS",
  );
}

/** Rows of a table that add up, by their places; and their total, where the table has it. */
interface Sum {
  readonly total: number | undefined;
  readonly parts: readonly number[];
}

/**
 * Rows of two dimensions without what is one or two, and without as much more as it takes that no sum of a dimension gives one of those
 * away: of a sum that does, the smallest part that is left, then its total; from the beginning again until none does.
 */
function forThePublic(rows: readonly Row[], dimensions: readonly string[]): Row[] {
  const size = (row: number) => Number(rows[row]?.[2] ?? 0);
  const sums = dimensions.flatMap((dimension) =>
    dimension === "region" ? sumsOfRegions(rows) : sumsOf(rows, dimension),
  );
  const hidden = new Set([...rows.keys()].filter((row) => size(row) > 0 && size(row) < RULES.smallCellBelow));
  for (let before = -1; before !== hidden.size; ) {
    before = hidden.size;
    for (const { total, parts } of sums) {
      const gone = parts.filter((part) => hidden.has(part));
      const ones = gone.reduce((sum, part) => sum + size(part), 0) === gone.length;
      const tells =
        total !== undefined && hidden.has(total) ? gone.length === 0 : gone.length === 1 || (gone.length > 1 && ones);
      if (!tells) continue;
      const left = parts.filter((part) => !hidden.has(part)).toSorted((one, other) => size(one) - size(other));
      const next = left[0] ?? (total !== undefined && !hidden.has(total) ? total : undefined);
      if (next !== undefined) hidden.add(next);
    }
  }
  return rows.map(([cell, metric, value], row) => [cell, metric, hidden.has(row) ? null : value]);
}

/** The rows that differ in one dimension alone; other tables have their totals. */
function sumsOf(rows: readonly Row[], dimension: string): Sum[] {
  const others = (row: number) =>
    partsOf(rows[row])
      .filter((part) => !part.startsWith(`${dimension}=`))
      .join(";");
  return [...Map.groupBy(rows.keys(), others).values()].map((parts) => ({ total: undefined, parts }));
}

/** What is at a region's own level and what is in the regions right below it make up the region. */
function sumsOfRegions(rows: readonly Row[]): Sum[] {
  const ofField = (row: number) => partsOf(rows[row])[0] ?? "";
  return [...Map.groupBy(rows.keys(), ofField).values()].flatMap((group) =>
    group.flatMap((total): Sum[] => {
      const region = regionOf(rows[total], "region");
      if (region === undefined || !region.endsWith("00")) return [];
      const below = region.endsWith("0000") ? /^33(?!00)\d\d00$/ : new RegExp(`^${region.slice(0, 4)}(?!00)`);
      const parts = group.filter(
        (row) => regionOf(rows[row], "own") === region || below.test(regionOf(rows[row], "region") ?? ""),
      );
      return [{ total, parts }];
    }),
  );
}

function partsOf(row: Row | undefined): string[] {
  return row === undefined ? [] : row[0].split(";");
}

function regionOf(row: Row | undefined, name: "region" | "own"): string | undefined {
  return partsOf(row)
    .find((part) => part.startsWith(`${name}=`))
    ?.slice(name.length + 1);
}
