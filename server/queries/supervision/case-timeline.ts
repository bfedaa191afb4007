import { type DossierCode, packDossierId, parseDossierCode } from "../../ledger/dossiers.ts";
import { packPilotId, parsePilotCode } from "../../ledger/ids.ts";
import { eventId } from "../../ledger/keys.ts";
import type { EventRecord } from "../../ledger/records.ts";
import type { Ledger } from "../as-of/ledger.ts";
import { eventsOf } from "../as-of/replay.ts";
import { type Page, type PageRequest, takePage } from "../page.ts";
import { type TimelineItem, timelineItem } from "../pilot-timeline.ts";

/**
 * What happened in a case, from the complaint or inspection it comes from to its closing, oldest first: the record of the whole
 * process (全过程记录, 行政处罚法 Art. 47) as a case file needs it.
 *
 * @returns undefined when there is no such case.
 */
export async function caseTimeline(
  ledger: Ledger,
  { code, after, limit }: PageRequest & { readonly code: DossierCode },
): Promise<Page<TimelineItem> | undefined> {
  const dossier = await ledger.get("case", code);
  const pilot = dossier && parsePilotCode(dossier.pilot);
  if (dossier === undefined || pilot === undefined) return undefined;
  const dossiers = new Set<unknown>([code, ...dossier.inspections, dossier.source ?? code].map(packed));
  const stream = eventsOf(ledger, [packPilotId(pilot)], ledger.cut, after);
  const page = await takePage(eventsAbout(stream, dossiers), limit);
  return { next: page.next, items: page.items.map((event) => timelineItem(ledger, event)) };
}

async function* eventsAbout(events: AsyncIterable<EventRecord>, dossiers: ReadonlySet<unknown>) {
  for await (const event of events) {
    const { dossier, inspection, complaint } = event.args;
    if ([dossier, inspection, complaint].some((id) => dossiers.has(id))) {
      yield [eventId(event.provenance), event] as const;
    }
  }
}

function packed(code: DossierCode): string | undefined {
  const parts = parseDossierCode(code);
  return parts && packDossierId(parts);
}
