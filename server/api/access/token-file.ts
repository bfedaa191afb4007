import { randomUUID } from "node:crypto";
import { mkdir, open, readFile, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { z } from "zod";
import { freshToken, type TokenEntry } from "./token.ts";

const fileSchema = z.strictObject({
  version: z.literal(1),
  tokens: z.array(
    z.strictObject({
      id: z.string().regex(/^[a-z0-9]{8}$/),
      name: z.string(),
      sha256: z.string().regex(/^[0-9a-f]{64}$/),
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
  { name, expiresAt, now }: { readonly name: string; readonly expiresAt: number | null; readonly now: number },
): Promise<{ readonly token: string; readonly entry: TokenEntry }> {
  const { token, id, sha256 } = freshToken();
  const entry = { id, name, sha256, createdAt: now, expiresAt, revokedAt: null };
  await writeTokens(file, [...(await listTokens(file)), entry]);
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
  const tokens = await listTokens(file);
  const entry = tokens.find((candidate) => candidate.id === id);
  if (entry === undefined) {
    throw new TokenFileError("TOKEN_UNKNOWN", `there is no token ${id}: list them to see which there are`);
  }
  const revoked = { ...entry, revokedAt: entry.revokedAt ?? now };
  await writeTokens(
    file,
    tokens.map((candidate) => (candidate === entry ? revoked : candidate)),
  );
  return revoked;
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
    throw new TokenFileError("TOKEN_FILE_INVALID", `${file} is no file of access tokens: restore it, or remove it`, {
      cause,
    });
  }
}

/** Written beside and renamed, so that a reader finds the old file or the new one, never a part. */
async function writeTokens(file: string, tokens: readonly TokenEntry[]): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  const beside = `${file}.${randomUUID()}`;
  try {
    const handle = await open(beside, "wx", 0o600);
    try {
      await handle.writeFile(`${JSON.stringify({ version: 1, tokens }, null, 2)}\n`);
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
