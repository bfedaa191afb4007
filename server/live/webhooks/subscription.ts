import { randomInt } from "node:crypto";
import type { Position, Trace } from "../position.ts";
import type { Following } from "../tell.ts";

/** Why nothing is delivered to a subscription. */
export type StopReason =
  /** Its owner paused it. */
  | "OWNER"
  /** A message could not be delivered, and the subscription says to wait for its owner then. */
  | "DEAD_LETTER"
  /** So many messages could not be delivered that no more are kept. */
  | "DEAD_LETTERS_FULL"
  /** It could not be told that blocks were replaced, without which nothing after it may be told. */
  | "REORGANISATION_UNDELIVERED"
  /** The receiver answered 410: it wants no more. */
  | "GONE"
  /** The token that it was made with is no longer good. */
  | "TOKEN_REVOKED"
  | "TOKEN_EXPIRED"
  | "TOKEN_INVALID";

/** A message that is written down before it is sent. */
export interface Owed {
  readonly id: string;
  readonly type: MessageType;
  readonly body: string;
}

/** What a message tells. */
export type MessageType = "ledger.event" | "ledger.reorganised";

/** A message that was tried and not delivered yet. */
export interface Trying {
  readonly message: string;
  readonly attempts: number;
  /** Of the first attempt, Unix milliseconds. */
  readonly since: number;
  /** When it is tried again, Unix milliseconds. */
  readonly notBefore: number;
}

/** Somebody's wish to be told of events by requests to an address of theirs. */
export interface Subscription {
  readonly id: string;
  /** The id of the access token that it was made with: what may be told is what this may read. */
  readonly token: string;
  readonly url: string;
  readonly description: string;
  readonly filter: Following<object>["filter"];
  /** What is done after a message that could not be delivered: go on with the next, or wait for the owner. */
  readonly onGivingUp: "continue" | "pause";
  readonly state: "ACTIVE" | "PAUSED" | "DISABLED";
  readonly reason: StopReason | null;
  /** Unix seconds. */
  readonly createdAt: number;
  /** Which secret is in use, from 1. */
  readonly generation: number;
  /** Until when the one before is used as well, Unix seconds. */
  readonly previousUntil: number | null;
  /** After the last message that was delivered or given up. */
  readonly position: Position;
  /**
   * After the last message that the receiver may have, though it may not have said so: written down before anything is sent. What of
   * this was replaced the receiver has to be told, whether it has it or not.
   */
  readonly sent: Position;
  /** That blocks were replaced, once it was decided to say so: it is delivered before anything else, whatever the chain does meanwhile. */
  readonly owed: Owed | null;
  /** How often things were told anew, by a reorganisation or on request: part of the ids of messages. */
  readonly epoch: number;
  readonly trying: Trying | null;
  /** Numbers of dead letters that are to be delivered again. */
  readonly redeliver: readonly number[];
}

/** An attempt to deliver a message. */
export interface Attempt {
  /** Unix milliseconds. */
  readonly at: number;
  readonly message: string;
  readonly type: MessageType;
  readonly outcome: "DELIVERED" | "FAILED" | "GIVEN_UP" | "GONE";
  /** The status that was answered; null when there was no answer. */
  readonly status: number | null;
  /** Why there was none, such as `ADDRESS_REFUSED`, `TIMEOUT` or `ECONNREFUSED`. */
  readonly fault: string | null;
  readonly milliseconds: number;
}

/** A message that could not be delivered. */
export interface DeadLetter {
  readonly number: number;
  readonly message: string;
  readonly type: MessageType;
  readonly body: string;
  /** When it was given up, Unix milliseconds. */
  readonly at: number;
  readonly attempts: number;
  readonly status: number | null;
  readonly fault: string | null;
  /** The block of what it tells: when that was replaced, it is void. */
  readonly block: Trace | null;
}

const ALPHABET = "abcdefghijkmnpqrstuvwxyz23456789";

/** A fresh id of a subscription. */
export function freshId(): string {
  return `whk_${Array.from({ length: 16 }, () => ALPHABET[randomInt(ALPHABET.length)]).join("")}`;
}
