import { expect } from "chai";
import fc from "fast-check";
import { EVALUATION_KINDS } from "../../server/ledger/codes/statistics.ts";
import type { Hex } from "../../server/ledger/hex.ts";
import {
  formatBulletinCode,
  formatEvaluationCode,
  formatFigureCode,
  formatIndicatorCode,
  isPeriodCode,
  packBulletinId,
  packEvaluationId,
  packIndicatorId,
  packPeriod,
  parseBulletinCode,
  parseEvaluationCode,
  parseIndicatorCode,
  unpackBulletinId,
  unpackEvaluationId,
  unpackFigureId,
  unpackIndicatorId,
  unpackPeriod,
} from "../../server/ledger/statistics-ids.ts";

const SEED = 20190301;
const year = fc.integer({ min: 2000, max: 2999 });
const region = fc.integer({ min: 110_000, max: 999_999 }).map(String);
const number = fc.integer({ min: 1, max: 0xffff });
const period = fc.oneof(
  year.map(String),
  fc.tuple(year, fc.integer({ min: 1, max: 4 })).map(([y, quarter]) => `${y}Q${quarter}`),
  fc.tuple(year, fc.integer({ min: 1, max: 12 })).map(([y, month]) => `${y}-${String(month).padStart(2, "0")}`),
);
const indicator = fc.record({ code: fc.stringMatching(/^[A-Z0-9][A-Z0-9_]{0,15}$/), version: number });

function holds<T>(values: fc.Arbitrary<T>, law: (value: T) => void): void {
  fc.assert(fc.property(values, law), { seed: SEED });
}

describe("ids of the statistics ledger", () => {
  it(`of periods come back from the contracts' form (seed ${SEED})`, () => {
    holds(period, (code) => {
      expect(isPeriodCode(code)).to.equal(true);
      expect(unpackPeriod(packPeriod(code))).to.equal(code);
    });
  });

  it("of periods sort by year, and have the layout of the contracts", () => {
    expect(packPeriod("2019")).to.equal(0x07e30000);
    expect(packPeriod("2019Q1")).to.equal(0x07e30101);
    expect(packPeriod("2019-12")).to.equal(0x07e3020c);
    expect(packPeriod("2020")).to.be.greaterThan(packPeriod("2019-12"));
  });

  for (const wrong of ["", "19", "1999", "3000", "2019Q0", "2019Q5", "2019-00", "2019-13", "2019-3", "2019 "]) {
    it(`of periods are not "${wrong}"`, () => {
      expect(isPeriodCode(wrong)).to.equal(false);
      expect(() => packPeriod(wrong)).to.throw(RangeError);
    });
  }

  it(`of indicators and figures come back from text and from the contracts' form (seed ${SEED})`, () => {
    holds(fc.record({ parts: indicator, region, period }), ({ parts, ...place }) => {
      const code = formatIndicatorCode(parts);
      const id = packIndicatorId(parts);
      expect(parseIndicatorCode(code)).to.deep.equal(parts);
      expect(unpackIndicatorId(id)).to.equal(code);
      const tail =
        Number(place.region).toString(16).padStart(6, "0") + packPeriod(place.period).toString(16).padStart(8, "0");
      const figure: Hex = `0x${id.slice(2, 38)}${tail}${"0".repeat(14)}`;
      expect(unpackFigureId(figure)).to.equal(formatFigureCode({ indicator: code, ...place }));
    });
  });

  it(`of bulletins come back from text and from the contracts' form (seed ${SEED})`, () => {
    holds(fc.record({ period, region, number }), (parts) => {
      const code = formatBulletinCode(parts);
      expect(parseBulletinCode(code)).to.deep.equal(parts);
      expect(unpackBulletinId(packBulletinId(parts))).to.equal(code);
    });
  });

  it(`of evaluations come back from text and from the contracts' form (seed ${SEED})`, () => {
    const kind = fc.constantFrom(...EVALUATION_KINDS.slice(1));
    holds(fc.record({ kind, year, region, number }), (parts) => {
      const code = formatEvaluationCode(parts);
      expect(parseEvaluationCode(code)).to.deep.equal(parts);
      expect(unpackEvaluationId(packEvaluationId(parts))).to.equal(code);
    });
  });

  for (const wrong of [
    "",
    "SW_REV",
    "SW_REV-0",
    "SW_REV-01",
    "SW_REV-65536",
    "sw_rev-1",
    "_REV-1",
    "ABCDEFGHIJKLMNOPQ-1",
  ]) {
    it(`of indicators are not "${wrong}"`, () => expect(parseIndicatorCode(wrong)).to.equal(undefined));
  }
  for (const wrong of ["", "BUL-2019-330000", "BUL-2019-330000-0", "BUL-2019-13-330000-1", "BUL-2019-330000-65536"]) {
    it(`of bulletins are not "${wrong}"`, () => expect(parseBulletinCode(wrong)).to.equal(undefined));
  }
  for (const wrong of ["", "NONE-2019-330100-1", "OTHER-2019-330100-1", "BASE_ANNUAL-2019-330100-0"]) {
    it(`of evaluations are not "${wrong}"`, () => expect(parseEvaluationCode(wrong)).to.equal(undefined));
  }
});
