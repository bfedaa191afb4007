import type { Campaign, Outcome } from "../campaign.ts";
import { Draw } from "../draw.ts";
import { play } from "./play.ts";

/** Kills on one chain, before its mirror is compared with one that was never killed. */
const KILLS_EACH = 50;

/** The process that mirrors, killed with SIGKILL while it does. */
export const kill: Campaign = {
  description: "SIGKILL of the mirror's process at random moments of a sync; --runs counts the kills",
  run: ({ runs, seed }) => runKills(runs, seed),
};

/** Kills a mirror `kills` times in all, some times on each chain. */
export async function runKills(kills: number, seed: number): Promise<Outcome> {
  const failures: { seed: number; message: string }[] = [];
  let killed = 0;
  let chains = 0;
  for (; killed < kills && failures.length === 0; chains++) {
    const played = await play(new Draw(seed + chains), seed + chains, Math.min(KILLS_EACH, kills - killed));
    killed += played.kills;
    if (played.fault !== undefined) failures.push({ seed: seed + chains, message: played.fault });
  }
  return {
    runs: killed,
    failures,
    notes: [`${killed} SIGKILLs on ${chains} chains, each compared with a mirror that was never killed`],
  };
}
