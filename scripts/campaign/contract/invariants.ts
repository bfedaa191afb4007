import { join } from "node:path";
import { ROOT, runTool } from "../../development/subprocess.ts";
import { readTally } from "../../development/test-solidity.ts";
import type { Extent, Outcome } from "../campaign.ts";

const CONFIG = join(ROOT, "scripts", "campaign", "contract", "hardhat.config.ts");
const TESTS = ["Ledger", "Supervision", "Services", "Statistics"].map(
  (name) => `test/contracts/invariants/${name}.t.sol`,
);

/** The invariants of the contracts under Hardhat's own runner, with these counts. */
export async function runInvariants({ runs, depth, seed }: Extent): Promise<Outcome> {
  const { code, output } = await runTool(
    "hardhat",
    ["--config", CONFIG, "test", "solidity", "--no-compile", ...TESTS],
    {
      environment: { CAMPAIGN_RUNS: `${runs}`, CAMPAIGN_DEPTH: `${depth}`, CAMPAIGN_SEED: `${seed}` },
    },
  );
  const { passed, failed } = readTally(output);
  const held = code === 0 && failed === 0 && passed > 0;
  return {
    runs: runs * (passed + failed),
    failures: held ? [] : [{ seed, message: `an invariant broke, or none was tried:\n${output.trim()}` }],
    notes: [`invariants: ${passed} held and ${failed} broke, each over ${runs} runs of ${depth} calls`],
  };
}
