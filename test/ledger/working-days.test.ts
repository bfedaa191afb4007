import { expect } from "chai";
import chineseDays from "chinese-days";
import calendar from "../../server/ledger/rules/calendar.json" with { type: "json" };
import { CalendarError, endOfWorkingDayAfter } from "../../server/ledger/rules/working-days.ts";

const DAY = 86_400;

/** An instant in Shanghai, Unix seconds. */
const shanghai = (time: string) => Date.parse(`${time}+08:00`) / 1_000;
const inShanghai = (instant: number) => new Date((instant + 8 * 3_600) * 1_000).toISOString().slice(0, 19);

describe("working days", () => {
  it("are those of the Spring Festival of 2020, prolonged to 2 February", () => {
    const submitted = shanghai("2020-01-20T12:00:00");
    const ends = [1, 2, 3, 4, 5].map((count) => inShanghai(endOfWorkingDayAfter(submitted, count)));
    expect(ends).to.deep.equal([
      "2020-01-21T23:59:59",
      "2020-01-22T23:59:59",
      "2020-01-23T23:59:59",
      "2020-02-03T23:59:59",
      "2020-02-04T23:59:59",
    ]);
    expect(inShanghai(endOfWorkingDayAfter(shanghai("2020-01-18T09:00:00"), 1))).to.equal("2020-01-19T23:59:59");
  });

  it("begin at midnight in Shanghai, not in Greenwich", () => {
    expect(inShanghai(endOfWorkingDayAfter(shanghai("2019-06-03T23:59:59"), 1))).to.equal("2019-06-04T23:59:59");
    expect(inShanghai(endOfWorkingDayAfter(shanghai("2019-06-04T00:00:00"), 1))).to.equal("2019-06-05T23:59:59");
  });

  for (const year of Object.keys(calendar)) {
    it(`are those that chinese-days says for every day of ${year}`, () => {
      const differing: string[] = [];
      for (let noon = shanghai(`${year}-01-01T12:00:00`); inShanghai(noon).startsWith(year); noon += DAY) {
        const date = inShanghai(noon).slice(0, 10);
        if (isWorkingDay(noon) !== chineseDays.isWorkday(date)) differing.push(date);
      }
      expect(differing).to.deep.equal([]);
    });
  }

  it("of a year that the calendar does not have are an error that names the year", () => {
    const years = Object.keys(calendar).map(Number);
    const after = Math.max(...years) + 1;
    const attempt = () => endOfWorkingDayAfter(shanghai(`${after - 1}-12-31T12:00:00`), 1);
    expect(attempt).to.throw(CalendarError, `no year ${after}`).with.property("year", after);
  });
});

/** Whether a limit of one working day that began the day before ends on this day. */
function isWorkingDay(noon: number): boolean {
  try {
    return inShanghai(endOfWorkingDayAfter(noon - DAY, 1)).slice(0, 10) === inShanghai(noon).slice(0, 10);
  } catch (error) {
    if (error instanceof CalendarError) return false;
    throw error;
  }
}
