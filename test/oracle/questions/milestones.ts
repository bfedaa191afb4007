import { MILESTONE_KINDS } from "../../../server/ledger/codes/milestones.ts";
import { TIMELINESS } from "../../../server/ledger/timeliness.ts";
import { LEADS, PROGRAMMES } from "../../support/random-ledger.ts";
import { begunDays, DAY, standing } from "../paper/standing.ts";
import { byCode, byNumber, codeOf, items, listOf, type Questioner } from "../question.ts";
import { drawPilot, takesPart } from "./pilots.ts";

/** The questions of milestones. */
export const MILESTONE_QUESTIONS: Readonly<Record<string, Questioner>> = {
  milestones: (draw) => {
    const [status, minDays] = [draw.one(TIMELINESS), draw.number(40)];
    return {
      path: `/v1/milestones?timeliness=${status}&minDays=${status === "OVERDUE" ? minDays : 0}`,
      expected: (paper, now) =>
        paper.pilots.all.toSorted(byCode).flatMap((pilot) =>
          pilot.plan
            .filter((one) => standing(paper, pilot, one, now) === status)
            .filter(({ dueAt }) => status !== "OVERDUE" || begunDays(dueAt, now) >= minDays)
            .map(({ number }) => `${pilot.code}/M${number}`),
        ),
      read: items(codeOf),
    };
  },
  "milestones of an organisation": (draw) => {
    const [lead, programme, kind] = [
      draw.one(LEADS),
      draw.one(PROGRAMMES),
      1 + draw.number(MILESTONE_KINDS.length - 1),
    ];
    const byKind = draw.number(2) === 0;
    return {
      path: `/v1/milestones?organisation=${lead}&programme=${programme}${byKind ? `&kind=${MILESTONE_KINDS[kind]}` : ""}`,
      expected: ({ pilots }) =>
        pilots.all
          .filter((pilot) => takesPart(pilot, lead) && pilot.programme === programme)
          .toSorted(byCode)
          .flatMap((pilot) =>
            pilot.plan.filter((one) => !byKind || one.kind === kind).map(({ number }) => `${pilot.code}/M${number}`),
          ),
      read: items(codeOf),
    };
  },
  "milestones in another order": (draw) => {
    const [by, reverse] = [draw.one(["dueAt", "daysLate"] as const), draw.number(2) === 0];
    return {
      path: `/v1/milestones?timeliness=OVERDUE&sort=${reverse ? "-" : ""}${by}`,
      expected: (paper, now) =>
        paper.pilots.all
          .flatMap((pilot) =>
            pilot.plan
              .filter((one) => standing(paper, pilot, one, now) === "OVERDUE")
              .map(({ number, dueAt }) => ({ code: `${pilot.code}/M${number}`, dueAt })),
          )
          .toSorted(
            byNumber(
              ({ dueAt }) => (by === "dueAt" ? dueAt : begunDays(dueAt, now)),
              ({ code }) => code,
              reverse,
            ),
          )
          .map(({ code }) => code),
      read: items(codeOf),
    };
  },
  calendar: (draw) => {
    const from = 1_554_048_000 + draw.number(100) * DAY;
    const to = from + draw.number(100) * DAY;
    return {
      path: `/v1/milestones/calendar?from=${from}&to=${to}`,
      expected: ({ pilots }) =>
        pilots.all
          .flatMap(({ code, plan }) => plan.map(({ number, dueAt }) => ({ code: `${code}/M${number}`, dueAt })))
          .filter(({ dueAt }) => dueAt >= from && dueAt < to)
          .toSorted((one, other) => one.dueAt - other.dueAt || (one.code < other.code ? -1 : 1))
          .map(({ code }) => code),
      read: items(codeOf),
    };
  },
  "a milestone": (draw, all) => {
    const [code, number] = [drawPilot(draw, all), 1 + draw.number(3)];
    return {
      path: `/v1/pilots/${code}/milestones/${number}`,
      expected: (paper, now) => {
        const pilot = paper.pilots.find(code);
        const milestone = pilot?.plan.find((one) => one.number === number);
        if (pilot === undefined || milestone === undefined) return "RECORD_NOT_FOUND";
        const { submissions, extensions, waived } = milestone;
        return [
          standing(paper, pilot, milestone, now),
          waived,
          submissions.map(({ revision, result, panel }) => [
            revision,
            result === "WAITING" ? null : result,
            panel && [panel.experts.length, panel.voted],
          ]),
          extensions.map(({ requestedAt, result }) => [requestedAt, result === "WAITING" ? null : result]),
        ];
      },
      read: ({ milestone }) => [
        milestone?.timeliness?.status,
        milestone?.waived !== null,
        listOf(milestone?.submissions).map(({ revision, decision, panel }) => [
          revision,
          decision?.result ?? null,
          panel && [listOf(panel.experts).length, listOf(panel.votes).map(({ expert }) => expert)],
        ]),
        listOf(milestone?.extensions).map(({ requestedAt, decision }) => [requestedAt, decision?.result ?? null]),
      ],
    };
  },
};
