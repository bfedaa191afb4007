/**
 * Reads Retry-After (RFC 9110, section 10.2.3): seconds, or a date.
 *
 * @param now Unix milliseconds.
 * @returns milliseconds; undefined when nothing is asked, or nothing that can be read.
 */
export function waitAsked(header: string | null, now: number): number | undefined {
  if (header === null) return undefined;
  const milliseconds = /^\d+$/.test(header) ? Number(header) * 1_000 : Date.parse(header) - now;
  return Number.isNaN(milliseconds) ? undefined : Math.max(0, milliseconds);
}
