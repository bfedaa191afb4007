import { createHash } from "node:crypto";
import { RULES } from "../../../server/ledger/rules/rules.ts";
import { endOfWorkingDayAfter } from "../../../server/ledger/rules/working-days.ts";
import { LEADS, REGIONS } from "../../support/random-ledger.ts";
import { PERIODS, POOLS } from "../../support/random-statistics.ts";
import type { Paper } from "../paper/paper.ts";
import { begunDays, DAY } from "../paper/standing.ts";
import type { PaperBulletin, PaperFigure } from "../paper/statistics-book.ts";
import { byCode, byText, covers, type Item, items, listOf, oneOf, type Questioner, share } from "../question.ts";

const figureCode = ({ indicator, region, period }: PaperFigure) => `${indicator}-${region}-${period}`;

/** The questions of indicators, bulletins, evaluations, visits and pools. */
export const STATISTICS_QUESTIONS: Readonly<Record<string, Questioner>> = {
  indicators: () => ({
    path: "/v1/indicators",
    expected: ({ statistics }) => statistics.indicators.toSorted(byCode).map(({ code, scale }) => [code, scale]),
    read: items(({ code, scale }) => [code, scale]),
  }),
  "an indicator's figures": (draw) => {
    const [indicator, period] = [draw.one(["IND_REV", "SW_REV", "TEL_REV", "BCAST_REV"]), draw.one(PERIODS)];
    return {
      path: `/v1/indicators/${indicator}/figures?period=${period}`,
      expected: ({ statistics }) => {
        if (statistics.indicators.every(({ code }) => code !== `${indicator}-1`)) return "RECORD_NOT_FOUND";
        return statistics.figures
          .filter((figure) => figure.indicator === `${indicator}-1` && figure.period === period)
          .toSorted(byText(figureCode))
          .map(figureSeen);
      },
      read: items(figureRead),
    };
  },
  attainment: (draw) => {
    const [region, met] = [draw.one(REGIONS), draw.number(2) === 0];
    return {
      path: `/v1/indicators/attainment?region=${region}&met=${met}`,
      expected: ({ statistics }) =>
        statistics.figures
          .filter((figure) => covers(region, figure.region))
          .filter(({ targets, reports }) => targets.length > 0 && reports.length > 0)
          .filter(({ targets, reports }) => met === (reports.at(-1)?.value ?? 0n) >= (targets.at(-1)?.value ?? 0n))
          .toSorted(byText(figureCode))
          .map(figureSeen),
      read: items(figureRead),
    };
  },
  "late reporters": (draw) => {
    const missing = draw.number(2) === 0;
    return {
      path: `/v1/indicators/late-reporters${missing ? "?missing=true" : ""}`,
      expected: ({ statistics }, now) =>
        statistics.figures
          .filter(({ targets, reports }) => targets.length > 0 && !(missing && reports.length > 0))
          .toSorted(byText(figureCode))
          .flatMap((figure) => {
            const limit = endOfWorkingDayAfter(endOfPeriod(figure.period) - 1, RULES.reportingWorkingDays);
            const at = figure.reports[0]?.at ?? null;
            const until = at ?? now;
            return until > limit ? [[figureCode(figure), begunDays(limit, until), at]] : [];
          }),
      read: items(({ code, daysLate, reportedAt }) => [code, daysLate, reportedAt]),
    };
  },
  corrections: (draw, { statistics }) => {
    const published = statistics.bulletins.flatMap(({ code, publishedAt }) => (publishedAt === null ? [] : [code]));
    const since = oneOf(draw, published, "BUL-2018-330000-1");
    return {
      path: `/v1/indicators/corrections?since=${since}`,
      expected: ({ statistics: known }) => {
        const from = known.bulletins.find(({ code }) => code === since)?.publishedAt ?? null;
        if (from === null) return "RECORD_NOT_FOUND";
        return known.figures.toSorted(byText(figureCode)).flatMap((figure) =>
          figure.reports.flatMap(({ value, at }, index) => {
            const before = figure.reports[index - 1];
            const isOne = before !== undefined && at >= from;
            return isOne ? [[`${figureCode(figure)}/${index + 1}`, String(before.value), String(value), at]] : [];
          }),
        );
      },
      read: items(({ code, before, value, reportedAt }) => [code, before, value, reportedAt]),
    };
  },
  "component checks": (draw) => {
    const period = draw.one(PERIODS);
    return {
      path: `/v1/indicators/component-check?period=${period}`,
      expected: ({ statistics }) => componentChecks(statistics, period),
      read: ({ checks }) =>
        listOf(checks).map(({ of, region, headline, sum, matches }) => [of, region, headline, sum, matches]),
    };
  },
  bulletins: (draw) => {
    const state = draw.one(["DRAFTED", "COSIGNED", "PUBLISHED", "SUPERSEDED"]);
    return {
      path: `/v1/bulletins?state=${state}`,
      expected: ({ statistics }) =>
        statistics.bulletins
          .filter((one) => one.state === state)
          .toSorted(byCode)
          .map(bulletinSeen),
      read: items(bulletinRead),
    };
  },
  "a bulletin": (draw, { statistics }) => {
    const code = oneOf(
      draw,
      statistics.bulletins.map((one) => one.code),
      "BUL-2018-330000-1",
    );
    return {
      path: `/v1/bulletins/${code}`,
      expected: ({ statistics: known }) => {
        const bulletin = known.bulletins.find((one) => one.code === code);
        return bulletin === undefined ? "RECORD_NOT_FOUND" : bulletinSeen(bulletin);
      },
      read: ({ bulletin }) => bulletin && bulletinRead(bulletin),
    };
  },
  "a bulletin, made anew": (draw, { statistics }) => {
    const code = oneOf(
      draw,
      statistics.bulletins.map((one) => one.code),
      "BUL-2018-330000-1",
    );
    return {
      path: `/v1/bulletins/${code}/reproduction`,
      expected: (paper) => {
        const bulletin = paper.statistics.bulletins.find((one) => one.code === code);
        if (bulletin === undefined) return "RECORD_NOT_FOUND";
        const then = paper.upTo(({ block }) => block <= bulletin.asOfBlock);
        const period = code.replace(/^BUL-(.*)-\d{6}-\d+$/, "$1");
        const [anchored, result] = bulletin.digest === "" ? [null, "NO_DATASET"] : [bulletin.digest, "MISMATCH"];
        return [anchored, result, true, datasetSeen(then, period)];
      },
      read: ({ reproduction }) => [
        reproduction?.anchored,
        reproduction?.result,
        sha256(String(reproduction?.dataset)) === (reproduction?.reproduced as unknown),
        datasetRead(String(reproduction?.dataset)),
      ],
    };
  },
  "a dataset": (draw) => {
    const period = draw.one(PERIODS);
    return {
      path: `/v1/stats/dataset?period=${period}`,
      expected: (paper) => [true, datasetSeen(paper, period)],
      read: ({ dataset, digest }) => [sha256(String(dataset)) === (digest as unknown), datasetRead(String(dataset))],
    };
  },
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

/** The first second of a period, in Asia/Shanghai. */
export function startOfPeriod(period: string): number {
  const [year, month] = startOf(period);
  return Date.UTC(year, month, 1) / 1_000 - 8 * 3_600;
}

/** The first second after a period. */
export function endOfPeriod(period: string): number {
  const [year, month, months] = startOf(period);
  return Date.UTC(year, month + months, 1) / 1_000 - 8 * 3_600;
}

function startOf(period: string): [year: number, month: number, months: number] {
  const year = Number(period.slice(0, 4));
  if (period.includes("Q")) return [year, (Number(period.at(-1)) - 1) * 3, 3];
  return period.includes("-") ? [year, Number(period.slice(5)) - 1, 1] : [year, 0, 12];
}

function figureSeen(figure: PaperFigure) {
  const [target, report] = [figure.targets.at(-1), figure.reports.at(-1)];
  const attained =
    target !== undefined && report !== undefined && target.value > 0n
      ? share(Number(report.value), Number(target.value))
      : null;
  const state = report === undefined ? "NONE" : report.verified ? "VERIFIED" : "REPORTED";
  const corrections = Math.max(0, figure.reports.length - 1);
  return [figureCode(figure), text(target?.value), text(report?.value), attained, state, corrections];
}

function figureRead({ code, target, reported, attainment, state, corrections }: Item) {
  return [code, target, reported, attainment, state, corrections];
}

function text(value: bigint | undefined): string | null {
  return value === undefined ? null : String(value);
}

function bulletinSeen({ code, state, issuers, signed }: PaperBulletin) {
  const signedAt = (issuer: string) => signed.find(({ organisation }) => organisation === issuer)?.at ?? null;
  return [code, state, issuers.map((issuer) => [issuer, signedAt(issuer)])];
}

function bulletinRead({ code, state, issuers }: Item) {
  return [code, state, listOf(issuers).map(({ organisation, signedAt }) => [organisation, signedAt])];
}

function componentChecks({ figures, indicators }: Paper["statistics"], period: string) {
  const parts = ["SW_REV-1", "TEL_REV-1", "BCAST_REV-1"];
  const scale = (indicator: string) => indicators.find(({ code }) => code === indicator)?.scale ?? 0;
  return figures
    .filter((figure) => figure.indicator === "IND_REV-1" && figure.period === period)
    .toSorted(byText(figureCode))
    .flatMap((figure) => {
      const components = parts.map((indicator) =>
        figures.find((one) => one.indicator === indicator && one.region === figure.region && one.period === period),
      );
      return (["TARGET", "REPORT"] as const).flatMap((of) => {
        const side = (one: PaperFigure | undefined) => (of === "TARGET" ? one?.targets : one?.reports)?.at(-1)?.value;
        const headline = side(figure);
        if (headline === undefined) return [];
        // All at the greatest scale of those that there are.
        const places = Math.max(scale("IND_REV-1"), ...components.map((one) => (one ? scale(one.indicator) : 0)));
        const scaled = (value: bigint, indicator: string) => value * 10n ** BigInt(places - scale(indicator));
        const values = components.map(side);
        const isWhole = values.every((value) => value !== undefined);
        const sum = isWhole
          ? values.reduce<bigint>((total, value, index) => total + scaled(value ?? 0n, parts[index] ?? ""), 0n)
          : null;
        const whole = scaled(headline, "IND_REV-1");
        return [
          [of, figure.region, String(whole), sum === null ? null : String(sum), sum === null ? null : sum === whole],
        ];
      });
    });
}

/** What is compared of a dataset: of when it is, how many pilots it counts and how many applied, and what stands of indicators. */
function datasetSeen(paper: Paper, period: string) {
  const latest = paper.events.at(-1);
  const until = Math.min(endOfPeriod(period) - 1, latest?.time ?? 0);
  const known = paper.upTo(({ time }) => time <= until);
  const applied = known.pilots.all.filter(({ appliedAt }) => appliedAt >= startOfPeriod(period));
  const figures = paper.statistics.figures.filter((figure) => figure.period === period).toSorted(byText(figureCode));
  return [
    period,
    latest === undefined ? null : latest.block,
    String(known.pilots.all.length),
    String(applied.length),
    figures.map(figureCode),
  ];
}

function datasetRead(dataset: string) {
  const { period, latestEvent, tables, indicators } = JSON.parse(dataset);
  const { PILOTS, NEW_APPLIED } = tables.overview["region=330000"];
  return [period, latestEvent?.blockNumber ?? null, PILOTS, NEW_APPLIED, Object.keys(indicators)];
}

function sha256(content: string): string {
  return `0x${createHash("sha256").update(content).digest("hex")}`;
}

function counted(states: readonly (string | undefined)[]) {
  const count = (state: string) => states.filter((one) => one === state).length;
  const [nominated, inPool] = [count("NOMINATED"), count("IN_POOL")];
  return { NOMINATED: nominated, IN_POOL: inPool, GRADUATED: count("GRADUATED"), REMOVED: count("REMOVED") };
}

function mean(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  return Math.floor(values.reduce((sum, value) => sum + value, 0) / values.length + 0.5);
}
