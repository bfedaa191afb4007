import { createHash } from "node:crypto";
import { PERIODS } from "../../support/random-statistics.ts";
import type { Paper } from "../paper/paper.ts";
import type { PaperBulletin } from "../paper/statistics-book.ts";
import { byCode, byText, type Item, items, listOf, oneOf, type Questioner } from "../question.ts";
import { figureCode } from "./indicators.ts";
import { endOfPeriod, startOfPeriod } from "./periods.ts";

/** The questions of bulletins and the datasets that they anchor. */
export const BULLETIN_QUESTIONS: Readonly<Record<string, Questioner>> = {
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
};

function bulletinSeen({ code, state, issuers, signed }: PaperBulletin) {
  const signedAt = (issuer: string) => signed.find(({ organisation }) => organisation === issuer)?.at ?? null;
  return [code, state, issuers.map((issuer) => [issuer, signedAt(issuer)])];
}

function bulletinRead({ code, state, issuers }: Item) {
  return [code, state, listOf(issuers).map(({ organisation, signedAt }) => [organisation, signedAt])];
}

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
