import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { temporaryDirectory } from "../../../test/support/directory.ts";
import { RandomChain } from "../../../test/support/random-chain.ts";
import { SimulatedNode, serveNode } from "../../../test/support/simulated-node.ts";
import type { Draw } from "../draw.ts";
import { type Ending, type Orders, SubjectProcess } from "./subject-process.ts";

/** Deeper ones would be below the mirror's finality of 16 blocks. */
const DEEPEST = 12;
/** Mirrors in one process, each caught by its end at another moment. */
const MIRRORS = 5;
/** Milliseconds after an answer within which the kill comes: long enough for the batch that follows it. */
const LONGEST_DELAY = 12;

/** What came of one chain. */
export interface Killed {
  /** How many mirrors were killed while they mirrored. */
  readonly kills: number;
  readonly fault: string | undefined;
}

/**
 * Kills a process that mirrors again and again while its chain goes on and is reorganised, and compares what it mirrored in the end
 * with what one holds that was never killed.
 *
 * @param kills How many mirrors shall be killed.
 */
export async function play(draw: Draw, seed: number, kills: number): Promise<Killed> {
  const place = await temporaryDirectory();
  const random = RandomChain.begun(`kill ${seed}`, draw).mine(30);
  const node = new SimulatedNode(random.chain, 16);
  const answered = new Countdown();
  const serving = await serveNode({ reply: (body) => answered.after(() => node.reply(body)) });
  const directories = Array.from({ length: MIRRORS }, (_, index) => join(place.path, `killed ${index}`));
  const orders: Orders = { directories, url: serving.url, identity: random.chain.identity };
  let next = new SubjectProcess();
  const start = async (): Promise<SubjectProcess> => {
    const process = next;
    // The one after it loads meanwhile.
    next = new SubjectProcess();
    return process;
  };
  let killed = 0;
  try {
    for (let attempt = 0; killed < kills && attempt < 4 * kills; attempt++) {
      random.mine(4 + draw.number(12));
      if (draw.number(3) === 0) random.replace(1 + draw.number(DEEPEST));
      const subject = await start();
      const [exchanges, delay] = [1 + draw.number(14 * MIRRORS), draw.number(LONGEST_DELAY)];
      answered.start(exchanges, async () => {
        await wait(delay);
        subject.kill();
      });
      await subject.order(orders);
      const ending = await subject.ended();
      answered.stop();
      if ("signal" in ending && ending.signal === "SIGKILL" && ending.said === "") killed += MIRRORS;
      else if (!("digests" in ending)) return { kills: killed, fault: `after ${killed} kills: ${ending.said}` };
    }
    const last = await start();
    await last.order(orders);
    const fresh = next;
    await fresh.order({ ...orders, directories: [join(place.path, "fresh")] });
    return { kills: killed, fault: difference(await last.ended(), await fresh.ended()) };
  } finally {
    next.kill();
    await next.ended();
    await serving.close();
    await place.remove();
  }
}

function difference(killed: Ending, fresh: Ending): string | undefined {
  if ("digests" in killed && "digests" in fresh) {
    const [expected] = fresh.digests;
    if (killed.digests.every((digest) => digest === expected)) return undefined;
  }
  return `it ended with ${JSON.stringify(killed)}, and one that was never killed with ${JSON.stringify(fresh)}`;
}

/** Does something after so many answers. */
class Countdown {
  #left = 0;
  #then: () => Promise<void> = async () => undefined;

  start(answers: number, then: () => Promise<void>): void {
    this.#left = answers;
    this.#then = then;
  }

  stop(): void {
    this.#left = 0;
  }

  after<T>(answer: () => T): T {
    const given = answer();
    if (this.#left > 0) {
      this.#left -= 1;
      if (this.#left === 0) void this.#then();
    }
    return given;
  }
}
