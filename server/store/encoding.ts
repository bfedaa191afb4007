import { hash } from "node:crypto";
import canonicalize from "canonicalize";
import { StoreError } from "./errors.ts";

/*
 * Every value is sixteen hexadecimal digits and then canonical JSON. The digits begin the SHA-256 of the key and the JSON: LevelDB
 * does not verify its own checksums on a read, and a bit flipped in a key is as wrong as one in a value. The whole hash of a record
 * goes into the state digest.
 */

const CHECKSUM_LENGTH = 16;

/** A value as it is stored under its key, with the hash of both. */
export interface EncodedValue {
  readonly stored: string;
  readonly hash: Buffer;
}

/** A value as it is stored under `key`, and its hash. */
export function encode(key: string, value: unknown): EncodedValue {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError(`no JSON value to store under ${key}`);
  const whole = hashOfText(key, text);
  return { stored: checksumOf(whole) + text, hash: whole };
}

/** A value as it is stored under `key`. */
export function encodeValue(key: string, value: unknown): string {
  return encode(key, value).stored;
}

/**
 * The value stored under `key`.
 *
 * @throws {StoreError} CORRUPT when it is not what was written there.
 */
export function decodeValue(key: string, stored: string): unknown {
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
  throw new StoreError("CORRUPT", `what the mirror holds under ${JSON.stringify(key)} was altered: check the disk`);
}

function hashOfText(key: string, text: string): Buffer {
  return hash("sha256", `${key}\n${text}`, "buffer");
}

function checksumOf(whole: Buffer): string {
  return whole.toString("hex", 0, CHECKSUM_LENGTH / 2);
}
