import type { Hex } from "../ledger/hex.ts";
import { eventId } from "../ledger/keys.ts";
import type { BlockMark, StoreReader } from "../store/reader.ts";

/*
 * How far a follower of the ledger's events has been told, and on which branch of the chain. A position holds hashes of blocks at growing
 * distances, so that whoever reads it finds out by itself, without any memory of what was replaced, how much of what was told still stands.
 */

/** A block by its number and the first eight bytes of its hash: enough to tell branches apart, and short enough to be sent with each event. */
export interface Trace {
  readonly number: number;
  readonly hash: string;
}

/** How far somebody was told. */
export interface Position {
  /** The first block of which anything was told; whatever becomes of the chain, nothing before it has to be taken back. */
  readonly origin: number;
  /** The id of the last event that was told or passed over, as in `eventId`. */
  readonly place: string;
  /**
   * Blocks of the branch that it was told from, newest first. The first is that of the event at `place`, which the mirror keeps for as long
   * as it is of the chain; of the others it may forget those without events. None where nothing was passed yet.
   */
  readonly traces: readonly Trace[];
}

/** How far back from a block others are noted. What settles the ledger's chain is well within. */
const DISTANCES = [1, 2, 3, 4, 8, 16, 32, 64, 128, 256] as const;

const HASH_LENGTH = 16;

/** Before the first event of a block. */
export function positionBefore(block: number): Position {
  return { origin: block, place: placeBefore(block), traces: [] };
}

/** After the newest event there is now. */
export async function positionNow(reader: StoreReader): Promise<Position> {
  const newest = await newestPlace(reader);
  if (newest === undefined) return positionBefore(reader.identity.deploymentBlock);
  const traces = await tracesAt(reader, blockOf(newest));
  return { origin: traces.at(-1)?.number ?? 0, place: newest, traces };
}

/** After an event of this snapshot. */
export async function positionAt(reader: StoreReader, origin: number, place: string): Promise<Position> {
  return { origin, place, traces: await tracesAt(reader, blockOf(place)) };
}

/** The id of the newest event there is, in blocks up to `block` where one is given. */
export async function newestPlace(reader: StoreReader, block?: number): Promise<string | undefined> {
  const range = block === undefined ? { reverse: true } : { reverse: true, after: placeBefore(block + 1) };
  for await (const [id] of reader.list("event", range)) return id;
  return undefined;
}

/**
 * How much of what was told stands on the chain of this snapshot: all of it (`place`), or what lies up to an older block that is still
 * there, which is the last common one or some before it; null when none of the noted ones is.
 */
export async function standingPart(reader: StoreReader, { traces }: Position): Promise<"all" | BlockMark | null> {
  for (const [index, trace] of traces.entries()) {
    const block = trace.number <= (reader.head?.number ?? -1) ? await reader.block(trace.number) : undefined;
    if (block !== undefined && shortened(block.hash) === trace.hash) return index === 0 ? "all" : block;
  }
  return traces.length === 0 ? "all" : null;
}

/** Before every event of a block. */
export function placeBefore(block: number): string {
  return eventId({ blockNumber: block, logIndex: 0 }).slice(0, -1);
}

/** The block of an event's id. */
export function blockOf(place: string): number {
  return Number(place.slice(0, place.indexOf(".")));
}

/** The block and some before it. Of the older ones the mirror keeps those that have events; what it does not have is left out. */
async function tracesAt(reader: StoreReader, block: number): Promise<Trace[]> {
  const numbers = [block, ...DISTANCES.map((distance) => block - distance)].filter((number) => number >= 0);
  const blocks = await Promise.all(numbers.map((number) => reader.block(number)));
  return blocks.flatMap((mark) => (mark === undefined ? [] : [{ number: mark.number, hash: shortened(mark.hash) }]));
}

function shortened(hash: Hex): string {
  return hash.slice(2, 2 + HASH_LENGTH);
}
