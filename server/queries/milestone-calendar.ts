import type { MilestoneRecord } from "../ledger/milestone-records.ts";
import type { PilotRecord } from "../ledger/pilot-records.ts";
import { shanghaiDay } from "../store/indexes.ts";
import type { Ledger } from "./as-of/ledger.ts";
import { find, type Lead } from "./find.ts";
import { type MilestoneItem, milestoneItems } from "./list-milestones.ts";
import { type Page, type PageRequest, takePage } from "./page.ts";
import { liesIn, type PlaceFilter } from "./pilot-brief.ts";
import { sortableNumber } from "./sorted-page.ts";

/** Which days of the calendar are asked for. */
export interface CalendarFilter extends PlaceFilter {
  /** Due at this instant or later, Unix seconds. */
  readonly from: number;
  /** Due before this instant, Unix seconds. */
  readonly to: number;
}

interface Due {
  readonly pilot: PilotRecord;
  readonly milestone: MilestoneRecord;
}

const DAY = 86_400;

/** The milestones that are due in a period (里程碑日历), the earliest first. */
export async function milestoneCalendar(
  ledger: Ledger,
  { filter, after, limit }: PageRequest & { readonly filter: CalendarFilter },
): Promise<Page<MilestoneItem>> {
  const { items, next } = await takePage(dueWithin(ledger, filter, after), limit);
  return { next, items: await milestoneItems(ledger, items) };
}

/** Day after day, so that no more of the calendar is read than a page takes. The id of an item begins with when it is due. */
async function* dueWithin(
  ledger: Ledger,
  filter: CalendarFilter,
  after: string | undefined,
): AsyncGenerator<readonly [id: string, due: Due]> {
  const { from, to } = filter;
  const first = after === undefined ? from : Math.max(from, Number(after.slice(0, after.indexOf(" "))));
  if (!ledger.isPresent) {
    // The index only knows present due dates: the past is looked through once, not day by day.
    yield* sorted(ledger, filter, [], first, to, after);
    return;
  }
  for (let begin = first; begin < to; begin = nextDay(begin)) {
    const leads: Lead[] = [{ index: "milestone.dueDay", values: [shanghaiDay(begin)] }];
    yield* sorted(ledger, filter, leads, begin, Math.min(to, nextDay(begin)), after);
  }
}

/** The milestones that are due from one instant to before another, by when they are due. */
async function* sorted(
  ledger: Ledger,
  filter: CalendarFilter,
  leads: readonly Lead[],
  from: number,
  to: number,
  after: string | undefined,
) {
  const satisfies = ({ pilot, dueAt }: MilestoneRecord) => dueAt >= from && dueAt < to && liesIn(pilot, filter);
  const due: (readonly [id: string, milestone: MilestoneRecord])[] = [];
  for await (const [id, milestone] of find(ledger, { kind: "milestone", leads, satisfies })) {
    due.push([`${sortableNumber(milestone.dueAt)} ${id}`, milestone]);
  }
  for (const [id, milestone] of due.toSorted(([one], [other]) => (one < other ? -1 : 1))) {
    if (after !== undefined && id <= after) continue;
    const pilot = await ledger.get("pilot", milestone.pilot);
    if (pilot !== undefined) yield [id, { pilot, milestone }] as const;
  }
}

/** The first second of the day after that of an instant, in Asia/Shanghai. */
function nextDay(instant: number): number {
  const shanghai = 8 * 3_600;
  return (Math.floor((instant + shanghai) / DAY) + 1) * DAY - shanghai;
}
