import { stat } from "node:fs/promises";
import { checkToken, type TokenEntry, type TokenRefusal } from "./token.ts";
import { listTokens } from "./token-file.ts";

/** Tells whether a token is good. */
export interface TokenVerifier {
  /** @param now Unix seconds. */
  readonly verify: (token: string, now: number) => Promise<TokenEntry | TokenRefusal>;
}

/** Checks tokens against a file, read anew whenever it changed, so that a revoked token is refused at once. */
export function loadVerifier(file: string): TokenVerifier {
  let version: string | undefined;
  let tokens: readonly TokenEntry[] = [];
  return {
    verify: async (token, now) => {
      const present = await versionOf(file);
      if (present !== version) {
        tokens = await listTokens(file);
        version = present;
      }
      return checkToken(token, tokens, now);
    },
  };
}

/** Differs whenever the file was written: every write makes a new file. */
async function versionOf(file: string): Promise<string> {
  const found = await stat(file, { bigint: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return undefined;
    throw error;
  });
  return found === undefined ? "none" : `${found.ino}/${found.mtimeNs}/${found.size}`;
}
