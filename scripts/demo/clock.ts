/** "2019-03-11 09:20", read in Asia/Shanghai, as Unix seconds. */
export function shanghai(time: string): number {
  const seconds = Date.parse(`${time.replace(" ", "T")}:00+08:00`) / 1_000;
  if (!Number.isInteger(seconds)) throw new RangeError(`"${time}" is not of the form YYYY-MM-DD hh:mm`);
  return seconds;
}

/** The instant at which the demo stands when it is loaded; everything in it is dated relative to this. */
export const DEMO_CLOCK = "2020-06-18 10:00";

/** The instant of the demo chain's first block. */
export const DEMO_BEGINNING = "2017-03-01 08:00";
