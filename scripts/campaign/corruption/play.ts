import { cp } from "node:fs/promises";
import { join } from "node:path";
import type { RecordKind } from "../../../server/ledger/records.ts";
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
export type Finding =
  | "harmless"
  | "found on opening"
  | "found on reading"
  | "found by the check"
  | "found by the inspection"
  | "hidden from reading, and found by the inspection";

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
    for (const [kind, playKind] of [
      ["whileOpen", playOpen],
      ["whileRead", playRead],
    ] as const) {
      const copy = join(place.path, kind);
      await cp(whole, copy, { recursive: true });
      played.push(await playKind(copy, chain.chain, digest, draw));
    }
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

/**
 * Damages a table under an open store of which all records are looked up before and after. LevelDB does not say that it could not read
 * a table, so that a record may be missing then, or be an older one: the inspection of the files must find it.
 */
async function playRead(directory: string, chain: SimulatedChain, digest: string, draw: Draw): Promise<Played> {
  const store = await opened(directory, chain);
  try {
    // LevelDB has nothing to put in order then, by which an altered table would be read and go.
    await store.compact();
    const ids = await recordIds(store);
    const before = await lookedUp(store, ids);
    const done = await DAMAGES.tableFlipped?.(directory, draw);
    const after = await lookedUp(store, ids).catch((error: unknown) => {
      if (isRot(error)) return "noticed" as const;
      throw error;
    });
    let finding: Finding = "found on reading";
    if (after !== "noticed") {
      const isHidden = after !== before;
      await store.inspectFiles(async () => undefined).catch(() => undefined);
      if (store.damage !== undefined) {
        finding = isHidden ? "hidden from reading, and found by the inspection" : "found by the inspection";
      } else if (isHidden) throw new Error(`${done}: a record was hidden or old, and the inspection found nothing`);
      else finding = "harmless";
    }
    const known = finding === "harmless" ? undefined : finding;
    return { kind: "whileRead", finding, fault: await outcome(store, chain, digest, known, done) };
  } finally {
    await store.close();
  }
}

/** Ids of all records, by their kinds. */
async function recordIds(store: Store): Promise<ReadonlyMap<RecordKind, string[]>> {
  const reader = store.snapshot();
  try {
    const ids = new Map<RecordKind, string[]>();
    for await (const entries of reader.raw()) {
      for (const [key] of entries) {
        const [, kind, id] = /^r\/(\w+)\/(.*)$/s.exec(key) ?? [];
        if (kind === undefined || id === undefined) continue;
        ids.set(kind as RecordKind, [...(ids.get(kind as RecordKind) ?? []), id]);
      }
    }
    return ids;
  } finally {
    await reader.close();
  }
}

/** What each record is, looked up by its id as a question does, as one text. */
async function lookedUp(store: Store, ids: ReadonlyMap<RecordKind, string[]>): Promise<string> {
  const reader = store.snapshot();
  try {
    const parts: string[] = [];
    for (const [kind, of] of ids) parts.push(JSON.stringify(await reader.getMany(kind, of)));
    return parts.join("\n");
  } finally {
    await reader.close();
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
