import { runTool } from "./subprocess.ts";
import type { Tally } from "./test-tally.ts";

/** Runs Solidity tests, showing what Hardhat prints. */
export async function runSolidity(files: readonly string[]): Promise<Tally> {
  if (files.length === 0) return { passed: 0, failed: 0 };
  const { code, output } = await runTool("hardhat", ["test", "solidity", "--no-compile", ...files], {
    onText: (text) => process.stdout.write(text),
  });
  const tally = readTally(output);
  if (output.match(/^\s+\d+ skipped$/m) !== null) {
    console.error("Solidity tests were skipped, which counts as a failure here.");
    return { ...tally, failed: tally.failed + 1 };
  }
  const silent = tally.failed === 0 && (code !== 0 || tally.passed === 0);
  if (silent) console.error(`hardhat test solidity ended with code ${code} and ${tally.passed} tests passed.`);
  return silent ? { ...tally, failed: 1 } : tally;
}

/** Reads the counts at the end of Hardhat's report. */
export function readTally(output: string): Tally {
  const count = (what: string): number => Number(new RegExp(`^\\s+(\\d+) ${what}\\b`, "m").exec(output)?.[1] ?? 0);
  return { passed: count("passing"), failed: count("failing") };
}
