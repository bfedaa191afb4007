import { resolve } from "node:path";
import { Command, Option } from "commander";
import { runProgram } from "../process/failure.ts";
import { integerOption } from "../process/options.ts";
import { backup, restore } from "./backup.ts";
import { check, compact, digest, rebuild, status } from "./commands.ts";

/** What every command is told. */
export interface MirrorOptions {
  readonly data: string;
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
    .option("--json", "print JSON", false);
}

const place = ({ data, json }: MirrorOptions) => ({ data: resolve(data), json });

command("status", "Where the mirror stands.").action((options: MirrorOptions) => status(place(options)));
command("check", "Compare all of the mirror with itself and with the contracts; exits with 1 when anything is wrong.")
  .option("--rpc <url>", "node to compare with; a running server asks its own")
  .action((options: MirrorOptions & { readonly rpc?: string }) => check({ ...place(options), rpc: options.rpc }));
command("digest", "Print the digest of all records, which two mirrors of one ledger have in common.")
  .addOption(new Option("--at <block>", "as of this block instead of the head").argParser(integerOption(0, 2 ** 50)))
  .action((options: MirrorOptions & { readonly at?: number }) => digest(place(options), options.at));
command("compact", "Let the database put its files in order, which frees space.").action((options: MirrorOptions) =>
  compact(place(options)),
);
command("rebuild", "Set the mirror aside; the server then mirrors the ledger anew. The server must be stopped.").action(
  (options: MirrorOptions) => rebuild(place(options)),
);
command("backup", "Write a backup of the mirror as of now, also while the server runs.")
  .argument("<file>", "where to; it is compressed (gzip)")
  .action((file: string, options: MirrorOptions) => backup(place(options), resolve(file)));
command("restore", "Make a mirror of a backup and verify it; there must be none in the data directory yet.")
  .argument("<file>", "the backup")
  .action((file: string, options: MirrorOptions) => restore(place(options), resolve(file)));
program.addHelpText(
  "after",
  `
Examples:
  npm run mirror -- status --data data/local
  npm run mirror -- digest --at 1200 --json
  npm run mirror -- backup mirror.backup.gz
  npm run mirror -- restore mirror.backup.gz --data data/other`,
);

await runProgram(async () => {
  await program.parseAsync();
});
