import { createHash } from "node:crypto";
import { eventId } from "../ledger/keys.ts";
import type { StoreIdentity } from "../store/reader.ts";
import { blockOf, type Position, placeBefore, type Trace } from "./position.ts";

/*
 * A position as text: version, ledger, origin, block and log index of the place, the traces, a checksum; all of it as bytes in base64url.
 * It is no secret and grants nothing, so the checksum is against accidents, not forgery.
 */

const VERSION = 1;
const HASH_BYTES = 8;
const CHECK_BYTES = 4;
const LEDGER_BYTES = 4;
const MOST_TRACES = 16;

/** The log index that stands for a place before all events of its block. */
const BEFORE_ALL = 0xffff_ffff;

/** Why a text is no position in this ledger: it is none at all, or one of another ledger. */
export type CursorFault = "INVALID" | "OTHER_LEDGER";

/** Writes a position of the ledger that `identity` names. */
export function writePosition({ origin, place, traces }: Position, identity: StoreIdentity): string {
  const block = blockOf(place);
  const bytes: Buffer[] = [
    Buffer.from([VERSION]),
    ledgerOf(identity),
    number(origin),
    number(block),
    number(place === placeBefore(block) ? BEFORE_ALL : Number(place.slice(place.indexOf(".") + 1))),
    Buffer.from([traces.length]),
    ...traces.flatMap((trace) => [number(trace.number), Buffer.from(trace.hash, "hex")]),
  ];
  const content = Buffer.concat(bytes);
  return Buffer.concat([content, checksum(content)]).toString("base64url");
}

/** Reads what `writePosition` wrote. */
export function readPosition(text: string, identity: StoreIdentity): Position | CursorFault {
  const bytes = Buffer.from(text, "base64url");
  const content = bytes.subarray(0, -CHECK_BYTES);
  const isIntact = bytes.toString("base64url") === text && checksum(content).equals(bytes.subarray(-CHECK_BYTES));
  if (!isIntact || content[0] !== VERSION) return "INVALID";
  const reading = new Reading(content.subarray(1));
  if (!reading.bytes(LEDGER_BYTES).equals(ledgerOf(identity))) return "OTHER_LEDGER";
  const [origin, block, logIndex] = [reading.number(), reading.number(), reading.number()];
  const traces: Trace[] = Array.from({ length: Math.min(reading.bytes(1)[0] ?? 0, MOST_TRACES) }, () => ({
    number: reading.number(),
    hash: reading.bytes(HASH_BYTES).toString("hex"),
  }));
  const place = logIndex === BEFORE_ALL ? placeBefore(block) : eventId({ blockNumber: block, logIndex });
  return reading.isAtEnd ? { origin, place, traces } : "INVALID";
}

class Reading {
  #rest: Buffer;

  constructor(bytes: Buffer) {
    this.#rest = bytes;
  }

  get isAtEnd(): boolean {
    return this.#rest.length === 0;
  }

  bytes(length: number): Buffer {
    const taken = this.#rest.subarray(0, length);
    this.#rest = this.#rest.subarray(length);
    return taken;
  }

  number(): number {
    const taken = this.bytes(4);
    return taken.length === 4 ? taken.readUInt32BE() : 0;
  }
}

function number(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}

/** Tells a ledger from others: its chain and its contracts. */
export function ledgerFingerprint(identity: StoreIdentity): string {
  return ledgerOf(identity).toString("hex");
}

function ledgerOf({ chainId, genesisHash, contracts }: StoreIdentity): Buffer {
  const text = JSON.stringify([chainId, genesisHash, Object.entries(contracts).toSorted()]).toLowerCase();
  return createHash("sha256").update(text).digest().subarray(0, LEDGER_BYTES);
}

function checksum(content: Buffer): Buffer {
  return createHash("sha256").update(content).digest().subarray(0, CHECK_BYTES);
}
