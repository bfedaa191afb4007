import type { Paper } from "../paper/paper.ts";
import type { PaperPilot } from "../paper/pilot-book.ts";
import { DAY, hasOverdueOrder, standing } from "../paper/standing.ts";
import { share } from "../question.ts";

/*
 * How figures are counted on paper.
 */

/** The steps of the funnel: their names in the figures, and what a pilot comes into by them. */
const STEPS = [
  ["APPLIED", "APPLIED"],
  ["ADMITTED", "UNDER_REVIEW"],
  ["APPROVED", "APPROVED"],
  ["STARTED", "ACTIVE"],
  ["SOLUTION", "SOLUTION"],
  ["ACCEPTED", "ACCEPTED"],
  ["SHOWCASE", "SHOWCASE"],
] as const;

export interface Span {
  readonly from: number;
  readonly to: number;
}

export type Row = readonly [cell: string, metric: string, value: string | null];

export function isIn(at: number, { from, to }: Span): boolean {
  return at >= from && at < to;
}

export function monthOf(at: number): string {
  return new Date((at + 8 * 3_600) * 1_000).toISOString().slice(0, 7);
}

/** The cells of a region in a table by region: the region, its city and its province, and its own level where it is one of those. */
export function levelsOf(region: string): string[] {
  const [city, province] = [`${region.slice(0, 4)}00`, `${region.slice(0, 2)}0000`];
  const own = region === city || region === province ? [`own=${region}`] : [];
  return [...[...new Set([region, city, province])].map((level) => `region=${level}`), ...own];
}

/** How often each cell is there, in the order of the cells. */
export function counts(cells: readonly string[], metric: string): Row[] {
  const found = [...new Set(cells)].toSorted();
  return found.map((cell) => [cell, metric, String(cells.filter((one) => one === cell).length)]);
}

/** The nearest rank of some seconds, in days. */
export function days(seconds: readonly number[], percent: number): string | null {
  const sorted = seconds.toSorted((one, other) => one - other);
  const value = sorted[Math.max(0, Math.ceil((sorted.length * percent) / 100) - 1)];
  return value === undefined ? null : String(Math.floor(value / DAY + 0.5));
}

export function overview(cell: string, { pilots: book }: Paper, pilots: readonly PaperPilot[], span: Span): Row[] {
  const first = (name: string) =>
    pilots.filter(({ steps }) => isIn(steps.find((step) => step.name === name)?.at ?? -1, span)).length;
  return [
    [cell, "PILOTS", String(pilots.length)],
    [cell, "IN_PROGRESS", String(pilots.filter((pilot) => book.runs(pilot)).length)],
    [cell, "NEW_APPLIED", String(first("APPLIED"))],
    [cell, "NEW_APPROVED", String(first("APPROVED"))],
    [cell, "NEW_ACCEPTED", String(first("ACCEPTED"))],
    [cell, "NEW_TERMINATED", String(first("TERMINATED"))],
    [cell, "BUDGET", String(pilots.reduce((sum, { budget }) => sum + budget, 0n))],
    [cell, "LEADS", String(new Set(pilots.map(({ lead }) => lead)).size)],
  ];
}

export function funnelMetrics(): string[] {
  return STEPS.flatMap(([step]) =>
    step === "APPLIED"
      ? ["COHORT_APPLIED"]
      : [`COHORT_${step}`, `CONVERSION_${step}`, `P50_DAYS_TO_${step}`, `P90_DAYS_TO_${step}`],
  );
}

export function funnel(pilots: readonly PaperPilot[], span: Span): Row[] {
  const cohort = pilots.filter(({ appliedAt }) => isIn(appliedAt, span));
  const taken = cohort.map(({ steps }) => STEPS.map(([, name]) => steps.find((step) => step.name === name)?.at));
  return STEPS.flatMap(([step], index): Row[] => {
    const reached = taken.filter((times) => times[index] !== undefined).length;
    if (index === 0) return [["*", "COHORT_APPLIED", String(reached)]];
    const seconds = taken.flatMap((times) => {
      const [at, before] = [times[index], times.slice(0, index).findLast((one) => one !== undefined)];
      return at === undefined || before === undefined ? [] : [Math.max(0, at - before)];
    });
    return [
      ["*", `COHORT_${step}`, String(reached)],
      ["*", `CONVERSION_${step}`, share(reached, cohort.length)],
      ["*", `P50_DAYS_TO_${step}`, days(seconds, 50)],
      ["*", `P90_DAYS_TO_${step}`, days(seconds, 90)],
    ];
  });
}

