import type { Clock } from "../../chain/clock.ts";
import type { Poster } from "./post.ts";
import type { WebhookKey } from "./secrets.ts";
import { signedHeaders } from "./signature.ts";
import type { Attempt, Owed, Subscription } from "./subscription.ts";

/** What an attempt needs. */
export interface AttemptWorld {
  readonly key: WebhookKey;
  readonly clock: Clock;
  /** Told of every attempt. */
  readonly onAttempt: (outcome: Attempt["outcome"]) => void;
}

/** What came of an attempt. Without an `attempt` it was broken off, and does not count. */
export interface Attempted {
  readonly attempt?: Attempt;
  /** Milliseconds for which the receiver asked to be left alone. */
  readonly retryAfter?: number | undefined;
}

/** Sends a message to the receiver of a subscription, once, signed with the secrets that are in use. */
export async function attemptDelivery(
  { key, clock, onAttempt }: AttemptWorld,
  poster: Poster,
  { id, type, body }: Owed,
  subscription: Subscription,
  signal: AbortSignal,
): Promise<Attempted> {
  const at = clock.now();
  const timestamp = Math.floor(at / 1_000);
  const headers = {
    "content-type": "application/json; charset=utf-8",
    "user-agent": "pilot-ledger-webhooks",
    ...signedHeaders({ id, timestamp, body }, secretsAt(key, subscription, timestamp)),
  };
  const { status, fault, retryAfter } = await poster.post({ url: subscription.url, headers, body, signal });
  if (signal.aborted) return {};
  const isDelivered = status !== null && status >= 200 && status < 300;
  const outcome = isDelivered ? "DELIVERED" : status === 410 ? "GONE" : "FAILED";
  onAttempt(outcome);
  return { attempt: { at, message: id, type, outcome, status, fault, milliseconds: clock.now() - at }, retryAfter };
}

/** The secret, and for a while after a change the one before as well. */
function secretsAt(key: WebhookKey, { id, generation, previousUntil }: Subscription, now: number): string[] {
  const inUse = previousUntil !== null && previousUntil > now ? [generation, generation - 1] : [generation];
  return inUse.map((one) => key.secretOf(id, one));
}
