import { MILESTONE_KINDS } from "../../../server/ledger/codes/milestones.ts";
import { PILOT_STATES } from "../../../server/ledger/codes/pilots.ts";
import { RISK_LEVELS } from "../../../server/ledger/codes/supervision.ts";
import { TIMELINESS } from "../../../server/ledger/timeliness.ts";
import { FIELDS, LEADS, PROGRAMMES, REGIONS } from "../../support/random-ledger.ts";
import type { Paper } from "../paper/paper.ts";
import type { PaperPilot } from "../paper/pilot-book.ts";
import { begunDays, DAY, ratedLevel, standing } from "../paper/standing.ts";
import { byCode, byNumber, codeOf, covers, items, listOf, oneOf, type Questioner } from "../question.ts";
import { moved, pilotChanges } from "./changes.ts";

const NOBODY = "ZJ-2019-330100-GOV-9999";

const drawPilot = (draw: Parameters<Questioner>[0], { pilots }: Paper) =>
  oneOf(
    draw,
    pilots.all.map(({ code }) => code),
    NOBODY,
  );

/** What the paper says of a pilot, or that there is none. */
const ofPilot = (code: string, say: (pilot: PaperPilot, paper: Paper, now: number) => unknown) => {
  return (paper: Paper, now: number) => {
    const pilot = paper.pilots.find(code);
    return pilot === undefined ? "PILOT_NOT_FOUND" : say(pilot, paper, now);
  };
};

