import { expect } from "chai";
import fc from "fast-check";
import { ledgerAt, ledgerAtTime } from "../../server/queries/as-of/ledger.ts";
import { pilotDifference } from "../../server/queries/pilot-difference.ts";
import { pilotHistory } from "../../server/queries/pilot-history.ts";
import { emptyLedger, LEADS, ledgers, SEED } from "../support/random-ledger.ts";

const CODE = "ZJ-2019-330100-JUD-0001";

describe(`what changed in a pilot (seed ${SEED})`, () => {
  it("is told event by event", async () => {
    const ledger = emptyLedger().apply(CODE, { lead: LEADS[0] }).start(CODE).submit(CODE, 1).accept(CODE, 1);
    const page = await pilotHistory(ledgerAtTime(ledger.reader(), ledger.time), { code: CODE, limit: 50 });
    const changes = page?.items.map(({ event, changes: made }) => [
      event,
      made.filter(({ path }) => /^(state|mandatoryOpen|submissions\[0\]\.decision\.result)$/.test(path)),
    ]);
    const state = (kind: string, id: string, from: string | null, to: string) => ({
      kind,
      id,
      path: "state",
      from,
      to,
    });
    const [pilot, milestone] = [["pilot", CODE] as const, ["milestone", `${CODE}/M1`] as const];
    expect(changes?.slice(1)).to.deep.equal([
      ["PilotAdmitted", [state(...pilot, "APPLIED", "UNDER_REVIEW")]],
      ["PilotApproved", [state(...pilot, "UNDER_REVIEW", "APPROVED")]],
      ["PilotStarted", [state(...pilot, "APPROVED", "ACTIVE")]],
      ["MilestoneSubmitted", [state(...milestone, "PLANNED", "SUBMITTED")]],
      [
        "MilestoneAccepted",
        [
          state(...milestone, "SUBMITTED", "ACCEPTED"),
          { kind: "milestone", id: milestone[1], path: "submissions[0].decision.result", from: null, to: "ACCEPTED" },
          { kind: "pilot", id: CODE, path: "mandatoryOpen", from: 1, to: 0 },
        ],
      ],
    ]);
  });

  it("makes up, step by step, the difference between any two points", async () => {
    await fc.assert(
      fc.asyncProperty(ledgers, fc.nat(), fc.nat(), async (ledger, one, other) => {
        const blocks = ledger.blocks();
        const [from, to] = [one % blocks.length, other % blocks.length].toSorted((a, b) => a - b).map((n) => blocks[n]);
        if (from === undefined || to === undefined) return;
        const later = ledgerAt(ledger.reader(), { block: to.number, time: to.time });
        for await (const [code] of later.list("pilot")) {
          const earlier = { block: from.number, time: from.time };
          const difference = await pilotDifference(later, { code, from: earlier });
          const history = await pilotHistory(later, { code, limit: 200 });
          const steps = history?.items.filter(({ provenance }) => provenance.blockNumber > from.number) ?? [];
          expect(difference?.events).to.deep.equal(steps.map(({ changes: _, ...event }) => event));
          const last = new Map<string, unknown>();
          const first = new Map<string, unknown>();
          for (const { kind, id, path, from: before, to: after } of steps.flatMap(({ changes }) => changes)) {
            const member = `${kind}/${id}/${path}`;
            if (!first.has(member)) first.set(member, before);
            last.set(member, after);
          }
          const expected = [...last].filter(([member, value]) => value !== first.get(member));
          const told = difference?.changes.map(({ kind, id, path, to: after }) => [`${kind}/${id}/${path}`, after]);
          expect(told?.toSorted()).to.deep.equal(expected.toSorted());
        }
      }),
      { seed: SEED, numRuns: 40 },
    );
  });
});
