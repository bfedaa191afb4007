import type { Bilingual } from "../ledger/codes/bilingual.ts";
import { EVENT_LABELS } from "../ledger/codes/event-labels.ts";
import type { EventName } from "../ledger/events.ts";
import { type PilotCode, packPilotId, parsePilotCode } from "../ledger/ids.ts";
import { eventId } from "../ledger/keys.ts";
import type { EventRecord } from "../ledger/records.ts";
import type { Ledger } from "./as-of/ledger.ts";
import { eventsOf } from "./as-of/replay.ts";
import { type Page, type PageRequest, takePage } from "./page.ts";
import { type PublicProvenance, publicProvenance } from "./provenance.ts";
import { readableArguments } from "./readable-arguments.ts";

/** An event of a pilot's history. */
export interface TimelineItem {
  readonly event: EventName;
  readonly label: Bilingual;
  readonly at: number;
  readonly args: Readonly<Record<string, unknown>>;
  /** The event's leaf in the journal. */
  readonly leaf: string;
  readonly provenance: PublicProvenance;
}

/**
 * What happened to a pilot, oldest first: the record of the whole process (全过程记录).
 *
 * @returns undefined when there is no such pilot, or it had not applied by then.
 */
export async function pilotTimeline(
  ledger: Ledger,
  { code, after, limit }: PageRequest & { readonly code: PilotCode },
): Promise<Page<TimelineItem> | undefined> {
  const parts = parsePilotCode(code);
  if (parts === undefined || (await ledger.get("pilot", code)) === undefined) return undefined;
  const page = await takePage(withIds(eventsOf(ledger, [packPilotId(parts)], ledger.cut, after)), limit);
  return { next: page.next, items: page.items.map((event) => timelineItem(ledger, event)) };
}

async function* withIds(events: AsyncIterable<EventRecord>): AsyncGenerator<readonly [id: string, event: EventRecord]> {
  for await (const event of events) yield [eventId(event.provenance), event];
}

/** An event as a time line shows it. */
export function timelineItem(ledger: Ledger, event: EventRecord): TimelineItem {
  const { provenance, leaf } = event;
  return {
    event: provenance.event,
    label: EVENT_LABELS[provenance.event],
    at: provenance.blockTime,
    args: readableArguments(event),
    leaf,
    provenance: publicProvenance(ledger, provenance),
  };
}
