import { isPeriodCode, type PeriodCode } from "./statistics-ids.ts";

/*
 * Statistical periods in time: a year, a quarter or a month, whose days are those of Asia/Shanghai.
 */

/** A span of time: from its first second to before its end, Unix seconds. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

const SHANGHAI = 8 * 3_600;

/**
 * The span of a period.
 *
 * @throws {RangeError} when it is no period's code.
 */
export function spanOf(period: PeriodCode): Span {
  if (!isPeriodCode(period)) throw new RangeError(`"${period}" is no period such as 2019, 2019Q1 or 2019-03`);
  const { year, month, months } = partsOf(period);
  return { from: firstOf(year, month), to: firstOf(year, month + months) };
}

/** The period of the same length before. */
export function previousPeriod(period: PeriodCode): PeriodCode {
  const { year, month, months } = partsOf(period);
  const before = new Date(Date.UTC(year, month - months, 1));
  return written(before.getUTCFullYear(), before.getUTCMonth(), months);
}

/** The same period a year before. */
export function periodAYearBefore(period: PeriodCode): PeriodCode {
  const { year, month, months } = partsOf(period);
  return written(year - 1, month, months);
}

/** The month of an instant, as a period: `2019-03`. */
export function monthOf(instant: number): PeriodCode {
  return new Date((instant + SHANGHAI) * 1_000).toISOString().slice(0, 7);
}

/** The quarter of an instant, as a period: `2019Q1`. */
export function quarterOf(instant: number): PeriodCode {
  return quarterOfMonth(monthOf(instant));
}

/** The quarter of a month: `2019Q1` of `2019-03`. */
export function quarterOfMonth(period: PeriodCode): PeriodCode {
  const { year, month } = partsOf(period);
  return `${year}Q${Math.floor(month / 3) + 1}`;
}

/** The first month, from 0, and how many there are. */
function partsOf(period: PeriodCode): { readonly year: number; readonly month: number; readonly months: number } {
  const year = Number(period.slice(0, 4));
  if (period.length === 4) return { year, month: 0, months: 12 };
  if (period[4] === "Q") return { year, month: (Number(period.slice(5)) - 1) * 3, months: 3 };
  return { year, month: Number(period.slice(5)) - 1, months: 1 };
}

function written(year: number, month: number, months: number): PeriodCode {
  if (months === 12) return String(year);
  return months === 3 ? `${year}Q${month / 3 + 1}` : `${year}-${String(month + 1).padStart(2, "0")}`;
}

function firstOf(year: number, month: number): number {
  return Date.UTC(year, month, 1) / 1_000 - SHANGHAI;
}
