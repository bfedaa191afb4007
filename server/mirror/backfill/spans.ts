import type { ProofPlan } from "../fetch-range.ts";

/** A range that is to be fetched. */
export interface PlannedRange {
  readonly ends: readonly [number, number];
  readonly proof: ProofPlan;
}

/** How many ranges are proven by one question: a node takes long to find an old state, and what waits for it takes memory. */
const RANGES_IN_SPAN = 8;

/** Says of ranges, one after the other, which are proven together. */
export class Spans {
  #waiting = 0;

  /**
   * @param mayWait Whether ranges can wait for their proof.
   * @param isLast Whether none comes after.
   */
  next(mayWait: boolean, isLast: boolean): ProofPlan {
    if (!isLast && this.#waiting < RANGES_IN_SPAN - 1 && (mayWait || this.#waiting > 0)) {
      this.#waiting += 1;
      return "LATER";
    }
    const proof = this.#waiting === 0 ? "OWN" : "SPAN";
    this.#waiting = 0;
    return proof;
  }
}
