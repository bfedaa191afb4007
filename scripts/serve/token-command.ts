import { resolve } from "node:path";
import { Command } from "commander";
import type { TokenEntry } from "../../server/api/access/token.ts";
import { createToken, listTokens, revokeToken } from "../../server/api/access/token-file.ts";
import { integerOption } from "../process/options.ts";
import { tokenFileIn } from "./server.ts";

interface Options {
  readonly data: string;
}

const DAY = 86_400;

/** `token create | list | revoke`: who may ask the audit API. A running server sees a change at once. */
export function tokenCommand(defaultDirectory: string): Command {
  const command = new Command("token").description("Make, list and revoke access tokens for the audit API.");
  const sub = (name: string, description: string) =>
    command
      .command(name)
      .description(description)
      .option("--data <dir>", "data directory of the server", defaultDirectory);
  sub("create", "Make a token and print it, this once.")
    .requiredOption("--name <name>", "whose it is, such as an office and a person")
    .option("--expires <days>", "days until it expires (default: never)", integerOption(1, 36_500))
    .action(create);
  sub("list", "List the tokens, without their secrets.").action(list);
  sub("revoke", "Revoke a token.").argument("<id>", "the eight characters after plt_").action(revoke);
  return command;
}

async function create({ data, name, expires }: Options & { readonly name: string; readonly expires?: number }) {
  const issuedAt = now();
  const expiresAt = expires === undefined ? null : issuedAt + expires * DAY;
  const { token, entry } = await createToken(fileIn(data), { name, expiresAt, now: issuedAt });
  console.log(token);
  const until = expiresAt === null ? "does not expire" : `expires ${isoTime(expiresAt)}`;
  console.error(`Token ${entry.id} for ${name}; it ${until}. It is not kept: note it now.`);
}

async function list({ data }: Options) {
  const tokens = await listTokens(fileIn(data));
  for (const entry of tokens) {
    console.log([entry.id, standingOf(entry), `created ${isoTime(entry.createdAt)}`, entry.name].join("  "));
  }
  if (tokens.length === 0) console.error("There is no token yet: make one with token create --name NAME.");
}

async function revoke(id: string, { data }: Options) {
  const { name } = await revokeToken(fileIn(data), { id, now: now() });
  console.error(`Token ${id} of ${name} is revoked.`);
}

function standingOf({ revokedAt, expiresAt }: TokenEntry): string {
  if (revokedAt !== null) return `revoked ${isoTime(revokedAt)}`;
  if (expiresAt === null) return "does not expire";
  return `${expiresAt <= now() ? "expired" : "expires"} ${isoTime(expiresAt)}`;
}

function fileIn(directory: string): string {
  return tokenFileIn(resolve(directory));
}

function isoTime(seconds: number): string {
  return new Date(seconds * 1_000).toISOString().replace(".000", "");
}

function now(): number {
  return Math.floor(Date.now() / 1_000);
}
