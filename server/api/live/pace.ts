import { once } from "node:events";
import type { Writable } from "node:stream";
import type { Clock } from "../../chain/clock.ts";

/** A client that reads nothing for so long is cut off; it can come back to where it was. */
const UNREAD_FOR_MS = 30_000;

/**
 * Writes text piece by piece, the next one when the one before was taken: what is sent to a slow client is bounded by the buffer of its
 * connection.
 *
 * @param left Aborts when the client has left; then nothing more is written.
 * @returns whether the client took everything, or left; `unread` when it did neither for too long.
 */
export async function writePaced(
  pieces: AsyncIterable<string>,
  sink: Writable,
  clock: Clock,
  left: AbortSignal,
): Promise<"taken" | "unread"> {
  for await (const piece of pieces) {
    if (left.aborted) break;
    if (sink.write(piece)) continue;
    if (!(await isTaken(sink, clock, left))) return "unread";
  }
  return "taken";
}

async function isTaken(sink: Writable, clock: Clock, left: AbortSignal): Promise<boolean> {
  const waiting = new AbortController();
  const drained = once(sink, "drain", { signal: AbortSignal.any([left, waiting.signal]) });
  const tooLong = clock.sleep(UNREAD_FOR_MS, waiting.signal);
  const result = await Promise.race([outcome(drained, true), outcome(tooLong, false)]);
  waiting.abort();
  return result;
}

/** What it means that something happened; when it did not because it was called off, that all is well. */
function outcome(happening: Promise<unknown>, meaning: boolean): Promise<boolean> {
  return happening.then(
    () => meaning,
    () => true,
  );
}
