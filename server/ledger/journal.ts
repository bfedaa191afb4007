import { keccak256 } from "ethers";
import { type Hex, ZERO_BYTES32 } from "./hex.ts";

/** An accumulator of the journal: how many events, and the fold of their leaves. */
export interface JournalStream {
  readonly count: number;
  readonly head: Hex;
}

/** The accumulator before the first event. */
export const EMPTY_STREAM: JournalStream = { count: 0, head: ZERO_BYTES32 };

/** Folds one leaf: `head' = keccak256(head ‖ leaf)`. */
export function fold(stream: JournalStream, leaf: Hex): JournalStream {
  return { count: stream.count + 1, head: keccak256(`${stream.head}${leaf.slice(2)}`) as Hex };
}
