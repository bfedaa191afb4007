import { PILOT_STATES } from "../../../server/ledger/codes/pilots.ts";
import { RISK_LEVELS } from "../../../server/ledger/codes/supervision.ts";
import { FIELDS, LEADS, PROGRAMMES, REGIONS } from "../../support/random-ledger.ts";
import type { Paper } from "../paper/paper.ts";
import type { PaperPilot } from "../paper/pilot-book.ts";
import { ratedLevel, standing } from "../paper/standing.ts";
import { byCode, codeOf, covers, items, listOf, oneOf, type Questioner } from "../question.ts";
import { moved, pilotChanges } from "./changes.ts";

const NOBODY = "ZJ-2019-330100-GOV-9999";

/** Draws a pilot of the ledger, or none of it. */
export const drawPilot = (draw: Parameters<Questioner>[0], { pilots }: Paper) =>
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

/** The questions of pilots and their programmes. */
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

/** Whether an organisation leads a pilot or takes part in it. */
export function takesPart({ lead, parties }: PaperPilot, organisation: string): boolean {
  return lead === organisation || parties.some((one) => one.organisation === organisation && one.leftAt === null);
}
