import type { ChainBlock } from "../chain/source.ts";
import type { BlockMark } from "../store/reader.ts";

/** The number of the newest block that both have; undefined when there is none. Neither needs to be in order or without gaps. */
export function commonBlock(marks: readonly BlockMark[], blocks: readonly ChainBlock[]): number | undefined {
  const hashes = new Map(blocks.map(({ number, hash }) => [number, hash]));
  const shared = marks.filter(({ number, hash }) => hashes.get(number) === hash).map(({ number }) => number);
  return shared.length === 0 ? undefined : Math.max(...shared);
}
