import { hash } from "node:crypto";
import { StoreError } from "./errors.ts";

/*
 * Every value is sixteen hexadecimal digits and then a text, JSON mostly. The digits begin the SHA-256 of the text and the key:
 * LevelDB does not verify its own checksums on a read, and a bit flipped in a key is as wrong as one in a value. The whole hash of
 * a record goes into the state digest.
 */

/** Digits before the text of a value. */
export const CHECKSUM_LENGTH = 16;

/** A value as it is stored under its key, with the hash of both. */
export interface EncodedValue {
  readonly stored: string;
  readonly hash: Hash;
}

/** The 32 bytes of a SHA-256, a character each: a text costs half of what a buffer does, and many are made. */
export type Hash = string;

/** A text as it is stored under `key`, and the hash of both. */
export function encodeText(key: string, text: string): EncodedValue {
  const whole = hashOfText(key, text);
  return { stored: checksumOf(whole) + text, hash: whole };
}

/** A value as it is stored under `key`: its JSON, the members in the order they were made in. */
export function encodeValue(key: string, value: unknown): string {
  const text = JSON.stringify(value);
  if (text === undefined) throw new TypeError(`no JSON value to store under ${key}`);
  return encodeText(key, text).stored;
}

/**
 * The text stored under `key`.
 *
 * @throws {StoreError} CORRUPT when it is not what was written there.
 */
export function textOf(key: string, stored: string): string {
  hashOf(key, stored);
  return stored.slice(CHECKSUM_LENGTH);
}

/**
 * The value stored under `key`.
 *
 * @throws {StoreError} CORRUPT when it is not what was written there.
 */
export function decodeValue(key: string, stored: string): unknown {
  return JSON.parse(textOf(key, stored));
}

/**
 * The hash of what is stored under `key`.
 *
 * @throws {StoreError} CORRUPT when it is not what was written there.
 */
export function hashOf(key: string, stored: string): Hash {
  const whole = hashOfText(key, stored.slice(CHECKSUM_LENGTH));
  if (checksumOf(whole) === stored.slice(0, CHECKSUM_LENGTH)) return whole;
  throw altered(key);
}

/** The SHA-256 of a text and the key it stands under. */
export function hashOfText(key: string, text: string): Hash {
  return hash("sha256", `${text}\n${key}`, "binary");
}

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, "0"));

function checksumOf(whole: Hash): string {
  let digits = "";
  for (let at = 0; at < CHECKSUM_LENGTH / 2; at++) digits += HEX[whole.charCodeAt(at)];
  return digits;
}

/** That what is stored under a key is not what was written there. */
export function altered(key: string): StoreError {
  return new StoreError("CORRUPT", `what the mirror holds under ${JSON.stringify(key)} was altered: check the disk`);
}
