import { createHash } from "node:crypto";
import type { SimulatedBlock } from "../../../test/support/simulated-chain.ts";
import type { RpcMessage, SimulatedNode } from "../../../test/support/simulated-node.ts";
import { Draw } from "../draw.ts";
import { type Exchange, type Faulty, leavingOut, lie, refusing, TRANSPORT_FAULTS, whole } from "./faults.ts";
import type { SimulatedTime } from "./simulated-time.ts";

/** How a node and what stands before it are. */
export interface NodeCharacter {
  /** Of 1 000 exchanges, how many fail on the way, and how many are answered untruly. */
  readonly failing: number;
  readonly lying: number;
  /** How many blocks, and how many logs, it takes in one question. */
  readonly mostBlocks: number;
  readonly mostLogs: number;
  /** How it words that a question covers too much. */
  readonly wording: readonly [code: number, message: string];
}

/** How many milliseconds of truth follow a lie: a node that never tells the truth is one the mirror rightly halts at. */
const TRUTH = 1_500;

/** What nodes share that lie: they do not do it all the time. */
export class Lies {
  at = Number.NEGATIVE_INFINITY;
}

/**
 * A node with faults. Which exchange fails follows from the seed, what is asked and how often it was, and not from the order in
 * which answers are waited for, so that a run can be had again.
 */
export class FaultyNode {
  readonly #node: SimulatedNode;
  readonly #time: SimulatedTime;
  readonly #seed: number;
  readonly #lies: Lies;
  readonly #asked = new Map<string, number>();
  /** No faults from now on. */
  isGood = false;
  /** Leaves the same logs out whoever asks, however often. */
  isStubborn = false;
  character: NodeCharacter;
  /** Called before each exchange. */
  onExchange: () => void = () => undefined;

  constructor(node: SimulatedNode, character: NodeCharacter, seed: number, time: SimulatedTime, lies: Lies) {
    this.#node = node;
    this.character = character;
    this.#seed = seed;
    this.#time = time;
    this.#lies = lies;
  }

  /** Shows other blocks until some time has passed. */
  show(blocks: () => readonly SimulatedBlock[], milliseconds: number): void {
    const usual = this.#node.view;
    const until = this.#time.now() + milliseconds;
    this.#node.view = () => {
      if (!this.isGood && this.#time.now() < until) return blocks();
      this.#node.view = usual;
      return usual();
    };
  }

  /** Takes the place of `fetch`. */
  readonly fetch = async (_url: unknown, init: RequestInit | undefined): Promise<Response> => {
    // What comes in goes out in a later turn, as over a network.
    await Promise.resolve();
    init?.signal?.throwIfAborted();
    this.onExchange();
    const reply = this.#reply(String(init?.body));
    if (reply === "refused") throw Object.assign(new Error("fetch failed"), { cause: { code: "ECONNREFUSED" } });
    if (reply === "silent") {
      this.#time.expire();
      throw new Error("given up");
    }
    return new Response(reply.text, { status: reply.status, headers: { ...reply.headers } });
  };

  #reply(body: string): Faulty {
    const content: RpcMessage | RpcMessage[] = JSON.parse(body);
    const messages = Array.isArray(content) ? content : [content];
    const exchange: Exchange = {
      messages,
      answers: messages.map((message) => this.#node.answer(message)) as Exchange["answers"],
      isBatch: Array.isArray(content),
    };
    const { failing, lying, wording } = this.character;
    if (this.isStubborn && !this.isGood) return whole(exchange, leavingOut(exchange));
    if (this.#isTooMuch(exchange)) return refusing(exchange, ...wording);
    const truth = whole(exchange, exchange.answers);
    if (this.isGood) return truth;
    const draw = this.#drawFor(messages);
    const chance = draw.number(1_000);
    if (chance < failing) return draw.one(Object.values(TRANSPORT_FAULTS))(exchange, draw);
    const now = this.#time.now();
    const mayLie = now === this.#lies.at || now - this.#lies.at > TRUTH;
    if (chance >= failing + lying || !mayLie) return truth;
    const untruth = lie(exchange, draw);
    if (untruth !== undefined) this.#lies.at = now;
    return untruth ?? truth;
  }

  #isTooMuch({ messages: [message], answers: [answer] }: Exchange): boolean {
    if (message?.method !== "eth_getLogs") return false;
    const { fromBlock, toBlock } = message.params[0] as { fromBlock?: string; toBlock?: string };
    // A block named by its hash is one block.
    if (fromBlock === undefined || fromBlock === toBlock) return false;
    const blocks = Number(toBlock) - Number(fromBlock) + 1;
    const logs = Array.isArray(answer?.result) ? answer.result.length : 0;
    return blocks > this.character.mostBlocks || logs > this.character.mostLogs;
  }

  #drawFor(messages: readonly RpcMessage[]): Draw {
    const question = JSON.stringify(messages.map(({ method, params }) => [method, params]));
    const before = this.#asked.get(question) ?? 0;
    this.#asked.set(question, before + 1);
    const digest = createHash("sha256").update(`${this.#seed} ${before} ${question}`).digest();
    return new Draw(digest.readUInt32BE(0));
  }
}
