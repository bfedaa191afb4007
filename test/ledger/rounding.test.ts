import { expect } from "chai";
import fc from "fast-check";
import { basisPoints, growth, percentile, roundedQuotient } from "../../server/ledger/rounding.ts";

const SEED = 20_190_401;

describe(`the rounding of figures (seed ${SEED})`, () => {
  it("is half up: to the nearest whole number, a half towards positive infinity", () => {
    const cases: readonly [bigint, bigint, bigint][] = [
      [1n, 2n, 1n],
      [3n, 2n, 2n],
      [-1n, 2n, 0n],
      [-3n, 2n, -1n],
      [1n, 3n, 0n],
      [2n, 3n, 1n],
      [-2n, 3n, -1n],
      [0n, 7n, 0n],
      [14n, 7n, 2n],
    ];
    for (const [numerator, denominator, expected] of cases) {
      expect(roundedQuotient(numerator, denominator), `${numerator}/${denominator}`).to.equal(expected);
    }
  });

  it("is never further than a half from the quotient, and exactly a half only upwards", () => {
    const numerators = fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n });
    const denominators = fc.bigInt({ min: 1n, max: 10n ** 12n });
    fc.assert(
      fc.property(numerators, denominators, (numerator, denominator) => {
        const twiceOff = 2n * (roundedQuotient(numerator, denominator) * denominator - numerator);
        expect(twiceOff > -denominator && twiceOff <= denominator).to.equal(true);
      }),
      { seed: SEED },
    );
  });

  it("gives shares in basis points, and none of nothing", () => {
    expect(basisPoints(1n, 3n)).to.equal(3_333n);
    expect(basisPoints(2n, 3n)).to.equal(6_667n);
    expect(basisPoints(0n, 5n)).to.equal(0n);
    expect(basisPoints(1n, 0n)).to.equal(null);
  });

  it("gives growth over a base, and none over 0", () => {
    expect(growth(115n, 100n)).to.equal(1_500n);
    expect(growth(50n, 100n)).to.equal(-5_000n);
    expect(growth(-50n, -100n)).to.equal(5_000n);
    expect(growth(7n, 0n)).to.equal(null);
  });

  it("gives percentiles by the nearest rank", () => {
    const values = [15n, 20n, 35n, 40n, 50n];
    expect([5, 30, 40, 50, 90, 100].map((percent) => percentile(values, percent))).to.deep.equal([
      15n,
      20n,
      20n,
      35n,
      50n,
      50n,
    ]);
    expect(percentile([], 50)).to.equal(null);
  });
});
