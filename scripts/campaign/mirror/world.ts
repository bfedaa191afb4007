import { accountBound, organisationRegistered, pilotApplied, programmeOpened } from "../../../test/support/acts.ts";
import { RandomActs } from "../../../test/support/random-acts.ts";
import { type SimulatedBlock, SimulatedChain } from "../../../test/support/simulated-chain.ts";
import { SimulatedNode } from "../../../test/support/simulated-node.ts";
import type { Draw } from "../draw.ts";
import { FaultyNode, Lies, type NodeCharacter } from "./faulty-node.ts";
import type { SimulatedTime } from "./simulated-time.ts";

/** Blocks under the highest there ever was that may be replaced. */
const FINALITY = 128;
/** The last block of what every chain begins with. */
const BEGINNING = 3;

/** In how many ways nodes say that a question covers too much. */
const WORDINGS: readonly NodeCharacter["wording"][] = [
  [-32_005, "query returned more than 10000 results"],
  [-32_600, "block range is too wide"],
  [-32_602, "eth_getLogs is limited to a 10,000 range"],
  [-32_000, "Try with this block range [0x1, 0x2]."],
  [-32_000, "请缩小区块范围"],
  [-32_603, "response size should not greater than 150000000 bytes"],
];

/** A chain that goes on at random, and the nodes that tell of it. */
export class World {
  readonly chain: SimulatedChain;
  readonly nodes: readonly FaultyNode[];
  readonly time: SimulatedTime;
  readonly #draw: Draw;
  readonly #acts = new RandomActs(BEGINNING);
  /** Every block there ever was, by its hash. */
  readonly #known = new Map<string, SimulatedBlock>();
  #highest = 0;
  /** The chain as it was before blocks of it were replaced, and the last block it has in common with the present one. */
  #old: { readonly blocks: readonly SimulatedBlock[]; readonly parting: number } | undefined;
  #isGood = false;
  /** After how many exchanges something happens. */
  #due: number | undefined;

  constructor(draw: Draw, seed: number, time: SimulatedTime) {
    this.#draw = draw;
    this.time = time;
    this.chain = new SimulatedChain(`world ${seed}`)
      .mine(programmeOpened(), organisationRegistered(), accountBound())
      .mine(pilotApplied(1));
    this.#mine(20 + draw.number(260));
    const lies = new Lies();
    const count = 1 + draw.number(3);
    this.nodes = Array.from({ length: count }, (_, index) => {
      const simulated = new SimulatedNode(this.chain, FINALITY);
      // In one world of four no node keeps old states, as those that are no archives do not.
      if (seed % 4 === 1) simulated.statesKept = 1 + (seed % FINALITY);
      const node = new FaultyNode(simulated, this.#character(), seed + index, time, lies);
      // In one of eight the first node leaves logs out for good, and in one that keeps no states all but the last do, and the same.
      node.isStubborn = (seed % 8 === 7 && index === 0 && count > 1) || (seed % 8 === 5 && index < count - 1);
      node.onExchange = () => this.#exchanged();
      return node;
    });
  }

  /** A block there is or was. */
  known(hash: string): SimulatedBlock | undefined {
    return this.#known.get(hash);
  }

  /** Something happens to the chain or to its nodes. */
  happen(): void {
    const draw = this.#draw;
    const what = draw.number(10);
    if (what < 3) this.#mine(1 + draw.number(6));
    if (what === 3) this.#mine(20 + draw.number(120));
    if (what === 4 || what === 5) this.#replace(1 + draw.number(4));
    if (what === 6) this.#replace(1 + draw.number(FINALITY));
    if (what === 7) {
      this.#replace(1 + draw.number(20));
      this.#replace(1 + draw.number(30));
    }
    if (what === 8) this.#lag();
    if (what === 9) this.#showOldBranch();
  }

  /** Something happens after so many exchanges, in the middle of what the mirror does. */
  happenAfter(exchanges: number): void {
    this.#due = exchanges;
  }

  /** From now on nothing happens, and the nodes are well. */
  beGood(): void {
    this.#isGood = true;
    this.#due = undefined;
    for (const node of this.nodes) node.isGood = true;
  }

  #exchanged(): void {
    if (this.#isGood || this.#due === undefined || this.#due-- > 0) return;
    this.#due = undefined;
    this.happen();
  }

  #mine(count: number): void {
    for (let n = 0; n < count; n++) {
      const isBusy = this.#draw.number(4) === 0;
      const choices = Array.from({ length: isBusy ? 1 + this.#draw.number(2) : 0 }, () => this.#draw.number(50));
      this.chain.mine(...this.#acts.chosen(choices, this.chain.height + 1));
    }
    this.#highest = Math.max(this.#highest, this.chain.height);
    for (const block of this.chain.blocks.slice(-count)) this.#known.set(block.hash, block);
    for (const block of this.chain.blocks.slice(0, BEGINNING + 1)) this.#known.set(block.hash, block);
  }

  /** Replaces the newest blocks by fewer, as many, or more. */
  #replace(depth: number): void {
    const { chain } = this;
    const lowest = Math.max(BEGINNING, this.#highest - FINALITY);
    const taken = Math.min(depth, chain.height - lowest);
    if (taken <= 0) return;
    const blocks = chain.blocks;
    this.#acts.forget(chain, taken);
    this.#old = { blocks, parting: Math.min(chain.height, this.#old?.parting ?? chain.height) };
    this.#mine(Math.max(1, taken - 1 + this.#draw.number(4)));
  }

  /** A node falls behind for some seconds. */
  #lag(): void {
    const blocks = this.chain.blocks;
    const shown = blocks.slice(0, Math.max(2, blocks.length - 1 - this.#draw.number(40)));
    this.#draw.one(this.nodes).show(() => shown, 1 + this.#draw.number(4_000));
  }

  /** A node shows blocks that were replaced, for less time than it takes to be believed. */
  #showOldBranch(): void {
    const old = this.#old;
    if (old === undefined) return;
    const isPast = () => old.parting < this.#highest - FINALITY;
    this.#draw.one(this.nodes).show(() => (isPast() ? this.chain.blocks : old.blocks), 1 + this.#draw.number(400));
  }

  #character(): NodeCharacter {
    const draw = this.#draw;
    return {
      failing: draw.number(60),
      lying: draw.number(120),
      mostBlocks: 1 + draw.number(draw.number(2) === 0 ? 30 : 1_000),
      mostLogs: 1 + draw.number(draw.number(2) === 0 ? 6 : 100),
      wording: draw.one(WORDINGS),
    };
  }
}
