import { timingSafeEqual } from "node:crypto";
import { z } from "zod";
import { signatureOf } from "../../live/webhooks/signature.ts";
import { EVENT_ITEM } from "../schemas/audit.ts";
import { REORGANISED } from "../schemas/live.ts";

/** A request that is no message of the webhook whose secret was given, or too old to be taken. */
export class WebhookRefused extends Error {
  readonly code: "HEADERS_MISSING" | "TIME_TOO_FAR" | "SIGNATURE_WRONG" | "NOT_AS_DOCUMENTED";

  constructor(code: WebhookRefused["code"], message: string) {
    super(message);
    this.name = "WebhookRefused";
    this.code = code;
  }
}

const CONTENT = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("ledger.event"), data: EVENT_ITEM, cursor: z.string() }),
  z.strictObject({ type: z.literal("ledger.reorganised"), data: REORGANISED, cursor: z.string() }),
]);

/** A message that was verified. */
export type WebhookMessage = z.output<typeof CONTENT> & {
  /** The same when it is sent again: what was done with this id before need not be done again. */
  readonly id: string;
};

/** A request as a receiver gets it. */
export interface ReceivedRequest {
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  /** The bytes as they came, as text: what was parsed and written anew has another signature. */
  readonly body: string;
}

/** How far the time of a request may be from that of the receiver, seconds: later on, somebody may have kept and repeated it. */
const TOLERANCE = 300;

/**
 * Verifies a request of a webhook (Standard Webhooks), and reads what it tells.
 *
 * @param secret As it was told at the subscription, `whsec_…`.
 * @param now Unix seconds.
 * @throws {WebhookRefused} Answer such a request with 400 or 401, and do nothing.
 * @example
 * const { id, type, data } = verifyWebhook({ headers: request.headers, body }, secret);
 */
export function verifyWebhook(
  { headers, body }: ReceivedRequest,
  secret: string,
  now: number = Math.floor(Date.now() / 1_000),
): WebhookMessage {
  const [id, time, signatures] = ["webhook-id", "webhook-timestamp", "webhook-signature"].map((name) => headers[name]);
  if (typeof id !== "string" || typeof time !== "string" || typeof signatures !== "string") {
    throw new WebhookRefused("HEADERS_MISSING", "the request has not the headers of a webhook");
  }
  const timestamp = Number(time);
  if (!/^\d{1,12}$/.test(time) || Math.abs(now - timestamp) > TOLERANCE) {
    throw new WebhookRefused(
      "TIME_TOO_FAR",
      `the request is of ${time}, and it is ${now}: repeated, or a clock is wrong`,
    );
  }
  const expected = signatureOf(secret, { id, timestamp, body });
  if (!signatures.split(" ").some((signature) => isSame(signature, expected))) {
    throw new WebhookRefused("SIGNATURE_WRONG", "the request was not signed with the secret of this webhook");
  }
  const content = CONTENT.safeParse(parsed(body));
  if (content.success) return { id, ...content.data };
  throw new WebhookRefused("NOT_AS_DOCUMENTED", `the message is not of its form: ${z.prettifyError(content.error)}`);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isSame(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}
