import { randomUUID } from "node:crypto";
import { mkdir, open, readFile, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";
import lockfile from "proper-lockfile";
import { z } from "zod";
import type { Grant } from "./principal.ts";
import { SCOPES } from "./scopes.ts";
import { freshToken, type TokenEntry } from "./token.ts";

/** Tokens of the first version said nothing of what they may read. */
const VERSION = 2;

/** How long another process may hold the file, milliseconds; one that died holds it no longer than that. */
const HELD_AT_MOST_MS = 10_000;

const fileSchema = z.strictObject({
  version: z.literal(VERSION),
  tokens: z.array(
    z.strictObject({
      id: z.string().regex(/^[a-z0-9]{8}$/),
      name: z.string(),
      sha256: z.string().regex(/^[0-9a-f]{64}$/),
      grant: z.strictObject({
        scopes: z.array(z.enum(SCOPES)).min(1),
        region: z
          .string()
          .regex(/^\d{6}$/)
          .nullable(),
        fields: z.array(z.string()).min(1).nullable(),
      }),
      createdAt: z.number().int(),
      expiresAt: z.number().int().nullable(),
      revokedAt: z.number().int().nullable(),
    }),
  ),
});

/** A file of tokens that cannot be used, or a token that it does not have. */
export class TokenFileError extends Error {
  readonly code: "TOKEN_FILE_INVALID" | "TOKEN_UNKNOWN";

  constructor(code: TokenFileError["code"], message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "TokenFileError";
    this.code = code;
  }
}

/**
 * Makes a token and keeps its digest in `file`.
 *
 * @param now Unix seconds.
 * @returns the token itself, which is nowhere kept, and the entry.
 */
export async function createToken(
  file: string,
  {
    now,
    ...particulars
  }: {
    readonly name: string;
    readonly grant: Grant;
    readonly expiresAt: number | null;
    readonly now: number;
  },
): Promise<{ readonly token: string; readonly entry: TokenEntry }> {
  const { token, id, sha256 } = freshToken();
  const entry = { id, sha256, ...particulars, createdAt: now, revokedAt: null };
  await changeTokens(file, (tokens) => [...tokens, entry]);
  return { token, entry };
}

/**
 * Revokes a token; one that is revoked stays so since the first time.
 *
 * @throws {TokenFileError} TOKEN_UNKNOWN when there is none of this id.
 */
export async function revokeToken(
  file: string,
  { id, now }: { readonly id: string; readonly now: number },
): Promise<TokenEntry> {
  let revoked: TokenEntry | undefined;
  await changeTokens(file, (tokens) =>
    tokens.map((entry) => {
      if (entry.id !== id) return entry;
      revoked = { ...entry, revokedAt: entry.revokedAt ?? now };
      return revoked;
    }),
  );
  if (revoked !== undefined) return revoked;
  throw new TokenFileError("TOKEN_UNKNOWN", `there is no token ${id}: list them to see which there are`);
}

/** The tokens that are kept in `file`; none when there is no file. */
export async function listTokens(file: string): Promise<TokenEntry[]> {
  let text: string;
  try {
    text = await readFile(file, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw error;
  }
  try {
    return fileSchema.parse(JSON.parse(text)).tokens;
  } catch (cause) {
    const message = `${file} is no file of access tokens of version ${VERSION}: restore it, or remove it and make tokens anew`;
    throw new TokenFileError("TOKEN_FILE_INVALID", message, { cause });
  }
}

/** Reads, changes and writes the file while no other process does, so that no token is lost between two. */
async function changeTokens(
  file: string,
  change: (tokens: readonly TokenEntry[]) => readonly TokenEntry[],
): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  const release = await lockfile.lock(file, {
    realpath: false,
    stale: HELD_AT_MOST_MS,
    retries: { retries: 200, factor: 1, minTimeout: 50, maxTimeout: 100 },
  });
  try {
    await writeTokens(file, change(await listTokens(file)));
  } finally {
    await release();
  }
}

/** Written beside and renamed, so that a reader finds the old file or the new one, never a part. */
async function writeTokens(file: string, tokens: readonly TokenEntry[]): Promise<void> {
  const beside = `${file}.${randomUUID()}`;
  try {
    const handle = await open(beside, "wx", 0o600);
    try {
      await handle.writeFile(`${JSON.stringify({ version: VERSION, tokens }, null, 2)}\n`);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(beside, file);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
}
