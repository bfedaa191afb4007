import { FIELDS } from "../../support/random-ledger.ts";
import type { Paper } from "../paper/paper.ts";
import { standing } from "../paper/standing.ts";
import { byCode, type Item, items, listOf, placeOf, type Questioner } from "../question.ts";
import { endOfPeriod, startOfPeriod } from "./periods.ts";

/** How figures grow, and what is behind them. */
export const GROWTH_QUESTIONS: Readonly<Record<string, Questioner>> = {
  overview: () => ({
    path: "/v1/stats/overview",
    expected: (paper, now) => {
      const { pilots, registers, evidence } = paper;
      const { all } = pilots;
      const stands = all.flatMap((pilot) => pilot.plan.map((one) => standing(paper, pilot, one, now)));
      return [
        all.length,
        counted(all.map(({ state }) => state)),
        counted(all.map(({ stage }) => stage)),
        counted(all.map(({ field }) => field)),
        counted(all.map(({ programmeKind }) => programmeKind)),
        counted(all.map(({ region }) => region).filter((region) => region.endsWith("00"))),
        [stands.length, counted(stands)],
        String(all.reduce((sum, { budget }) => sum + budget, 0n)),
        [registers.organisations.length, new Set(all.map(({ lead }) => lead)).size],
        // The paper keeps the digests of evidence and of its manifests alone.
        counted(evidence.named.map(({ use }) => use)).EVIDENCE ?? 0,
      ];
    },
    read: ({ overview }) => [
      overview?.pilots?.cumulative?.count,
      figuresOf(overview?.pilots?.byState),
      figuresOf(overview?.pilots?.byStage),
      figuresOf(overview?.pilots?.byField),
      figuresOf(overview?.pilots?.byProgrammeKind),
      ownOf(overview?.pilots?.byRegion),
      [overview?.milestones?.total?.count, figuresOf(overview?.milestones?.byTimeliness)],
      overview?.budget?.fen,
      [overview?.organisations?.registered?.count, overview?.organisations?.leading?.count],
      figuresOf(overview?.evidence?.byUse).EVIDENCE ?? 0,
    ],
  }),
  growth: (draw) => {
    const [period, before, yearBefore] = draw.one([
      ["2019-05", "2019-04", "2018-05"],
      ["2019Q3", "2019Q2", "2018Q3"],
      ["2020Q2", "2020Q1", "2019Q2"],
      ["2020", "2019", "2019"],
    ] as const);
    return {
      path: `/v1/stats/growth?period=${period}`,
      expected: (paper) =>
        GROWTH.map(([metric, happened]) => {
          const all = happened(paper);
          const sum = (one: string, isCounted = (_: Happened) => true) =>
            all
              .filter(({ at }) => at >= startOfPeriod(one) && at < endOfPeriod(one))
              .filter(isCounted)
              .reduce((total, { amount }) => total + amount, 0);
          const sameScope = (base: string) => {
            const used = [period, base].map((one) => inUse(paper, one));
            const isCommon = ({ pilot }: Happened) =>
              used.every(({ fields, regions }) => {
                const { field, region } = placeOf(pilot);
                return fields.includes(field) && regions.includes(region);
              });
            return grown(sum(period, isCommon), sum(base, isCommon));
          };
          const [value, previous, earlier] = [sum(period), sum(before), sum(yearBefore)];
          const compared = [grown(value, previous), grown(value, earlier), sameScope(before), sameScope(yearBefore)];
          return [metric, String(value), String(previous), ...compared];
        }),
      read: ({ growth }) =>
        listOf(growth?.figures).map((figure) => [
          figure.metric,
          figure.value,
          figure.previous,
          figure.overPrevious,
          figure.overYearBefore,
          figure.sameScopeOverPrevious,
          figure.sameScopeOverYearBefore,
        ]),
    };
  },
  "what is behind a figure": (draw) => {
    const [metric, field] = [draw.one(["PILOTS", "FINDINGS", "ANCHORS", "INSPECTIONS", "OVERDUE"]), draw.one(FIELDS)];
    return {
      path: `/v1/stats/drilldown?metric=${metric}&cell=field=${field}`,
      expected: (paper, now) => behind(paper, metric, field, now).toSorted(),
      read: (body) => (items(({ subject }) => String(subject))(body) as string[]).toSorted(),
    };
  },
};

