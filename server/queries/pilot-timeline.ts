import type { Bilingual } from "../ledger/codes/bilingual.ts";
import { EVENT_LABELS } from "../ledger/codes/event-labels.ts";
import type { EventName } from "../ledger/events.ts";
import { type PilotCode, packPilotId, parsePilotCode } from "../ledger/ids.ts";
import type { EventRecord } from "../ledger/records.ts";
import type { StoreReader } from "../store/reader.ts";
import { type Page, type PageRequest, takePage } from "./page.ts";
import { type PublicProvenance, publicProvenance } from "./provenance.ts";
import { readableArguments } from "./readable-arguments.ts";
import { inRuns } from "./sorted-ids.ts";

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
 * What happened to a pilot up to `asOf`, oldest first: the record of the whole process (全过程记录).
 *
 * @returns undefined when there is no such pilot, or it had not applied by then.
 */
export async function pilotTimeline(
  reader: StoreReader,
  { code, asOf, after, limit }: PageRequest & { readonly code: PilotCode; readonly asOf: number },
): Promise<Page<TimelineItem> | undefined> {
  const pilot = await reader.get("pilot", code);
  if (pilot === undefined || pilot.created.blockTime > asOf) return undefined;
  const page = await takePage(events(reader, code, asOf, after), limit);
  return { next: page.next, items: page.items.map((event) => itemOf(reader, event)) };
}

async function* events(
  reader: StoreReader,
  code: PilotCode,
  asOf: number,
  after: string | undefined,
): AsyncGenerator<readonly [id: string, event: EventRecord]> {
  const parts = parsePilotCode(code);
  if (parts === undefined) return;
  const range = after === undefined ? {} : { after };
  for await (const ids of inRuns(reader.lookUp("event.subject", packPilotId(parts), range), 64)) {
    const records = await reader.getMany("event", ids);
    for (const [index, id] of ids.entries()) {
      const event = records[index];
      if (event === undefined) continue;
      if (event.provenance.blockTime > asOf) return;
      yield [id, event];
    }
  }
}

function itemOf(reader: StoreReader, event: EventRecord): TimelineItem {
  const { provenance, leaf } = event;
  return {
    event: provenance.event,
    label: EVENT_LABELS[provenance.event],
    at: provenance.blockTime,
    args: readableArguments(event),
    leaf,
    provenance: publicProvenance(reader, provenance),
  };
}
