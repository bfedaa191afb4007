import { FileFault } from "./fault.ts";

/** Reads LevelDB's and Snappy's little-endian integers of variable length, and texts that begin with one. */
export class VarintReader {
  readonly #bytes: Uint8Array;
  #at: number;

  constructor(bytes: Uint8Array, at = 0) {
    this.#bytes = bytes;
    this.#at = at;
  }

  get position(): number {
    return this.#at;
  }

  get isAtEnd(): boolean {
    return this.#at >= this.#bytes.length;
  }

  /** The next integer; exact up to 2^53. */
  integer(): number {
    let value = 0;
    for (let factor = 1; factor <= 2 ** 63; factor *= 128) {
      const byte = this.#bytes[this.#at];
      if (byte === undefined) break;
      this.#at += 1;
      value += (byte & 127) * factor;
      if (byte < 128) return value;
    }
    throw new FileFault("an integer does not end");
  }

  /** The next `length` bytes. */
  bytes(length: number): Uint8Array {
    if (this.#at + length > this.#bytes.length) throw new FileFault("it ends too early");
    const part = this.#bytes.subarray(this.#at, this.#at + length);
    this.#at += length;
    return part;
  }

  /** The next bytes with their length before them. */
  text(): Uint8Array {
    return this.bytes(this.integer());
  }
}