/** The questions of pilots, their milestones and their programmes. */
export const PILOT_QUESTIONS: Readonly<Record<string, Questioner>> = {
  pilots: (draw) => {
    const [state, region, field] = [draw.one(PILOT_STATES.slice(1)), draw.one(REGIONS), draw.one(FIELDS)];
    const [byState, byField] = [draw.number(2) === 0, draw.number(2) === 0];
    return {
      path: `/v1/pilots?region=${region}${byState ? `&state=${state}` : ""}${byField ? `&field=${field}` : ""}`,
      expected: ({ pilots }) =>
        pilots.all
          .filter((pilot) => covers(region, pilot.region))
          .filter((pilot) => !byState || pilot.state === state)
          .filter((pilot) => !byField || pilot.field === field)
          .toSorted(byCode)
          .map(({ code, state: is, stage, budget, title }) => [code, is, stage, String(budget), title.zh]),
      read: items(({ code, state: is, stage, budgetFen, title }) => [code, is, stage, budgetFen, title?.zh]),
    };
  },
  "pilots of an organisation": (draw) => {
    const lead = draw.one(LEADS);
    return {
      path: `/v1/pilots?organisation=${lead}&sort=-appliedAt`,
      expected: ({ pilots }) =>
        pilots.all
          .filter((pilot) => takesPart(pilot, lead))
          .toSorted((one, other) => other.appliedAt - one.appliedAt || (one.code < other.code ? 1 : -1))
          .map(({ code }) => code),
      read: items(codeOf),
    };
  },
  "pilots by words": (draw) => {
    const [zh, en] = draw.one([
      ["电子证", "sharing"],
      ["质量追溯", "auto"],
      ["存证", "courts"],
    ] as const);
    const word = draw.one([zh, en]);
    return {
      path: `/v1/pilots?q=${encodeURIComponent(word)}`,
      expected: ({ pilots }) =>
        pilots.all
          .filter(({ title }) =>
            word === zh ? title.zh.includes(zh) : new RegExp(`\\b${word}\\b`, "i").test(title.en),
          )
          .toSorted(byCode)
          .map(({ code }) => code),
      read: items(codeOf),
    };
  },
  "overdue and rated pilots": (draw) => {
    const [overdue, level] = [draw.number(2) === 0, draw.number(5)];
    const risk = level === 0 ? "UNRATED" : RISK_LEVELS[level];
    return {
      path: `/v1/pilots?overdue=${overdue}&risk=${risk}`,
      expected: (paper, now) =>
        paper.pilots.all
          .filter((pilot) => overdue === pilot.plan.some((one) => standing(paper, pilot, one, now) === "OVERDUE"))
          .filter(({ code }) => ratedLevel(paper, code, now) === level)
          .toSorted(byCode)
          .map(({ code }) => code),
      read: items(codeOf),
    };
  },
  "a pilot": (draw, all) => {
    const code = drawPilot(draw, all);
    return {
      path: `/v1/pilots/${code}`,
      expected: ofPilot(code, (pilot, paper, now) => [
        pilot.state,
        pilot.stage,
        pilot.version,
        pilot.appliedAt,
        pilot.parties.map(({ organisation, joinedAt, leftAt }) => [organisation, joinedAt, leftAt]),
        pilot.rounds.map(({ experts, voted, result }) => [experts.length, voted, result]),
        pilot.plan.map((one) => [one.number, standing(paper, pilot, one, now), one.dueAt, one.originalDueAt]),
      ]),
      read: ({ pilot }) => [
        pilot?.state,
        pilot?.stage,
        pilot?.version,
        pilot?.appliedAt,
        listOf(pilot?.parties).map(({ organisation, joinedAt, leftAt }) => [organisation, joinedAt, leftAt]),
        listOf(pilot?.acceptance).map(({ experts, votes, result }) => [
          listOf(experts).length,
          listOf(votes).map(({ expert }) => expert),
          result,
        ]),
        listOf(pilot?.milestones).map(({ number, timeliness }) => [
          number,
          timeliness?.status,
          timeliness?.dueAt,
          timeliness?.originalDueAt,
        ]),
      ],
    };
  },
  "a pilot's time line": (draw, all) => {
    const code = drawPilot(draw, all);
    return {
      path: `/v1/pilots/${code}/timeline`,
      expected: ofPilot(code, (_, paper) =>
        paper.events.filter(({ pilot }) => pilot === code).map(({ name, time, actor }) => [name, time, actor]),
      ),
      read: items(({ event, at, provenance }) => [event, at, provenance?.actor]),
    };
  },
  "a pilot's history": (draw, all) => {
    const code = drawPilot(draw, all);
    return {
      path: `/v1/pilots/${code}/history`,
      expected: ofPilot(code, (_, paper) => {
        const own = paper.events.filter(({ pilot }) => pilot === code);
        return own.map(({ name, block }) => {
          const [before, after] = [paper.upTo((one) => one.block < block), paper.upTo((one) => one.block <= block)];
          return [name, moved(before, after, code)];
        });
      }),
      read: items(({ event, changes }) => [event, pilotChanges(changes)]),
    };
  },
  "a pilot's difference": (draw, all) => {
    const code = drawPilot(draw, all);
    const from = draw.number(all.events.at(-1)?.block ?? 1);
    return {
      path: `/v1/pilots/${code}/difference?fromBlock=${from}`,
      expected: (paper, now) => {
        const start = all.events.find(({ block }) => block === from)?.time ?? now;
        if (start > now || from > (paper.events.at(-1)?.block ?? 0)) return "PASSED_OVER";
        return ofPilot(code, (_, known) => {
          const before = known.upTo(({ block }) => block <= from);
          const events = known.events.filter((event) => event.pilot === code && event.block > from);
          return [moved(before, known, code), events.map(({ name }) => name)];
        })(paper, now);
      },
      read: ({ difference }) => [
        pilotChanges(difference?.changes),
        listOf(difference?.events).map(({ event }) => event),
      ],
    };
  },
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
  programmes: (draw) => {
    const [open, kind] = [draw.number(2) === 0, draw.one(PROGRAMMES).split("-")[2] ?? ""];
    return {
      path: `/v1/programmes?open=${open}&q=${kind}`,
      expected: ({ registers }, now) =>
        registers.programmes
          .filter(({ code, opensAt, closesAt }) => code.includes(kind) && open === (now >= opensAt && now < closesAt))
          .map(({ code }) => code)
          .toSorted(),
      read: items(codeOf),
    };
  },
  "public pilots": (draw) => {
    const [lead, region] = [draw.one(LEADS), draw.one(REGIONS)];
    return {
      path: `/v1/public/pilots?lead=${lead}&region=${region}`,
      expected: ({ pilots }) =>
        pilots.all
          .filter((pilot) => pilot.lead === lead && covers(region, pilot.region))
          .toSorted(byCode)
          .map(({ code, state, stage }) => [code, state, stage]),
      read: items(({ code, state, stage }) => [code, state, stage]),
    };
  },
  "a public pilot": (draw, all) => {
    const code = drawPilot(draw, all);
    return {
      path: `/v1/public/pilots/${code}`,
      expected: ofPilot(code, (pilot, { supervision }) => {
        const filing = supervision.filings.find((one) => one.pilot === code);
        const cases = supervision.cases.filter((one) => one.pilot === code);
        return [
          pilot.state,
          pilot.plan.map(({ submissions }) => submissions.length),
          filing?.state === "FILED" ? filing.number : null,
          cases.flatMap((dossier) =>
            dossier.penalties
              .filter(({ decidedAt, payDueAt, withdrawn }) => decidedAt > 0 && payDueAt !== null && !withdrawn)
              .map(({ fine }) => [dossier.code, String(fine)]),
          ),
        ];
      }),
      read: ({ pilot }) => [
        pilot?.state,
        listOf(pilot?.milestones).map(({ manifestDigests }) => listOf(manifestDigests).length),
        pilot?.filing?.number ?? null,
        listOf(pilot?.penalties).map(({ case: code, fineFen }) => [code, fineFen]),
      ],
    };
  },
};

function takesPart({ lead, parties }: PaperPilot, organisation: string): boolean {
  return lead === organisation || parties.some((one) => one.organisation === organisation && one.leftAt === null);
}
