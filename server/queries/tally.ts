import type { Bilingual } from "../ledger/codes/bilingual.ts";

/** Counts by code. */
export class Tally {
  readonly #counts = new Map<string, number>();
  #total = 0;

  /** How many were counted in all. */
  get total(): number {
    return this.#total;
  }

  add(code: string): void {
    this.#counts.set(code, this.count(code) + 1);
    this.#total += 1;
  }

  count(code: string): number {
    return this.#counts.get(code) ?? 0;
  }

  /** The codes counted, ascending. */
  codes(): string[] {
    return [...this.#counts.keys()].sort();
  }

  /** The counts of all codes that have a label, in that order, and of any that were counted without. */
  figures(labels: Readonly<Record<string, Bilingual>>): { code: string; label: Bilingual; count: number }[] {
    const codes = new Set([...Object.keys(labels), ...this.codes()]);
    return [...codes].map((code) => ({
      code,
      label: labels[code] ?? { zh: code, en: code },
      count: this.count(code),
    }));
  }
}
