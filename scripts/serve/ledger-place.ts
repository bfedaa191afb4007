import { resolve } from "node:path";
import type { Command } from "commander";
import { Failure } from "../process/failure.ts";
import { ledgerDirectory, namedLedgers } from "./data-directory.ts";
import { deploymentName } from "./deployment-option.ts";

/** Which ledger of a server a command is about. */
export interface LedgerPlace {
  /** The server's data directory. */
  readonly data: string;
  /** The name of the ledger, where the server has several. */
  readonly deployment?: string | undefined;
}

/** Adds `--deployment NAME` to a command. */
export function withDeploymentOption(command: Command): Command {
  return command.option("--deployment <name>", "which ledger, of a server that has several", deploymentName);
}

/**
 * The directory of the one ledger that a command is about.
 *
 * @throws {Failure} when the server has several and none was named, or none of this name.
 */
export async function ledgerDirectoryOf({ data, deployment }: LedgerPlace): Promise<string> {
  const directory = resolve(data);
  const names = await namedLedgers(directory);
  if (deployment === undefined) {
    if (names.length === 0) return directory;
    throw new Failure("LEDGER_UNCLEAR", `there are several ledgers: name one with --deployment (${names.join(", ")})`);
  }
  if (names.includes(deployment)) return ledgerDirectory(directory, deployment);
  const there = names.length === 0 ? "it has none yet" : `it has ${names.join(", ")}`;
  const hint = "name another, or start the server with it first (npm run serve -- --deployment NAME=FILE)";
  throw new Failure("LEDGER_UNKNOWN", `the server of ${directory} has no ledger ${deployment}, ${there}: ${hint}`);
}
