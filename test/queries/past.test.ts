import { expect } from "chai";
import fc from "fast-check";
import { TIMELINESS, timelinessAt } from "../../server/ledger/timeliness.ts";
import { type Ledger, ledgerAt, ledgerAtTime } from "../../server/queries/as-of/ledger.ts";
import { evidenceByDigest } from "../../server/queries/evidence/evidence-by-digest.ts";
import { listMilestones } from "../../server/queries/list-milestones.ts";
import { overview } from "../../server/queries/overview.ts";
import { pilotByCode } from "../../server/queries/pilot-by-code.ts";
import { pilotTimeline } from "../../server/queries/pilot-timeline.ts";
import { ledgers, SEED } from "../support/random-ledger.ts";
import { hash } from "../support/synthetic-names.ts";

const RUNS = { seed: SEED, numRuns: 150 };
const timeliness = fc.option(fc.uniqueArray(fc.constantFrom(...TIMELINESS), { minLength: 1 }), { nil: undefined });

describe(`questions about the past (seed ${SEED})`, () => {
  it("milestones are answered as they would have been then", async () => {
    await holds(fc.record({ timeliness, minDays: fc.option(fc.nat(60), { nil: undefined }) }), (ledger, filter) =>
      listMilestones(ledger, { filter, limit: 200 }),
    );
  });

  it("the overview is the one of then", async () => {
    await holds(fc.constant(null), (ledger) => overview(ledger));
  });

  it("a pilot is shown as it was then, with its time line up to then", async () => {
    await holds(fc.nat(), async (ledger, which) => {
      const codes: string[] = [];
      for await (const [code] of ledger.list("pilot")) codes.push(code);
      const code = codes[which % Math.max(1, codes.length)] ?? "ZJ-2019-330100-JUD-9999";
      const view = await pilotByCode(ledger, { code });
      return { view, timeline: await pilotTimeline(ledger, { code, limit: 200 }) };
    });
  });

  it("a digest appears as it did then", async () => {
    await holds(fc.nat(5), (ledger, which) => {
      const digest = hash(`document ${which}`);
      return evidenceByDigest(ledger, { algorithm: "sm3", digest, limit: 200 });
    });
  });
});

describe(`milestones across pilots (seed ${SEED})`, () => {
  it("are exactly those of the asked timeliness, and page without loss", async () => {
    await fc.assert(
      fc.asyncProperty(ledgers, timeliness, fc.integer({ min: 1, max: 5 }), async (ledger, statuses, limit) => {
        const [reader, asOf] = [ledger.reader(), ledger.time];
        const expected: string[] = [];
        for await (const [, milestone] of reader.list("milestone")) {
          const pilot = await reader.get("pilot", milestone.pilot);
          const status = pilot && timelinessAt(milestone, pilot, asOf)?.status;
          if (status !== undefined && (statuses?.includes(status) ?? true)) expected.push(milestone.code);
        }
        const listed: string[] = [];
        for (let after: string | undefined; ; ) {
          const page = await listMilestones(ledgerAtTime(reader, asOf), {
            filter: { timeliness: statuses },
            after,
            limit,
          });
          listed.push(...page.items.map(({ code }) => code));
          if (page.next === null) break;
          after = page.next;
        }
        expect(listed).to.deep.equal(expected);
      }),
      RUNS,
    );
  });
});

/** Asks a ledger about an instant or a block, and the ledger that ended with it: the answers must be equal. */
async function holds<Asked>(
  asked: fc.Arbitrary<Asked>,
  ask: (ledger: Ledger, asked: Asked) => Promise<unknown>,
): Promise<void> {
  await fc.assert(
    fc.asyncProperty(ledgers, fc.nat(), asked, async (ledger, at, question) => {
      const times = ledger.times();
      const asOf = (times[at % times.length] ?? 0) + (at % 3) - 1;
      const answer = await ask(ledgerAtTime(ledger.reader(), asOf), question);
      expect(answer).to.deep.equal(await ask(ledgerAtTime(ledger.upTo(asOf).reader(), asOf), question));
      const blocks = ledger.blocks();
      const { number: block, time } = blocks[at % blocks.length] ?? { number: 0, time: 0 };
      const atBlock = await ask(ledgerAt(ledger.reader(), { block, time }), question);
      expect(atBlock).to.deep.equal(await ask(ledgerAt(ledger.upToBlock(block).reader(), { block, time }), question));
    }),
    RUNS,
  );
}
