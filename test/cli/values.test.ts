import { expect } from "chai";
import { bigInt, assert as holds, property } from "fast-check";
import { milestoneArguments } from "../../scripts/cli/milestones/arguments.ts";
import { kindOfName } from "../../scripts/cli/milestones/evidence-kinds.ts";
import { organisationArgument, pilotArgument } from "../../scripts/cli/values/codes.ts";
import { endOfDay, moment, startOfDay } from "../../scripts/cli/values/instants.ts";
import { basisPointsOf, fenOfYuan, yuanOfFen } from "../../scripts/cli/values/money.ts";

describe("yuan", () => {
  it("become fen exactly, for every amount the ledger can hold", () => {
    holds(property(bigInt(0n, 2n ** 64n - 1n), (fen) => fenOfYuan(yuanOfFen(fen)) === fen));
  });

  it("are read as people write them", () => {
    expect(fenOfYuan("0.1")).to.equal(10n);
    expect(fenOfYuan("1,234,567.89")).to.equal(123_456_789n);
    expect(fenOfYuan("4.35")).to.equal(435n);
    expect(fenOfYuan(" 3600000 ")).to.equal(360_000_000n);
  });

  for (const text of ["", "-1", "1.234", "1,23", "12万", "1e6", "0x10", "1.", ".5", "184467440737095516.16"]) {
    it(`are not "${text}"`, () => expect(fenOfYuan(text)).to.equal(undefined));
  }
});

describe("weights", () => {
  it("are percent or basis points", () => {
    expect(["10", "12.5", "12.50%", "1250bp", "100", "0.01"].map(basisPointsOf)).to.deep.equal([
      1000, 1250, 1250, 1250, 10_000, 1,
    ]);
    expect(["0", "100.01", "12.345", "10001bp", "-1", ""].map(basisPointsOf)).to.deep.equal(Array(6).fill(undefined));
  });
});

describe("dates", () => {
  it("end at 23:59:59 in Asia/Shanghai", () => {
    expect(endOfDay("2019-06-30")).to.equal(Date.parse("2019-06-30T15:59:59Z") / 1000);
    expect(startOfDay("2019-03-01")).to.equal(Date.parse("2019-02-28T16:00:00Z") / 1000);
  });

  it("are days of the calendar", () => {
    expect(["2019-02-29", "2019-13-01", "2019-6-30", "30.06.2019", ""].map(endOfDay)).to.deep.equal(
      Array(5).fill(undefined),
    );
    expect(endOfDay("2020-02-29")).not.to.equal(undefined);
  });

  it("with a time are in Asia/Shanghai unless they name a zone", () => {
    expect(moment("2019-06-30 14:05")).to.equal(Date.parse("2019-06-30T06:05:00Z") / 1000);
    expect(moment("2019-06-30T14:05:06Z")).to.equal(Date.parse("2019-06-30T14:05:06Z") / 1000);
    expect(moment("2019-06-30 25:00")).to.equal(undefined);
    expect(moment("2019-02-30 10:00")).to.equal(undefined);
  });
});

describe("codes on the command line", () => {
  it("may be in either case, and a milestone may stand with its pilot", () => {
    expect(pilotArgument("zj-2019-330100-jud-0001").code).to.equal("ZJ-2019-330100-JUD-0001");
    expect(milestoneArguments(["zj-2019-330100-jud-0001/m3"])).to.deep.include({ number: 3 });
    expect(milestoneArguments(["ZJ-2019-330100-JUD-0001", "3"])).to.deep.include({ number: 3 });
  });

  it("tell which fault an organisation's code has", () => {
    expect(() => organisationArgument("91330108MA0990055X")).to.throw(/check digit/);
    expect(() => organisationArgument("9133010")).to.throw(/18 characters/);
  });
});

describe("a file's name", () => {
  it("says its kind of evidence when it begins with one", () => {
    const names = [
      "test-report.pdf",
      "TEST_REPORT v2.docx",
      "sub/测试报告-终稿.pdf",
      "trial-run.csv",
      "testreport.pdf",
      "exit-report.pdf",
    ];
    expect(names.map(kindOfName)).to.deep.equal([
      "TEST_REPORT",
      "TEST_REPORT",
      "TEST_REPORT",
      undefined,
      undefined,
      "EXIT_REPORT",
    ]);
  });
});
