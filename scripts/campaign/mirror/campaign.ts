import type { Campaign, Outcome } from "../campaign.ts";
import { Draw } from "../draw.ts";
import { FAULT_KINDS } from "./faults.ts";
import { keepSeeds } from "./kept-seeds.ts";
import { play } from "./play.ts";

/** The mirror: it follows simulated chains through reorganisations, faults of nodes and restarts to what a fresh one holds. */
export const mirror: Campaign = {
  description: "the mirror through reorganisations, restarts and faulty nodes, against one that began at the end",
  run: async ({ runs, seed }) => {
    const outcome = await runSimulations(Array.from({ length: runs }, (_, run) => seed + run));
    if (outcome.failures.length > 0) await keepSeeds(outcome.failures.map((failure) => failure.seed));
    return outcome;
  },
};

/** Plays one simulation for each seed. */
export async function runSimulations(seeds: readonly number[]): Promise<Outcome> {
  const failures: { seed: number; message: string }[] = [];
  for (const seed of seeds) {
    const message = await play(new Draw(seed), seed).catch((error: unknown) => `it threw ${error}`);
    if (message !== undefined) failures.push({ seed, message });
  }
  return { runs: seeds.length, failures, notes: [`${FAULT_KINDS} kinds of fault of nodes`] };
}
