import type { Hash } from "./encoding.ts";

/*
 * The state digest: the sum, modulo 2^256, of the SHA-256 of every record with its key. It follows from the records alone, in
 * whatever order and over whatever detours (reorganisations, batch sizes, restarts) they were written, and a change costs one
 * hash for what goes and one for what comes.
 *
 * It is good for finding rot, and for two honest mirrors to see that they hold the same. It is no commitment that binds a liar:
 * sums of hashes can be forged with about 2^40 work by somebody who may choose very many records. Against lies there is the
 * contracts' own journal.
 */

const WORDS = 8;

/** The digest of a set of records. */
export class StateDigest {
  readonly #words: Uint32Array;
  #records: number;

  private constructor(words: Uint32Array, records: number) {
    this.#words = words;
    this.#records = records;
  }

  static empty(): StateDigest {
    return new StateDigest(new Uint32Array(WORDS), 0);
  }

  /** Reads what `sum` and `records` gave. */
  static of({ sum, records }: DigestMark): StateDigest {
    const bytes = Buffer.from(sum, "hex");
    return new StateDigest(
      Uint32Array.from({ length: WORDS }, (_, word) => bytes.readUInt32BE(word * 4)),
      records,
    );
  }

  /** 64 hexadecimal digits. */
  get sum(): string {
    return this.#words.reduce((text, word) => text + word.toString(16).padStart(8, "0"), "");
  }

  /** How many records there are. */
  get records(): number {
    return this.#records;
  }

  get mark(): DigestMark {
    return { sum: this.sum, records: this.records };
  }

  /** @param hash What `hashOf` gives of a record that is there now. */
  add(hash: Hash): void {
    this.#records += 1;
    let carry = 0;
    for (let word = WORDS - 1; word >= 0; word--) {
      const sum = (this.#words[word] ?? 0) + wordAt(hash, word) + carry;
      this.#words[word] = sum;
      carry = sum > 0xffff_ffff ? 1 : 0;
    }
  }

  /** @param hash That of a record that is no more. */
  remove(hash: Hash): void {
    this.#records -= 1;
    let borrow = 0;
    for (let word = WORDS - 1; word >= 0; word--) {
      const difference = (this.#words[word] ?? 0) - wordAt(hash, word) - borrow;
      this.#words[word] = difference;
      borrow = difference < 0 ? 1 : 0;
    }
  }
}

function wordAt(hash: Hash, word: number): number {
  const at = word * 4;
  const high = (hash.charCodeAt(at) << 8) | hash.charCodeAt(at + 1);
  return high * 65_536 + ((hash.charCodeAt(at + 2) << 8) | hash.charCodeAt(at + 3));
}

/** A digest as it is stored and shown. */
export interface DigestMark {
  /** 64 hexadecimal digits. */
  readonly sum: string;
  /** How many records it is of. */
  readonly records: number;
}

/** The digest of no records. */
export const EMPTY_DIGEST: DigestMark = { sum: "0".repeat(64), records: 0 };
