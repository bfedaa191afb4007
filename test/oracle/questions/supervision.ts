import { FILING_STATES } from "../../../server/ledger/codes/supervision.ts";
import { drawnPlaces } from "../../../server/ledger/draw.ts";
import type { Hex } from "../../../server/ledger/hex.ts";
import { listDigestOf } from "../../support/draws.ts";
import { REGIONS } from "../../support/random-ledger.ts";
import { DAY, runsUnfiled } from "../paper/standing.ts";
import {
  byCode,
  byNumber,
  byText,
  codeOf,
  codeOnPaper,
  covers,
  drawSpan,
  items,
  oneOf,
  type Questioner,
} from "../question.ts";

const _CLAUSES = ["BISR-11", "BISR-13", "BISR-17"] as const;

/** The states of a case before it is decided on. */
const _UNDECIDED = [
  "OPENED",
  "INSPECTING",
  "FINDINGS_ISSUED",
  "RECTIFYING",
  "RESPONDED",
  "PENALTY_NOTICED",
  "REOPENED",
];

/** The questions of filings, complaints, inspections, draws and incidents. */
export const SUPERVISION_QUESTIONS: Readonly<Record<string, Questioner>> = {
  filings: (draw) => {
    const state = draw.one([...FILING_STATES.slice(1, 8), "UNFILED_RUNNING"]);
    return {
      path: `/v1/filings?state=${state}`,
      expected: (paper, now) =>
        paper.supervision.filings
          .filter((one) => (state === "UNFILED_RUNNING" ? runsUnfiled(paper, one.pilot, now) : one.state === state))
          .toSorted(byText(({ pilot }) => pilot))
          .map(({ pilot, number }) => [pilot, number]),
      read: items(({ pilot, number }) => [pilot, number]),
    };
  },
  "filings in another order": (draw) => {
    const [by, reverse] = [draw.one(["dueAt", "stateSince"] as const), draw.number(2) === 0];
    return {
      path: `/v1/filings?sort=${reverse ? "-" : ""}${by}`,
      expected: ({ supervision }) =>
        supervision.filings
          .toSorted(
            byNumber(
              (one) => one[by] ?? Number.MAX_SAFE_INTEGER,
              ({ pilot }) => pilot,
              reverse,
            ),
          )
          .map(({ pilot }) => pilot),
      read: items(({ pilot }) => pilot),
    };
  },
  "filings due": (draw) => {
    const days = draw.number(30);
    return {
      path: `/v1/filings/due?within=${days}`,
      expected: ({ supervision }, now) =>
        supervision.filings
          .flatMap(({ pilot, dueAt }) => (dueAt !== null && dueAt <= now + days * DAY ? [{ pilot, dueAt }] : []))
          .toSorted((one, other) => one.dueAt - other.dueAt || (one.pilot < other.pilot ? -1 : 1))
          .map(({ pilot }) => pilot),
      read: items(({ pilot }) => pilot),
    };
  },
  "filings of a number": (draw, { supervision }) => {
    const numbers = supervision.filings.flatMap(({ number }) => number ?? []);
    const number = oneOf(draw, numbers, "浙网信备33020000号");
    return {
      path: `/v1/filings/by-number/${encodeURIComponent(number)}`,
      expected: ({ supervision: known }) =>
        known.filings
          .filter((one) => one.number === number)
          .toSorted(byText(({ pilot }) => pilot))
          .map(({ pilot, state }) => [pilot, state]),
      read: items(({ pilot, state }) => [pilot, state]),
    };
  },
  complaints: (draw) => {
    const state = draw.one(["RECEIVED", "CASE_OPENED"]);
    const span = drawSpan(draw);
    return {
      path: `/v1/complaints?state=${state}&${span.query}`,
      expected: ({ supervision }) =>
        supervision.complaints
          .filter((one) => one.state === state && span.has(one.at))
          .toSorted(byCode)
          .map(({ code }) => code),
      read: items(codeOf),
    };
  },
  inspections: (draw) => {
    const open = draw.number(2) === 0;
    const span = drawSpan(draw);
    return {
      path: `/v1/inspections?open=${open}&${span.query}`,
      expected: ({ supervision }) =>
        supervision.inspections
          .filter((one) => one.open === open && span.has(one.at))
          .toSorted(byCode)
          .map(({ code }) => code),
      read: items(codeOf),
    };
  },
  "inspections that a draw fell on": (draw, { supervision }) => {
    const code = oneOf(
      draw,
      supervision.inspections.flatMap((one) => one.draw ?? []),
      "DR-2019-330100-9999",
    );
    const open = draw.number(2) === 0;
    return {
      path: `/v1/inspections?draw=${code}&open=${open}`,
      expected: ({ supervision: known }) =>
        known.inspections
          .filter((one) => one.draw === code && one.open === open)
          .toSorted(byCode)
          .map(codeOnPaper),
      read: items(codeOf),
    };
  },
  draws: (draw) => {
    const [state, region] = [draw.one(["COMMITTED", "DRAWN", "MISSED"]), draw.one(REGIONS)];
    return {
      path: `/v1/draws?state=${state}&region=${region}`,
      expected: ({ supervision }) =>
        supervision.draws
          .filter((one) => one.state === state && covers(region, one.region))
          .toSorted(byCode)
          .map(({ code, at, chosen }) => [code, at, chosen]),
      read: items(({ code, committedAt, chosen }) => [code, committedAt, chosen]),
    };
  },
  "a draw, made again": (draw, { supervision }) => {
    const code = oneOf(draw, supervision.draws.map(codeOnPaper), "DR-2019-330100-9999");
    const list = draw.number(2) === 0 ? listDigestOf(code) : listDigestOf("another");
    return {
      path: `/v1/draws/${code}?list=${list}`,
      expected: ({ supervision: known }) => {
        const found = known.draws.find((one) => one.code === code);
        if (found === undefined) return "RECORD_NOT_FOUND";
        const { state, seed, length, count } = found;
        const places = seed === null ? null : drawnPlaces(seed as Hex, length, count);
        return [state, seed, places, places === null ? null : true, list === found.listDigest];
      },
      read: ({ draw: found }) => [
        found?.state,
        found?.check?.seed?.stated,
        found?.check?.places?.stated,
        found?.check?.places?.matches,
        found?.check?.list?.matches,
      ],
    };
  },
  incidents: (draw) => {
    const [open, by, reverse] = [draw.number(2) === 0, draw.one(["at", "severity"] as const), draw.number(2) === 0];
    const span = drawSpan(draw);
    return {
      path: `/v1/incidents?${span.query}&open=${open}&sort=${reverse ? "-" : ""}${by === "at" ? "reportedAt" : by}`,
      expected: ({ supervision }) =>
        supervision.incidents
          .filter((one) => one.open === open && span.has(one.at))
          .toSorted(
            byNumber(
              (one) => one[by],
              ({ code }) => code,
              reverse,
            ),
          )
          .map(({ code }) => code),
      read: items(codeOf),
    };
  },
};
