import { readdir } from "node:fs/promises";
import { join } from "node:path";

/*
 * Where a server keeps what: one ledger in the data directory itself, and each of several in a directory of its own below it that
 * looks the same. So whatever works on the one works on each of the others.
 */

/** The folder of the mirror in the directory of a ledger. */
export function mirrorIn(directory: string): string {
  return join(directory, "mirror");
}

/** The folder of the access log in the directory of a ledger. */
export function accessLogIn(directory: string): string {
  return join(directory, "access-log");
}

/** The file of access tokens in the directory of a ledger. */
export function tokenFileIn(directory: string): string {
  return join(directory, "tokens.json");
}

/** The folder of webhooks in the directory of a ledger. */
export function webhooksIn(directory: string): string {
  return join(directory, "webhooks");
}

/** The directory of one of several ledgers of a server. */
export function ledgerDirectory(data: string, deployment: string): string {
  return join(ledgersIn(data), deployment);
}

/** The names of the ledgers that have a directory, in their order; none where a server has only one. */
export async function namedLedgers(data: string): Promise<string[]> {
  const entries = await readdir(ledgersIn(data), { withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
}

function ledgersIn(data: string): string {
  return join(data, "ledgers");
}
