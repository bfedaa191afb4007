import type { OnWork, WorkProgress } from "../../server/operations/operations.ts";

/** Milliseconds between two lines. */
const SAID_EVERY = 2_000;

/**
 * Says on standard error how far a long work is, how fast it comes on, and about how long it will take; nothing of what is over soon.
 *
 * @param name What is done, for the reader.
 */
export async function working<T>(name: string, run: (onWork: OnWork) => Promise<T>): Promise<T> {
  const begun = performance.now();
  let said = begun;
  return run((progress) => {
    const now = performance.now();
    if (now - said < SAID_EVERY) return;
    said = now;
    process.stderr.write(`${name}: ${describeWork(progress, now - begun)}\n`);
  });
}

/** How far a work is that has gone on for so many milliseconds. */
export function describeWork({ entries, share }: WorkProgress, milliseconds: number): string {
  const parts: string[] = [];
  if (entries > 0) parts.push(`${entries} entries`, `${Math.round((entries * 1_000) / milliseconds)}/s`);
  if (share !== null) {
    parts.push(`${Math.floor(share * 100)} %`);
    if (share > 0) parts.push(`about ${Math.ceil((milliseconds * (1 - share)) / share / 1_000)} s left`);
  }
  return parts.join(", ");
}
