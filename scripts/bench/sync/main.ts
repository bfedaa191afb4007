import { Command } from "commander";
import { buildContracts } from "../../development/contracts.ts";
import { runProgram } from "../../process/failure.ts";
import { integerOption } from "../../process/options.ts";

interface Options {
  readonly events: number;
  readonly runs: number;
  readonly sparse: number;
  readonly ponder?: true;
  readonly json?: true;
}

const program = new Command("npm run bench:sync --")
  .description("Measure how fast a ledger is mirrored, beside reading its logs alone and beside Ponder.")
  .option("--events <count>", "events of the ledger, five for each pilot", integerOption(5, 10_000_000), 120_000)
  .option("--runs <count>", "runs of each side", integerOption(1, 20), 3)
  .option(
    "--sparse <blocks>",
    "blocks of a second chain on which little happens; 0 for none",
    integerOption(0, 1_000_000),
    100_000,
  )
  .option("--ponder", "install Ponder in scripts/bench/ponder and measure it too")
  .option("--json", 'print one object per line: {"name", "eventsPerSecond", "ratio", "peakMemoryMiB", "spread"}')
  .addHelpText(
    "after",
    `
Everything runs on this machine: an anvil in a process of its own, whose ledger real acts fill first, which takes longest; then every
side in turn, each run in a process of its own. "ratio" is our rate divided by the row's. Ponder reads the events of one contract into
two tables; the mirror keeps every event, digest, search term, journal and undo besides, and proves each range against the contracts.

Example:
  npm run bench:sync -- --events 120000 --ponder --json`,
  );

await runProgram(async () => {
  const { events, runs, sparse, ponder = false, json = false } = program.parse().opts<Options>();
  await buildContracts();
  // Only now: it reads the compiled contracts.
  const { runBenchmark } = await import("./run.ts");
  const say = (what: string) => console.error(what);
  const report = (row: object) => console.log(json ? JSON.stringify(row) : row);
  await runBenchmark({ events, runs, sparseBlocks: sparse, ponder, say, report });
});
