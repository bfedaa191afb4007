import type { RecordKind, RecordTypes } from "../ledger/records.ts";

/** As much stored text as known records may have been made of, characters; in memory they take about four times as much. */
const CHARACTERS_AT_MOST = 64 * 1_024 * 1_024;

/** No number of a batch or stretch. */
const NEVER = -1;

const MOST = 0.75;

interface Known {
  readonly stored: string;
  readonly record: RecordTypes[RecordKind];
  /** What stands in the store now was seen to be this text, in the stretch of batches of this number. */
  seenIn: number;
  /** Whether it was asked for since it was kept, or since it was last passed over. */
  isWanted: boolean;
}

/**
 * Records as they were made of what is stored under their keys. One is good for as long as the very same text stands there, whichever
 * snapshot it is read from: its sum was found right then, and need not be worked out again. Nor does the text have to be read for as long
 * as it is known that no batch has written another. When there is no more room the oldest go, but not those that were asked for again.
 */
export class KnownRecords {
  readonly #known = new Map<string, Known>();
  readonly #charactersAtMost: number;
  #characters = 0;
  /** The kinds of which most that were walked over last are known to stand. */
  readonly #mostlyStanding = new Set<RecordKind>();
  /** The last batch that was written. */
  #sequence = 0;
  /** Goes up with each batch of which it is not known what it changed. */
  #stretch = 0;

  constructor(charactersAtMost: number = CHARACTERS_AT_MOST) {
    this.#charactersAtMost = charactersAtMost;
  }

  /**
   * A batch was written.
   *
   * @param sequence Its number: one more than that of the batch before, unless some were lost.
   * @param changed The keys of what it changed, and maybe of other things; undefined when they are not known.
   */
  advance(sequence: number, changed?: Iterable<string>): void {
    if (changed === undefined || sequence !== this.#sequence + 1) this.#stretch += 1;
    else for (const key of changed) this.#outdate(key);
    this.#sequence = sequence;
  }

  /** The store is left: what stands in it is for nobody to know any more. */
  leave(): void {
    this.#sequence = NEVER;
  }

  /** The record that stands under a key after the batch `sequence`, where that is known without a look at the store. */
  standing<Kind extends RecordKind>(key: string, sequence: number): RecordTypes[Kind] | undefined {
    if (sequence !== this.#sequence) return undefined;
    const known = this.#known.get(key);
    if (known?.seenIn !== this.#stretch) return undefined;
    known.isWanted = true;
    return known.record as RecordTypes[Kind];
  }

  /**
   * The record that was made of this text under this key; undefined when none is known.
   *
   * @param sequence The batch after which the text was read.
   */
  get<Kind extends RecordKind>(key: string, stored: string, sequence: number): RecordTypes[Kind] | undefined {
    const known = this.#known.get(key);
    if (known?.stored !== stored) return undefined;
    if (sequence === this.#sequence) known.seenIn = this.#stretch;
    known.isWanted = true;
    return known.record as RecordTypes[Kind];
  }

  /** Keeps a record whose events are all of settled blocks: of others, the same text can come to mean another event. */
  keep(key: string, stored: string, sequence: number, record: RecordTypes[RecordKind]): void {
    this.#forget(key);
    const seenIn = sequence === this.#sequence ? this.#stretch : NEVER;
    this.#known.set(key, { stored, record, seenIn, isWanted: false });
    this.#characters += stored.length;
    for (const [oldest, known] of this.#known) {
      if (this.#characters <= this.#charactersAtMost) return;
      this.#forget(oldest);
      if (!known.isWanted) continue;
      this.#known.set(oldest, { ...known, isWanted: false });
      this.#characters += known.stored.length;
    }
  }

  /** Remembers of how many of some keys it is known what stands under them, before they are looked for in the store. */
  countStanding(kind: RecordKind, keys: readonly string[], sequence: number): void {
    let standing = 0;
    if (sequence === this.#sequence) {
      for (const key of keys) if (this.#known.get(key)?.seenIn === this.#stretch) standing += 1;
    }
    if (standing >= keys.length * MOST) this.#mostlyStanding.add(kind);
    else this.#mostlyStanding.delete(kind);
  }

  /** Whether it is worth while to walk over the keys alone of a kind. */
  areMostlyStanding(kind: RecordKind): boolean {
    return this.#mostlyStanding.has(kind);
  }

  #outdate(key: string): void {
    const known = this.#known.get(key);
    if (known !== undefined) known.seenIn = NEVER;
  }

  #forget(key: string): void {
    const known = this.#known.get(key);
    if (known === undefined) return;
    this.#known.delete(key);
    this.#characters -= known.stored.length;
  }
}
