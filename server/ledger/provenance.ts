import type { EventName } from "./events.ts";
import type { Address, Hex } from "./hex.ts";
import type { Uscc } from "./uscc.ts";

/** Which event of the chain a record, or a part of it, comes from. */
export interface Provenance {
  readonly contract: Address;
  readonly event: EventName;
  readonly blockNumber: number;
  readonly blockHash: Hex;
  readonly blockTime: number;
  readonly transactionHash: Hex;
  readonly logIndex: number;
  readonly actor: Address;
  /** The organisation the actor's account was bound to when it acted; null for the administrator and others without one. */
  readonly actorOrganisation: Uscc | null;
}

/** What every record has: the events that made it and that changed it last. */
export interface Recorded {
  readonly created: Provenance;
  readonly updated: Provenance;
}

/** Why something was decided. */
export interface Reason {
  /** A reason code such as `MISSING_DOCUMENT`. */
  readonly code: string;
  /** SHA-256 of the document that explains it, or null. */
  readonly documentDigest: Hex | null;
}
