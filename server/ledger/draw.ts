import { AbiCoder, keccak256 } from "ethers";
import type { Hex } from "./hex.ts";

const coder = AbiCoder.defaultAbiCoder();

/**
 * The places of a list that a random draw (“双随机”抽取) takes, as `Draw.sol` finds them: the first steps of a Fisher–Yates shuffle
 * whose step `i` exchanges place `i` with place `i + keccak256(seed ‖ i) mod (length − i)`. Whoever has the list and the hash of
 * the seed block repeats the draw.
 *
 * @param seed The hash of the draw's seed block.
 * @param listLength How many entries the list has.
 * @param count How many of them are drawn; no more than the list has.
 * @returns the places, from 0, in the order in which they were drawn.
 * @throws {RangeError} when more are to be drawn than the list has.
 * @example
 * const lines = list.split("\n");
 * const chosen = drawnPlaces(seed, lines.length, 10).map((place) => lines[place]);
 */
export function drawnPlaces(seed: Hex, listLength: number, count: number): number[] {
  if (count > listLength) throw new RangeError(`${count} of ${listLength} cannot be drawn`);
  const exchanged = new Map<number, number>();
  return Array.from({ length: count }, (_, step) => {
    const random = BigInt(keccak256(coder.encode(["bytes32", "uint256"], [seed, step])));
    const place = step + Number(random % BigInt(listLength - step));
    const drawn = exchanged.get(place) ?? place;
    exchanged.set(place, exchanged.get(step) ?? step);
    return drawn;
  });
}