export function timeliness(cell: string, paper: Paper, pilots: readonly PaperPilot[], span: Span, now: number): Row[] {
  const all = pilots.flatMap((pilot) =>
    pilot.plan.map((one) => ({ ...one, status: standing(paper, pilot, one, now) })),
  );
  const counted = all.filter(({ status }) => status !== "NOT_RUNNING" && status !== "WAIVED");
  const due = counted.filter(({ dueAt }) => isIn(dueAt, span) && dueAt <= now);
  const onTime = due.filter(({ status }) => status === "ON_TIME").length;
  const originally = counted.filter(({ originalDueAt }) => isIn(originalDueAt, span) && originalDueAt <= now);
  const inOriginalTime = originally.filter(({ status, submissions, originalDueAt }) => {
    return (status === "ON_TIME" || status === "LATE") && (submissions.at(-1)?.at ?? 0) <= originalDueAt;
  });
  const granted = all
    .flatMap(({ extensions }) => extensions)
    .filter(({ result, decidedAt }) => result === "GRANTED" && isIn(decidedAt, span));
  return [
    [cell, "DUE", String(due.length)],
    [cell, "ON_TIME", String(onTime)],
    [cell, "ON_TIME_RATE", share(onTime, due.length)],
    [cell, "DUE_ORIGINALLY", String(originally.length)],
    [cell, "ON_TIME_ORIGINALLY", String(inOriginalTime.length)],
    [cell, "OVERDUE", String(all.filter(({ status }) => status === "OVERDUE").length)],
    [cell, "EXTENSIONS", String(granted.length)],
  ];
}

export function supervisionMetrics(): string[] {
  return [
    ...["INSPECTIONS", "INSPECTED", "COVERAGE", "COMPLAINTS", "INCIDENTS", "CASES", "CASES_OPEN", "FINDINGS", "ORDERS"],
    ...["RECTIFICATION_RATE", "P50_RECTIFICATION_DAYS", "ORDERS_OVERDUE", "PENALTIES", "FINES"],
    ...["FILING_REQUIRED", "FILING_RATE"],
  ];
}

export function supervision({ supervision: book, pilots }: Paper, span: Span, now: number): Row[] {
  const { cases, inspections, complaints, incidents, filings } = book;
  const orders = cases.flatMap((dossier) => dossier.orders).filter(({ orderedAt }) => isIn(orderedAt, span));
  const decided = cases
    .flatMap((dossier) => dossier.penalties)
    .filter(({ decidedAt }) => decidedAt > 0 && isIn(decidedAt, span));
  const inspected = new Set(inspections.filter(({ at }) => isIn(at, span)).map(({ pilot }) => pilot));
  const fines = decided.filter(({ withdrawn }) => !withdrawn).reduce((sum, { fine }) => sum + fine, 0n);
  const passed = orders.flatMap(({ orderedAt, passedAt }) => (passedAt === null ? [] : [passedAt - orderedAt]));
  const running = pilots.all.filter((pilot) => pilots.runs(pilot));
  const needing = running.filter(({ needsFiling }) => needsFiling);
  const filed = needing.filter(({ code }) =>
    filings.some(({ pilot, state }) => pilot === code && ["FILED", "CHECK_DUE"].includes(state)),
  );
  const figures: [string, number | bigint | string | null][] = [
    ["INSPECTIONS", inspections.filter(({ at }) => isIn(at, span)).length],
    ["INSPECTED", inspected.size],
    ["COVERAGE", share(inspected.size, running.length)],
    ["COMPLAINTS", complaints.filter(({ at }) => isIn(at, span)).length],
    ["INCIDENTS", incidents.filter(({ at }) => isIn(at, span)).length],
    ["CASES", cases.filter(({ openedAt }) => isIn(openedAt, span)).length],
    ["CASES_OPEN", cases.filter(({ state }) => state !== "CLOSED").length],
    ["FINDINGS", cases.flatMap(({ findings }) => findings).filter(({ at }) => isIn(at, span)).length],
    ["ORDERS", orders.length],
    ["RECTIFICATION_RATE", share(passed.length, orders.length)],
    ["P50_RECTIFICATION_DAYS", days(passed, 50)],
    ["ORDERS_OVERDUE", cases.filter((dossier) => hasOverdueOrder(dossier, now)).length],
    ["PENALTIES", decided.length],
    ["FINES", fines],
    ["FILING_REQUIRED", needing.length],
    ["FILING_RATE", share(filed.length, needing.length)],
  ];
  return figures.map(([metric, value]) => ["*", metric, value === null ? null : String(value)] as const);
}
