import type { Campaign, Outcome } from "../campaign.ts";
import { Draw } from "../draw.ts";
import { injections, Scene } from "./play.ts";
import { straceFault } from "./strace.ts";

/** Every system call by which a store is written, made to fail or to be the process's last. */
export const syscalls: Campaign = {
  description: "KILL, EIO and ENOSPC at each system call of a commit, with strace; --runs draws so many of all",
  usualRuns: { count: Number.MAX_SAFE_INTEGER, said: "all" },
  run: ({ runs, seed }) => runSyscalls(runs, seed),
};

/**
 * Lets up to `runs` calls fail, one in each run: all that there are, or as many of them drawn at random. Where strace is not to be
 * had nothing is run, and the notes say why.
 */
export async function runSyscalls(runs: number, seed: number): Promise<Outcome> {
  const missing = await straceFault();
  if (missing !== undefined) return { runs: 0, failures: [], notes: [`skipped: ${missing}`] };
  const draw = new Draw(seed);
  const scene = await Scene.of(draw, seed);
  try {
    const all = injections(await scene.counted());
    const rest = [...all];
    const chosen = Array.from({ length: Math.min(runs, all.length) }, () =>
      rest.splice(draw.number(rest.length), 1),
    ).flat();
    const failures: { seed: number; message: string }[] = [];
    for (const injection of chosen) {
      const message = await scene.play(injection).catch((error: unknown) => `${JSON.stringify(injection)}: ${error}`);
      if (message !== undefined) failures.push({ seed, message });
    }
    return { runs: chosen.length, failures, notes: [`${chosen.length} of ${all.length} faults there are`] };
  } finally {
    await scene.close();
  }
}
