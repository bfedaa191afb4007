import { basisPoints, percentile, roundedQuotient } from "../../ledger/rounding.ts";
import type { Fact, FactCode } from "./fact.ts";
import type { Fold } from "./metrics.ts";

const DAY = 86_400n;

/** What the facts of a cell come to, kept as small as the folds allow. */
export class Accumulator {
  readonly #sums = new Map<FactCode, bigint>();
  readonly #subjects = new Map<FactCode, Set<string>>();
  readonly #amounts = new Map<FactCode, bigint[]>();

  add({ code, amount, subject }: Fact): void {
    this.#sums.set(code, (this.#sums.get(code) ?? 0n) + amount);
    if (IS_DISTINCT.has(code)) this.#subjects.set(code, (this.#subjects.get(code) ?? new Set()).add(subject));
    if (!code.includes("SECONDS")) return;
    const amounts = this.#amounts.get(code) ?? [];
    this.#amounts.set(code, amounts);
    amounts.push(amount);
  }

  /** The figure of a fold; null where there is none, such as a share of nothing. */
  figure(fold: Fold): bigint | null {
    if ("sum" in fold) return this.#sums.get(fold.sum) ?? 0n;
    if ("distinct" in fold) return this.#distinct(fold.distinct);
    if ("of" in fold) {
      const seconds = percentile(this.#amounts.get(fold.of) ?? [], fold.percentile);
      return seconds === null ? null : roundedQuotient(seconds, DAY);
    }
    const part = fold.distinctPart ? this.#distinct(fold.part) : (this.#sums.get(fold.part) ?? 0n);
    return basisPoints(part, this.#sums.get(fold.whole) ?? 0n);
  }

  #distinct(code: FactCode): bigint {
    return BigInt(this.#subjects.get(code)?.size ?? 0);
  }
}

/** The facts of which subjects are told apart. */
const IS_DISTINCT: ReadonlySet<FactCode> = new Set(["CITY", "LEAD", "INSPECTED_PILOT"]);
