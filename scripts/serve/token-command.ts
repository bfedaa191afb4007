import { Command, InvalidArgumentError } from "commander";
import { SCOPES, type Scope } from "../../server/api/access/scopes.ts";
import type { TokenEntry } from "../../server/api/access/token.ts";
import { createToken, listTokens, revokeToken } from "../../server/api/access/token-file.ts";
import { integerOption } from "../process/options.ts";
import { tokenFileIn } from "./data-directory.ts";
import { type LedgerPlace, ledgerDirectoryOf, withDeploymentOption } from "./ledger-place.ts";

/** Said for all of the ledger, where the name of a region is expected. */
const WHOLE = "whole";

const DAY = 86_400;

/** `token create | list | revoke`: who may ask the audit API. A running server sees a change at once. */
export function tokenCommand(defaultDirectory: string): Command {
  const command = new Command("token").description("Make, list and revoke access tokens for the audit API.");
  const sub = (name: string, description: string) =>
    withDeploymentOption(
      command
        .command(name)
        .description(description)
        .option("--data <dir>", "data directory of the server", defaultDirectory),
    );
  sub("create", "Make a token and print it, this once.")
    .requiredOption("--name <name>", "whose it is, such as an office and a person")
    .requiredOption("--scopes <list>", `what it may read, with commas: ${SCOPES.join(", ")}`, scopesOption)
    .requiredOption("--region <code>", "where: six digits of a region, with all it covers, or whole", regionOption)
    .option("--fields <list>", "only these fields, with commas, such as GOV,JUD (default: every field)", fieldsOption)
    .option("--expires <days>", "days until it expires (default: never)", integerOption(1, 36_500))
    .action(create);
  sub("list", "List the tokens, without their secrets.").action(list);
  sub("revoke", "Revoke a token.").argument("<id>", "the eight characters after plt_").action(revoke);
  return command;
}

interface CreateOptions extends LedgerPlace {
  readonly name: string;
  readonly scopes: readonly Scope[];
  readonly region: string;
  readonly fields?: readonly string[];
  readonly expires?: number;
}

async function create({ data, deployment, name, scopes, region, fields = undefined, expires }: CreateOptions) {
  const issuedAt = now();
  const expiresAt = expires === undefined ? null : issuedAt + expires * DAY;
  const { token, entry } = await createToken(await fileIn({ data, deployment }), {
    name,
    grant: { scopes, region: region === WHOLE ? null : region, fields: fields ?? null },
    expiresAt,
    now: issuedAt,
  });
  console.log(token);
  const until = expiresAt === null ? "does not expire" : `expires ${isoTime(expiresAt)}`;
  console.error(`Token ${entry.id} for ${name}, ${reachOf(entry)}; it ${until}. It is not kept: note it now.`);
}

async function list(place: LedgerPlace) {
  const tokens = await listTokens(await fileIn(place));
  for (const entry of tokens) {
    console.log(
      [entry.id, standingOf(entry), reachOf(entry), `created ${isoTime(entry.createdAt)}`, entry.name].join("  "),
    );
  }
  if (tokens.length === 0) console.error("There is no token yet: make one with token create.");
}

async function revoke(id: string, place: LedgerPlace) {
  const { name } = await revokeToken(await fileIn(place), { id, now: now() });
  console.error(`Token ${id} of ${name} is revoked.`);
}

/** What a token may read, and where. */
function reachOf({ grant: { scopes, region, fields } }: TokenEntry): string {
  return `${scopes.join("+")} in ${region ?? "the whole ledger"}${fields === null ? "" : ` (${fields.join("+")})`}`;
}

function scopesOption(text: string): Scope[] {
  return text.split(",").map((word) => {
    const scope = SCOPES.find((known) => known === word.trim());
    if (scope === undefined) throw new InvalidArgumentError(`"${word}" is none of ${SCOPES.join(", ")}.`);
    return scope;
  });
}

function regionOption(text: string): string {
  if (text === WHOLE) return text;
  if (/^[1-9]\d{5}$/.test(text)) return text;
  throw new InvalidArgumentError("It must be six digits (GB/T 2260), or whole.");
}

function fieldsOption(text: string): string[] {
  const fields = text.split(",").map((field) => field.trim().toUpperCase());
  if (fields.every((field) => /^[A-Z]{3}$/.test(field))) return fields;
  throw new InvalidArgumentError("They must be codes of three letters, with commas.");
}

function standingOf({ revokedAt, expiresAt }: TokenEntry): string {
  if (revokedAt !== null) return `revoked ${isoTime(revokedAt)}`;
  if (expiresAt === null) return "does not expire";
  return `${expiresAt <= now() ? "expired" : "expires"} ${isoTime(expiresAt)}`;
}

async function fileIn(place: LedgerPlace): Promise<string> {
  return tokenFileIn(await ledgerDirectoryOf(place));
}

function isoTime(seconds: number): string {
  return new Date(seconds * 1_000).toISOString().replace(".000", "");
}

function now(): number {
  return Math.floor(Date.now() / 1_000);
}
