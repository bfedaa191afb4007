import type { EventName } from "../ledger/events.ts";
import { packPilotId, parsePilotCode } from "../ledger/ids.ts";
import { eventId } from "../ledger/keys.ts";
import type { EventRecord } from "../ledger/records.ts";
import { includes } from "./as-of/cut.ts";
import type { Ledger } from "./as-of/ledger.ts";
import { inRuns, intersection, type SeekableIds, union } from "./sorted-ids.ts";

const RUN = 64;

/** Which events are asked for. */
export interface EventsByName {
  readonly names: readonly EventName[];
  /** Of one pilot only. */
  readonly pilot: string | undefined;
  /** Only after the event of this id. */
  readonly after: string | undefined;
}

/** The events of some names, all of them or those of one pilot, in the order of the chain as far as the ledger's cut. */
export async function* eventsByName(
  ledger: Ledger,
  { names, pilot, after }: EventsByName,
): AsyncGenerator<readonly [id: string, event: EventRecord]> {
  const streams: SeekableIds[] = [
    (range) =>
      union(
        names.map((name) => ledger.lookUp("event.name", name, range)),
        range.reverse,
      ),
  ];
  const parts = pilot === undefined ? undefined : parsePilotCode(pilot);
  if (parts !== undefined) streams.push((range) => ledger.lookUp("event.subject", packPilotId(parts), range));
  for await (const ids of inRuns(intersection(streams, after === undefined ? {} : { after }), RUN)) {
    for (const event of await ledger.getMany("event", ids)) {
      if (event === undefined) continue;
      if (!includes(ledger.cut, event.provenance)) return;
      yield [eventId(event.provenance), event];
    }
  }
}
