import { keccak256 } from "ethers";
import type { Hex } from "../ledger/hex.ts";

/** How many addresses and topics are kept in mind; a ledger has some hundred. */
const REMEMBERED = 4_096;

const positions = new Map<Hex, readonly BloomBit[]>();

interface BloomBit {
  /** Which hexadecimal digit of the filter, after `0x`. */
  readonly digit: number;
  readonly mask: number;
}

/**
 * Whether a block's Bloom filter (Yellow Paper, section 4.3.1) has an address or a topic. When it says no, no log of the block has
 * it; when it says yes, one may.
 */
export function bloomHas(bloom: Hex, item: Hex): boolean {
  return bloomBits(item).every(({ digit, mask }) => (digitAt(bloom, digit) & mask) !== 0);
}

function digitAt(bloom: Hex, digit: number): number {
  return Number.parseInt(bloom.charAt(2 + digit), 16);
}

/** The three bits of the filter that an item sets. */
export function bloomBits(item: Hex): readonly BloomBit[] {
  const known = positions.get(item);
  if (known !== undefined) return known;
  const digest = keccak256(item);
  const bits = [0, 1, 2].map((pair) => {
    const bit = Number.parseInt(digest.slice(2 + pair * 4, 6 + pair * 4), 16) & 2_047;
    return { digit: 511 - (bit >> 2), mask: 1 << (bit & 3) };
  });
  if (positions.size >= REMEMBERED) positions.clear();
  positions.set(item, bits);
  return bits;
}
