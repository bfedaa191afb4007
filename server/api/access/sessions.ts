import { createHash, randomBytes } from "node:crypto";
import type { Address } from "../../ledger/hex.ts";
import type { StoreReader } from "../../store/reader.ts";
import type { Verifier } from "./credentials.ts";
import { grantsOfAccount } from "./ledger-grants.ts";

/** What tokens of sessions begin with. */
const PREFIX = "pls_";

/** A working day; then one signs in again. */
const LASTS_SECONDS = 8 * 3_600;

const HELD_AT_MOST = 10_000;

interface Session {
  readonly address: Address;
  readonly expiresAt: number;
}

/**
 * The sessions of accounts that signed in. They live in memory: a restart ends all of them. What a session may read is looked up on
 * the ledger with every request, so that a role withdrawn or a key revoked ends it with the block that says so.
 */
export class Sessions implements Verifier {
  readonly #openReader: () => StoreReader;
  /** By the digest of the token, so that the memory holds nothing to sign in with. */
  readonly #sessions = new Map<string, Session>();

  constructor(openReader: () => StoreReader) {
    this.#openReader = openReader;
  }

  /** Begins a session of an account. */
  begin(address: Address, now: number): { readonly token: string; readonly expiresAt: number } {
    this.#forget(now);
    const token = `${PREFIX}${randomBytes(32).toString("base64url")}`;
    const expiresAt = now + LASTS_SECONDS;
    this.#sessions.set(digestOf(token), { address, expiresAt });
    return { token, expiresAt };
  }

  async verify(credential: string, now: number) {
    if (!credential.startsWith(PREFIX)) return undefined;
    const session = this.#sessions.get(digestOf(credential));
    if (session === undefined) return "INVALID";
    if (session.expiresAt <= now) return "EXPIRED";
    const { address } = session;
    const reader = this.#openReader();
    try {
      const grants = await grantsOfAccount(reader, address);
      if (grants.length === 0) return "REVOKED";
      return { kind: "account", id: address, name: address, grants } as const;
    } finally {
      await reader.close();
    }
  }

  #forget(now: number): void {
    for (const [digest, { expiresAt }] of this.#sessions) {
      if (expiresAt > now && this.#sessions.size < HELD_AT_MOST) return;
      this.#sessions.delete(digest);
    }
  }
}

function digestOf(token: string): string {
  return createHash("sha256").update(token).digest("base64url");
}
