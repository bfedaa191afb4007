import { asciiFromHex, asciiToHex, type Hex } from "./hex.ts";

/** A unified social credit code (统一社会信用代码): 18 characters. */
export type Uscc = string;

const ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28] as const;

/** What is wrong with a unified social credit code. */
export type UsccFault = "LENGTH" | "CHARACTER" | "CHECK_DIGIT";

/**
 * Checks a code's length, alphabet and check digit (GB 32100-2015, 5.6: the sum of value × weight over the first 17 places;
 * the check value is 31 minus its remainder by 31, and 31 counts as 0).
 *
 * @returns what is wrong, or undefined when nothing is.
 */
export function usccFault(code: string): UsccFault | undefined {
  if (code.length !== 18) return "LENGTH";
  const values = [...code].map((character) => ALPHABET.indexOf(character));
  if (values.includes(-1) || !/^\d{6}$/.test(code.slice(2, 8))) return "CHARACTER";
  const sum = WEIGHTS.reduce((total, weight, place) => total + weight * (values[place] ?? 0), 0);
  return (31 - (sum % 31)) % 31 === values[17] ? undefined : "CHECK_DIGIT";
}

/** The contracts' form of a code: 18 bytes of ASCII. */
export function packUscc(code: Uscc): Hex {
  return asciiToHex(code, 18);
}

/** The code in a `bytes18`, or at the left of a `bytes32`. */
export function unpackUscc(hex: Hex): Uscc {
  return asciiFromHex(hex);
}
