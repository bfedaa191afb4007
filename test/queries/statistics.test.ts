import { expect } from "chai";
import fc from "fast-check";
import { RULES } from "../../server/ledger/rules/rules.ts";
import { type Ledger, ledgerAt, ledgerAtTime } from "../../server/queries/as-of/ledger.ts";
import { overview } from "../../server/queries/overview.ts";
import { Accumulator } from "../../server/queries/statistics/accumulator.ts";
import { drilldown, type FactView } from "../../server/queries/statistics/drilldown.ts";
import { readCell } from "../../server/queries/statistics/fact.ts";
import { METRICS } from "../../server/queries/statistics/metrics.ts";
import { statisticTable } from "../../server/queries/statistics/table.ts";
import { TABLE_NAMES } from "../../server/queries/statistics/tables.ts";
import { SEED } from "../support/random-ledger.ts";
import { supervisedLedgers } from "../support/random-supervision.ts";
import { DAY, START } from "../support/synthetic-names.ts";

const SPANS = [
  { from: 0, to: START + 10_000 * DAY },
  { from: START + 30 * DAY, to: START + 200 * DAY },
] as const;

describe(`statistics (seed ${SEED})`, () => {
  it("have behind every figure the facts that it is the sum of, and behind every fact its events", async () => {
    await fc.assert(
      fc.asyncProperty(
        supervisedLedgers,
        fc.constantFrom(...TABLE_NAMES),
        fc.constantFrom(...SPANS),
        async (made, table, span) => {
          const ledger = ledgerAtTime(made.reader(), made.time);
          const { rows } = await statisticTable(ledger, { table, span, within: {} });
          for (const { cell, figures } of rows.slice(0, 4)) {
            for (const { metric, value, withheld } of figures) {
              const facts = await allFacts(ledger, metric, cell, span);
              if (withheld === null) expect(value, `${table} ${cell} ${metric}`).to.equal(folded(metric, facts));
              else expect([value, isOfFew(cell, metric, facts)], `${cell} ${metric}`).to.deep.equal([null, true]);
              for (const { events, fact } of facts) expect(events.length, fact).to.be.greaterThan(0);
            }
          }
        },
      ),
      { seed: SEED, numRuns: 60 },
    );
  });

  it("can be opened from the overview: every figure of it is what its facts come to", async () => {
    await fc.assert(
      fc.asyncProperty(supervisedLedgers, async (made) => {
        const ledger = ledgerAtTime(made.reader(), made.time);
        const figures = opened(await overview(ledger));
        expect(figures.length).to.be.greaterThan(30);
        for (const { metric, cell, value } of figures) {
          const facts = await allFacts(ledger, metric, cell, { from: 0, to: made.time + 1 });
          expect(value, `${metric} ${cell}`).to.equal(folded(metric, facts));
        }
      }),
      { seed: SEED, numRuns: 6 },
    );
  });

  it("tell what share the five largest operators have of all", () => {
    const facts = new Accumulator();
    for (const [lead, pilots] of [4, 1, 3, 2, 1, 1, 8].entries()) {
      const fact = { code: "LEAD", subject: `lead ${lead}`, amount: 1n, place: {}, behind: [] } as const;
      for (let pilot = 0; pilot < pilots; pilot++) facts.add(fact);
    }
    // 8 + 4 + 3 + 2 + 1 of 20.
    expect(facts.figure(METRICS.CONCENTRATION?.fold ?? { sum: "PILOT" })).to.equal(9_000n);
  });

  it("count each pilot once: a province is its own level and its cities, a city its own level and its districts", async () => {
    await fc.assert(
      fc.asyncProperty(supervisedLedgers, async (made) => {
        const ledger = ledgerAtTime(made.reader(), made.time);
        const { rows } = await statisticTable(ledger, { table: "by-region", span: SPANS[0], within: {} });
        const figureAt = (cell: string, metric: string) =>
          BigInt(rows.find((row) => row.cell === cell)?.figures.find((figure) => figure.metric === metric)?.value ?? 0);
        const regions = rows.flatMap(({ cell }) => (cell.startsWith("region=") ? [cell.slice("region=".length)] : []));
        for (const metric of ["PILOTS", "BUDGET", "NEW_APPLIED"]) {
          for (const region of regions.filter((code) => code.endsWith("00"))) {
            const isProvince = region.endsWith("0000");
            const parts = regions.filter((code) =>
              isProvince
                ? code.endsWith("00") && code !== region
                : code.slice(0, 4) === region.slice(0, 4) && code !== region,
            );
            const sum = parts.reduce(
              (total, part) => total + figureAt(`region=${part}`, metric),
              figureAt(`own=${region}`, metric),
            );
            expect(figureAt(`region=${region}`, metric), `${metric} ${region}`).to.equal(sum);
          }
        }
      }),
      { seed: SEED, numRuns: 60 },
    );
  });

  it("are for a past block what they were then", async () => {
    await fc.assert(
      fc.asyncProperty(supervisedLedgers, fc.nat(), fc.constantFrom(...TABLE_NAMES), async (made, at, table) => {
        const blocks = made.blocks();
        const { number: block, time } = blocks[at % blocks.length] ?? { number: 0, time: 0 };
        const asked = { table, span: SPANS[1], within: {} };
        const past = await statisticTable(ledgerAt(made.reader(), { block, time }), asked);
        const then = await statisticTable(ledgerAt(made.upToBlock(block).reader(), { block, time }), asked);
        expect(past).to.deep.equal(then);
      }),
      { seed: SEED, numRuns: 100 },
    );
  });
});

