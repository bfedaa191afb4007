import { hash, randomBytes, randomInt, timingSafeEqual } from "node:crypto";
import type { Grant } from "./principal.ts";

/*
 * An access token is `plt_<id>_<secret>`: the id says whose it is, the secret is 256 random bits. Only the secret's SHA-256 is
 * kept; with that much entropy a slow hash would add nothing.
 */

/** What is kept of a token. */
export interface TokenEntry {
  readonly id: string;
  /** Who it was made for. */
  readonly name: string;
  /** Of the secret, hexadecimal. */
  readonly sha256: string;
  /** What it may read, and where. */
  readonly grant: Grant;
  /** Unix seconds. */
  readonly createdAt: number;
  /** Null for one that does not expire. */
  readonly expiresAt: number | null;
  readonly revokedAt: number | null;
}

/** Why a token is not accepted. */
export type TokenRefusal = "INVALID" | "EXPIRED" | "REVOKED";

const FORM = /^plt_([a-z0-9]{8})_([A-Za-z0-9_-]{43})$/;
const ID_ALPHABET = "abcdefghijkmnpqrstuvwxyz23456789";

/** A fresh token, and its id and digest to keep. */
export function freshToken(): { readonly token: string; readonly id: string; readonly sha256: string } {
  const id = Array.from({ length: 8 }, () => ID_ALPHABET[randomInt(ID_ALPHABET.length)]).join("");
  const secret = randomBytes(32).toString("base64url");
  return { token: `plt_${id}_${secret}`, id, sha256: digestOf(secret).toString("hex") };
}

/**
 * Checks a token against those that are kept, in a time that does not depend on how much of the secret is right. Whether it has
 * expired or been revoked is told only to who holds the secret.
 *
 * @param now Unix seconds.
 */
export function checkToken(token: string, kept: readonly TokenEntry[], now: number): TokenEntry | TokenRefusal {
  const [, id, secret = ""] = FORM.exec(token) ?? [];
  const entry = kept.find((candidate) => candidate.id === id);
  const expected = Buffer.from(entry?.sha256 ?? "".padStart(64, "0"), "hex");
  if (!timingSafeEqual(digestOf(secret), expected) || entry === undefined) return "INVALID";
  return refusalOf(entry, now) ?? entry;
}

/** Why a token is no longer accepted; undefined when it is. */
export function refusalOf({ revokedAt, expiresAt }: TokenEntry, now: number): "EXPIRED" | "REVOKED" | undefined {
  if (revokedAt !== null) return "REVOKED";
  return expiresAt !== null && expiresAt <= now ? "EXPIRED" : undefined;
}

function digestOf(secret: string): Buffer {
  return hash("sha256", secret, "buffer");
}
