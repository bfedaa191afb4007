import { EXPERTS } from "../../support/random-conduct.ts";
import { LEADS, REGIONS } from "../../support/random-ledger.ts";
import { accountOf } from "../../support/synthetic-names.ts";
import type { PaperPilot } from "../paper/pilot-book.ts";
import { DAY } from "../paper/standing.ts";
import { byCode, byText, codeOf, covers, drawSpan, items, listOf, type Questioner } from "../question.ts";

/** The questions of who acted, and of organisations. */
export const AUDIT_QUESTIONS: Readonly<Record<string, Questioner>> = {
  events: (draw) => {
    const names = ["PilotApplied", "MilestoneSubmitted", "CaseOpened", "RoleAssigned", "RiskRated", "DrawMade"];
    const [name, fromBlock, span] = [draw.one(names), draw.number(40), drawSpan(draw)];
    return {
      path: `/v1/events?name=${name}&fromBlock=${fromBlock}&${span.query}`,
      expected: ({ events }) =>
        events
          .filter((event) => event.name === name && event.block >= fromBlock && span.has(event.time))
          .map((event) => [event.block, event.actor, event.organisation]),
      read: items(({ provenance }) => [provenance?.blockNumber, provenance?.actor, provenance?.actorOrganisation]),
    };
  },
  "an account's acts": (draw) => {
    const actor = draw.one([...LEADS.map(accountOf), ...EXPERTS]);
    return {
      path: `/v1/audit/actors/${actor}`,
      expected: ({ events, registers }) => [
        registers.organisationOf(actor),
        registers.ends.findLast(({ account }) => account === actor)?.at ?? null,
        events
          .filter((event) => event.actor === actor)
          .map(({ name, time }) => [name, time, registers.rolesOf(actor, time)]),
      ],
      read: (body) => [
        body.actor?.organisation,
        body.actor?.revokedAt,
        items(({ event, at, roles }) => [event, at, roles])(body),
      ],
    };
  },
  "role changes": () => ({
    path: "/v1/audit/role-changes",
    expected: ({ events }) =>
      events
        .filter(({ name }) =>
          ["RoleAssigned", "AccountBound", "AccountRevoked", "KeyCompromiseReported"].includes(name),
        )
        .map(({ name, time }) => [name, time]),
    read: items(({ event, at }) => [event, at]),
  }),
  "keys lost in a time": (draw) => {
    const span = drawSpan(draw);
    return {
      path: `/v1/audit/role-changes?name=KeyCompromiseReported,AccountRevoked&${span.query}`,
      expected: ({ events }) =>
        events
          .filter(({ name, time }) => ["AccountRevoked", "KeyCompromiseReported"].includes(name) && span.has(time))
          .map(({ name, time }) => [name, time]),
      read: items(({ event, at }) => [event, at]),
    };
  },
  "unknown actors": () => ({
    path: "/v1/audit/unknown-actors",
    expected: ({ events, registers }) =>
      events
        .filter(({ organisation }) => organisation === null)
        .filter(({ actor, time }) => registers.rolesOf(actor, time).length === 0)
        .map(({ name, time }) => [name, time]),
    read: items(({ event, at }) => [event, at]),
  }),
  "conflicts of interest": () => ({
    path: "/v1/audit/conflicts",
    expected: ({ pilots, events, registers }) => {
      const officials = registers.roles.map(({ account }) =>
        registers.bindings.find((one) => one.account.toLowerCase() === account),
      );
      const staffed = officials.map((official) => official?.organisation);
      return pilots.all.toSorted(byCode).flatMap((pilot) =>
        events
          .filter(({ name, pilot: about }) => about === pilot.code && DECISIONS.includes(name))
          .filter(({ organisation }) => organisation !== null && staffed.includes(organisation))
          .filter(({ organisation, time }) => tookPart(pilot, organisation, time))
          .map(({ name, time }) => [pilot.code, name, time]),
      );
    },
    read: items(({ pilot, event, at }) => [pilot, event, at]),
  }),
  organisations: (draw) => {
    const region = draw.one(REGIONS);
    return {
      path: `/v1/organisations?region=${region}&kind=ENTERPRISE&q=${encodeURIComponent("单位")}`,
      expected: ({ registers }) =>
        registers.organisations
          .filter((one) => one.kind === 3 && covers(region, one.region) && one.name.zh.includes("单位"))
          .toSorted(byText(({ uscc }) => uscc))
          .map(({ uscc }) => [uscc, registers.accountsOf(uscc)]),
      read: items(({ uscc, accounts }) => [uscc, accounts]),
    };
  },
  "an organisation's record": (draw) => {
    const uscc = draw.one(LEADS);
    return {
      path: `/v1/organisations/${uscc}/record`,
      expected: ({ registers, pilots, supervision }) => {
        if (registers.organisations.every((one) => one.uscc !== uscc)) return "RECORD_NOT_FOUND";
        const led = pilots.all.filter(({ lead }) => lead === uscc).map(({ code }) => code);
        const part = pilots.all.filter(
          ({ lead, parties }) =>
            lead === uscc || parties.some((one) => one.organisation === uscc && one.leftAt === null),
        );
        const cases = supervision.cases.filter(({ pilot }) => led.includes(pilot)).toSorted(byCode);
        const penalties = cases.flatMap((dossier) => dossier.penalties.filter(({ decidedAt }) => decidedAt > 0));
        const fines = penalties.filter(({ withdrawn }) => !withdrawn).reduce((sum, { fine }) => sum + fine, 0n);
        const findings = cases.flatMap(({ code, findings: found }) => found.map((one) => ({ ...one, code })));
        const clauses = [...new Set(findings.map(({ clause }) => clause))].toSorted().flatMap((clause) => {
          const same = findings.filter((one) => one.clause === clause);
          const [times, of] = [same.map(({ at }) => at), new Set(same.map(({ code }) => code))];
          const isNear = times.some((one, index) =>
            times.some((other, place) => place !== index && Math.abs(one - other) <= 365 * DAY),
          );
          return of.size > 1 ? [[clause, [...of].toSorted(), isNear]] : [];
        });
        return [
          part.toSorted(byCode).map(({ code, lead }) => [code, lead === uscc ? "LEAD" : "PARTY"]),
          cases.map(({ code }) => code),
          penalties.map(({ decidedAt, fine }) => [decidedAt, String(fine)]),
          String(fines),
          clauses,
          supervision.incidents.filter(({ pilot }) => led.includes(pilot)).length,
        ];
      },
      read: ({ organisation }) => [
        listOf(organisation?.pilots).map(({ pilot, as }) => [pilot, as]),
        listOf(organisation?.cases).map(codeOf),
        listOf(organisation?.penalties).map(({ decidedAt, fineFen }) => [decidedAt, fineFen]),
        organisation?.finesFen,
        listOf(organisation?.repeated).map(({ clause, cases, withinRepetitionDays }) => [
          clause,
          (cases as unknown as string[]).toSorted(),
          withinRepetitionDays,
        ]),
        listOf(organisation?.incidents).length,
      ],
    };
  },
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

function tookPart({ lead, parties }: PaperPilot, organisation: string | null, time: number): boolean {
  if (lead === organisation) return true;
  return parties.some(
    (party) =>
      party.organisation === organisation && party.joinedAt <= time && (party.leftAt === null || party.leftAt >= time),
  );
}
