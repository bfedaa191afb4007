import { expect } from "chai";
import { monthOf, periodAYearBefore, previousPeriod, spanOf } from "../../server/ledger/periods.ts";

const shanghai = (time: string) => Date.parse(`${time}+08:00`) / 1_000;

describe("statistical periods", () => {
  it("are spans of days in Asia/Shanghai", () => {
    expect(spanOf("2019")).to.deep.equal({
      from: shanghai("2019-01-01T00:00:00"),
      to: shanghai("2020-01-01T00:00:00"),
    });
    expect(spanOf("2019Q4")).to.deep.equal({
      from: shanghai("2019-10-01T00:00:00"),
      to: shanghai("2020-01-01T00:00:00"),
    });
    expect(spanOf("2020-02")).to.deep.equal({
      from: shanghai("2020-02-01T00:00:00"),
      to: shanghai("2020-03-01T00:00:00"),
    });
    expect(() => spanOf("2019Q5")).to.throw(RangeError);
  });

  it("follow each other without a gap", () => {
    for (const period of ["2019", "2019Q1", "2019Q2", "2020-01", "2020-12"]) {
      expect(spanOf(previousPeriod(period)).to, period).to.equal(spanOf(period).from);
    }
    expect([previousPeriod("2019"), previousPeriod("2019Q1"), previousPeriod("2019-01")]).to.deep.equal([
      "2018",
      "2018Q4",
      "2018-12",
    ]);
    expect([periodAYearBefore("2019Q3"), periodAYearBefore("2019-11")]).to.deep.equal(["2018Q3", "2018-11"]);
  });

  it("hold an instant in the month it has in Shanghai", () => {
    expect(monthOf(shanghai("2019-03-01T00:00:00"))).to.equal("2019-03");
    expect(monthOf(shanghai("2019-03-01T00:00:00") - 1)).to.equal("2019-02");
  });
});