/** The fields and regions that were in use at the end of a period. */
function inUse(paper: Paper, period: string) {
  const { registers } = paper.upTo(({ time }) => time < endOfPeriod(period));
  return { fields: registers.fields, regions: registers.regions };
}

interface Happened {
  readonly pilot: string;
  readonly at: number;
  readonly amount: number;
}

/** What growth is told of, and when it happened. */
const GROWTH: readonly (readonly [metric: string, happened: (paper: Paper) => Happened[]])[] = [
  ["NEW_APPLIED", (paper) => firsts(paper, "APPLIED")],
  ["NEW_APPROVED", (paper) => firsts(paper, "APPROVED")],
  ["NEW_STARTED", (paper) => firsts(paper, "ACTIVE")],
  ["NEW_ACCEPTED", (paper) => firsts(paper, "ACCEPTED")],
  ["ANCHORED_ITEMS", ({ evidence }) => evidence.anchors.map(({ pilot, at, items: amount }) => ({ pilot, at, amount }))],
  ["INSPECTIONS", ({ supervision: { inspections } }) => inspections.map(({ pilot, at }) => once(pilot, at))],
  [
    "FINDINGS",
    ({ supervision: { cases } }) => cases.flatMap(({ pilot, findings }) => findings.map(({ at }) => once(pilot, at))),
  ],
  [
    "PENALTIES",
    ({ supervision: { cases } }) =>
      cases
        .flatMap(({ pilot, penalties }) => penalties.map(({ decidedAt }) => once(pilot, decidedAt)))
        .filter(({ at }) => at > 0),
  ],
];

function once(pilot: string, at: number): Happened {
  return { pilot, at, amount: 1 };
}

function firsts({ pilots }: Paper, name: string): Happened[] {
  return pilots.all.flatMap(({ code, steps }) => {
    const at = steps.find((step) => step.name === name)?.at;
    return at === undefined ? [] : [once(code, at)];
  });
}

function grown(value: number, base: number): string | null {
  return base === 0 ? null : String(Math.floor(((value - base) * 10_000) / base + 0.5));
}

/** The subjects of the facts behind a figure of a field. */
function behind(paper: Paper, metric: string, field: string, now: number): string[] {
  const { pilots, supervision: book, evidence } = paper;
  const isOf = ({ pilot }: { readonly pilot: string }) => placeOf(pilot).field === field;
  if (metric === "PILOTS") return pilots.all.filter((pilot) => pilot.field === field).map(({ code }) => code);
  if (metric === "FINDINGS") return book.cases.filter(isOf).flatMap(({ code, findings }) => findings.map(() => code));
  if (metric === "ANCHORS") return evidence.anchors.filter(isOf).map(({ digest }) => digest);
  if (metric === "INSPECTIONS") return book.inspections.filter(isOf).map(({ code }) => code);
  return pilots.all
    .filter((pilot) => pilot.field === field)
    .toSorted(byCode)
    .flatMap((pilot) =>
      pilot.plan
        .filter((one) => standing(paper, pilot, one, now) === "OVERDUE")
        .map(({ number }) => `${pilot.code}/M${number}`),
    );
}

/** How often each is there. */
function counted(codes: readonly string[]): Readonly<Record<string, number>> {
  return Object.fromEntries([...Map.groupBy(codes, (code) => code)].map(([code, same]) => [code, same.length]));
}

/** The figures of a breakdown that are not nothing, by their codes. */
function figuresOf(breakdown: Item | undefined): Readonly<Record<string, number>> {
  const figures = listOf(breakdown).map(({ code, count }): [string, number] => [String(code), Number(count)]);
  return Object.fromEntries(figures.filter(([, count]) => count > 0));
}

/** What is registered at the own level of provinces and cities. */
function ownOf(byRegion: Item | undefined): Readonly<Record<string, number>> {
  const regions = [...listOf(byRegion?.provinces), ...listOf(byRegion?.cities)];
  const own = regions.map(({ code, own: count }): [string, number] => [String(code), Number(count)]);
  return Object.fromEntries(own.filter(([, count]) => count > 0));
}
