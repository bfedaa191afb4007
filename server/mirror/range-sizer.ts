/** How many logs a range should have: enough that a question pays, few enough that a score of ranges fits into memory. */
const LOGS_WANTED = 1_000;
/** Few: nothing is known yet of how many logs a block has. */
const FIRST_LENGTH = 10;
const SHORTEST = 1;
const LONGEST = 20_000;

/** Sizes ranges of blocks by how many logs the last ones had. */
export class RangeSizer {
  #length: number;

  constructor(firstLength: number = FIRST_LENGTH) {
    this.#length = firstLength;
  }

  /** How many blocks the next range should have. */
  get length(): number {
    return this.#length;
  }

  /** A range of `blocks` had so many logs. Lengths grow at most fourfold at once, since what follows may be denser. */
  found(blocks: number, logs: number): void {
    const wanted = logs === 0 ? LONGEST : Math.round((blocks * LOGS_WANTED) / logs);
    this.#length = Math.max(SHORTEST, Math.min(wanted, blocks * 4, LONGEST));
  }
}
