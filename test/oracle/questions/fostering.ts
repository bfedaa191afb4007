import { LEADS, REGIONS } from "../../support/random-ledger.ts";
import { PERIODS, POOLS } from "../../support/random-statistics.ts";
import { DAY } from "../paper/standing.ts";
import { byCode, byText, covers, items, listOf, oneOf, type Questioner } from "../question.ts";
import { endOfPeriod, startOfPeriod } from "./periods.ts";

/** The questions of evaluations, guidance visits and enterprise pools. */
export const FOSTERING_QUESTIONS: Readonly<Record<string, Questioner>> = {
  evaluations: (draw) => {
    const kind = draw.one(["CITY_ON_SITE", "COUNTY_COMPREHENSIVE", "BASE_ANNUAL"]);
    return {
      path: `/v1/evaluations?kind=${kind}&sort=-total`,
      expected: ({ statistics }) => {
        const all = statistics.evaluations.filter(({ code }) => code.startsWith(kind));
        return all
          .toSorted((one, other) => (other.total ?? -1) - (one.total ?? -1) || (one.code < other.code ? -1 : 1))
          .map(({ code, state, total, sheets, materials }) => {
            const better = all.filter((other) => other.total !== null && total !== null && other.total > total);
            return [code, state, total, total === null ? null : better.length + 1, sheets.length, materials];
          });
      },
      read: items(({ code, state, total, rank, sheets, materials }) => [code, state, total, rank, sheets, materials]),
    };
  },
  "an evaluation": (draw, { statistics }) => {
    const code = oneOf(
      draw,
      statistics.evaluations.map((one) => one.code),
      "CITY_ON_SITE-2019-330100-99",
    );
    return {
      path: `/v1/evaluations/${code}`,
      expected: ({ statistics: known }) => {
        const evaluation = known.evaluations.find((one) => one.code === code);
        if (evaluation === undefined) return "RECORD_NOT_FOUND";
        const { organisation, state, sheets, total } = evaluation;
        const points = [0, 1].map((index) => mean(sheets.map((sheet) => sheet.points[index] ?? 0)));
        const recomputed = mean(sheets.map((sheet) => sheet.points.reduce((sum, one) => sum + one, 0)));
        return [organisation, state, points, recomputed, total === null ? null : recomputed === total];
      },
      read: ({ evaluation }) => [
        evaluation?.organisation,
        evaluation?.state,
        listOf(evaluation?.criteria).map(({ points }) => points),
        evaluation?.check?.recomputed,
        evaluation?.check?.matches,
      ],
    };
  },
  "guidance visits": (draw) => {
    const [region, contact] = [draw.one(REGIONS), draw.one(LEADS)];
    return {
      path: `/v1/guidance-visits?region=${region}&contact=${contact}`,
      expected: ({ statistics }) =>
        statistics.visits
          .filter((visit) => covers(region, visit.region) && visit.contact === contact)
          .toSorted(byText(({ region: of }) => of))
          .map(({ region: of, visitedAt }) => [of, visitedAt]),
      read: items(({ region: of, visitedAt }) => [of, visitedAt]),
    };
  },
  "regions without a visit": (draw) => {
    const period = draw.one(PERIODS);
    return {
      path: `/v1/guidance-visits/missing?period=${period}`,
      expected: ({ registers, statistics }) =>
        registers.regions
          .filter((region) => !region.endsWith("00"))
          .toSorted()
          .flatMap((region) => {
            const own = statistics.visits.filter((visit) => visit.region === region);
            const before = own.map(({ visitedAt }) => visitedAt).filter((at) => at < endOfPeriod(period));
            const last = before.length === 0 ? null : Math.max(...before);
            return last !== null && last >= startOfPeriod(period) ? [] : [[region, last]];
          }),
      read: items(({ region, lastVisitedAt }) => [region, lastVisitedAt]),
    };
  },
  pools: (draw) => {
    const from = 1_554_048_000 + draw.number(300) * DAY;
    return {
      path: `/v1/pools?from=${from}`,
      expected: ({ statistics }) =>
        statistics.pools.toSorted(byCode).map(({ code }) => {
          const own = statistics.members.filter(({ pool }) => pool === code);
          const moves = own.flatMap((member) => member.moves).filter(({ at }) => at >= from);
          return [code, counted(own.map((one) => one.moves.at(-1)?.state)), counted(moves.map(({ state }) => state))];
        }),
      read: items(({ code, members, movements }) => [code, members, movements]),
    };
  },
  "members of pools": (draw) => {
    const [pool, runs] = [draw.one(POOLS), draw.number(2) === 0];
    return {
      path: `/v1/pools/members?pool=${pool}&runsPilots=${runs}`,
      expected: ({ statistics, pilots }) =>
        statistics.members
          .filter((member) => member.pool === pool)
          .map(({ enterprise, moves }) => {
            const running = pilots.all.filter(
              (pilot) =>
                pilots.runs(pilot) &&
                (pilot.lead === enterprise ||
                  pilot.parties.some((one) => one.organisation === enterprise && one.leftAt === null)),
            );
            return { enterprise, moves, running: running.length };
          })
          .filter(({ running }) => runs === running > 0)
          .toSorted(byText(({ enterprise }) => enterprise))
          .map(({ enterprise, moves, running }) => [enterprise, moves.map(({ state, at }) => [state, at]), running]),
      read: items(({ enterprise, moves, runningPilots }) => [
        enterprise,
        listOf(moves).map(({ state, at }) => [state, at]),
        runningPilots,
      ]),
    };
  },
};

function counted(states: readonly (string | undefined)[]) {
  const count = (state: string) => states.filter((one) => one === state).length;
  const [nominated, inPool] = [count("NOMINATED"), count("IN_POOL")];
  return { NOMINATED: nominated, IN_POOL: inPool, GRADUATED: count("GRADUATED"), REMOVED: count("REMOVED") };
}

function mean(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  return Math.floor(values.reduce((sum, value) => sum + value, 0) / values.length + 0.5);
}
