import { Command } from "commander";
import { buildContracts } from "../../development/contracts.ts";
import { runProgram } from "../../process/failure.ts";
import { renderTable } from "./row.ts";
import { TOLERANCE, writeSnapshot } from "./snapshot.ts";

const program = new Command("npm run bench:gas --")
  .description("Measure what every act costs, beside the Ethereum Attestation Service where it can do the same.")
  .option("--json", 'print one object per line: {"name", "ours", "peer", "ratio"}, peer and ratio null where none')
  .option("--write", "renew docs/gas-snapshot.json, which a test compares with")
  .addHelpText(
    "after",
    `
Gas is receipt.gasUsed on Hardhat's chain in this process, on contracts compiled as they are deployed; ratio is ours divided by the
peer's. "steady" is an act whose storage is in use already. The peer is deployed from its own package, on the same chain.
A test fails when an act moves by more than ${TOLERANCE * 100} % and the snapshot was not renewed.

Example:
  npm run bench:gas -- --json`,
  );

await runProgram(async () => {
  const { json, write } = program.parse().opts<{ json?: true; write?: true }>();
  await buildContracts();
  // Only now: it reads the compiled contracts.
  const { runBenchmark } = await import("./run.ts");
  const rows = await runBenchmark();
  console.log(json === true ? rows.map((row) => JSON.stringify(row)).join("\n") : renderTable(rows));
  if (write === true) await writeSnapshot(rows);
});
