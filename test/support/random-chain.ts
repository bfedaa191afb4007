import type { Draw } from "../../scripts/campaign/draw.ts";
import { accountBound, organisationRegistered, pilotApplied, programmeOpened } from "./acts.ts";
import { RandomActs } from "./random-acts.ts";
import { SimulatedChain } from "./simulated-chain.ts";

/** The last block of what every chain begins with. */
const BEGINNING = 3;

/** A simulated chain on which random acts happen. */
export class RandomChain {
  readonly chain: SimulatedChain;
  readonly #draw: Draw;
  readonly #acts = new RandomActs(BEGINNING);

  private constructor(chain: SimulatedChain, draw: Draw) {
    this.chain = chain;
    this.#draw = draw;
  }

  /** One that has what acts need: a programme, an organisation and a pilot. */
  static begun(name: string, draw: Draw): RandomChain {
    const chain = new SimulatedChain(name)
      .mine(programmeOpened(), organisationRegistered(), accountBound())
      .mine(pilotApplied(1));
    return new RandomChain(chain, draw);
  }

  /** Replaces the newest blocks with others. */
  replace(depth: number): this {
    this.#acts.forget(this.chain, Math.min(depth, this.chain.height - BEGINNING));
    return this.mine(depth);
  }

  /** Adds blocks with up to three acts each. */
  mine(blocks: number): this {
    for (let block = 0; block < blocks; block++) {
      const choices = Array.from({ length: this.#draw.number(4) }, () => this.#draw.number(1_000));
      this.chain.mine(...this.#acts.chosen(choices, this.chain.height + 1));
    }
    return this;
  }
}
