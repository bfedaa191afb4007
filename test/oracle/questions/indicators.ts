import { RULES } from "../../../server/ledger/rules/rules.ts";
import { endOfWorkingDayAfter } from "../../../server/ledger/rules/working-days.ts";
import { REGIONS } from "../../support/random-ledger.ts";
import { PERIODS } from "../../support/random-statistics.ts";
import type { Paper } from "../paper/paper.ts";
import { begunDays } from "../paper/standing.ts";
import type { PaperFigure } from "../paper/statistics-book.ts";
import { byCode, byText, covers, type Item, items, listOf, oneOf, type Questioner, share } from "../question.ts";
import { endOfPeriod } from "./periods.ts";

export const figureCode = ({ indicator, region, period }: PaperFigure) => `${indicator}-${region}-${period}`;

/** The questions of indicators, and of what was to be reached and what was reported. */
export const INDICATOR_QUESTIONS: Readonly<Record<string, Questioner>> = {
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
};

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