/** Whether a figure is an operator's share of fewer than the rule set asks for. */
function isOfFew(cell: string, metric: string, facts: readonly FactView[]): boolean {
  const fold = METRICS[metric]?.fold;
  if (fold === undefined || !("whole" in fold) || !cell.includes("operator=")) return false;
  return facts.filter(({ fact }) => fact === fold.whole).length < RULES.minimumSample;
}

/** Every figure of an overview with where it is opened, found by walking all through it. */
function opened(part: object): { metric: string; cell: string; value: string }[] {
  const { metric, cell, ownCell, count, own, fen } = part as Readonly<Record<string, unknown>>;
  const here: { metric: string; cell: string; value: string }[] = [];
  if (typeof metric === "string") here.push({ metric, cell: String(cell), value: String(fen ?? count) });
  if (typeof metric === "string" && ownCell !== undefined) {
    here.push({ metric, cell: String(ownCell), value: String(own) });
  }
  const members = Object.values(part).filter((member) => typeof member === "object" && member !== null);
  return [...here, ...members.flatMap(opened)];
}

async function allFacts(ledger: Ledger, metric: string, cell: string, span: { from: number; to: number }) {
  const facts: FactView[] = [];
  for (let after: string | undefined; ; ) {
    const page = await drilldown(ledger, { metric, cell: readCell(cell) ?? {}, span, after, limit: 7 });
    facts.push(...page.items);
    if (page.next === null) return facts;
    after = page.next;
  }
}

/** What facts come to, by plain rules of its own: floating point is exact enough for so few. */
function folded(metric: string, facts: readonly FactView[]): string | null {
  const fold = METRICS[metric]?.fold;
  if (fold === undefined) throw new Error(`there is no metric ${metric}`);
  const amounts = (code: string) => facts.filter(({ fact }) => fact === code).map(({ amount }) => Number(amount));
  const sum = (code: string) => amounts(code).reduce((total, amount) => total + amount, 0);
  const subjects = (code: string) =>
    new Set(facts.filter(({ fact }) => fact === code).map(({ subject }) => subject)).size;
  if ("sum" in fold) return String(sum(fold.sum));
  if ("distinct" in fold) return String(subjects(fold.distinct));
  if ("largest" in fold) {
    const of = facts.filter(({ fact }) => fact === fold.of);
    const counts = [...Map.groupBy(of, ({ subject }) => subject).values()].map((same) => same.length);
    const largest = counts.toSorted((one, other) => other - one).slice(0, fold.largest);
    const part = largest.reduce((total, count) => total + count, 0);
    return of.length === 0 ? null : String(Math.floor((part * 10_000) / of.length + 0.5));
  }
  if ("of" in fold) {
    const sorted = amounts(fold.of).toSorted((one, other) => one - other);
    const value = sorted[Math.ceil((sorted.length * fold.percentile) / 100) - 1];
    return value === undefined ? null : String(Math.floor(value / DAY + 0.5));
  }
  const whole = sum(fold.whole);
  const part = fold.distinctPart ? subjects(fold.part) : sum(fold.part);
  return whole === 0 ? null : String(Math.floor((part * 10_000) / whole + 0.5));
}
