import { INSPECTION_KINDS, RISK_LEVELS } from "../../../server/ledger/codes/supervision.ts";
import { RULES } from "../../../server/ledger/rules/rules.ts";
import type { Paper } from "../paper/paper.ts";
import type { PaperPilot } from "../paper/pilot-book.ts";
import { ratedLevel, standing } from "../paper/standing.ts";
import type { Questioner } from "../question.ts";
import { counts, isIn, overview, type Row, type Span } from "./counting.ts";
import { table } from "./table.ts";

/*
 * Tables of one kind of thing by another, whole, by the greatest, and as the public is shown them.
 */

const OF_PILOTS = ["PILOTS", "IN_PROGRESS", "NEW_APPLIED", "NEW_APPROVED", "NEW_ACCEPTED", "NEW_TERMINATED", "BUDGET"];

/** The tables that break one number down, and what is left of them for the public. */
export const BREAKDOWN_QUESTIONS: Readonly<Record<string, Questioner>> = {
  "figures: by state": table("by-state", ["PILOTS", "BUDGET"], ({ pilots }) =>
    groups(pilots.all, ({ state }) => `state=${state}`).flatMap(([cell, own]) => [
      [cell, "PILOTS", String(own.length)],
      [cell, "BUDGET", String(own.reduce((sum, { budget }) => sum + budget, 0n))],
    ]),
  ),
  "figures: by kind of programme": table("by-programme-kind", OF_PILOTS, (paper, span) =>
    groups(paper.pilots.all, ({ programmeKind }) => `programmeKind=${programmeKind}`).flatMap(([cell, own]) =>
      overview(cell, paper, own, span).filter(([, metric]) => metric !== "LEADS"),
    ),
  ),
  "figures: milestones": table("milestones", ["MILESTONES"], milestones),
  "figures: inspections by kind": table("inspections", ["INSPECTIONS"], inspections),
  "figures: the greatest operators": table(
    "by-operator",
    ["PILOTS"],
    ({ pilots }) => greatest(pilots.all, ({ lead }) => `operator=${lead}`, 2),
    { query: "&top=2" },
  ),
  "figures: the commonest states": table(
    "by-state",
    ["PILOTS"],
    ({ pilots }) => greatest(pilots.all, ({ state }) => `state=${state}`, 3),
    { query: "&top=3" },
  ),
  "figures: milestones, for the public": table(
    "milestones",
    ["MILESTONES"],
    (paper, span, now) => forThePublic(milestones(paper, span, now)),
    { query: "&public=true" },
  ),
  "figures: inspections, for the public": table(
    "inspections",
    ["INSPECTIONS"],
    (paper, span) => forThePublic(inspections(paper, span)),
    { query: "&public=true" },
  ),
  "figures: levels of risk, for the public": table(
    "risk",
    ["RATED"],
    (paper, _, now) =>
      forThePublic(
        counts(
          paper.pilots.all
            .filter((one) => paper.pilots.runs(one))
            .map(({ code }) => `level=${RISK_LEVELS[ratedLevel(paper, code, now)]}`),
          "RATED",
        ),
      ),
    { query: "&public=true" },
  ),
};

function milestones(paper: Paper, _: Span, now: number): Row[] {
  const cells = paper.pilots.all.flatMap((pilot) =>
    pilot.plan.map((one) => `timeliness=${standing(paper, pilot, one, now)}`),
  );
  return counts(cells, "MILESTONES");
}

function inspections({ supervision }: Paper, span: Span): Row[] {
  const own = supervision.inspections.filter(({ at }) => isIn(at, span));
  return counts(
    own.map(({ kind }) => `kind=${INSPECTION_KINDS[kind]}`),
    "INSPECTIONS",
  );
}

/** Pilots by their cell, in the order of the cells. */
function groups(pilots: readonly PaperPilot[], cellOf: (pilot: PaperPilot) => string): [string, PaperPilot[]][] {
  return [...Map.groupBy(pilots, cellOf)].toSorted(([one], [other]) => (one < other ? -1 : 1));
}

/** Those cells that have the most pilots, the most first. */
function greatest(pilots: readonly PaperPilot[], cellOf: (pilot: PaperPilot) => string, most: number): Row[] {
  return counts(pilots.map(cellOf), "PILOTS")
    .toSorted((one, other) => Number(other[2]) - Number(one[2]))
    .slice(0, most);
}

/**
 * Rows that add up to what is known elsewhere, without what is one or two, and without as many more, the smallest first, as it takes that
 * none of those follows from the others: from one alone it would, and from several that are 1 each.
 */
function forThePublic(rows: readonly Row[]): Row[] {
  const size = ([, , value]: Row) => Number(value);
  const hidden = new Set(rows.filter((row) => size(row) > 0 && size(row) < RULES.smallCellBelow));
  for (;;) {
    const gone = [...hidden].reduce((sum, row) => sum + size(row), 0);
    if (hidden.size === 0 || (hidden.size > 1 && gone !== hidden.size)) break;
    const shown = rows.filter((row) => !hidden.has(row) && size(row) > 0);
    const [next] = shown.toSorted((one, other) => size(one) - size(other));
    if (next === undefined) break;
    hidden.add(next);
  }
  return rows.map((row) => (hidden.has(row) ? [row[0], row[1], null] : row));
}
