import type { ChainSource } from "../chain/source.ts";

/** How often one node that is read by itself may fail to answer before another is. */
const FAILURES = 3;

/**
 * Whose word for the ledger's events is taken where the contracts' journals cannot prove it before the chain's head: that of all nodes,
 * each asked when those before it fail; and once that turned out wrong, of one alone, the next each time.
 */
export class Witnesses {
  readonly #nodes: ChainSource;
  readonly #heard = new Set<ChainSource>();
  #alone: ChainSource | undefined;
  #failures = 0;

  constructor(nodes: ChainSource) {
    this.#nodes = nodes;
  }

  /** Who is read. */
  get source(): ChainSource {
    return this.#alone ?? this.#nodes;
  }

  /** What was told was wrong: the next is read by itself. */
  next(): void {
    const nodes = this.#nodes.each();
    if (nodes.every((node) => this.#heard.has(node))) this.#heard.clear();
    this.#alone = nodes.find((node) => !this.#heard.has(node));
    if (this.#alone !== undefined) this.#heard.add(this.#alone);
    this.#failures = 0;
  }

  /** A try failed, perhaps since the one that is read by itself does not answer. */
  failed(): void {
    if (this.#alone === undefined) return;
    this.#failures += 1;
    if (this.#failures >= FAILURES) this.next();
  }

  /** What was told was proved: all are read again. */
  all(): void {
    this.#alone = undefined;
    this.#heard.clear();
  }
}
