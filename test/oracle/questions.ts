import type { Draw } from "../../scripts/campaign/draw.ts";
import { PILOT_STATES } from "../../server/ledger/codes/pilots.ts";
import { FILING_STATES, RISK_LEVELS, SEVERITIES } from "../../server/ledger/codes/supervision.ts";
import { RULES } from "../../server/ledger/rules/rules.ts";
import { endOfWorkingDayAfter } from "../../server/ledger/rules/working-days.ts";
import { TIMELINESS } from "../../server/ledger/timeliness.ts";
import { FIELDS, LEADS, REGIONS } from "../support/random-ledger.ts";
import { accountOf } from "../support/synthetic-ledger.ts";
import type { Paper, PaperPilot } from "./model.ts";
import { begunDays, hasOverdueOrder, ratedLevel, runsUnfiled, signals, standing } from "./standing.ts";

/** A question with the answer by the paper: what is compared of each item, in the order of the answer. */
export interface OracleQuestion {
  readonly path: string;
  readonly expected: (paper: Paper, now: number) => readonly unknown[];
  readonly seen: (item: Item) => unknown;
}

/** An item of an answer, loosely typed: each question looks at other members. */
export interface Item {
  readonly [member: string]: Item;
}

const DAY = 86_400;
const codeOf = ({ code }: Item) => code;
const byText =
  <T>(keyOf: (one: T) => string) =>
  (one: T, other: T) =>
    keyOf(one) < keyOf(other) ? -1 : 1;
const byCode = byText(({ code }: { readonly code: string }) => code);

function covers(region: string, other: string): boolean {
  const prefix = region.endsWith("0000") ? region.slice(0, 2) : region.endsWith("00") ? region.slice(0, 4) : region;
  return other.startsWith(prefix);
}

const placeOf = (pilot: string) => ({ region: pilot.slice(8, 14), field: pilot.slice(15, 18) });

const SCORES: Readonly<Record<string, number>> = RULES.risk.scores;

function heldBy(paper: Paper, actor: string, time: number): string[] {
  return paper.roles
    .filter(({ account, from }) => account === actor.toLowerCase() && from <= time)
    .map(({ role }) => role);
}

