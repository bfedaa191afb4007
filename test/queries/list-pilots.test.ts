import { expect } from "chai";
import fc from "fast-check";
import { PILOT_STATES, STAGES } from "../../server/ledger/codes/pilots.ts";
import { PROGRAMME_KINDS } from "../../server/ledger/codes/programmes.ts";
import type { PilotRecord } from "../../server/ledger/pilot-records.ts";
import { ledgerAtTime } from "../../server/queries/as-of/ledger.ts";
import { listPilots } from "../../server/queries/list-pilots.ts";
import type { PilotFilter } from "../../server/queries/pilot-filter.ts";
import type { MemoryReader } from "../support/memory-reader.ts";
import { emptyLedger, FIELDS, LEADS, ledgers, PROGRAMMES, REGIONS, SEED } from "../support/random-ledger.ts";

const some = <T>(values: readonly T[]) =>
  fc.option(fc.uniqueArray(fc.constantFrom(...values), { minLength: 1 }), { nil: undefined });
const one = <T>(values: readonly T[]) => fc.option(fc.constantFrom(...values), { nil: undefined });

const filters: fc.Arbitrary<PilotFilter> = fc.record({
  field: some(FIELDS),
  region: one(REGIONS),
  state: some(PILOT_STATES),
  stage: some(STAGES),
  organisation: one(LEADS),
  programme: one(PROGRAMMES),
  programmeKind: some(PROGRAMME_KINDS),
  q: one(["电子证", "试点", "e-licences", "TRACE", "traceability auto", "证据 courts", "２０１９", "nothing"]),
});

describe(`a list of pilots (seed ${SEED})`, () => {
  it("holds exactly the pilots that satisfy the filter, by code", async () => {
    await fc.assert(
      fc.asyncProperty(ledgers, filters, async (ledger, filter) => {
        const reader = ledger.reader();
        const expected = (await pilotsOf(reader)).filter((pilot) => naivelySatisfies(pilot, filter));
        expect(await codes(reader, filter)).to.deep.equal(expected.map((pilot) => pilot.code).toSorted());
      }),
      { seed: SEED, numRuns: 200 },
    );
  });

  it("is for a past instant what it was then", async () => {
    await fc.assert(
      fc.asyncProperty(ledgers, filters, fc.nat(), async (ledger, filter, at) => {
        const times = ledger.times();
        const asOf = (times[at % times.length] ?? 0) + (at % 3) - 1;
        const [now, then] = [ledger.reader(), ledger.upTo(asOf).reader()];
        const past = await listPilots(ledgerAtTime(now, asOf), { filter, limit: 200 });
        expect(past).to.deep.equal(await listPilots(ledgerAtTime(then, asOf), { filter, limit: 200 }));
      }),
      { seed: SEED, numRuns: 200 },
    );
  });

  it("is the same in pages of any size", async () => {
    await fc.assert(
      fc.asyncProperty(ledgers, filters, fc.integer({ min: 1, max: 7 }), async (ledger, filter, limit) => {
        const reader = ledger.reader();
        const asOf = ledger.time;
        const paged: string[] = [];
        for (let after: string | undefined; ; ) {
          const page = await listPilots(ledgerAtTime(reader, asOf), { filter, after, limit });
          paged.push(...page.items.map((pilot) => pilot.code));
          if (page.next === null) break;
          expect(page.items).to.have.length(limit);
          after = page.next;
        }
        expect(paged).to.deep.equal(await codes(reader, filter));
      }),
      { seed: SEED, numRuns: 50 },
    );
  });

  it("is empty before the first block's time, and on a ledger without pilots", async () => {
    const reader = emptyLedger().reader();
    expect(await listPilots(ledgerAtTime(reader, 0), { filter: {}, limit: 50 })).to.deep.equal({
      items: [],
      next: null,
    });
    const nothing = await listPilots(ledgerAtTime(reader, 2 ** 31), { filter: { programmeKind: ["CITY"] }, limit: 50 });
    expect(nothing).to.deep.equal({ items: [], next: null });
  });

  it("finds text in Chinese and English, in full width and in any case", async () => {
    const ledger = emptyLedger();
    const [lead] = LEADS;
    ledger.apply("ZJ-2019-330100-JUD-0001", { lead, zh: "互联网案件电子证据存证", en: "E-evidence of Internet cases" });
    const reader = ledger.reader();
    const found = ["证据", "互联网 存证", "e-EVIDENCE", "ＩＮＴＥＲＮＥＴ", "0001", "证"];
    for (const q of found) expect(await codes(reader, { q }), q).to.have.length(1);
    for (const q of ["证联", "evidences", "互联网 merger"]) expect(await codes(reader, { q }), q).to.deep.equal([]);
  });
});

async function codes(reader: MemoryReader, filter: PilotFilter): Promise<string[]> {
  const { items } = await listPilots(ledgerAtTime(reader, reader.head?.time ?? 0), { filter, limit: 200 });
  return items.map((pilot) => pilot.code);
}

async function pilotsOf(reader: MemoryReader): Promise<PilotRecord[]> {
  const pilots: PilotRecord[] = [];
  for await (const [, pilot] of reader.list("pilot")) pilots.push(pilot);
  return pilots;
}

/** The filter as one would write it without indexes. */
function naivelySatisfies(pilot: PilotRecord, filter: PilotFilter): boolean {
  const region = filter.region?.replace(/0+$/, "") ?? "";
  const covered = filter.region?.endsWith("00")
    ? pilot.region.startsWith(region.padEnd(region.length > 2 ? 4 : 2, "0"))
    : pilot.region === filter.region;
  const takesPart = [pilot.lead, ...pilot.parties.filter(({ leftAt }) => leftAt === null).map((p) => p.organisation)];
  const text = `${pilot.title.zh} ${pilot.title.en} ${pilot.code}`.toLowerCase();
  const words = (filter.q ?? "").normalize("NFKC").toLowerCase().split(" ");
  const terms = text.split(/[^\p{L}\p{N}]+/u);
  const asWords = (word: string) =>
    /\p{Script=Han}/u.test(word) || word.split("-").every((part) => terms.includes(part));
  return (
    (filter.field?.includes(pilot.field) ?? true) &&
    (filter.region === undefined || covered) &&
    (filter.state?.includes(pilot.state) ?? true) &&
    (filter.stage?.includes(pilot.stage) ?? true) &&
    (filter.programmeKind?.includes(pilot.programmeKind) ?? true) &&
    (filter.programme === undefined || pilot.programme === filter.programme) &&
    (filter.organisation === undefined || takesPart.includes(filter.organisation)) &&
    (filter.q === undefined || words.every((word) => text.includes(word) && asWords(word)))
  );
}
