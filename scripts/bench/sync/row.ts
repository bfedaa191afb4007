/** What one side of the benchmark did, once. */
export interface Measurement {
  readonly events: number;
  readonly seconds: number;
  readonly peakMemoryMiB: number;
}

/** A line of the report. */
export interface Row {
  readonly name: string;
  /** The median of the runs. */
  readonly eventsPerSecond: number;
  /** Ours divided by this row's. */
  readonly ratio: number;
  readonly peakMemoryMiB: number;
  /** The slowest and the fastest run, in events a second. */
  readonly spread: readonly [number, number];
}

/** Puts several runs of one side into a row, beside the median of ours. */
export function rowOf(name: string, runs: readonly Measurement[], ours: readonly Measurement[]): Row {
  const rates = ratesOf(runs);
  const rate = median(rates);
  return {
    name,
    eventsPerSecond: Math.round(rate),
    ratio: rounded(median(ratesOf(ours)) / rate),
    peakMemoryMiB: Math.round(Math.max(...runs.map(({ peakMemoryMiB }) => peakMemoryMiB))),
    spread: [Math.round(Math.min(...rates)), Math.round(Math.max(...rates))],
  };
}

/** The middle one; of two the lower. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? Number.NaN;
}

function ratesOf(runs: readonly Measurement[]): number[] {
  return runs.map(({ events, seconds }) => events / seconds);
}

function rounded(value: number): number {
  return Number(value.toPrecision(3));
}
