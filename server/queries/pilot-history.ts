import { type PilotCode, packPilotId, parsePilotCode } from "../ledger/ids.ts";
import { eventId } from "../ledger/keys.ts";
import type { Ledger } from "./as-of/ledger.ts";
import { type MemberChange, recordChanges } from "./as-of/record-changes.ts";
import { applyTo, eventsOf, type Replayed } from "./as-of/replay.ts";
import { type Page, type PageRequest, takePage } from "./page.ts";
import { type TimelineItem, timelineItem } from "./pilot-timeline.ts";

/** An event of a pilot with what it changed in the records about it. */
export interface HistoryItem extends TimelineItem {
  readonly changes: readonly MemberChange[];
}

/**
 * What each event changed in a pilot, its plan and all that is recorded about it, oldest first (变更历史).
 *
 * @returns undefined when there is no such pilot, or it had not applied by then.
 */
export async function pilotHistory(
  ledger: Ledger,
  { code, after, limit }: PageRequest & { readonly code: PilotCode },
): Promise<Page<HistoryItem> | undefined> {
  if ((await ledger.get("pilot", code)) === undefined) return undefined;
  return takePage(changesOf(ledger, code, after), limit);
}

/** The events of a pilot are replayed from its first: what one changed depends on those before. */
async function* changesOf(ledger: Ledger, code: PilotCode, after: string | undefined) {
  const parts = parsePilotCode(code);
  if (parts === undefined) return;
  const records = new Map<string, Replayed extends ReadonlyMap<string, infer Value> ? Value : never>();
  for await (const event of eventsOf(ledger, [packPilotId(parts)], ledger.cut)) {
    const id = eventId(event.provenance);
    const before = new Map(records);
    applyTo(records, event);
    if (after !== undefined && id <= after) continue;
    yield [id, { ...timelineItem(ledger, event), changes: recordChanges(before, records) }] as const;
  }
}
