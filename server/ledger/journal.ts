import type { Hex } from "./hex.ts";
import { keccakOf } from "./keccak.ts";

/** How many bytes of a hash a head keeps: with its count of 4 bytes it fills one word of the contract's storage. */
const HEAD_BYTES = 28;

/** An accumulator of the journal: how many events, and the fold of their leaves, 28 bytes. */
export interface JournalStream {
  readonly count: number;
  readonly head: Hex;
}

/** The accumulator before the first event. */
export const EMPTY_STREAM: JournalStream = { count: 0, head: `0x${"00".repeat(HEAD_BYTES)}` };

/** Folds one leaf: `head'` is the first 28 bytes of `keccak256(head ‖ leaf)`. `IJournal` says what 28 bytes hold. */
export function fold(stream: JournalStream, leaf: Hex): JournalStream {
  const hash = keccakOf(stream.head, leaf);
  return { count: stream.count + 1, head: hash.slice(0, 2 + 2 * HEAD_BYTES) as Hex };
}
