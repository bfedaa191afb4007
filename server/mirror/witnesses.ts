import type { ChainSource } from "../chain/source.ts";

/** How often one node that is read by itself may fail to answer, without a range in between, before another is. */
const FAILURES = 3;

/** How often what one node told by itself must turn out wrong before it is given up. */
const REFUTATIONS = 3;

/**
 * Whose word for the ledger's events is taken where the contracts' journals cannot prove it before the chain's head: that of all nodes,
 * each asked when those before it fail; and once that turned out wrong, since several may tell the same, of one alone, the next each time.
 */
export class Witnesses {
  readonly #nodes: ChainSource;
  readonly #heard = new Set<ChainSource>();
  readonly #refuted = new Map<ChainSource, number>();
  #alone: ChainSource | undefined;
  /** Whether another was read before in the same pass. */
  #isMixed = false;
  #failures = 0;

  constructor(nodes: ChainSource) {
    this.#nodes = nodes;
  }

  /** Who is read. */
  get source(): ChainSource {
    return this.#alone ?? this.#nodes;
  }

  /**
   * All that was told turned out wrong.
   *
   * @returns whether there is nobody left to believe: what each told by itself was wrong again and again.
   */
  refuted(): boolean {
    const nodes = this.#nodes.each();
    const teller = this.#alone ?? (nodes.length === 1 ? nodes[0] : undefined);
    if (teller !== undefined && !this.#isMixed) this.#refuted.set(teller, (this.#refuted.get(teller) ?? 0) + 1);
    this.#next();
    this.#isMixed = false;
    return nodes.every((node) => (this.#refuted.get(node) ?? 0) >= REFUTATIONS);
  }

  /** A range was written. */
  progressed(): void {
    this.#failures = 0;
  }

  /** A try failed, perhaps since the one that is read by itself does not answer. */
  failed(): void {
    if (this.#alone === undefined) return;
    this.#failures += 1;
    if (this.#failures < FAILURES) return;
    this.#next();
    this.#isMixed = true;
  }

  /** What was told was proved: all are read again. */
  proved(): void {
    this.#alone = undefined;
    this.#heard.clear();
    this.#refuted.clear();
  }

  #next(): void {
    const nodes = this.#nodes.each();
    if (nodes.every((node) => this.#heard.has(node))) this.#heard.clear();
    this.#alone = nodes.find((node) => !this.#heard.has(node));
    if (this.#alone !== undefined) this.#heard.add(this.#alone);
    this.#failures = 0;
  }
}
