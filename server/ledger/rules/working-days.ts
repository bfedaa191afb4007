import calendar from "./calendar.json" with { type: "json" };

/*
 * Working days of the People's Republic of China: Monday to Friday without the statutory holidays, and the weekend days worked in
 * lieu (国务院办公厅关于部分节假日安排的通知, each year). Days are those of Asia/Shanghai, which has had no daylight saving since 1991.
 */

/** A year of which the calendar says nothing: a limit cannot be computed, and is not guessed. */
export class CalendarError extends Error {
  readonly code = "CALENDAR_YEAR_MISSING" as const;
  readonly year: number;

  constructor(year: number) {
    const years = Object.keys(CALENDAR);
    super(
      `the working-day calendar has no year ${year} (it has ${years.at(0)} to ${years.at(-1)}): update the toolkit`,
    );
    this.name = "CalendarError";
    this.year = year;
  }
}

interface CalendarYear {
  /** Days off that would be working days, `MM-DD`. */
  readonly off: readonly string[];
  /** Weekend days worked, `MM-DD`. */
  readonly worked: readonly string[];
}

const CALENDAR: Readonly<Record<string, CalendarYear>> = calendar;

/** The years that the calendar has. */
export const CALENDAR_YEARS: readonly number[] = Object.keys(CALENDAR).map(Number);

const DAY = 86_400;
const SHANGHAI = 8 * 3_600;

/**
 * The last second of the `count`th working day after `instant`. The day of the instant does not count
 * (行政处罚法 Art. 85: limits of days count from the next day).
 *
 * @param instant Unix seconds.
 * @param count Working days, at least 1.
 * @throws {CalendarError} when the calendar ends before the limit does.
 */
export function endOfWorkingDayAfter(instant: number, count: number): number {
  let day = Math.floor((instant + SHANGHAI) / DAY);
  for (let left = count; left > 0; ) {
    day += 1;
    if (isWorkingDay(day)) left -= 1;
  }
  return (day + 1) * DAY - SHANGHAI - 1;
}

/** Whether a day is a working day. Days are counted from 1970-01-01. */
function isWorkingDay(day: number): boolean {
  const date = new Date(day * DAY * 1_000);
  const [year = "", monthDay = ""] = [date.toISOString().slice(0, 4), date.toISOString().slice(5, 10)];
  const known = CALENDAR[year];
  if (known === undefined) throw new CalendarError(Number(year));
  if (known.worked.includes(monthDay)) return true;
  const weekday = date.getUTCDay();
  return weekday !== 0 && weekday !== 6 && !known.off.includes(monthDay);
}
