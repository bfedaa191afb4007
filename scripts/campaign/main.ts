import { Command, Option } from "commander";
import { Failure, runProgram } from "../process/failure.ts";
import { integerOption } from "../process/options.ts";
import { access } from "./api/access.ts";
import { apiFuzz } from "./api/fuzz.ts";
import type { Campaign, Extent } from "./campaign.ts";
import { contract } from "./contract/campaign.ts";
import { corruption } from "./corruption/campaign.ts";
import { kill } from "./kill/campaign.ts";
import { mirror } from "./mirror/campaign.ts";
import { oracle } from "./oracle/campaign.ts";
import { paging } from "./paging/campaign.ts";
import { syscalls } from "./syscalls/campaign.ts";

/** The campaigns by name; a new one joins as a line. */
const CAMPAIGNS: Readonly<Record<string, Campaign>> = {
  access,
  "api-fuzz": apiFuzz,
  contract,
  corruption,
  kill,
  syscalls,
  mirror,
  oracle,
  paging,
};

const program = new Command("npm run campaign --").description(
  "Run long series of random tests. Prints runs, failures and the seeds that fail; exits with 1 when one does.",
);
for (const [name, campaign] of Object.entries(CAMPAIGNS)) {
  program
    .command(name)
    .description(campaign.description)
    .addOption(runsOption(campaign))
    .option("--depth <count>", "acts in each run", integerOption(1, 10_000), 50)
    .option("--seed <number>", "seed of the first run; run n has seed + n", integerOption(0, 2 ** 32 - 1), 1)
    .action((extent: Extent) => report(name, campaign, extent));
}
program.addHelpText("after", "\nExample:\n  npm run campaign -- contract --runs 1000 --depth 50 --seed 1");

await runProgram(async () => {
  await program.parseAsync();
});

function runsOption({ usualRuns = { count: 256, said: "256" } }: Campaign): Option {
  const option = new Option("--runs <count>", "how many runs").argParser(integerOption(1, 1_000_000));
  return option.default(usualRuns.count, usualRuns.said);
}

async function report(name: string, campaign: Campaign, extent: Extent): Promise<void> {
  const { runs, failures, notes } = await campaign.run(extent);
  for (const note of notes) console.log(note);
  for (const { seed, message } of failures) console.log(`seed ${seed}: ${message}`);
  const seeds = failures.map(({ seed }) => seed).join(", ");
  console.log(`${name}: ${runs} runs, ${failures.length} failures${seeds === "" ? "" : `, failing seeds ${seeds}`}`);
  if (failures.length > 0) {
    throw new Failure(
      "CAMPAIGN_FAILED",
      `run it again with --runs 1 --seed ${failures[0]?.seed} to see one failure alone`,
    );
  }
}
