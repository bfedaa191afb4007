import { join } from "node:path";
import { temporaryDirectory } from "../../../test/support/directory.ts";
import { RandomChain } from "../../../test/support/random-chain.ts";
import { SimulatedNode, serveNode } from "../../../test/support/simulated-node.ts";
import type { Draw } from "../draw.ts";
import { type Ending, type Orders, SubjectProcess } from "./subject-process.ts";

/** Deeper ones would be below the mirror's finality of 16 blocks. */
const DEEPEST = 12;
/** Answers of the node to one sync, about: the kill comes after one of them, or before the first. */
const EXCHANGES = 16;
/** Milliseconds after an answer within which the kill comes: long enough for the batch that follows it. */
const LONGEST_DELAY = 12;
/** Syncs that may end before their kill comes, one after the other. */
const MOST_ESCAPES = 40;

/** One chain of so many is mirrored in two threads, which take longer to start. */
const THREADED = 4;

/** What came of one chain. */
export interface Killed {
  /** How many processes were killed while they mirrored. */
  readonly kills: number;
  readonly fault: string | undefined;
}

/**
 * Kills the process that mirrors again and again while its chain goes on and is reorganised, and compares what it mirrored in the
 * end with what one holds that was never killed. A process that was at the head before its kill came is given more to do: each
 * costs a start, and no start is wasted.
 *
 * @param kills How many processes shall be killed.
 */
export async function play(draw: Draw, seed: number, kills: number): Promise<Killed> {
  const place = await temporaryDirectory();
  const random = RandomChain.begun(`kill ${seed}`, draw).mine(30);
  const node = new SimulatedNode(random.chain, 16);
  const blow = new Blow();
  const serving = await serveNode({ reply: (body) => blow.after(() => node.reply(body)) });
  // What is settled is worked out in a thread of its own on some chains, as in a long backfill.
  const threadAfter = seed % THREADED === 0 ? 0 : 1_000_000;
  const orders: Orders = {
    directory: join(place.path, "killed"),
    url: serving.url,
    identity: random.chain.identity,
    threadAfter,
  };
  let next = new SubjectProcess();
  const start = (): SubjectProcess => {
    const process = next;
    // The one after it loads meanwhile.
    next = new SubjectProcess();
    return process;
  };
  let killed = 0;
  let subject = start();
  try {
    for (let escapes = 0; killed < kills; ) {
      random.mine(4 + draw.number(12));
      if (draw.number(3) === 0) random.replace(1 + draw.number(DEEPEST));
      await subject.isReady();
      const struck = subject;
      blow.arm(draw.number(EXCHANGES), draw.number(LONGEST_DELAY), () => struck.kill());
      subject.order(orders);
      const ending = await subject.done();
      const isStruck = blow.disarm();
      if ("digest" in ending) {
        escapes += 1;
        if (escapes > MOST_ESCAPES) return { kills: killed, fault: `no kill came in time, ${escapes} times` };
      } else if (ending.signal === "SIGKILL" && ending.said === "") {
        killed += 1;
        escapes = 0;
      } else return { kills: killed, fault: `after ${killed} kills: ${ending.said}` };
      if (isStruck) subject = start();
    }
    subject.order(orders);
    next.order({ ...orders, directory: join(place.path, "fresh") });
    return { kills: killed, fault: difference(await subject.ended(), await next.ended()) };
  } finally {
    for (const process of [subject, next]) {
      process.kill();
      await process.ended();
    }
    await serving.close();
    await place.remove();
  }
}

function difference(killed: Ending, fresh: Ending): string | undefined {
  if ("digest" in killed && "digest" in fresh && killed.digest === fresh.digest) return undefined;
  return `it ended with ${JSON.stringify(killed)}, and one that was never killed with ${JSON.stringify(fresh)}`;
}

/** Strikes some time after so many answers. */
class Blow {
  #left = 0;
  #delay = 0;
  #strike: (() => void) | undefined;
  #timer: NodeJS.Timeout | undefined;
  #isStruck = false;

  /** @param answers 0 for at once. */
  arm(answers: number, delay: number, strike: () => void): void {
    this.#left = answers;
    this.#delay = delay;
    this.#strike = strike;
    this.#isStruck = false;
    if (answers === 0) this.#begin();
  }

  /** It does not strike any more. Returns whether it did. */
  disarm(): boolean {
    clearTimeout(this.#timer);
    this.#strike = undefined;
    return this.#isStruck;
  }

  after<T>(answer: () => T): T {
    const given = answer();
    if (this.#left > 0) {
      this.#left -= 1;
      if (this.#left === 0) this.#begin();
    }
    return given;
  }

  #begin(): void {
    this.#timer = setTimeout(() => {
      this.#isStruck = this.#strike !== undefined;
      this.#strike?.();
    }, this.#delay);
  }
}
