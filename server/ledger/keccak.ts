import { keccak_256 } from "@noble/hashes/sha3.js";
import { bytesToHex } from "@noble/hashes/utils.js";
import { createKeccak } from "hash-wasm";
import type { Hex } from "./hex.ts";

/*
 * Keccak-256, which a mirror computes three times for every event. In WebAssembly it is ten times as fast as in JavaScript; where
 * a page's policy forbids that, JavaScript does.
 */

const hasher = await createKeccak(256).catch(() => undefined);

let bytes = new Uint8Array(4_096);

/** The Keccak-256 of some bytes, given in hexadecimal parts that follow each other. */
export function keccakOf(...parts: readonly Hex[]): Hex {
  let digits = 0;
  for (let part = 0; part < parts.length; part++) digits += (parts[part]?.length ?? 2) - 2;
  if (digits / 2 > bytes.length) bytes = new Uint8Array(digits);
  let length = 0;
  for (let part = 0; part < parts.length; part++) {
    const hex = parts[part];
    if (hex !== undefined) length = writeHex(bytes, length, hex, 2, hex.length);
  }
  const input = bytes.subarray(0, length);
  return `0x${hasher === undefined ? bytesToHex(keccak_256(input)) : hasher.init().update(input).digest("hex")}`;
}

/** The Keccak-256 of a text's UTF-8. */
export function keccakOfText(text: string): Hex {
  return keccakOf(`0x${bytesToHex(utf8.encode(text))}`);
}

const utf8 = new TextEncoder();

/** The value of a hexadecimal digit by its character. */
const DIGITS = Uint8Array.from({ length: 128 }, (_, code) => Number.parseInt(String.fromCharCode(code), 16) || 0);

/**
 * Writes the bytes that the characters `from` to `to` of a hexadecimal text stand for.
 *
 * @returns where to write what follows.
 */
export function writeHex(target: Uint8Array, at: number, hex: string, from: number, to: number): number {
  let next = at;
  for (let place = from; place < to; place += 2) {
    target[next++] = ((DIGITS[hex.charCodeAt(place)] ?? 0) << 4) | (DIGITS[hex.charCodeAt(place + 1)] ?? 0);
  }
  return next;
}
