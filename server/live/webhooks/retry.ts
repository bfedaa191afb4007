import type { Trying } from "./subscription.ts";

/** How long a message is tried. */
export interface RetryPolicy {
  /** Milliseconds after the first failure; twice as long after each further one. */
  readonly firstPause: number;
  readonly longestPause: number;
  readonly attempts: number;
  /** Milliseconds from the first attempt on. */
  readonly within: number;
}

const SECOND = 1_000;
const HOUR = 3_600 * SECOND;

/** Up to 24 attempts within three days: after 1, 2, 4 … seconds, later every six hours. */
export const USUAL_RETRIES: RetryPolicy = {
  firstPause: SECOND,
  longestPause: 6 * HOUR,
  attempts: 24,
  within: 72 * HOUR,
};

/** A receiver cannot put off a message for longer than this. */
const LONGEST_ASKED = 24 * HOUR;

/** What is known of a failure. */
export interface Failure {
  /** The message that failed, and what was known of it before. */
  readonly message: string;
  readonly before: Trying | null;
  /** Unix milliseconds. */
  readonly now: number;
  /** From 0 to 1. */
  readonly random: number;
  /** Milliseconds that the receiver asked for. */
  readonly retryAfter: number | undefined;
}

/**
 * When a message that failed is tried again: after a pause that doubles, shortened at random by up to half so that receivers that were
 * down together are not met by everything at once, and never before the receiver asked for; or that it is given up.
 */
export function afterFailure(
  { firstPause, longestPause, attempts, within }: RetryPolicy,
  { message, before, now, random, retryAfter = 0 }: Failure,
): Trying | "give up" {
  const isSame = before?.message === message;
  const [made, since] = isSame ? [before.attempts + 1, before.since] : [1, now];
  const doubled = Math.min(firstPause * 2 ** (made - 1), longestPause);
  const pause = Math.max(Math.round(doubled * (1 - random / 2)), Math.min(retryAfter, LONGEST_ASKED));
  const notBefore = now + pause;
  if (made >= attempts || notBefore - since > within) return "give up";
  return { message, attempts: made, since, notBefore };
}
