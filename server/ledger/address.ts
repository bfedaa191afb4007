import { getAddress } from "ethers";
import type { Address } from "./hex.ts";

/** How many addresses are kept in mind: their checksums take a hash each, and the same accounts act again and again. */
const REMEMBERED = 16_384;

const known = new Map<string, Address>();

/** The address of 40 hexadecimal digits, with the checksum of EIP-55. */
export function addressOf(digits: string): Address {
  const found = known.get(digits);
  if (found !== undefined) return found;
  const address = getAddress(`0x${digits}`) as Address;
  if (known.size >= REMEMBERED) known.clear();
  known.set(digits, address);
  return address;
}
