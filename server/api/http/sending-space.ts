/*
 * Memory to write answers into before they are sent. A buffer made for each answer is memory that the garbage collector is told of, and has it
 * run more often than all else that an answer takes; so the same buffers are used again.
 */

/** A buffer that was lent. */
export interface Space {
  readonly bytes: Buffer;
  /** Gives it back, once nobody looks at it any more. One that is not given back is collected like any other. */
  readonly giveBack: () => void;
}

/** Buffers have a power of two of bytes, from 16 KiB to 1 MiB; a larger one is made for the one who asks. */
const [SMALLEST, LARGEST] = [14, 20];

/** So many bytes lie ready at most. */
const READY_AT_MOST = 16 * 1_024 * 1_024;

const ready: Buffer[][] = Array.from({ length: LARGEST - SMALLEST + 1 }, () => []);
let readyBytes = 0;

/** A buffer of at least so many bytes, with anything in it. */
export function takeSpace(size: number): Space {
  const place = Math.max(0, Math.ceil(Math.log2(Math.max(size, 1))) - SMALLEST);
  const waiting = ready[place];
  if (waiting === undefined) return { bytes: Buffer.allocUnsafeSlow(size), giveBack: () => undefined };
  const found = waiting.pop();
  if (found !== undefined) readyBytes -= found.length;
  const bytes = found ?? Buffer.allocUnsafeSlow(2 ** (place + SMALLEST));
  let isLent = true;
  return {
    bytes,
    giveBack: () => {
      if (!isLent || readyBytes + bytes.length > READY_AT_MOST) return;
      isLent = false;
      waiting.push(bytes);
      readyBytes += bytes.length;
    },
  };
}
