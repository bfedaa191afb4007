import { hash } from "node:crypto";
import { crc32 } from "node:zlib";
import { StoreError } from "./errors.ts";

/*
 * Every value is sixteen hexadecimal digits and then JSON. The digits begin the SHA-256 of the key and the JSON: LevelDB
 * does not verify its own checksums on a read, and a bit flipped in a key is as wrong as one in a value. The whole hash of a record
 * goes into the state digest.
 */

const CHECKSUM_LENGTH = 16;
const ENTRY_LENGTH = 8;

/** A value as it is stored under its key, with the hash of both. */
export interface EncodedValue {
  readonly stored: string;
  readonly hash: Buffer;
}

/**
 * A value as it is stored under `key`, and its hash. Members stay in the order they were made in, which follows from the events
 * alone, as the values do.
 */
export function encode(key: string, value: unknown): EncodedValue {
  const text = JSON.stringify(value);
  if (text === undefined) throw new TypeError(`no JSON value to store under ${key}`);
  const whole = hashOfText(key, text);
  return { stored: checksumOf(whole) + text, hash: whole };
}

/** A value as it is stored under `key`. */
export function encodeValue(key: string, value: unknown): string {
  return encode(key, value).stored;
}

/** What is stored under the key of an index entry: eight digits, the CRC-32 of the key, since there is nothing but the key. */
export function encodeEntry(key: string): string {
  return crc32(key).toString(16).padStart(ENTRY_LENGTH, "0");
}

/**
 * The value stored under `key`; null for an index entry.
 *
 * @throws {StoreError} CORRUPT when it is not what was written there.
 */
export function decodeValue(key: string, stored: string): unknown {
  if (stored.length === ENTRY_LENGTH) {
    if (stored === encodeEntry(key)) return null;
    throw altered(key);
  }
  hashOf(key, stored);
  return JSON.parse(stored.slice(CHECKSUM_LENGTH));
}

/**
 * The hash of what is stored under `key`.
 *
 * @throws {StoreError} CORRUPT when it is not what was written there.
 */
export function hashOf(key: string, stored: string): Buffer {
  const whole = hashOfText(key, stored.slice(CHECKSUM_LENGTH));
  if (checksumOf(whole) === stored.slice(0, CHECKSUM_LENGTH)) return whole;
  throw altered(key);
}

function hashOfText(key: string, text: string): Buffer {
  return hash("sha256", `${key}\n${text}`, "buffer");
}

function checksumOf(whole: Buffer): string {
  return whole.toString("hex", 0, CHECKSUM_LENGTH / 2);
}

function altered(key: string): StoreError {
  return new StoreError("CORRUPT", `what the mirror holds under ${JSON.stringify(key)} was altered: check the disk`);
}
