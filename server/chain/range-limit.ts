/** How many blocks a node takes in one question, as its answers show. */
export class RangeLimit {
  #blocks: number;
  #refused = Number.POSITIVE_INFINITY;
  #taken = 0;

  /** @param first How many blocks are tried first. */
  constructor(first: number) {
    this.#blocks = first;
  }

  /** How many blocks to ask for at once. */
  get blocks(): number {
    return this.#blocks;
  }

  /** A question over `blocks` was answered: after some such answers more is tried. */
  taken(blocks: number): void {
    if (blocks < this.#blocks) return;
    this.#taken += 1;
    // What was refused may have been for its results and not for its length, so that it is tried again in the end.
    if (this.#taken % FORGETTING === 0) this.#refused = Number.POSITIVE_INFINITY;
    if (this.#blocks < this.#refused - 1 && this.#taken % GROWING === 0) {
      this.#blocks = Math.min(this.#blocks * 2, this.#refused - 1, LONGEST);
    }
  }

  /** A question over `blocks` was refused, and one over `smaller` answered. */
  refused(blocks: number, smaller: number): void {
    this.#refused = Math.min(this.#refused, blocks);
    this.#blocks = Math.max(1, Math.min(this.#blocks, smaller));
    this.#taken = 0;
  }
}

const GROWING = 2;
const FORGETTING = 64;
const LONGEST = 100_000;
