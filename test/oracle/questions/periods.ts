/*
 * When periods of statistics begin and end, in Asia/Shanghai.
 */

/** The first second of a period, in Asia/Shanghai. */
export function startOfPeriod(period: string): number {
  const [year, month] = startOf(period);
  return Date.UTC(year, month, 1) / 1_000 - 8 * 3_600;
}

/** The first second after a period. */
export function endOfPeriod(period: string): number {
  const [year, month, months] = startOf(period);
  return Date.UTC(year, month + months, 1) / 1_000 - 8 * 3_600;
}

function startOf(period: string): [year: number, month: number, months: number] {
  const year = Number(period.slice(0, 4));
  if (period.includes("Q")) return [year, (Number(period.at(-1)) - 1) * 3, 3];
  return period.includes("-") ? [year, Number(period.slice(5)) - 1, 1] : [year, 0, 12];
}
