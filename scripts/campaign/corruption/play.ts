import { cp } from "node:fs/promises";
import { join } from "node:path";
import { Mirror } from "../../../server/mirror/mirror.ts";
import { isRot } from "../../../server/store/errors.ts";
import { openStore } from "../../../server/store/open.ts";
import type { Store } from "../../../server/store/store.ts";
import { temporaryDirectory } from "../../../test/support/directory.ts";
import { RandomChain } from "../../../test/support/random-chain.ts";
import type { SimulatedChain } from "../../../test/support/simulated-chain.ts";
import type { Draw } from "../draw.ts";
import { DAMAGES } from "./damage.ts";

/** How a damage was met. */
export type Finding = "harmless" | "found on opening" | "found on reading" | "found by the check";

/** What came of one damage. */
export interface Played {
  readonly kind: string;
  readonly finding: Finding;
  /** What was done, and what went wrong; undefined when nothing did. */
  readonly fault: string | undefined;
}

/** Every kind of damage, each to a store of its own of the same random chain. */
export async function play(draw: Draw, seed: number): Promise<Played[]> {
  const place = await temporaryDirectory();
  try {
    const chain = RandomChain.begun(`corruption ${seed}`, draw);
    const whole = join(place.path, "whole");
    const digest = await prepare(chain, whole);
    const played: Played[] = [];
    for (const kind of Object.keys(DAMAGES)) {
      const copy = join(place.path, kind);
      await cp(whole, copy, { recursive: true });
      played.push(await playOne(kind, copy, chain.chain, digest, draw));
    }
    const copy = join(place.path, "while open");
    await cp(whole, copy, { recursive: true });
    played.push(await playOpen(copy, chain.chain, digest, draw));
    return played;
  } finally {
    await place.remove();
  }
}

/** Mirrors the chain with tables, since each opening makes one of the log, and a log of what came last. */
async function prepare(random: RandomChain, directory: string): Promise<string> {
  for (const blocks of [40, 30, 12]) {
    random.mine(blocks);
    const store = await opened(directory, random.chain);
    await followed(store, random.chain);
    if (blocks === 12) {
      const digest = store.digest.sum;
      await store.close();
      return digest;
    }
    await store.close();
  }
  throw new Error("nothing was mirrored");
}

/** Damages a store that is not open; opens it, reads all of it, and lets the mirror go on. */
async function playOne(kind: string, directory: string, chain: SimulatedChain, digest: string, draw: Draw) {
  const done = await DAMAGES[kind]?.(directory, draw);
  const store = await opened(directory, chain);
  try {
    const finding = store.rebuiltFor === undefined ? await readAll(store, digest) : "found on opening";
    return { kind, finding: finding ?? "harmless", fault: await outcome(store, chain, digest, finding, done) };
  } finally {
    await store.close();
  }
}

/** Damages a table under an open store. */
async function playOpen(directory: string, chain: SimulatedChain, digest: string, draw: Draw): Promise<Played> {
  const store = await opened(directory, chain);
  try {
    const done = await DAMAGES.tableFlipped?.(directory, draw);
    const finding = await readAll(store, digest);
    return {
      kind: "whileOpen",
      finding: finding ?? "harmless",
      fault: await outcome(store, chain, digest, finding, done),
    };
  } finally {
    await store.close();
  }
}

/** Reads every value and compares all with what shall be there; undefined when nothing was found. */
async function readAll(store: Store, digest: string): Promise<Finding | undefined> {
  try {
    const { faults, digest: found } = await store.check({ journals: "fold" });
    if (faults.length > 0) return "found by the check";
    if (found.sum !== digest) throw new Error(`it was served with the digest ${found.sum} instead of ${digest}`);
    return undefined;
  } catch (error) {
    if (isRot(error)) return "found on reading";
    throw error;
  }
}

/** Whether the mirror comes to the whole state again. */
async function outcome(
  store: Store,
  chain: SimulatedChain,
  digest: string,
  finding: Finding | undefined,
  done: string | undefined,
): Promise<string | undefined> {
  const { rebuiltFor } = store;
  if (finding !== undefined && rebuiltFor === undefined && store.damage === undefined) {
    return `${done}: it was found, and the store does not know of it`;
  }
  await followed(store, chain);
  const healed = store.digest.sum;
  return healed === digest ? undefined : `${done}: the digest is ${healed} afterwards instead of ${digest}`;
}

async function followed(store: Store, source: SimulatedChain): Promise<void> {
  const mirror = new Mirror({ store, source, rangeLength: 7, finality: { depth: 16 } });
  for (let look = 0; look < 3; look++) if ((await mirror.syncOnce()).state === "live") return;
  throw new Error(`the mirror is ${JSON.stringify(mirror.status)}`);
}

function opened(directory: string, { identity }: SimulatedChain): Promise<Store> {
  return openStore({ directory, identity, onForeign: "refuse" });
}
