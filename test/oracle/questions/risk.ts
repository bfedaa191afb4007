import { SIGNAL_CODES } from "../../../server/ledger/codes/signals.ts";
import { RISK_LEVELS } from "../../../server/ledger/codes/supervision.ts";
import type { Paper } from "../paper/paper.ts";
import { levelOf, ratedLevel, scoreOf, signals } from "../paper/standing.ts";
import { byCode, byNumber, type Item, items, listOf, type Questioner } from "../question.ts";

interface Assessment {
  readonly code: string;
  readonly rated: number;
  readonly found: readonly string[];
  readonly score: number;
}

/** The questions of risk. */
export const RISK_QUESTIONS: Readonly<Record<string, Questioner>> = {
  "risk board": () => ({ path: "/v1/risk/board", expected: board(() => true), read: items(seen) }),
  "risk board in another order": (draw) => {
    const [by, reverse] = [draw.one(["rated", "score"] as const), draw.number(2) === 0];
    const level = draw.number(5);
    const inOrder = byNumber<Assessment>(
      (one) => one[by],
      ({ code }) => code,
      reverse,
    );
    return {
      path: `/v1/risk/board?level=${level === 0 ? "UNRATED" : RISK_LEVELS[level]}&sort=${reverse ? "-" : ""}${by}`,
      expected: board(({ rated }) => rated === level, inOrder),
      read: items(seen),
    };
  },
  "risk signals": (draw) => {
    const code = draw.one(SIGNAL_CODES);
    const expected = board(({ found }) => found.includes(code));
    return { path: `/v1/risk/signals?code=${code}`, expected, read: items(seen) };
  },
  disagreements: () => ({
    path: "/v1/risk/disagreements",
    expected: board(({ rated, score }) => rated > 0 && Math.abs(rated - levelOf(score)) >= 2),
    read: items(seen),
  }),
};

function board(
  isAsked: (assessment: Assessment) => boolean,
  inOrder: (one: Assessment, other: Assessment) => number = byCode,
) {
  return (paper: Paper, now: number) =>
    paper.pilots.all
      .filter((pilot) => paper.pilots.runs(pilot))
      .map((pilot) => {
        const found = signals(paper, pilot, now);
        return { code: pilot.code, rated: ratedLevel(paper, pilot.code, now), found, score: scoreOf(found) };
      })
      .filter(isAsked)
      .toSorted(inOrder)
      .map(({ code, rated, found, score }) => [code, RISK_LEVELS[rated], found, score]);
}

function seen({ pilot, rated, signals: found, score }: Item) {
  return [
    pilot,
    rated,
    listOf(found)
      .map(({ code }) => String(code))
      .toSorted(),
    score,
  ];
}
