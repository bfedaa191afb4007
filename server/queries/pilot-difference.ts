import { type PilotCode, packPilotId, parsePilotCode } from "../ledger/ids.ts";
import { type Cut, includes, type Point, pointOf } from "./as-of/cut.ts";
import type { Ledger } from "./as-of/ledger.ts";
import { type MemberChange, recordChanges } from "./as-of/record-changes.ts";
import { eventsOf, replay } from "./as-of/replay.ts";
import { type TimelineItem, timelineItem } from "./pilot-timeline.ts";

/** What is other about a pilot at one point than at an earlier one. */
export interface PilotDifference {
  readonly code: PilotCode;
  readonly from: Point;
  readonly to: Point;
  readonly changes: readonly MemberChange[];
  /** The events that made the difference, oldest first. */
  readonly events: readonly TimelineItem[];
}

/**
 * The difference of a pilot, its plan and all that is recorded about it between an earlier point and the ledger's cut.
 *
 * @returns undefined when there is no such pilot, or it had not applied by the later point.
 */
export async function pilotDifference(
  ledger: Ledger,
  { code, from }: { readonly code: PilotCode; readonly from: Cut },
): Promise<PilotDifference | undefined> {
  const parts = parsePilotCode(code);
  if (parts === undefined || (await ledger.get("pilot", code)) === undefined) return undefined;
  const subjects = [packPilotId(parts)];
  const events: TimelineItem[] = [];
  for await (const event of eventsOf(ledger, subjects, ledger.cut)) {
    if (!includes(from, event.provenance)) events.push(timelineItem(ledger, event));
  }
  const [before, after] = [await replay(ledger, subjects, from), await replay(ledger, subjects, ledger.cut)];
  const { cut, head } = ledger;
  const to = pointOf(cut, head && { block: head.number, time: head.time });
  const isSame = from.block === cut.block && from.time === cut.time;
  return { code, from: isSame ? to : pointOf(from, cut), to, changes: recordChanges(before, after), events };
}
