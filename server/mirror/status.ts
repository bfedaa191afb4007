import type { BlockMark } from "../store/reader.ts";

/**
 * Where the mirror is.
 *
 * - `inspecting` the store's files are looked at, byte for byte, before any of them is used.
 * - `starting` it has not yet found that the node has the ledger's chain.
 * - `syncing` it has blocks to mirror.
 * - `live` it came to the chain's head, and follows it.
 * - `stopped` it was told to stop.
 * - `healing` what was mirrored was found damaged or wrong and set aside; all of it is mirrored anew, and nothing is served meanwhile.
 * - `halted` it stopped for good, for the reason given: what it holds must not be served as the ledger.
 */
export type MirrorState = "inspecting" | "starting" | "syncing" | "live" | "healing" | "stopped" | "halted";

/** A failure, as it is shown. */
export interface Failure {
  readonly code: string;
  readonly message: string;
}

/** How fast a mirror comes on. */
export interface Pace {
  readonly eventsPerSecond: number;
  readonly blocksPerSecond: number;
  /** Until it is at the chain's head, if it goes on like this. */
  readonly secondsLeft: number;
}

/** What the mirror says of itself. */
export interface MirrorStatus {
  readonly state: MirrorState;
  /** Why it halted, or is healing. */
  readonly reason: Failure | null;
  /** The last block mirrored. */
  readonly head: BlockMark | null;
  /** The newest block the node told of. */
  readonly chainHead: BlockMark | null;
  /** When the node last told of its head or gave blocks, Unix seconds; null before it did. */
  readonly answeredAt: number | null;
  /** How many blocks it is behind the chain; null before the node answered. */
  readonly lag: number | null;
  /** What last went wrong, or what is being waited for, and is being tried again; null when the last try went well. */
  readonly lastError: (Failure & { readonly at: number }) | null;
  /** How fast it comes on while it is syncing; null otherwise. */
  readonly pace: Pace | null;
  /** Reorganisations it followed since it was started. */
  readonly reorganisations: number;
}

/** Of a mirror that nothing is known of yet. */
export const UNOPENED: MirrorStatus = {
  state: "inspecting",
  reason: null,
  head: null,
  chainHead: null,
  answeredAt: null,
  lag: null,
  lastError: null,
  pace: null,
  reorganisations: 0,
};

/** Of a mirror that is not served, for a reason found before it was opened. */
export function haltedStatus(reason: Failure): MirrorStatus {
  return { ...UNOPENED, state: "halted", reason };
}
