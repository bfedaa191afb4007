import { hash } from "node:crypto";
import { CHECKSUM_LENGTH, type Hash } from "./encoding.ts";

/** Writes as bytes, all of them in one place: it passes from one thread to another without being copied. */
export interface EncodedBatch {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Of each write: where its value begins, where it ends and a line break stands, and where the key after that ends. */
  readonly places: Int32Array<ArrayBuffer>;
}

/** Where a value ends that is taken away. */
const NONE = -1;
const PLACES = 3;
const FIRST_BYTES = 4 * 1024 * 1024;
const FIRST_WRITES = 8_192;

/** Puts writes into bytes. */
export class BatchEncoder {
  #bytes = Buffer.from(new ArrayBuffer(FIRST_BYTES));
  #used = 0;
  #places = new Int32Array(FIRST_WRITES * PLACES);
  #count = 0;

  /** Writes a text under a key, after the checksum of both; returns the hash of both. It is what `encodeText` makes. */
  put(key: string, text: string): Hash {
    const start = this.#used;
    this.#reserve(CHECKSUM_LENGTH + (text.length + key.length) * 3 + 1);
    const textStart = start + CHECKSUM_LENGTH;
    const textEnd = textStart + this.#bytes.write(text, textStart);
    this.#bytes[textEnd] = LINE_BREAK;
    const end = textEnd + 1 + this.#bytes.write(key, textEnd + 1);
    const whole = hash("sha256", this.#bytes.subarray(textStart, end), "binary");
    for (let at = 0; at < CHECKSUM_LENGTH / 2; at++) {
      const byte = whole.charCodeAt(at);
      this.#bytes[start + at * 2] = DIGITS[byte >> 4] ?? 0;
      this.#bytes[start + at * 2 + 1] = DIGITS[byte & 15] ?? 0;
    }
    this.#add(start, textEnd, end);
    return whole;
  }

  /** Writes a value as it is under a key. */
  putRaw(key: string, value: string): void {
    const start = this.#used;
    this.#reserve((value.length + key.length) * 3 + 1);
    const valueEnd = start + this.#bytes.write(value, start);
    this.#add(start, valueEnd, valueEnd + 1 + this.#bytes.write(key, valueEnd + 1));
  }

  /** Takes away what is under a key. */
  delete(key: string): void {
    const start = this.#used;
    this.#reserve(key.length * 3 + 1);
    this.#add(start, NONE, start + 1 + this.#bytes.write(key, start + 1));
  }

  /** What was written since the last time. It is a copy that may be moved to another thread; its own room is used again. */
  finish(): EncodedBatch {
    const bytes = Uint8Array.prototype.slice.call(this.#bytes, 0, this.#used) as Uint8Array<ArrayBuffer>;
    const places = this.#places.slice(0, this.#count * PLACES);
    this.clear();
    return { bytes, places };
  }

  /** Forgets what was written and not finished. */
  clear(): void {
    this.#used = 0;
    this.#count = 0;
  }

  #add(start: number, valueEnd: number, end: number): void {
    const at = this.#count * PLACES;
    if (at === this.#places.length) {
      const places = new Int32Array(at * 2);
      places.set(this.#places);
      this.#places = places;
    }
    this.#places[at] = start;
    this.#places[at + 1] = valueEnd;
    this.#places[at + 2] = end;
    this.#count += 1;
    this.#used = end;
  }

  #reserve(length: number): void {
    if (this.#used + length <= this.#bytes.length) return;
    const bytes = Buffer.from(new ArrayBuffer(Math.max(this.#bytes.length * 2, this.#used + length)));
    bytes.set(this.#bytes.subarray(0, this.#used));
    this.#bytes = bytes;
  }
}

const LINE_BREAK = 10;
const DIGITS = Uint8Array.from("0123456789abcdef", (digit) => digit.charCodeAt(0));

/** A write of a batch: a value, or none where it is taken away. */
export interface EncodedWrite {
  readonly key: Uint8Array;
  readonly value: Uint8Array | undefined;
}

/** The writes of a batch. */
export function* writesIn({ bytes, places }: EncodedBatch): Generator<EncodedWrite> {
  for (let at = 0; at < places.length; at += PLACES) {
    const [start = 0, valueEnd = 0, end = 0] = [places[at], places[at + 1], places[at + 2]];
    const isGone = valueEnd === NONE;
    const key = bytes.subarray((isGone ? start : valueEnd) + 1, end);
    yield { key, value: isGone ? undefined : bytes.subarray(start, valueEnd) };
  }
}
