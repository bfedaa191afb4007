import type { Campaign, Outcome } from "../campaign.ts";
import { Draw } from "../draw.ts";
import { play } from "./play.ts";

/** Mirrors killed on one chain, before they are compared with one that was never killed. */
const KILLS_EACH = 50;

/** The process that mirrors, killed with SIGKILL while it does. */
export const kill: Campaign = {
  description: "SIGKILL of the mirror's process at random moments; --runs counts the mirrors killed",
  run: ({ runs, seed }) => runKills(runs, seed),
};

/** Kills mirrors `kills` times in all, some times on each chain. */
export async function runKills(kills: number, seed: number): Promise<Outcome> {
  const failures: { seed: number; message: string }[] = [];
  let killed = 0;
  let chains = 0;
  for (; killed < kills && failures.length === 0; chains++) {
    const played = await play(new Draw(seed + chains), seed + chains, Math.min(KILLS_EACH, kills - killed));
    killed += played.kills;
    if (played.fault !== undefined) failures.push({ seed: seed + chains, message: played.fault });
    else if (played.kills === 0) failures.push({ seed: seed + chains, message: "no kill came in time" });
  }
  return { runs: killed, failures, notes: [`${chains} chains, each compared with a mirror that was never killed`] };
}
