import type { RpcError } from "./errors.ts";

const FIRST_PAUSE = 200;
const LONGEST_PAUSE = 30_000;

/**
 * How many milliseconds to wait before a request is sent again: twice as long after each failure, shortened at random by up to
 * half so that many clients do not come back at once, and never less than the node asks for.
 *
 * @param attempt How many failures there were before this one.
 * @param random A number from 0 to 1.
 */
export function pauseAfter(error: RpcError, attempt: number, random: number): number {
  const doubled = Math.min(FIRST_PAUSE * 2 ** attempt, LONGEST_PAUSE);
  const jittered = Math.round(doubled * (1 - random / 2));
  return Math.max(jittered, Math.min(error.retryAfter ?? 0, 10 * LONGEST_PAUSE));
}