/** Every question of the oracle; a new one joins as a line. */
export const QUESTIONS: Readonly<Record<string, (draw: Draw) => OracleQuestion>> = {
  pilots: (draw) => {
    const [state, region, field] = [draw.one(PILOT_STATES.slice(1)), draw.one(REGIONS), draw.one(FIELDS)];
    const [byState, byField] = [draw.number(2) === 0, draw.number(2) === 0];
    return {
      path: `/v1/pilots?region=${region}${byState ? `&state=${state}` : ""}${byField ? `&field=${field}` : ""}`,
      expected: ({ pilots }) =>
        pilots
          .filter((pilot) => covers(region, pilot.region))
          .filter((pilot) => !byState || pilot.state === state)
          .filter((pilot) => !byField || pilot.field === field)
          .toSorted(byCode)
          .map(({ code, state: is, stage, budget, title }) => [code, is, stage, String(budget), title.zh]),
      seen: ({ code, state: is, stage, budgetFen, title }) => [code, is, stage, budgetFen, title?.zh],
    };
  },
  "pilots of an organisation": (draw) => {
    const lead = draw.one(LEADS);
    return {
      path: `/v1/pilots?organisation=${lead}&sort=-appliedAt`,
      expected: ({ pilots }) =>
        pilots
          .filter((pilot) => pilot.lead === lead || pilot.parties.some(({ organisation }) => organisation === lead))
          .toSorted((one, other) => other.appliedAt - one.appliedAt || (one.code < other.code ? 1 : -1))
          .map(({ code }) => code),
      seen: codeOf,
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
        pilots
          .filter(({ title }) =>
            word === zh ? title.zh.includes(zh) : new RegExp(`\\b${word}\\b`, "i").test(title.en),
          )
          .toSorted(byCode)
          .map(({ code }) => code),
      seen: codeOf,
    };
  },
  "overdue and rated pilots": (draw) => {
    const [overdue, level] = [draw.number(2) === 0, draw.number(5)];
    const risk = level === 0 ? "UNRATED" : RISK_LEVELS[level];
    return {
      path: `/v1/pilots?overdue=${overdue}&risk=${risk}`,
      expected: (paper, now) =>
        paper.pilots
          .filter((pilot) => overdue === pilot.plan.some((one) => standing(paper, pilot, one, now) === "OVERDUE"))
          .filter(({ code }) => ratedLevel(paper, code, now) === level)
          .toSorted(byCode)
          .map(({ code }) => code),
      seen: codeOf,
    };
  },
  milestones: (draw) => {
    const [status, minDays] = [draw.one(TIMELINESS), draw.number(40)];
    return {
      path: `/v1/milestones?timeliness=${status}&minDays=${status === "OVERDUE" ? minDays : 0}`,
      expected: (paper, now) =>
        paper.pilots.toSorted(byCode).flatMap((pilot) =>
          pilot.plan
            .filter((one) => standing(paper, pilot, one, now) === status)
            .filter(({ dueAt }) => status !== "OVERDUE" || begunDays(dueAt, now) >= minDays)
            .map(({ number }) => `${pilot.code}/M${number}`),
        ),
      seen: codeOf,
    };
  },
  calendar: (draw) => {
    const from = 1_554_048_000 + draw.number(100) * DAY;
    const to = from + draw.number(100) * DAY;
    return {
      path: `/v1/milestones/calendar?from=${from}&to=${to}`,
      expected: ({ pilots }) =>
        pilots
          .flatMap(({ code, plan }) => plan.map(({ number, dueAt }) => ({ code: `${code}/M${number}`, dueAt })))
          .filter(({ dueAt }) => dueAt >= from && dueAt < to)
          .toSorted((one, other) => one.dueAt - other.dueAt || (one.code < other.code ? -1 : 1))
          .map(({ code }) => code),
      seen: codeOf,
    };
  },
  cases: (draw) => {
    const [severity, clause, open] = [
      1 + draw.number(4),
      draw.one(["BISR-11", "BISR-13", "BISR-17"]),
      draw.number(2) === 0,
    ];
    const region = draw.one(REGIONS);
    return {
      path: `/v1/cases?severity=${SEVERITIES[severity]}&clause=${clause}&open=${open}&region=${region}`,
      expected: ({ cases }) =>
        cases
          .filter((one) => one.severity === severity && open === (one.state !== "CLOSED"))
          .filter((one) => one.clause === clause || one.findings.some((finding) => finding.clause === clause))
          .filter(({ pilot }) => covers(region, placeOf(pilot).region))
          .toSorted(byCode)
          .map((one) => [one.code, one.state, one.findings.length]),
      seen: ({ code, state, findings }) => [code, state, findings],
    };
  },
  orders: (draw) => {
    const overdue = draw.number(2) === 0;
    return {
      path: `/v1/orders?overdue=${overdue}`,
      expected: ({ cases }, now) =>
        cases.toSorted(byCode).flatMap((dossier) =>
          dossier.orders.flatMap((order, index) => {
            const isLast = index === dossier.orders.length - 1;
            return (isLast && hasOverdueOrder(dossier, now)) === overdue
              ? [[`${dossier.code}/${index + 1}`, order.state]]
              : [];
          }),
        ),
      seen: ({ code, state }) => [code, state],
    };
  },
  filings: (draw) => {
    const state = draw.one([...FILING_STATES.slice(1, 8), "UNFILED_RUNNING"]);
    return {
      path: `/v1/filings?state=${state}`,
      expected: (paper, now) =>
        paper.filings
          .filter((one) => (state === "UNFILED_RUNNING" ? runsUnfiled(paper, one.pilot, now) : one.state === state))
          .toSorted(byText(({ pilot }) => pilot))
          .map(({ pilot, number }) => [pilot, number]),
      seen: ({ pilot, number }) => [pilot, number],
    };
  },
  "filings due": (draw) => {
    const days = draw.number(30);
    return {
      path: `/v1/filings/due?within=${days}`,
      expected: ({ filings }, now) =>
        filings
          .flatMap(({ pilot, dueAt }) => (dueAt !== null && dueAt <= now + days * DAY ? [{ pilot, dueAt }] : []))
          .toSorted((one, other) => one.dueAt - other.dueAt || (one.pilot < other.pilot ? -1 : 1))
          .map(({ pilot }) => pilot),
      seen: ({ pilot }) => pilot,
    };
  },
  complaints: (draw) => {
    const state = draw.one(["RECEIVED", "CASE_OPENED"]);
    return {
      path: `/v1/complaints?state=${state}`,
      expected: ({ complaints }) =>
        complaints
          .filter((one) => one.state === state)
          .toSorted(byCode)
          .map(({ code }) => code),
      seen: codeOf,
    };
  },
  inspections: (draw) => {
    const open = draw.number(2) === 0;
    return {
      path: `/v1/inspections?open=${open}`,
      expected: ({ inspections }) =>
        inspections
          .filter((one) => one.open === open)
          .toSorted(byCode)
          .map(({ code }) => code),
      seen: codeOf,
    };
  },
  incidents: (draw) => {
    const open = draw.number(2) === 0;
    return {
      path: `/v1/incidents?open=${open}`,
      expected: ({ incidents }) =>
        incidents
          .filter((one) => one.open === open)
          .toSorted(byCode)
          .map(({ code }) => code),
      seen: codeOf,
    };
  },
  "risk board": () => ({
    path: "/v1/risk/board",
    expected: (paper, now) =>
      paper.pilots
        .filter((pilot) => paper.runs(pilot))
        .toSorted(byCode)
        .map((pilot) => {
          const found = signals(paper, pilot, now);
          const score = found.reduce((sum, code) => sum + (SCORES[code] ?? 0), 0);
          return [pilot.code, RISK_LEVELS[ratedLevel(paper, pilot.code, now)], found, Math.min(100, score)];
        }),
    seen: ({ pilot, rated, signals: found, score }) => [
      pilot,
      rated,
      (found as unknown as { code: string }[]).map(({ code }) => code).toSorted(),
      score,
    ],
  }),
  "registrar's queue": () => ({
    path: "/v1/queues/registrar",
    expected: (paper, now) =>
      [
        ...paper.pilots
          .filter(({ state }) => state === "APPLIED")
          .map((pilot) =>
            waiting("ADMIT_APPLICATION", pilot.code, since(pilot, "APPLIED"), RULES.admissionWorkingDays, now),
          ),
        ...paper.complaints
          .filter(({ state }) => state === "RECEIVED")
          .map(({ code, at }) => waiting("HANDLE_COMPLAINT", code, at, RULES.complaintWorkingDays, now)),
      ].toSorted(inQueueOrder),
    seen: ({ task, subject, since: at, late }) => ({ task, subject, since: at, late }),
  }),
  "approver's queue": () => ({
    path: "/v1/queues/approver",
    expected: (paper, now) =>
      [
        ...paper.pilots
          .filter(({ state }) => state === "UNDER_REVIEW")
          .map((pilot) =>
            waiting("DECIDE_APPLICATION", pilot.code, since(pilot, "UNDER_REVIEW"), RULES.approvalWorkingDays, now),
          ),
        ...paper.pilots.flatMap(({ code, plan }) =>
          plan.flatMap(({ number, submissions }) => {
            const last = submissions.at(-1);
            return last?.result === "WAITING"
              ? [waiting("DECIDE_SUBMISSION", `${code}/M${number}`, last.at, RULES.milestoneReviewWorkingDays, now)]
              : [];
          }),
        ),
      ].toSorted(inQueueOrder),
    seen: ({ task, subject, since: at, late }) => ({ task, subject, since: at, late }),
  }),
  events: (draw) => {
    const name = draw.one(["PilotApplied", "MilestoneSubmitted", "CaseOpened", "RoleAssigned", "RiskRated"]);
    const fromBlock = draw.number(40);
    return {
      path: `/v1/events?name=${name}&fromBlock=${fromBlock}`,
      expected: ({ events }) =>
        events
          .filter((event) => event.name === name && event.block >= fromBlock)
          .map((event) => [event.block, event.actor, event.organisation]),
      seen: ({ provenance }) => [provenance?.blockNumber, provenance?.actor, provenance?.actorOrganisation],
    };
  },
  "an account's acts": (draw) => {
    const actor = draw.one(LEADS.map(accountOf));
    return {
      path: `/v1/audit/actors/${actor}`,
      expected: (paper) =>
        paper.events
          .filter((event) => event.actor === actor)
          .map(({ name, time }) => [name, time, heldBy(paper, actor, time)]),
      seen: ({ event, at, roles }) => [event, at, roles],
    };
  },
  "unknown actors": () => ({
    path: "/v1/audit/unknown-actors",
    expected: (paper) =>
      paper.events
        .filter(({ organisation }) => organisation === null)
        .filter(({ actor, time }) => heldBy(paper, actor, time).length === 0)
        .map(({ name, time }) => [name, time]),
    seen: ({ event, at }) => [event, at],
  }),
  "conflicts of interest": () => ({
    path: "/v1/audit/conflicts",
    expected: (paper) =>
      paper.pilots.toSorted(byCode).flatMap((pilot) =>
        paper.events
          .filter(({ name, organisation }) => organisation !== null && DECISIONS.includes(name))
          .filter((event) => isAbout(event.subject, pilot))
          .filter(({ organisation, time }) => {
            const joined = pilot.parties.some((party) => party.organisation === organisation && party.joinedAt <= time);
            return organisation === pilot.lead || joined;
          })
          .filter(({ organisation }) => paper.roles.some(({ account }) => isOf(paper, account, organisation)))
          .map(({ name, time }) => [pilot.code, name, time]),
      ),
    seen: ({ pilot, event, at }) => [pilot, event, at],
  }),
};

