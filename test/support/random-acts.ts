import { milestoneReturned, milestoneSubmitted, pilotApplied, pilotResubmitted, pilotReturned } from "./acts.ts";
import type { EmittedEvent, SimulatedChain } from "./simulated-chain.ts";

/** Chooses acts that the ledger's state allows, and remembers what replaced blocks make undone. The first pilot has applied. */
export class RandomActs {
  readonly #applied: Map<number, number>;

  /** @param block The block in which the first pilot applied. */
  constructor(block: number) {
    this.#applied = new Map([[1, block]]);
  }

  /** The acts of block `block` that some numbers choose. */
  chosen(choices: readonly number[], block: number): EmittedEvent[] {
    return choices.map((choice) => this.#act(choice, block));
  }

  /** Takes blocks of the chain away. */
  forget(chain: SimulatedChain, depth: number): void {
    if (depth <= 0) return;
    chain.takeBack(depth);
    for (const [serial, block] of this.#applied) if (block > chain.height) this.#applied.delete(serial);
  }

  #act(choice: number, block: number): EmittedEvent {
    const serials = [...this.#applied.keys()];
    const serial = serials[choice % serials.length] ?? 1;
    const fresh = Math.max(...serials) + 1;
    switch (choice % 5) {
      case 0:
        this.#applied.set(fresh, block);
        return pilotApplied(fresh, `试点 ${fresh} 于 ${block}`);
      case 1:
        return pilotReturned(serial);
      case 2:
        return pilotResubmitted(serial, 1 + (choice % 4), block);
      case 3:
        return milestoneSubmitted(serial, 1, block);
      default:
        return milestoneReturned(serial, 1, block);
    }
  }
}
