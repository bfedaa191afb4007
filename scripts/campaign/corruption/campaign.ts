import type { Campaign, Outcome } from "../campaign.ts";
import { Draw } from "../draw.ts";
import { type Finding, type Played, play } from "./play.ts";

/** The store's files damaged in every way: what is wrong is found before it is served, and the mirror comes to the whole again. */
export const corruption: Campaign = {
  description: "bits flipped, files cut, zeroed and removed: found before anything of it is served, and healed",
  run: ({ runs, seed }) => runCorruption(runs, seed),
};

/** Damages stores of `runs` random chains, each in every way. */
export async function runCorruption(runs: number, seed: number): Promise<Outcome> {
  const failures: { seed: number; message: string }[] = [];
  const met = new Map<string, Map<Finding, number>>();
  for (let run = seed; run < seed + runs; run++) {
    const played = await play(new Draw(run), run).catch((error: unknown): Played[] => {
      failures.push({ seed: run, message: `it threw ${error instanceof Error ? error.stack : error}` });
      return [];
    });
    for (const { kind, finding, fault } of played) {
      const counts = met.get(kind) ?? new Map<Finding, number>();
      met.set(kind, counts.set(finding, (counts.get(finding) ?? 0) + 1));
      if (fault !== undefined) failures.push({ seed: run, message: fault });
    }
  }
  const notes = [...met].map(
    ([kind, counts]) => `${kind}: ${[...counts].map(([finding, count]) => `${count} ${finding}`).join(", ")}`,
  );
  return { runs, failures, notes };
}
