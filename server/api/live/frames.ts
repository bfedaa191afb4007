/*
 * Server-sent events as text (HTML Living Standard, 9.2). What is told is JSON on one line.
 */

/** Milliseconds after which a client that lost its stream comes back. */
const RETRY_MS = 2_000;

/** What a stream begins with. */
export const OPENING = `retry: ${RETRY_MS}\n\n`;

/** Keeps proxies from closing a stream on which nothing happens. */
export const HEARTBEAT = ": heartbeat\n\n";

/** An event of a stream; `cursor` is what the client comes back with. */
export function frame(event: string, cursor: string | undefined, told: object): string {
  const id = cursor === undefined ? "" : `id: ${cursor}\n`;
  return `event: ${event}\n${id}data: ${JSON.stringify(told)}\n\n`;
}
