import { runProgram } from "../process/failure.ts";
import { buildContracts } from "./contracts.ts";
import { runMocha } from "./test-mocha.ts";
import { findTests, selectTests } from "./test-selection.ts";
import { runSolidity } from "./test-solidity.ts";
import { lastLine, sum } from "./test-tally.ts";

/** Runs all tests, or those named: npm test -- [folder or file …] [--grep text]. */
await runProgram(async () => {
  const selection = await selectTests(process.argv.slice(2), await findTests());
  await buildContracts("ledger and tests");
  const solidity = await runSolidity(selection.solidity);
  const specs = await runMocha(selection.specs, selection.grep);
  const total = sum([solidity, specs]);
  console.log(lastLine(total));
  // Not left to the event loop: a server that a failed test left open would keep it running.
  process.exit(total.failed === 0 && total.passed > 0 ? 0 : 1);
});
