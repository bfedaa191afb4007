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
import { lookedUp, recordIds } from "./look-up.ts";
import { ReaderProcess } from "./reader-process.ts";

/** How a damage was met. */
export type Finding =
  | "harmless"
  | "found on opening"
  | "found on reading"
  | "found by the check"
  | "found by the inspection"
  | "ended the process, and found on opening"
  | "hidden from reading, and found by the inspection";

/** What came of one damage. */
export interface Played {
  readonly kind: string;
  readonly finding: Finding;
  /** What was done, and what went wrong; undefined when nothing did. */
  readonly fault: string | undefined;
}

/** What a whole store holds: its digest, and that of all records as they are looked up. */
interface Whole {
  readonly digest: string;
  readonly records: string;
}

/** Every kind of damage, each to a store of its own of the same random chain. */
export async function play(draw: Draw, seed: number): Promise<Played[]> {
  const place = await temporaryDirectory();
  try {
    const chain = RandomChain.begun(`corruption ${seed}`, draw);
    const whole = join(place.path, "whole");
    const { digest, records } = await prepare(chain, whole);
    const played: Played[] = [];
    for (const kind of Object.keys(DAMAGES)) {
      const copy = join(place.path, kind);
      await cp(whole, copy, { recursive: true });
      played.push(await playOne(kind, copy, chain.chain, digest, draw));
    }
    for (const kind of ["whileChecked", "whileRead"] as const) {
      const copy = join(place.path, kind);
      await cp(whole, copy, { recursive: true });
      played.push(await playOpen(kind, copy, chain.chain, { digest, records }, draw));
    }
    return played;
  } finally {
    await place.remove();
  }
}

/** Mirrors the chain with tables, since each opening makes one of the log, and a log of what came last. */
async function prepare(random: RandomChain, directory: string): Promise<Whole> {
  for (const blocks of [40, 30, 12]) {
    random.mine(blocks);
    const store = await opened(directory, random.chain);
    await followed(store, random.chain);
    if (blocks === 12) {
      const whole = { digest: store.digest.sum, records: await lookedUp(store, await recordIds(store)) };
      await store.close();
      return whole;
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

/**
 * Damages a table of a store that another process has open and reads: all of it in order, or each record by its id as questions do.
 * LevelDB may end that process when it meets such a table, or not say that it could not read it, so that a record is missing or an older
 * one; the inspection of the files must find it then.
 */
async function playOpen(
  kind: "whileChecked" | "whileRead",
  directory: string,
  chain: SimulatedChain,
  { digest, records }: Whole,
  draw: Draw,
) {
  const [order, expected] = kind === "whileRead" ? (["look up", records] as const) : (["check", digest] as const);
  const reader = await ReaderProcess.of(directory, chain.identity);
  let finding: Finding;
  let done: string | undefined;
  try {
    // Nothing was read before: what LevelDB keeps in memory would be read from there.
    done = await DAMAGES.tableFlipped?.(directory, draw);
    const after = await reader.order(order);
    if (after === "gone") finding = "ended the process, and found on opening";
    else if (after.kind === "noticed") finding = "found on reading";
    else if (after.kind === "found") finding = "found by the check";
    else finding = await inspected(reader, "digest" in after && after.digest !== expected, done);
  } finally {
    await reader.end();
  }
  const store = await opened(directory, chain);
  try {
    // Whatever was found is there still.
    const isFound = store.rebuiltFor !== undefined;
    const missed =
      isFound === (finding !== "harmless")
        ? undefined
        : `${done}: ${finding}, and opening it found ${store.rebuiltFor}`;
    return { kind, finding, fault: missed ?? (await outcome(store, chain, digest, undefined, done)) };
  } finally {
    await store.close();
  }
}

/** What the inspection of the files finds where reading found nothing. */
async function inspected(reader: ReaderProcess, isHidden: boolean, done: string | undefined): Promise<Finding> {
  const said = await reader.order("inspect");
  if (said !== "gone" && said.kind === "noticed") {
    return isHidden ? "hidden from reading, and found by the inspection" : "found by the inspection";
  }
  if (isHidden) throw new Error(`${done}: a record was hidden or old, and the inspection found nothing`);
  return "harmless";
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
