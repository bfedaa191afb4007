import { stat } from "node:fs/promises";
import type { Verifier } from "./credentials.ts";
import type { Principal } from "./principal.ts";
import { checkToken, type TokenEntry } from "./token.ts";
import { listTokens } from "./token-file.ts";

/** What API tokens begin with. */
const PREFIX = "plt_";

/** Checks tokens against a file, read anew whenever it changed, so that a revoked token is refused at once. */
export function tokenVerifier(file: string): Verifier {
  let version: string | undefined;
  let tokens: readonly TokenEntry[] = [];
  return {
    verify: async (credential, now) => {
      if (!credential.startsWith(PREFIX)) return undefined;
      const present = await versionOf(file);
      if (present !== version) {
        tokens = await listTokens(file);
        version = present;
      }
      const verdict = checkToken(credential, tokens, now);
      return typeof verdict === "string" ? verdict : principalOf(verdict);
    },
  };
}

function principalOf({ id, name, grant }: TokenEntry): Principal {
  return { kind: "token", id, name, grants: [grant] };
}

/** Differs whenever the file was written: every write makes a new file. */
async function versionOf(file: string): Promise<string> {
  const found = await stat(file, { bigint: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return undefined;
    throw error;
  });
  return found === undefined ? "none" : `${found.ino}/${found.mtimeNs}/${found.size}`;
}
