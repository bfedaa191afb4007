import { statSync } from "node:fs";
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
      const present = versionOf(file);
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

/**
 * Differs whenever the file was written: every write makes a new file. Asked with every request, which on this way takes some
 * microseconds; by the pool of threads it would wait behind the reads of the store.
 */
function versionOf(file: string): string {
  const found = statSync(file, { bigint: true, throwIfNoEntry: false });
  return found === undefined ? "none" : `${found.ino}/${found.mtimeNs}/${found.size}`;
}
