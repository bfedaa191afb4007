import { resolve } from "node:path";
import { Command, Option } from "commander";
import { runProgram } from "../process/failure.ts";
import { integerOption } from "../process/options.ts";
import { deploymentName } from "../serve/deployment-option.ts";
import { backup, restore } from "./backup.ts";
import { check, compact, digest, rebuild, status } from "./commands.ts";
import { ofEach, placeOf } from "./places.ts";

/** What every command is told. */
interface MirrorOptions {
  readonly data: string;
  readonly deployment?: string;
  readonly json: boolean;
}

const program = new Command("npm run mirror --").description(
  "Look after the mirror of a server: where it stands, whether it is whole, backups. Most commands also work while the server runs.",
);

function command(usage: string, about: string): Command {
  return program
    .command(usage)
    .description(about)
    .option("--data <dir>", "data directory of the server", "data/serve")
    .option("--deployment <name>", "which ledger, of a server that has several", deploymentName)
    .option("--json", "print JSON", false);
}

command("status", "Where the mirror stands; of every ledger unless one is named.").action((options: MirrorOptions) =>
  ofEach(options, status),
);
command(
  "check",
  "Compare all of the mirror with itself and with the contracts, of every ledger unless one is named; exits with 1 when anything is wrong.",
)
  .option("--rpc <url>", "node to compare with; a running server asks its own")
  .action((options: MirrorOptions & { readonly rpc?: string }) =>
    ofEach(options, (place) => check({ ...place, rpc: options.rpc })),
  );
command(
  "digest",
  "Print the digest of all events, and at the head of all records, which two mirrors of one ledger have in common; of every ledger unless one is named.",
)
  .addOption(new Option("--at <block>", "as of this block instead of the head").argParser(integerOption(0, 2 ** 50)))
  .action((options: MirrorOptions & { readonly at?: number }) => ofEach(options, (place) => digest(place, options.at)));
command("compact", "Let the database put its files in order, which frees space.").action(
  async (options: MirrorOptions) => compact(await placeOf(options)),
);
command("rebuild", "Set the mirror aside; the server then mirrors the ledger anew. The server must be stopped.").action(
  async (options: MirrorOptions) => rebuild(await placeOf(options)),
);
command("backup", "Write a backup of the mirror as of now, also while the server runs.")
  .argument("<file>", "where to; it is compressed (gzip)")
  .action(async (file: string, options: MirrorOptions) => backup(await placeOf(options), resolve(file)));
command("restore", "Make a mirror of a backup and verify it; there must be none in the data directory yet.")
  .argument("<file>", "the backup")
  .action(async (file: string, options: MirrorOptions) => restore(await placeOf(options, "new too"), resolve(file)));
program.addHelpText(
  "after",
  `
Examples:
  npm run mirror -- status --data data/local
  npm run mirror -- digest --at 1200 --json
  npm run mirror -- check --deployment zhejiang
  npm run mirror -- backup mirror.backup.gz
  npm run mirror -- restore mirror.backup.gz --data data/other

What takes long says on standard error how far it is, how fast it comes on, and about how long it will take.`,
);

await runProgram(async () => {
  await program.parseAsync();
});
