import { createHash } from "node:crypto";
import type { Position } from "../position.ts";
import type { Events, Reorganised } from "../tell.ts";
import type { MessageType, Owed } from "./subscription.ts";

/** A message that tells of an event. */
export interface EventMessage extends Owed {
  /** After this message. */
  readonly position: Position;
}

/** What messages are made for. */
export interface Addressee {
  readonly id: string;
  /** Other ids for the same event each time that things are told anew. */
  readonly epoch: number;
}

/** Writes positions for the receiver. */
export type PositionWriter = (position: Position) => string;

/** The messages that tell of events, in order. */
export function eventMessages({ events }: Events<object>, to: Addressee, write: PositionWriter): EventMessage[] {
  return events.map(({ item, position }) => ({ ...message(to, "ledger.event", item, position, write), position }));
}

/** The message that blocks were replaced. */
export function reorganisedMessage(
  { from, standing, position }: Reorganised,
  to: Addressee,
  write: PositionWriter,
): Owed {
  return message(to, "ledger.reorganised", { from, standing }, position, write);
}

/**
 * The id follows from the subscription, its epoch and the place on the chain: it is the same at each attempt, also of a server that was
 * started anew, and of no other message, so that receivers know by it what they have.
 */
function message(
  { id, epoch }: Addressee,
  type: MessageType,
  data: object,
  position: Position,
  write: PositionWriter,
): Owed {
  const name = JSON.stringify([id, epoch, type, position.place, position.traces[0]?.hash ?? null]);
  const digest = createHash("sha256").update(name).digest("base64url");
  return { id: `msg_${digest.slice(0, 27)}`, type, body: JSON.stringify({ type, data, cursor: write(position) }) };
}
