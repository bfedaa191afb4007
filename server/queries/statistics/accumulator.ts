import { basisPoints, percentile, roundedQuotient } from "../../ledger/rounding.ts";
import type { Fact, FactCode } from "./fact.ts";
import type { Fold } from "./metrics.ts";

const DAY = 86_400n;

/** What the facts of a cell come to, kept as small as the folds allow. */
export class Accumulator {
  readonly #counts = new Map<FactCode, number>();
  readonly #sums = new Map<FactCode, bigint>();
  readonly #subjects = new Map<FactCode, Map<string, bigint>>();
  readonly #amounts = new Map<FactCode, bigint[]>();

  add({ code, amount, subject }: Fact): void {
    this.#counts.set(code, this.count(code) + 1);
    this.#sums.set(code, (this.#sums.get(code) ?? 0n) + amount);
    if (IS_DISTINCT.has(code)) {
      const subjects = this.#subjects.get(code) ?? new Map<string, bigint>();
      this.#subjects.set(code, subjects.set(subject, (subjects.get(subject) ?? 0n) + amount));
    }
    if (!code.includes("SECONDS")) return;
    const amounts = this.#amounts.get(code) ?? [];
    this.#amounts.set(code, amounts);
    amounts.push(amount);
  }

  /** The figure of a fold; null where there is none, such as a share of nothing. */
  figure(fold: Fold): bigint | null {
    if ("sum" in fold) return this.sum(fold.sum);
    if ("distinct" in fold) return this.#distinct(fold.distinct);
    if ("largest" in fold) return basisPoints(this.#largest(fold.of, fold.largest), this.sum(fold.of));
    if ("of" in fold) {
      const seconds = percentile(this.#amounts.get(fold.of) ?? [], fold.percentile);
      return seconds === null ? null : roundedQuotient(seconds, DAY);
    }
    const part = fold.distinctPart ? this.#distinct(fold.part) : this.sum(fold.part);
    return basisPoints(part, this.sum(fold.whole));
  }

  /** How many facts of a code there are. */
  count(code: FactCode): number {
    return this.#counts.get(code) ?? 0;
  }

  /** The amounts of some facts added up. */
  sum(code: FactCode): bigint {
    return this.#sums.get(code) ?? 0n;
  }

  /** What the largest subjects have together. */
  #largest(code: FactCode, count: number): bigint {
    const amounts = [...(this.#subjects.get(code)?.values() ?? [])].toSorted((one, other) => (one < other ? 1 : -1));
    return amounts.slice(0, count).reduce((sum, amount) => sum + amount, 0n);
  }

  #distinct(code: FactCode): bigint {
    return BigInt(this.#subjects.get(code)?.size ?? 0);
  }
}

/** The facts of which subjects are told apart. */
const IS_DISTINCT: ReadonlySet<FactCode> = new Set(["CITY", "LEAD", "INSPECTED_PILOT", "DIGEST"]);
