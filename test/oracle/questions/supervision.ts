import { FILING_STATES, SEVERITIES } from "../../../server/ledger/codes/supervision.ts";
import { drawnPlaces } from "../../../server/ledger/draw.ts";
import type { Hex } from "../../../server/ledger/hex.ts";
import { listDigestOf } from "../../support/draws.ts";
import { FIELDS, REGIONS } from "../../support/random-ledger.ts";
import { begunDays, DAY, hasOverdueOrder, runsUnfiled } from "../paper/standing.ts";
import {
  byCode,
  byNumber,
  byText,
  codeOf,
  covers,
  drawSpan,
  items,
  listOf,
  oneOf,
  placeOf,
  type Questioner,
} from "../question.ts";

const CLAUSES = ["BISR-11", "BISR-13", "BISR-17"] as const;

/** The states of a case before it is decided on. */
const UNDECIDED = ["OPENED", "INSPECTING", "FINDINGS_ISSUED", "RECTIFYING", "RESPONDED", "PENALTY_NOTICED", "REOPENED"];

/** The questions of filings, complaints, inspections, draws, cases and orders. */
export const SUPERVISION_QUESTIONS: Readonly<Record<string, Questioner>> = {
  cases: (draw) => {
    const [severity, clause, open] = [1 + draw.number(4), draw.one(CLAUSES), draw.number(2) === 0];
    const region = draw.one(REGIONS);
    return {
      path: `/v1/cases?severity=${SEVERITIES[severity]}&clause=${clause}&open=${open}&region=${region}`,
      expected: ({ supervision }) =>
        supervision.cases
          .filter((one) => one.severity === severity && open === (one.state !== "CLOSED"))
          .filter((one) => one.clause === clause || one.findings.some((finding) => finding.clause === clause))
          .filter(({ pilot }) => covers(region, placeOf(pilot).region))
          .toSorted(byCode)
          .map((one) => [one.code, one.state, one.findings.length]),
      read: items(({ code, state, findings }) => [code, state, findings]),
    };
  },
  "cases that wait for a decision": (draw) => {
    const [by, days] = [draw.one(["dueBefore", "limitationBefore"] as const), draw.number(900)];
    const before = 1_554_048_000 + days * DAY;
    return {
      path: `/v1/cases?${by}=${before}`,
      expected: ({ supervision }) =>
        supervision.cases
          .filter(({ state }) => UNDECIDED.includes(state))
          .filter((one) => (by === "dueBefore" ? one.decisionDueAt : one.limitationAt) < before)
          .toSorted(byCode)
          .map(codeOfCase),
      read: items(codeOf),
    };
  },
  "cases in another order": (draw) => {
    const keys = ["openedAt", "stateSince", "severity", "decisionDueAt", "limitationAt"] as const;
    const [by, reverse] = [draw.one(keys), draw.number(2) === 0];
    const span = drawSpan(draw);
    return {
      path: `/v1/cases?${span.query}&sort=${reverse ? "-" : ""}${by}`,
      expected: ({ supervision }) =>
        supervision.cases
          .filter(({ openedAt }) => span.has(openedAt))
          .toSorted(
            byNumber(
              (one) => one[by],
              ({ code }) => code,
              reverse,
            ),
          )
          .map(codeOfCase),
      read: items(codeOf),
    };
  },
  "a case": (draw, { supervision }) => {
    const code = oneOf(draw, supervision.cases.map(codeOfCase), "JC-2019-330100-9999");
    return {
      path: `/v1/cases/${code}`,
      expected: ({ supervision: known }) => {
        const dossier = known.cases.find((one) => one.code === code);
        if (dossier === undefined) return "RECORD_NOT_FOUND";
        const { state, stateSince, severity, findings, orders, penalties } = dossier;
        return [
          [state, stateSince, SEVERITIES[severity]],
          findings.map(({ clause, at }) => [clause, at]),
          orders.map(({ round, dueAt, respondedAt }) => [round, dueAt, respondedAt]),
          penalties.map(({ clause, decidedAt, fine, withdrawn }) => [
            clause,
            decidedAt,
            decidedAt === 0 ? null : String(fine),
            withdrawn,
          ]),
        ];
      },
      read: ({ case: dossier }) => [
        [dossier?.state, dossier?.stateSince, dossier?.severity],
        listOf(dossier?.findings).map(({ clause, at }) => [clause, at]),
        listOf(dossier?.orders).map(({ round, dueAt, response }) => [round, dueAt, response?.at ?? 0]),
        listOf(dossier?.penalties).map(({ clause, decision, withdrawn }) => [
          clause,
          decision?.at ?? 0,
          decision?.fineFen ?? null,
          withdrawn !== null,
        ]),
      ],
    };
  },
  "a case's time line": (draw, { supervision }) => {
    const code = oneOf(draw, supervision.cases.map(codeOfCase), "JC-2019-330100-9999");
    return {
      path: `/v1/cases/${code}/timeline`,
      expected: ({ supervision: known, events }) => {
        const dossier = known.cases.find((one) => one.code === code);
        if (dossier === undefined) return "RECORD_NOT_FOUND";
        const told = [code, ...(dossier.source.startsWith("CP") ? [dossier.source] : [])];
        return events
          .filter(({ pilot, args }) => pilot === dossier.pilot && told.some((one) => isNamed(args, one)))
          .map(({ name, time }) => [name, time]);
      },
      read: items(({ event, at }) => [event, at]),
    };
  },
  orders: (draw) => {
    const overdue = draw.number(2) === 0;
    return {
      path: `/v1/orders?overdue=${overdue}`,
      expected: ({ supervision }, now) =>
        supervision.cases.toSorted(byCode).flatMap((dossier) =>
          dossier.orders.flatMap((order, index) => {
            const isLast = index === dossier.orders.length - 1;
            return (isLast && hasOverdueOrder(dossier, now)) === overdue
              ? [[`${dossier.code}/${index + 1}`, order.state]]
              : [];
          }),
        ),
      read: items(({ code, state }) => [code, state]),
    };
  },
  "orders in another order": (draw) => {
    const [by, reverse] = [draw.one(["orderedAt", "dueAt", "daysLate"] as const), draw.number(2) === 0];
    return {
      path: `/v1/orders?sort=${reverse ? "-" : ""}${by}`,
      expected: ({ supervision }, now) =>
        supervision.cases
          .flatMap(({ code, orders }) =>
            orders.map(({ orderedAt, dueAt, respondedAt, state }, index) => {
              const until = respondedAt > 0 ? respondedAt : state === "OPEN" ? now : 0;
              return { code: `${code}/${index + 1}`, orderedAt, dueAt, daysLate: begunDays(dueAt, until) };
            }),
          )
          .toSorted(
            byNumber(
              (one) => one[by],
              ({ code }) => code,
              reverse,
            ),
          )
          .map(codeOfCase),
      read: items(codeOf),
    };
  },
  "findings by clause": (draw) => {
    const field = draw.one(FIELDS);
    return {
      path: `/v1/findings/by-clause?field=${field}`,
      expected: ({ supervision }) => {
        const found = supervision.cases
          .filter(({ pilot }) => placeOf(pilot).field === field)
          .flatMap(({ code, findings }) => findings.map((finding) => ({ ...finding, code })));
        const clauses = [...new Set(found.map(({ clause }) => clause))].map((clause) => {
          const same = found.filter((finding) => finding.clause === clause);
          const counts = [1, 2, 3, 4].map((severity) => same.filter((one) => one.severity === severity).length);
          const latest = Math.max(...same.map(({ at }) => at));
          return [clause, same.length, counts, [...new Set(same.map(({ code }) => code))].toSorted(), latest] as const;
        });
        return clauses.toSorted((one, other) => other[1] - one[1] || (one[0] < other[0] ? -1 : 1));
      },
      read: ({ clauses }) =>
        listOf(clauses).map(({ clause, findings, bySeverity, cases, latestAt }) => [
          clause,
          findings,
          SEVERITIES.slice(1).map((severity) => bySeverity?.[severity]),
          cases,
          latestAt,
        ]),
    };
  },
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
          .map(codeOfCase),
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
    const code = oneOf(draw, supervision.draws.map(codeOfCase), "DR-2019-330100-9999");
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

function codeOfCase({ code }: { readonly code: string }): string {
  return code;
}

/** Whether an event names a dossier: its number, packed, stands in it. */
function isNamed(args: object, code: string): boolean {
  const [prefix = "", year, region, serial] = code.split("-");
  const word = (value: string | undefined, digits: number) => Number(value).toString(16).padStart(digits, "0");
  const packed = `0x${Buffer.from(prefix).toString("hex")}${word(year, 4)}${word(region, 6)}${word(serial, 8)}`;
  return Object.values(args).some((value) => typeof value === "string" && value.startsWith(packed));
}
