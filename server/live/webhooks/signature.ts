import { createHmac } from "node:crypto";

/*
 * Signatures of the Standard Webhooks specification: `v1,` and the HMAC-SHA256, base64, of the message's id, the time of the attempt and
 * the body, with full stops between them.
 */

const SECRET_PREFIX = "whsec_";

/** What is signed. */
export interface Signed {
  readonly id: string;
  /** Unix seconds. */
  readonly timestamp: number;
  readonly body: string;
}

/** The signature with one secret. */
export function signatureOf(secret: string, { id, timestamp, body }: Signed): string {
  const key = Buffer.from(secret.slice(SECRET_PREFIX.length), "base64");
  return `v1,${createHmac("sha256", key).update(`${id}.${timestamp}.${body}`).digest("base64")}`;
}

/** The headers of an attempt, signed with every secret that is in use. */
export function signedHeaders(signed: Signed, secrets: readonly string[]): Readonly<Record<string, string>> {
  return {
    "webhook-id": signed.id,
    "webhook-timestamp": String(signed.timestamp),
    "webhook-signature": secrets.map((secret) => signatureOf(secret, signed)).join(" "),
  };
}
