/** Pseudo-random numbers that are the same for the same seed, on every machine. */
export class Draw {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** A whole number from 0 to `below` - 1. */
  number(below: number): number {
    // mulberry32: small, and good enough to choose among acts.
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  }

  /** One of `choices`. */
  one<Choice>(choices: readonly Choice[]): Choice {
    const chosen = choices[this.number(choices.length)];
    if (chosen === undefined) throw new RangeError("there is nothing to choose from");
    return chosen;
  }
}
