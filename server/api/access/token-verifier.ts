import { statSync } from "node:fs";
import type { Verifier } from "./credentials.ts";
import type { Principal } from "./principal.ts";
import { checkToken, refusalOf, type TokenEntry, type TokenRefusal } from "./token.ts";
import { listTokens } from "./token-file.ts";

/** What API tokens begin with. */
const PREFIX = "plt_";

/** Checks tokens against a file, read anew whenever it changed, so that a revoked token is refused at once. */
export function tokenVerifier(file: string): Verifier {
  const kept = keptTokens(file);
  return {
    verify: async (credential, now) => {
      if (!credential.startsWith(PREFIX)) return undefined;
      const verdict = checkToken(credential, await kept(), now);
      return typeof verdict === "string" ? verdict : principalOf(verdict);
    },
  };
}

/** Tells what the bearer of a token may do, by the token's id: for what is done for them while they are not there. */
export function tokenHolders(file: string): (id: string, now: number) => Promise<Principal | TokenRefusal> {
  const kept = keptTokens(file);
  return async (id, now) => {
    const entry = (await kept()).find((candidate) => candidate.id === id);
    if (entry === undefined) return "INVALID";
    const refusal = refusalOf(entry, now);
    return refusal ?? principalOf(entry);
  };
}

/** The tokens in a file, read when it changed. */
function keptTokens(file: string): () => Promise<readonly TokenEntry[]> {
  let version: string | undefined;
  let tokens: readonly TokenEntry[] = [];
  return async () => {
    const present = versionOf(file);
    if (present !== version) {
      tokens = await listTokens(file);
      version = present;
    }
    return tokens;
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
