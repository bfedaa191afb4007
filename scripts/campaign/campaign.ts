/** How long and how often a campaign goes. */
export interface Extent {
  readonly runs: number;
  /** Acts in each run. */
  readonly depth: number;
  /** Run n is that of seed + n. */
  readonly seed: number;
}

/** What came of it. */
export interface Outcome {
  readonly runs: number;
  /** One sentence for each run that failed, with the seed that shows it again. */
  readonly failures: readonly { readonly seed: number; readonly message: string }[];
  /** What was done, for the reader to judge how much it says. */
  readonly notes: readonly string[];
}

/** A long series of random runs against one part of the system. */
export interface Campaign {
  readonly description: string;
  /** How many runs there are unless told; 256 when absent. */
  readonly usualRuns?: { readonly count: number; readonly said: string };
  readonly run: (extent: Extent) => Promise<Outcome>;
}
