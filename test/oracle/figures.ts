import type { Draw } from "../../scripts/campaign/draw.ts";
import { RISK_LEVELS } from "../../server/ledger/codes/supervision.ts";
import { FIELDS } from "../support/random-ledger.ts";
import { DAY, START } from "../support/synthetic-ledger.ts";
import type { Paper, PaperPilot } from "./model.ts";
import { begunDays, hasOverdueOrder, ratedLevel, standing } from "./standing.ts";

/*
 * The figures of the bulletin, counted on paper. A period that has not ended is counted as far as the paper goes.
 */

/** A table of the statistics with its figures by the paper: cell, metric and value. */
export interface OracleTable {
  readonly path: string;
  /** Which of the table's figures are compared. */
  readonly metrics: readonly string[];
  readonly expected: (
    paper: Paper,
    now: number,
  ) => readonly (readonly [cell: string, metric: string, value: string | null])[];
}

const share = (part: number, whole: number) => (whole === 0 ? null : String(Math.floor((part * 10_000) / whole + 0.5)));

/** The tables of the oracle; a new one joins as a line. */
export const FIGURES: Readonly<Record<string, (draw: Draw) => OracleTable>> = {
  overview: (draw) => {
    const span = spanOf(draw);
    return {
      path: `/v1/stats/tables/overview?from=${span.from}&to=${span.to}`,
      metrics: ["PILOTS", "IN_PROGRESS", "NEW_APPLIED", "NEW_APPROVED", "NEW_TERMINATED", "BUDGET", "LEADS"],
      expected: (paper) => overview("*", paper, paper.pilots, span),
    };
  },
  "by field": (draw) => {
    const span = spanOf(draw);
    return {
      path: `/v1/stats/tables/by-field?from=${span.from}&to=${span.to}`,
      metrics: ["PILOTS", "IN_PROGRESS", "NEW_APPLIED", "NEW_APPROVED", "NEW_TERMINATED", "BUDGET"],
      expected: (paper) =>
        FIELDS.toSorted().flatMap((field) => {
          const pilots = paper.pilots.filter((pilot) => pilot.field === field);
          const figures = overview(`field=${field}`, paper, pilots, span).filter(([, metric]) => metric !== "LEADS");
          return pilots.length === 0 ? [] : figures;
        }),
    };
  },
  "by region": () => ({
    path: "/v1/stats/tables/by-region",
    metrics: ["PILOTS"],
    expected: ({ pilots }) => {
      const cells = new Map<string, number>();
      const count = (cell: string) => cells.set(cell, (cells.get(cell) ?? 0) + 1);
      for (const { region } of pilots) {
        const [city, province] = [`${region.slice(0, 4)}00`, `${region.slice(0, 2)}0000`];
        for (const level of new Set([region, city, province])) count(`region=${level}`);
        if (region === city || region === province) count(`own=${region}`);
      }
      return [...cells].toSorted().map(([cell, number]) => [cell, "PILOTS", String(number)]);
    },
  }),
  funnel: () => ({
    path: "/v1/stats/tables/funnel",
    metrics: ["COHORT_APPLIED", "COHORT_ADMITTED", "COHORT_STARTED", "CONVERSION_STARTED"],
    expected: ({ pilots }) => {
      const reached = (name: string) => pilots.filter(({ steps }) => steps.some((step) => step.name === name)).length;
      return [
        ["*", "COHORT_APPLIED", String(pilots.length)],
        ["*", "COHORT_ADMITTED", String(reached("UNDER_REVIEW"))],
        ["*", "COHORT_STARTED", String(reached("ACTIVE"))],
        ["*", "CONVERSION_STARTED", share(reached("ACTIVE"), pilots.length)],
      ];
    },
  }),
  timeliness: (draw) => {
    const span = spanOf(draw);
    return {
      path: `/v1/stats/tables/timeliness?from=${span.from}&to=${span.to}`,
      metrics: ["DUE", "ON_TIME", "ON_TIME_RATE"],
      expected: (paper, now) => {
        const due = paper.pilots.flatMap((pilot) =>
          pilot.plan
            .map((one) => ({ dueAt: one.dueAt, status: standing(paper, pilot, one, now) }))
            .filter(
              ({ dueAt, status }) => status !== "NOT_RUNNING" && dueAt >= span.from && dueAt < span.to && dueAt <= now,
            ),
        );
        const onTime = due.filter(({ status }) => status === "ON_TIME").length;
        return [
          ["*", "DUE", String(due.length)],
          ["*", "ON_TIME", String(onTime)],
          ["*", "ON_TIME_RATE", share(onTime, due.length)],
        ];
      },
    };
  },
  overdue: () => ({
    path: "/v1/stats/tables/overdue",
    metrics: ["OVERDUE"],
    expected: (paper, now) => {
      const bands = new Map<string, number>();
      for (const pilot of paper.pilots) {
        for (const one of pilot.plan) {
          if (standing(paper, pilot, one, now) !== "OVERDUE") continue;
          const days = begunDays(one.dueAt, now);
          const band = days > 60 ? ">60" : days > 30 ? "31-60" : days > 15 ? "16-30" : "1-15";
          bands.set(`band=${band}`, (bands.get(`band=${band}`) ?? 0) + 1);
        }
      }
      return [...bands].toSorted().map(([cell, count]) => [cell, "OVERDUE", String(count)]);
    },
  }),
  supervision: (draw) => {
    const span = spanOf(draw);
    const isIn = (at: number) => at >= span.from && at < span.to;
    return {
      path: `/v1/stats/tables/supervision?from=${span.from}&to=${span.to}`,
      metrics: [
        "INSPECTIONS",
        "INSPECTED",
        "COMPLAINTS",
        "INCIDENTS",
        "CASES",
        "CASES_OPEN",
        "FINDINGS",
        "ORDERS",
        "RECTIFICATION_RATE",
        "ORDERS_OVERDUE",
        "PENALTIES",
        "FINES",
      ],
      expected: ({ cases, inspections, complaints, incidents }, now) => {
        const orders = cases.flatMap((dossier) => dossier.orders).filter(({ orderedAt }) => isIn(orderedAt));
        const penalties = cases
          .flatMap((dossier) => dossier.penalties)
          .filter(({ decidedAt }) => decidedAt > 0 && isIn(decidedAt));
        const inspected = inspections.filter(({ at }) => isIn(at));
        const fines = penalties.filter(({ withdrawn }) => !withdrawn).reduce((sum, { fine }) => sum + fine, 0n);
        const figures: [string, number | bigint | string | null][] = [
          ["INSPECTIONS", inspected.length],
          ["INSPECTED", new Set(inspected.map(({ pilot }) => pilot)).size],
          ["COMPLAINTS", complaints.filter(({ at }) => isIn(at)).length],
          ["INCIDENTS", incidents.filter(({ at }) => isIn(at)).length],
          ["CASES", cases.filter(({ openedAt }) => isIn(openedAt)).length],
          ["CASES_OPEN", cases.filter(({ state }) => state !== "CLOSED").length],
          ["FINDINGS", cases.flatMap(({ findings }) => findings).filter(({ at }) => isIn(at)).length],
          ["ORDERS", orders.length],
          ["RECTIFICATION_RATE", share(orders.filter(({ passedAt }) => passedAt !== null).length, orders.length)],
          ["ORDERS_OVERDUE", cases.filter((dossier) => hasOverdueOrder(dossier, now)).length],
          ["PENALTIES", penalties.length],
          ["FINES", fines],
        ];
        return figures.map(([metric, value]) => ["*", metric, value === null ? null : String(value)] as const);
      },
    };
  },
  "levels of risk": () => ({
    path: "/v1/stats/tables/risk",
    metrics: ["RATED"],
    expected: (paper, now) => {
      const levels = new Map<string, number>();
      for (const pilot of paper.pilots.filter((one) => paper.runs(one))) {
        const cell = `level=${RISK_LEVELS[ratedLevel(paper, pilot.code, now)]}`;
        levels.set(cell, (levels.get(cell) ?? 0) + 1);
      }
      return [...levels].toSorted().map(([cell, count]) => [cell, "RATED", String(count)]);
    },
  }),
};

/** A span that begins somewhere and ends after everything, so that what stands is counted as of the paper's end. */
function spanOf(draw: Draw): { readonly from: number; readonly to: number } {
  return { from: START + draw.number(200) * DAY, to: START + 10_000 * DAY };
}

function overview(
  cell: string,
  paper: Paper,
  pilots: readonly PaperPilot[],
  { from, to }: { readonly from: number; readonly to: number },
): [string, string, string][] {
  const first = (name: string) =>
    pilots.filter(({ steps }) => {
      const at = steps.find((step) => step.name === name)?.at ?? -1;
      return at >= from && at < to;
    }).length;
  return [
    [cell, "PILOTS", String(pilots.length)],
    [cell, "IN_PROGRESS", String(pilots.filter((pilot) => paper.runs(pilot)).length)],
    [cell, "NEW_APPLIED", String(first("APPLIED"))],
    [cell, "NEW_APPROVED", String(first("APPROVED"))],
    [cell, "NEW_TERMINATED", String(first("TERMINATED"))],
    [cell, "BUDGET", String(pilots.reduce((sum, { budget }) => sum + budget, 0n))],
    [cell, "LEADS", String(new Set(pilots.map(({ lead }) => lead)).size)],
  ];
}
