import { expect } from "chai";
import fc from "fast-check";
import { formatPilotCode } from "../../server/ledger/ids.ts";
import { RULES } from "../../server/ledger/rules/rules.ts";
import { ledgerAtTime } from "../../server/queries/as-of/ledger.ts";
import { type StatisticTable, statisticTable } from "../../server/queries/statistics/table.ts";
import { emptyLedger, FIELDS, LEADS, REGIONS, SEED } from "../support/random-ledger.ts";
import { START } from "../support/synthetic-names.ts";

type Place = readonly [region: string, field: string];

const places = fc.array(fc.tuple(fc.constantFrom(...REGIONS), fc.constantFrom(...FIELDS)), { maxLength: 60 });

/** The cross table of a ledger of pilots in these places, as it is and as the public sees it. */
async function tablesOf(pilots: readonly Place[]) {
  const ledger = emptyLedger();
  for (const [index, [region, field]] of pilots.entries()) {
    const code = formatPilotCode({ province: "ZJ", year: 2019, region, field, serial: index + 1 });
    ledger.apply(code, { lead: LEADS[index % 3] ?? LEADS[0] });
  }
  const asked = { table: "field-by-region" as const, span: { from: 0, to: START * 2 }, within: {} };
  const counted = ledgerAtTime(ledger.reader(), ledger.time);
  const [whole, open] = [
    await statisticTable(counted, asked),
    await statisticTable(counted, { ...asked, isPublic: true }),
  ];
  return { whole: valuesOf(whole), open: valuesOf(open) };
}

function valuesOf({ rows }: StatisticTable): Map<string, string | null> {
  return new Map(rows.map(({ cell, figures }) => [cell, figures[0]?.value ?? null]));
}

/** Every sum a reader knows: of a field over a region's parts, and of a region over the fields, whose totals other tables give. */
function sumsOf(cells: readonly string[]): { readonly total: string | undefined; readonly parts: readonly string[] }[] {
  const byField = FIELDS.flatMap((field) => {
    const own = cells.filter((cell) => cell.startsWith(`field=${field};`));
    const regionOf = (cell: string) => /;region=(\d+)/.exec(cell)?.[1];
    return own.flatMap((total) => {
      const of = regionOf(total);
      if (of === undefined || !of.endsWith("00")) return [];
      const parts = own.filter((cell) => {
        const region = regionOf(cell);
        if (region === undefined) return cell.endsWith(`own=${of}`);
        const isCity = region.endsWith("00");
        if (region === of) return false;
        return of.endsWith("0000") ? isCity : !isCity && region.startsWith(of.slice(0, 4));
      });
      return [{ total, parts }];
    });
  });
  const groups = Map.groupBy(cells, (cell) => cell.replace(/^field=\w+;/, ""));
  return [...byField, ...[...groups.values()].map((parts) => ({ total: undefined, parts }))];
}

describe(`small cells of a public table (seed ${SEED})`, () => {
  it("show no one or two, and no sum that gives a hidden figure away", async () => {
    await fc.assert(
      fc.asyncProperty(places, async (pilots) => {
        const { whole, open } = await tablesOf(pilots);
        for (const [cell, value] of open) {
          if (value !== null) expect([value, Number(value)], cell).to.deep.equal([whole.get(cell), Number(value)]);
          if (value !== null) expect(Number(value), cell).to.be.at.least(RULES.smallCellBelow);
        }
        for (const { total, parts } of sumsOf([...open.keys()])) {
          const hidden = parts.filter((cell) => open.get(cell) === null);
          if (total !== undefined && open.get(total) === null) {
            expect(hidden.length, `all parts of ${total} are shown`).to.be.greaterThan(0);
            continue;
          }
          // Where nothing else is left to hide, the total of another table tells: of one row alone, or of ones alone.
          const isOver = parts.every((cell) => open.get(cell) === null);
          if (total === undefined && isOver) continue;
          expect(hidden.length, `${total ?? parts.join()} leaves one part`).to.not.equal(1);
          const sum = hidden.reduce((all, cell) => all + Number(whole.get(cell)), 0);
          if (hidden.length > 0) expect(sum, `${total ?? parts.join()} leaves ones alone`).to.be.above(hidden.length);
        }
      }),
      { seed: SEED, numRuns: 40 },
    );
  });

  it("hide a neighbour with a small figure, and leave the rest", async () => {
    const pilots = [
      ...Array.from({ length: 9 }, (): Place => ["330102", "GOV"]),
      ...Array.from({ length: 2 }, (): Place => ["330108", "GOV"]),
      ...Array.from({ length: 5 }, (): Place => ["330206", "GOV"]),
    ];
    const { open } = await tablesOf(pilots);
    expect(Object.fromEntries(open)).to.deep.equal({
      "field=GOV;region=330000": "16",
      "field=GOV;region=330100": "11",
      "field=GOV;region=330102": null,
      "field=GOV;region=330108": null,
      "field=GOV;region=330200": "5",
      "field=GOV;region=330206": "5",
    });
  });
});
