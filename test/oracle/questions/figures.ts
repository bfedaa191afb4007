import { EVIDENCE_KINDS } from "../../../server/ledger/codes/evidence.ts";
import { RISK_LEVELS } from "../../../server/ledger/codes/supervision.ts";
import { RULES } from "../../../server/ledger/rules/rules.ts";
import { endOfWorkingDayAfter } from "../../../server/ledger/rules/working-days.ts";
import { FIELDS, LEADS } from "../../support/random-ledger.ts";
import { begunDays, ratedLevel, standing } from "../paper/standing.ts";
import { type Questioner, share } from "../question.ts";
import {
  counts,
  days,
  funnel,
  funnelMetrics,
  isIn,
  levelsOf,
  monthOf,
  overview,
  type Row,
  supervision,
  supervisionMetrics,
  timeliness,
} from "./counting.ts";
import { table } from "./table.ts";

/*
 * The figures of the bulletin, counted on paper. A period that has not ended is counted as far as the paper goes.
 */

/** The tables of the statistics. */
export const FIGURE_QUESTIONS: Readonly<Record<string, Questioner>> = {
  "figures: overview": table(
    "overview",
    [
      "PILOTS",
      "IN_PROGRESS",
      "NEW_APPLIED",
      "NEW_APPROVED",
      "NEW_ACCEPTED",
      "NEW_TERMINATED",
      "BUDGET",
      "LEADS",
      "CITIES",
    ],
    (paper, span) => {
      const cities = new Set(
        paper.pilots.all.map(({ region }) => (/0000$/.test(region) ? region : `${region.slice(0, 4)}00`)),
      );
      return [...overview("*", paper, paper.pilots.all, span), ["*", "CITIES", String(cities.size)]];
    },
  ),
  "figures: by field": table(
    "by-field",
    ["PILOTS", "IN_PROGRESS", "NEW_APPLIED", "NEW_APPROVED", "NEW_ACCEPTED", "NEW_TERMINATED", "BUDGET"],
    (paper, span) =>
      FIELDS.toSorted().flatMap((field) => {
        const pilots = paper.pilots.all.filter((pilot) => pilot.field === field);
        const figures = overview(`field=${field}`, paper, pilots, span).filter(([, metric]) => metric !== "LEADS");
        return pilots.length === 0 ? [] : figures;
      }),
  ),
  "figures: by region": table("by-region", ["PILOTS"], ({ pilots }) => {
    const cells = pilots.all.flatMap(({ region }) => levelsOf(region));
    return counts(cells, "PILOTS");
  }),
  "figures: by stage": table("by-stage", ["PILOTS"], ({ pilots }) =>
    counts(
      pilots.all.map(({ stage }) => `stage=${stage}`),
      "PILOTS",
    ),
  ),
  "figures: by operator": table(
    "by-operator",
    ["PILOTS", "DUE", "ON_TIME", "ON_TIME_RATE", "FINDINGS"],
    (paper, span, now) =>
      LEADS.toSorted().flatMap((lead): Row[] => {
        const own = paper.pilots.all.filter((pilot) => pilot.lead === lead);
        const codes = own.map(({ code }) => code);
        const cases = paper.supervision.cases.filter(({ pilot }) => codes.includes(pilot));
        const findings = cases.flatMap((one) => one.findings).filter(({ at }) => isIn(at, span));
        const cell = `operator=${lead}`;
        const [due, onTime, rate] = timeliness(cell, paper, own, span, now);
        if (own.length === 0 || due === undefined || onTime === undefined || rate === undefined) return [];
        // A rate of fewer than five says nothing of an operator.
        const told: Row = Number(due[2]) < 5 ? [cell, "ON_TIME_RATE", null] : rate;
        return [[cell, "PILOTS", String(own.length)], due, onTime, told, [cell, "FINDINGS", String(findings.length)]];
      }),
  ),
  "figures: operators": table("operators", ["PILOTS", "LEADS", "CONCENTRATION"], ({ pilots: { all } }) => {
    const sizes = [...Map.groupBy(all, ({ lead }) => lead).values()].map((own) => own.length);
    const largest = sizes.toSorted((one, other) => other - one).slice(0, 5);
    const part = largest.reduce((sum, size) => sum + size, 0);
    return [
      ["*", "PILOTS", String(all.length)],
      ["*", "LEADS", String(sizes.length)],
      ["*", "CONCENTRATION", share(part, all.length)],
    ];
  }),
  "figures: by month": byPeriod("month", monthOf),
  "figures: by quarter": byPeriod("quarter", (at) => {
    const [year, month] = monthOf(at).split("-");
    return `${year}Q${Math.ceil(Number(month) / 3)}`;
  }),
  "figures: by year": byPeriod("year", (at) => monthOf(at).slice(0, 4)),
  "figures: funnel": table("funnel", funnelMetrics(), ({ pilots }, span) => funnel(pilots.all, span)),
  "figures: timeliness": table(
    "timeliness",
    ["DUE", "ON_TIME", "ON_TIME_RATE", "DUE_ORIGINALLY", "ON_TIME_ORIGINALLY", "OVERDUE", "EXTENSIONS"],
    (paper, span, now) => timeliness("*", paper, paper.pilots.all, span, now),
  ),
  "figures: overdue": table("overdue", ["OVERDUE"], (paper, _, now) => {
    const days = paper.pilots.all.flatMap((pilot) =>
      pilot.plan
        .filter((one) => standing(paper, pilot, one, now) === "OVERDUE")
        .map(({ dueAt }) => begunDays(dueAt, now)),
    );
    const band = (late: number) => (late > 60 ? ">60" : late > 30 ? "31-60" : late > 15 ? "16-30" : "1-15");
    return counts(
      days.map((late) => `band=${band(late)}`),
      "OVERDUE",
    );
  }),
  "figures: reviews": table(
    "reviews",
    ["REVIEWS", "REVIEWS_LATE", "P50_REVIEW_DAYS", "P90_REVIEW_DAYS"],
    ({ pilots }, span, now) => {
      const all = pilots.all.flatMap(({ plan }) => plan.flatMap(({ submissions }) => submissions));
      const decided = all.filter(({ result, decidedAt }) => result !== "WAITING" && isIn(decidedAt, span));
      const waiting = all.filter(({ result }) => result === "WAITING");
      const limit = (at: number) => endOfWorkingDayAfter(at, RULES.milestoneReviewWorkingDays);
      const late = [
        ...decided.filter(({ at, decidedAt }) => decidedAt > limit(at)),
        ...waiting.filter(({ at }) => now > limit(at)),
      ];
      const seconds = decided.map(({ at, decidedAt }) => decidedAt - at);
      return [
        ["*", "REVIEWS", String(decided.length)],
        ["*", "REVIEWS_LATE", String(late.length)],
        ["*", "P50_REVIEW_DAYS", days(seconds, 50)],
        ["*", "P90_REVIEW_DAYS", days(seconds, 90)],
      ];
    },
  ),
  "figures: evidence": table(
    "evidence",
    ["ANCHORS", "ANCHORED_ITEMS", "ATTESTED_SHARE", "DISPUTED", "SUPERSEDED"],
    ({ evidence }, span) => {
      const anchors = evidence.anchors.filter(({ at }) => isIn(at, span));
      const attested = anchors.filter(({ attestations }) => attestations.length > 0).length;
      return [
        ["*", "ANCHORS", String(anchors.length)],
        ["*", "ANCHORED_ITEMS", String(anchors.reduce((sum, { items: count }) => sum + count, 0))],
        ["*", "ATTESTED_SHARE", share(attested, anchors.length)],
        ["*", "DISPUTED", String(anchors.filter(({ disputes }) => disputes.length > 0).length)],
        ["*", "SUPERSEDED", String(anchors.filter(({ superseded }) => superseded).length)],
      ];
    },
  ),
  "figures: evidence by kind": table("evidence-by-kind", ["ANCHORS"], ({ evidence }, span) =>
    counts(
      evidence.anchors.filter(({ at }) => isIn(at, span)).map(({ kind }) => `kind=${EVIDENCE_KINDS[kind]}`),
      "ANCHORS",
    ),
  ),
  "figures: supervision": table("supervision", supervisionMetrics(), supervision),
  "figures: penalties": table("penalties", ["PENALTIES_OF_KIND"], ({ supervision: { cases } }, span) =>
    counts(
      cases
        .flatMap(({ penalties }) => penalties)
        .filter(({ decidedAt }) => decidedAt > 0 && isIn(decidedAt, span))
        .map(() => "kind=FINE"),
      "PENALTIES_OF_KIND",
    ),
  ),
  "figures: levels of risk": table("risk", ["RATED"], (paper, _, now) =>
    counts(
      paper.pilots.all
        .filter((one) => paper.pilots.runs(one))
        .map(({ code }) => `level=${RISK_LEVELS[ratedLevel(paper, code, now)]}`),
      "RATED",
    ),
  ),
  "figures: moves of risk": table("risk-moves", ["RISK_MOVES"], (paper, { from }, now) =>
    counts(
      paper.pilots.all
        .filter((one) => paper.pilots.runs(one))
        .map(({ code }) => {
          const before = ratedLevel(
            paper.upTo(({ time }) => time < from),
            code,
            from,
          );
          return `level=${RISK_LEVELS[before]};toLevel=${RISK_LEVELS[ratedLevel(paper, code, now)]}`;
        }),
      "RISK_MOVES",
    ),
  ),
};

/** What happened in each month, quarter or year of a span. */
function byPeriod(dimension: "month" | "quarter" | "year", periodOf: (at: number) => string): Questioner {
  return table(
    "by-period",
    ["NEW_APPLIED", "FINDINGS", "ANCHORS"],
    ({ pilots, supervision, evidence }, span) => {
      const applied = pilots.all.map(({ appliedAt }) => appliedAt);
      const found = supervision.cases.flatMap(({ findings }) => findings.map(({ at }) => at));
      const anchored = evidence.anchors.map(({ at }) => at);
      const of = (times: readonly number[], period: string) =>
        String(times.filter((at) => isIn(at, span) && periodOf(at) === period).length);
      return [...new Set([...applied, ...found, ...anchored].filter((at) => isIn(at, span)).map(periodOf))]
        .toSorted()
        .flatMap((period): Row[] => [
          [`${dimension}=${period}`, "NEW_APPLIED", of(applied, period)],
          [`${dimension}=${period}`, "FINDINGS", of(found, period)],
          [`${dimension}=${period}`, "ANCHORS", of(anchored, period)],
        ]);
    },
    { isWhole: false, query: `&by=${dimension}` },
  );
}
