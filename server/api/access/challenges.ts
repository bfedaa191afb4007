import { randomBytes } from "node:crypto";
import { verifyMessage } from "ethers";
import type { Address } from "../../ledger/hex.ts";

/*
 * Sign-in with an Ethereum account (EIP-4361). The server writes the message and remembers it by its nonce; what comes back signed must be
 * that very message, so that domain, chain, nonce and expiry are those it set, and there is nothing to parse.
 */

/** What a message to sign is bound to. */
export interface Binding {
  /** The address that the API is reached at, such as `https://ledger.example`. */
  readonly origin: () => string;
  readonly chainId: number;
}

/** A message that waits to be signed. */
interface Challenge {
  readonly address: Address;
  readonly message: string;
  readonly expiresAt: number;
}

const SIGN_WITHIN_SECONDS = 300;

/** More than people sign in within the time; when there are, the oldest are forgotten. */
const WAITING_AT_MOST = 10_000;

/** EIP-4361 takes nothing but ASCII here. */
const STATEMENT = "Sign in to the audit API of the pilot ledger.";

/** The messages that were given out to be signed. Each is good once. */
export class Challenges {
  readonly #binding: Binding;
  readonly #waiting = new Map<string, Challenge>();

  constructor(binding: Binding) {
    this.#binding = binding;
  }

  /** A message for the holder of `address` to sign. */
  issue(address: Address, now: number): { readonly message: string; readonly expiresAt: number } {
    this.#forget(now);
    const nonce = randomBytes(16).toString("hex");
    const expiresAt = now + SIGN_WITHIN_SECONDS;
    const message = messageOf(this.#binding, { address, nonce, issuedAt: now, expiresAt });
    this.#waiting.set(nonce, { address, message, expiresAt });
    return { message, expiresAt };
  }

  /**
   * Who signed a message that was given out; it is used up, whatever comes of it.
   *
   * @returns undefined when it is none of the messages, too late, or signed by another than it was made for.
   */
  redeem(message: string, signature: string, now: number): Address | undefined {
    const nonce = /^Nonce: ([0-9a-f]{32})$/m.exec(message)?.[1] ?? "";
    const challenge = this.#waiting.get(nonce);
    this.#waiting.delete(nonce);
    if (challenge === undefined || challenge.message !== message || challenge.expiresAt <= now) return undefined;
    return signerOf(message, signature) === challenge.address ? challenge.address : undefined;
  }

  #forget(now: number): void {
    for (const [nonce, { expiresAt }] of this.#waiting) {
      if (expiresAt > now && this.#waiting.size < WAITING_AT_MOST) return;
      this.#waiting.delete(nonce);
    }
  }
}

function messageOf(
  binding: Binding,
  of: { readonly address: Address; readonly nonce: string; readonly issuedAt: number; readonly expiresAt: number },
): string {
  const origin = binding.origin();
  return `${new URL(origin).host} wants you to sign in with your Ethereum account:
${of.address}

${STATEMENT}

URI: ${origin}
Version: 1
Chain ID: ${binding.chainId}
Nonce: ${of.nonce}
Issued At: ${isoTime(of.issuedAt)}
Expiration Time: ${isoTime(of.expiresAt)}`;
}

function signerOf(message: string, signature: string): string | undefined {
  try {
    return verifyMessage(message, signature);
  } catch {
    return undefined;
  }
}

function isoTime(seconds: number): string {
  return new Date(seconds * 1_000).toISOString();
}
