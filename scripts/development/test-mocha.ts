import { relative, resolve } from "node:path";
import Mocha from "mocha";
import { ROOT } from "./subprocess.ts";
import type { Tally } from "./test-tally.ts";

const JOBS = 2;

/**
 * Runs Mocha over TypeScript specs, which Node loads as they are. Pending and exclusive tests fail, and so does a
 * spec out of which no test came: nothing is left out in silence.
 *
 * @param files Relative to the checkout; begun in this order, some at a time.
 */
export async function runMocha(files: readonly string[], grep: string | undefined): Promise<Tally> {
  if (files.length === 0) return { passed: 0, failed: 0 };
  const mocha = new Mocha({
    timeout: 60_000,
    reporter: "dot",
    parallel: true,
    jobs: JOBS,
    forbidOnly: true,
    forbidPending: true,
    ...(grep === undefined ? {} : { grep }),
  });
  for (const file of files) mocha.addFile(resolve(ROOT, file));
  const seen = new Set<string>();
  try {
    const tally = await new Promise<Tally>((finish, fail) => {
      const runner = mocha.run(() =>
        finish({ passed: runner.stats?.passes ?? 0, failed: runner.stats?.failures ?? 0 }),
      );
      runner.on("test end", (test) => seen.add(relative(ROOT, test.file ?? "")));
      runner.on("fail", (test) => seen.add(relative(ROOT, test.file ?? "")));
      // A spec that cannot be loaded by a worker surfaces nowhere else.
      process.once("unhandledRejection", fail);
    });
    const empty = grep === undefined ? files.filter((file) => !seen.has(file)) : [];
    for (const file of empty) console.error(`${file} holds no test that ran.`);
    return { passed: tally.passed, failed: tally.failed + empty.length };
  } catch (error) {
    console.error(error);
    return { passed: 0, failed: 1 };
  }
}
