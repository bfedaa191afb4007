import type { MilestoneRecord, PilotRecord } from "../ledger/records.ts";
import { shanghaiMonth } from "../store/indexes.ts";
import type { Ledger } from "./as-of/ledger.ts";
import { find } from "./find.ts";
import { type MilestoneItem, milestoneItems } from "./list-milestones.ts";
import type { Page, PageRequest } from "./page.ts";
import { liesIn, type PlaceFilter } from "./pilot-brief.ts";
import { sortableNumber, takeSortedPage } from "./sorted-page.ts";

/** Which days of the calendar are asked for. */
export interface CalendarFilter extends PlaceFilter {
  /** Due at this instant or later, Unix seconds. */
  readonly from: number;
  /** Due before this instant, Unix seconds. */
  readonly to: number;
}

/** The milestones that are due in a period (里程碑日历), the earliest first. */
export async function milestoneCalendar(
  ledger: Ledger,
  { filter, after, limit }: PageRequest & { readonly filter: CalendarFilter },
): Promise<Page<MilestoneItem>> {
  const due = dueWithin(ledger, filter);
  const { items, next } = await takeSortedPage(due, ({ milestone }) => sortableNumber(milestone.dueAt), {
    after,
    limit,
  });
  return { next, items: await milestoneItems(ledger, items) };
}

interface Due {
  readonly pilot: PilotRecord;
  readonly milestone: MilestoneRecord;
}

async function* dueWithin(ledger: Ledger, filter: CalendarFilter): AsyncGenerator<readonly [id: string, due: Due]> {
  const search = {
    kind: "milestone",
    leads: [{ index: "milestone.dueMonth", everIndex: null, values: monthsOf(filter) }],
    satisfies: ({ pilot, dueAt }: MilestoneRecord) =>
      dueAt >= filter.from && dueAt < filter.to && liesIn(pilot, filter),
  } as const;
  for await (const [id, milestone] of find(ledger, search)) {
    const pilot = await ledger.get("pilot", milestone.pilot);
    if (pilot !== undefined) yield [id, { pilot, milestone }];
  }
}

/** The months of Asia/Shanghai that a period touches, from its first to its last. */
function monthsOf({ from, to }: CalendarFilter): string[] {
  const months: string[] = [];
  let [year = 0, month = 0] = shanghaiMonth(from).split("-").map(Number);
  const last = shanghaiMonth(Math.max(from, to - 1));
  for (let code = ""; code < last; ) {
    code = `${year}-${String(month).padStart(2, "0")}`;
    months.push(code);
    [year, month] = month === 12 ? [year + 1, 1] : [year, month + 1];
  }
  return months;
}
