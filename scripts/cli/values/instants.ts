import { unusable } from "../failure.ts";

/*
 * Dates as people write them, in Asia/Shanghai unless they say otherwise, as Unix seconds.
 */

const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const TIME = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}):(\d{2})(?::(\d{2}))?\s*(Z|[+-]\d{2}:\d{2})?$/;
const DAY = 86_400;

/** The first second of a day; undefined when the text is no date of the calendar. */
export function startOfDay(text: string): number | undefined {
  const match = DATE.exec(text.trim());
  if (match === null) return undefined;
  const time = Date.parse(`${match[0]}T00:00:00Z`);
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== match[0]) return undefined;
  return time / 1000 - 8 * 3600;
}

/** The last second of a day, 23:59:59: until when something due on that day is on time. */
export function endOfDay(text: string): number | undefined {
  const start = startOfDay(text);
  return start === undefined ? undefined : start + DAY - 1;
}

/** A moment: `2019-06-30 14:05`, with seconds and a zone if wanted; a date alone is its last second. */
export function moment(text: string): number | undefined {
  const match = TIME.exec(text.trim());
  if (match === null) return endOfDay(text);
  const [, date = "", hour = "", minute = "", second = "00", zone = "+08:00"] = match;
  if (startOfDay(date) === undefined || Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59)
    return undefined;
  const time = Date.parse(`${date}T${hour}:${minute}:${second}${zone}`);
  return Number.isNaN(time) ? undefined : time / 1000;
}

/** Reads an option that is a date, as its last second. */
export function dateArgument(text: string, option: string): number {
  return endOfDay(text) ?? notADate(text, option, "2019-06-30");
}

/** Reads an option that is a moment. */
export function momentArgument(text: string, option: string): number {
  return moment(text) ?? notADate(text, option, "2019-06-30 14:05");
}

function notADate(text: string, option: string, example: string): never {
  throw unusable(
    "DATE_INVALID",
    `${option} 的“${text}”不是有效日期；请写作 ${example}（北京时间）。`,
    `"${text}" is no date for ${option}; write ${example} (Asia/Shanghai)`,
  );
}
