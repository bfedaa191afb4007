import type { EventRecord } from "../ledger/records.ts";
import { type Ledger, ledgerAt } from "../queries/as-of/ledger.ts";
import { type EventFilter, eventsThatSatisfy, satisfiesFilter } from "../queries/audit/list-events.ts";
import { takePage } from "../queries/page.ts";
import type { BlockMark, StoreReader } from "../store/reader.ts";
import { blockOf, newestPlace, type Position, positionAt, positionBefore, standingPart } from "./position.ts";

/** What a follower wants to be told, and how. */
export interface Following<Item> {
  readonly filter: Omit<EventFilter, "fromBlock" | "toBlock">;
  /** An event as the follower may see it; undefined when it may not. */
  readonly view: (event: EventRecord, ledger: Ledger) => Promise<Item | undefined>;
  /** At most so many events are looked at in one go. */
  readonly limit: number;
}

/** An event, and the position of who was told it. */
export interface ToldEvent<Item> {
  readonly item: Item;
  readonly position: Position;
}

/** Nothing can be said yet: the mirror has not come to where the follower is. */
interface Wait {
  readonly kind: "WAIT";
}

/** Blocks were replaced: all that was told of blocks from `from` on is void, and what the chain has there now follows. */
export interface Reorganised {
  readonly kind: "REORGANISED";
  readonly from: number;
  /** The last block before `from`; null when nothing of what was told stands. */
  readonly standing: BlockMark | null;
  readonly position: Position;
}

/** Events, and how far these bring. */
export interface Events<Item> {
  readonly kind: "EVENTS";
  readonly events: readonly ToldEvent<Item>[];
  readonly position: Position;
  readonly head: BlockMark;
  /** Whether there is nothing more up to the mirrored head. */
  readonly isCurrent: boolean;
}

/** What a follower is told next. */
export type Told<Item> = Wait | Reorganised | Events<Item>;

/**
 * What comes next for a follower at `position`, from one snapshot: a function of the two alone. Whoever goes on from the position that is
 * given with what was told is told of every event once, except after a reorganisation, which says from which block on things are told anew.
 *
 * @param mirror `live` when the mirror was at the chain's head: only then is a block that it does not have a block that was replaced.
 * @param sent How far the follower may have been told, where that is not known for certain.
 */
export async function tell<Item>(
  reader: StoreReader,
  position: Position,
  { filter, view, limit }: Following<Item>,
  mirror: "live" | "on its way",
  sent: Position = position,
): Promise<Told<Item>> {
  const { head } = reader;
  if (head === undefined) return { kind: "WAIT" };
  for (const passed of sent.place > position.place ? [sent, position] : [position]) {
    const standing = await standingPart(reader, passed);
    if (standing !== "all") return mirror === "live" ? takenBack(reader, passed, standing) : { kind: "WAIT" };
  }

  const { origin, place } = position;
  const ledger = ledgerAt(reader, { block: head.number, time: head.time });
  const { items: found, next } = await nextEvents(ledger, filter, place, limit);
  const events: ToldEvent<Item>[] = [];
  const at = positionsIn(reader, origin);
  for (const [id, event] of found) {
    const item = await view(event, ledger);
    if (item !== undefined) events.push({ item, position: await at(id) });
  }
  const reached = next ?? (await newestPlace(reader)) ?? place;
  return {
    kind: "EVENTS",
    events,
    position: reached > place ? await at(reached) : position,
    head,
    isCurrent: next === null,
  };
}

/**
 * The next events that satisfy a filter. Where there are few events at all, as for everybody who is up to date, they are read as they
 * are and looked at: that takes one walk, and not one for each value that the filter names.
 */
async function nextEvents(ledger: Ledger, filter: Following<object>["filter"], place: string, limit: number) {
  const few = await takePage(withIds(eventsThatSatisfy(ledger, {}, place)), limit);
  if (few.next !== null) return takePage(withIds(eventsThatSatisfy(ledger, filter, place)), limit);
  return { items: few.items.filter(([, event]) => satisfiesFilter(event, filter)), next: null };
}

async function takenBack(reader: StoreReader, { origin }: Position, standing: BlockMark | null): Promise<Told<never>> {
  if (standing === null || standing.number < origin) {
    return { kind: "REORGANISED", from: origin, standing: null, position: positionBefore(origin) };
  }
  const place = await newestPlace(reader, standing.number);
  const isAfterOrigin = place !== undefined && blockOf(place) >= origin;
  const position = isAfterOrigin ? await positionAt(reader, origin, place) : positionBefore(origin);
  return { kind: "REORGANISED", from: standing.number + 1, standing, position };
}

/** Positions after events of one snapshot; events of one block have the same traces. */
function positionsIn(reader: StoreReader, origin: number): (place: string) => Promise<Position> {
  let last: Position | undefined;
  return async (place) => {
    const isSameBlock = last !== undefined && blockOf(last.place) === blockOf(place);
    last = last !== undefined && isSameBlock ? { ...last, place } : await positionAt(reader, origin, place);
    return last;
  };
}

async function* withIds(events: AsyncIterable<readonly [id: string, event: EventRecord]>) {
  for await (const entry of events) yield [entry[0], entry] as const;
}
