import { crc32 } from "node:zlib";
import canonicalize from "canonicalize";
import { StoreError } from "./errors.ts";

/*
 * Every value is eight hexadecimal digits and then canonical JSON. The digits are the CRC-32 of the key and the JSON: LevelDB
 * does not verify its own checksums on a read, and a bit flipped in a key is as wrong as one in a value.
 */

const CHECKSUM_LENGTH = 8;

/** A value as it is stored under `key`. */
export function encodeValue(key: string, value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError(`no JSON value to store under ${key}`);
  return checksum(key, text) + text;
}

/**
 * The value stored under `key`.
 *
 * @throws {StoreError} CORRUPT when it is not what was written there.
 */
export function decodeValue(key: string, stored: string): unknown {
  const text = stored.slice(CHECKSUM_LENGTH);
  if (checksum(key, text) !== stored.slice(0, CHECKSUM_LENGTH)) {
    const hint = "start again with --rebuild to mirror the ledger anew, and check the disk";
    throw new StoreError("CORRUPT", `what the mirror holds under ${JSON.stringify(key)} was altered: ${hint}`);
  }
  return JSON.parse(text);
}

function checksum(key: string, text: string): string {
  return crc32(text, crc32(`${key}\n`))
    .toString(16)
    .padStart(CHECKSUM_LENGTH, "0");
}
