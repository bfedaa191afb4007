/** Hexadecimal text with a `0x` in front, lower case unless a checksum is part of its form. */
export type Hex = `0x${string}`;

/** An account or contract, with the checksum of EIP-55. */
export type Address = Hex;

/** 32 zero bytes: "none" wherever the contracts take an optional digest or id. */
export const ZERO_BYTES32: Hex = `0x${"00".repeat(32)}`;

/** Whether `text` is a `0x` string of exactly `bytes` bytes. */
export function isHexOf(text: string, bytes: number): text is Hex {
  return new RegExp(`^0x[0-9a-fA-F]{${bytes * 2}}$`).test(text);
}

/** ASCII read from the left of a fixed-size word, up to the first zero byte. */
export function asciiFromHex(hex: string): string {
  let text = "";
  for (let i = 2; i < hex.length; i += 2) {
    const code = Number.parseInt(hex.slice(i, i + 2), 16);
    if (code === 0) break;
    text += String.fromCharCode(code);
  }
  return text;
}

/**
 * ASCII written to the left of a word of `bytes` bytes, the rest zero.
 *
 * @throws {RangeError} when the text does not fit or is not printable ASCII.
 */
export function asciiToHex(text: string, bytes: number): Hex {
  if (text.length > bytes || !/^[\x20-\x7e]*$/.test(text)) {
    throw new RangeError(`"${text}" is not printable ASCII of at most ${bytes} characters`);
  }
  let hex = "";
  for (const character of text) hex += character.charCodeAt(0).toString(16).padStart(2, "0");
  return `0x${hex.padEnd(bytes * 2, "0")}`;
}
