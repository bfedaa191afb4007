import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { z } from "zod";
import { unusable } from "../failure.ts";
import { pathOf, type Session } from "../session.ts";

const CHECKOUT = join(import.meta.dirname, "..", "..", "..");
const PLACE = join("data", "local", "deployment.json");

/**
 * The deployment manifest to use: `--deployment`, else `PILOT_LEDGER_DEPLOYMENT`, else the nearest `data/local/deployment.json` at or
 * above the working directory, else the checkout's.
 */
export function deploymentFile(session: Session): string {
  const named = session.options.deployment ?? session.io.env.PILOT_LEDGER_DEPLOYMENT;
  if (named !== undefined) return pathOf(session, named);
  for (let directory = session.io.cwd; ; directory = dirname(directory)) {
    if (existsSync(join(directory, PLACE))) return join(directory, PLACE);
    if (dirname(directory) === directory) return join(CHECKOUT, PLACE);
  }
}

const accountsSchema = z.object({
  accounts: z.record(
    z.string(),
    z.object({ address: z.string(), privateKey: z.string().optional(), organisation: z.string().nullish() }),
  ),
});

/** A named account of a local demonstration. */
export type NamedAccount = z.infer<typeof accountsSchema>["accounts"][string];

/** The named accounts beside the deployment manifest; none when there is no such file. */
export async function namedAccounts(session: Session): Promise<Readonly<Record<string, NamedAccount>>> {
  const file = join(dirname(deploymentFile(session)), "accounts.json");
  if (!existsSync(file)) return {};
  const parsed = accountsSchema.safeParse(await readJson(file));
  if (parsed.success) return parsed.data.accounts;
  throw unusable("ACCOUNTS_INVALID", `${file} 的格式不正确。`, `${file} is no list of accounts`, parsed.error);
}

const localSchema = z.object({ apiUrl: z.url() });

/** The audit API to ask: `--api`, else `PILOT_LEDGER_API`, else the local stack's; undefined when none is known. */
export async function apiUrl(session: Session): Promise<string | undefined> {
  const named = session.options.api ?? session.io.env.PILOT_LEDGER_API;
  if (named !== undefined) return webAddress(named, "--api");
  const file = join(dirname(deploymentFile(session)), "local.json");
  if (!existsSync(file)) return undefined;
  const parsed = localSchema.safeParse(await readJson(file));
  return parsed.success ? parsed.data.apiUrl.replace(/\/+$/, "") : undefined;
}

/**
 * Reads an address on the web, without slashes at its end.
 *
 * @throws {CliFailure} URL_INVALID when it is none.
 */
export function webAddress(text: string, option: string): string {
  if (/^https?:/i.test(text) && URL.canParse(text)) return text.replace(/\/+$/, "");
  throw unusable(
    "URL_INVALID",
    `${option} 的“${text}”不是网址；应形如 http://127.0.0.1:8545。`,
    `${option} "${text}" is no address; one looks like http://127.0.0.1:8545`,
  );
}

async function readJson(file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, "utf8"));
  } catch (cause) {
    throw unusable("FILE_INVALID", `${file} 不是有效的 JSON 文件。`, `${file} is no JSON file`, cause);
  }
}
