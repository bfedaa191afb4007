import type { RecordKind, RecordTypes } from "../ledger/records.ts";

/** As much stored text as known records may have been made of, characters; in memory they take about four times as much. */
const CHARACTERS_AT_MOST = 64 * 1_024 * 1_024;

interface Known {
  readonly stored: string;
  readonly record: RecordTypes[RecordKind];
  /** Whether it was asked for since it was kept, or since it was last passed over. */
  isWanted: boolean;
}

/**
 * Records as they were made of what is stored under their keys. One is good for as long as the very same text stands there, whichever
 * snapshot it is read from: its sum was found right then, and need not be worked out again. When there is no more room the oldest go,
 * but not those that were asked for again.
 */
export class KnownRecords {
  readonly #known = new Map<string, Known>();
  readonly #charactersAtMost: number;
  #characters = 0;

  constructor(charactersAtMost: number = CHARACTERS_AT_MOST) {
    this.#charactersAtMost = charactersAtMost;
  }

  /** The record that was made of this text under this key; undefined when none is known. */
  get<Kind extends RecordKind>(key: string, stored: string): RecordTypes[Kind] | undefined {
    const known = this.#known.get(key);
    if (known?.stored !== stored) return undefined;
    known.isWanted = true;
    return known.record as RecordTypes[Kind];
  }

  /** Keeps a record whose events are all of settled blocks: of others, the same text can come to mean another event. */
  keep(key: string, stored: string, record: RecordTypes[RecordKind]): void {
    this.#forget(key);
    this.#known.set(key, { stored, record, isWanted: false });
    this.#characters += stored.length;
    for (const [oldest, known] of this.#known) {
      if (this.#characters <= this.#charactersAtMost) return;
      this.#forget(oldest);
      if (!known.isWanted) continue;
      this.#known.set(oldest, { ...known, isWanted: false });
      this.#characters += known.stored.length;
    }
  }

  #forget(key: string): void {
    const known = this.#known.get(key);
    if (known === undefined) return;
    this.#known.delete(key);
    this.#characters -= known.stored.length;
  }
}