/** The decisions that officials of the random ledgers take. */
const DECISIONS: readonly string[] = [
  "FilingRecorded",
  "FilingRefused",
  "InspectionOpened",
  "InspectionConcluded",
  "CaseOpened",
  "FindingsIssued",
  "RectificationOrdered",
  "RectificationJudged",
  "PenaltyNoticed",
  "PenaltyDecided",
  "PenaltyWithdrawn",
  "CaseClosed",
  "RiskRated",
];

function isAbout(subject: string, { code }: PaperPilot): boolean {
  const digits = Buffer.from(subject.slice(2), "hex");
  const text = `${digits.subarray(0, 2)}-${digits.readUInt16BE(2)}-${digits.readUIntBE(4, 3)}-${digits.subarray(7, 10)}`;
  return code === `${text}-${String(digits.readUInt32BE(10)).padStart(4, "0")}`;
}

function isOf(paper: Paper, account: string, organisation: string | null): boolean {
  return paper.bindings.some((one) => one.account.toLowerCase() === account && one.organisation === organisation);
}

function since({ steps }: PaperPilot, state: string): number {
  return steps.findLast(({ name }) => name === state)?.at ?? 0;
}

function waiting(task: string, subject: string, at: number, workingDays: number, now: number) {
  return { task, subject, since: at, late: now > endOfWorkingDayAfter(at, workingDays) };
}

function inQueueOrder(one: { since: number; task: string; subject: string }, other: typeof one): number {
  const name = (item: typeof one) => `${item.task} ${item.subject}`;
  return one.since - other.since || (name(one) < name(other) ? -1 : 1);
}
