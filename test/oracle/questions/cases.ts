import { SEVERITIES } from "../../../server/ledger/codes/supervision.ts";
import { FIELDS, REGIONS } from "../../support/random-ledger.ts";
import { begunDays, DAY, hasOverdueOrder } from "../paper/standing.ts";
import {
  byCode,
  byNumber,
  codeOf,
  codeOnPaper,
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

/** The questions of cases, orders to rectify and findings. */
export const CASE_QUESTIONS: Readonly<Record<string, Questioner>> = {
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
          .map(codeOnPaper),
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
          .map(codeOnPaper),
      read: items(codeOf),
    };
  },
  "a case": (draw, { supervision }) => {
    const code = oneOf(draw, supervision.cases.map(codeOnPaper), "JC-2019-330100-9999");
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
    const code = oneOf(draw, supervision.cases.map(codeOnPaper), "JC-2019-330100-9999");
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
          .map(codeOnPaper),
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
};

/** Whether an event names a dossier: its number, packed, stands in it. */
function isNamed(args: object, code: string): boolean {
  const [prefix = "", year, region, serial] = code.split("-");
  const word = (value: string | undefined, digits: number) => Number(value).toString(16).padStart(digits, "0");
  const packed = `0x${Buffer.from(prefix).toString("hex")}${word(year, 4)}${word(region, 6)}${word(serial, 8)}`;
  return Object.values(args).some((value) => typeof value === "string" && value.startsWith(packed));
}
