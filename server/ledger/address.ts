import type { Address } from "./hex.ts";
import { keccakOfText } from "./keccak.ts";

/** How many addresses are kept in mind: their checksums take a hash each, and the same accounts act again and again. */
const REMEMBERED = 16_384;

const known = new Map<string, Address>();

/** The address of 40 hexadecimal digits, with the checksum of EIP-55. */
export function addressOf(digits: string): Address {
  const found = known.get(digits);
  if (found !== undefined) return found;
  const address = checksummed(digits);
  if (known.size >= REMEMBERED) known.clear();
  known.set(digits, address);
  return address;
}

/** A letter is a capital where the digit of the hash at its place is 8 or more. */
function checksummed(digits: string): Address {
  const small = digits.toLowerCase();
  const hash = keccakOfText(small);
  const written = Array.from(small, (digit, at) => (hash.charAt(at + 2) >= "8" ? digit.toUpperCase() : digit));
  return `0x${written.join("")}`;
}
