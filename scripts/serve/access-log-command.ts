import { Command, InvalidArgumentError } from "commander";
import { checkAccessLog } from "../../server/api/access-log/check.ts";
import type { LogHead } from "../../server/api/access-log/entry.ts";
import { readAccessLog } from "../../server/api/access-log/read.ts";
import { Failure } from "../process/failure.ts";
import { accessLogIn } from "./data-directory.ts";
import { type LedgerPlace, ledgerDirectoryOf, withDeploymentOption } from "./ledger-place.ts";

/** `access-log check | show`: who asked the audit API what, and whether the log of it is whole. A running server is not disturbed. */
export function accessLogCommand(defaultDirectory: string): Command {
  const command = new Command("access-log").description("Check and show the log of who asked the audit API what.");
  const sub = (name: string, description: string) =>
    withDeploymentOption(
      command
        .command(name)
        .description(description)
        .option("--data <dir>", "data directory of the server", defaultDirectory),
    );
  sub(
    "check",
    "Check that no entry was changed, left out or put in. Prints the last entry's number and hash: note them.",
  )
    .option(
      "--noted <seq:hash>",
      "number and hash noted at an earlier check: the log must still hold that entry",
      headOption,
    )
    .action(check);
  sub("show", "Print the entries, one line of JSON each.")
    .option("--who <id>", "only questions of this token, person or account")
    .action(show);
  return command;
}

async function check({ noted, ...place }: LedgerPlace & { readonly noted?: LogHead }): Promise<void> {
  const { intact, entries, head, fault } = await checkAccessLog(accessLogIn(await ledgerDirectoryOf(place)), noted);
  console.log(`${entries} entries in order; the last is ${head.seq}:${head.hash}`);
  if (!intact)
    throw new Failure("ACCESS_LOG_BROKEN", `${fault}: keep the folder as it is, and find out who wrote to it`);
}

async function show({ who, ...place }: LedgerPlace & { readonly who?: string }): Promise<void> {
  const question = { after: 0, upTo: Number.MAX_SAFE_INTEGER, who };
  const directory = accessLogIn(await ledgerDirectoryOf(place));
  for await (const [, entry] of readAccessLog(directory, question)) console.log(JSON.stringify(entry));
}

function headOption(text: string): LogHead {
  const [, seq, hash = ""] = /^(\d+):([0-9a-f]{64})$/.exec(text) ?? [];
  if (seq === undefined) throw new InvalidArgumentError("It must be NUMBER:HASH as a check prints it.");
  return { seq: Number(seq), hash };
}
