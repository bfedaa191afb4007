import type { Bilingual } from "../ledger/codes/bilingual.ts";
import type { MilestoneKind } from "../ledger/codes/milestones.ts";
import { RUNNING_STATES } from "../ledger/codes/pilots.ts";
import type { PilotCode } from "../ledger/ids.ts";
import { milestoneId } from "../ledger/keys.ts";
import type { MilestoneRecord } from "../ledger/milestone-records.ts";
import type { PilotRecord } from "../ledger/pilot-records.ts";
import { type TimelinessStatus, timelinessAt } from "../ledger/timeliness.ts";
import type { Ledger } from "./as-of/ledger.ts";
import { planIds } from "./as-of/plan-ids.ts";
import { pilotsThatSatisfy } from "./list-pilots.ts";
import { type MilestoneView, milestoneView } from "./milestone-view.ts";
import { type Order, ordersOf, takeOrderedPage } from "./ordered-page.ts";
import { organisationNames } from "./organisation-names.ts";
import type { Page, PageRequest } from "./page.ts";
import { type PilotFilter, satisfies } from "./pilot-filter.ts";
import { inRuns } from "./sorted-ids.ts";
import { sortableNumber } from "./sorted-page.ts";

/** Which milestones are asked for. */
export interface MilestoneFilter extends Pick<PilotFilter, "region" | "field" | "organisation" | "programme"> {
  readonly timeliness?: readonly TimelinessStatus[] | undefined;
  readonly kind?: readonly MilestoneKind[] | undefined;
  /** Only those at least so many days past their due date. */
  readonly minDays?: number | undefined;
  readonly pilot?: PilotCode | undefined;
}

/** What milestones can be listed by. */
export const MILESTONE_ORDERS = ordersOf("code", "dueAt", "daysLate");
type MilestoneOrder = Order<"code" | "dueAt" | "daysLate">;

/** A milestone in a list across pilots. */
export interface MilestoneItem extends MilestoneView {
  readonly pilotTitle: Bilingual;
  readonly region: string;
  readonly field: string;
  readonly lead: string;
  readonly leadName: Bilingual | null;
}

/** A pilot with the milestones of its plan, in the order of the plan. */
interface PilotWithPlan {
  readonly pilot: PilotRecord;
  readonly milestones: readonly MilestoneRecord[];
}

interface Found {
  readonly pilot: PilotRecord;
  readonly milestone: MilestoneRecord;
}

const RUN = 64;

/** Only milestones of pilots that run can be so; there are far fewer of those than of all. */
const OF_RUNNING_PILOTS: readonly TimelinessStatus[] = ["ON_TRACK", "DUE_SOON", "OVERDUE"];

/** The milestones (里程碑) that satisfy a filter, by pilot and number unless told otherwise. */
export async function listMilestones(
  ledger: Ledger,
  { filter, ...page }: PageRequest & { readonly filter: MilestoneFilter; readonly sort?: MilestoneOrder | undefined },
): Promise<Page<MilestoneItem>> {
  const timelinessOf = ({ milestone, pilot }: Found) => timelinessAt(milestone, pilot, ledger.asOf);
  const { items, next } = await takeOrderedPage(
    {
      itemsAfter: (after) => milestonesThatSatisfy(ledger, filter, after),
      keys: {
        code: "id",
        dueAt: (found: Found) => sortableNumber(timelinessOf(found)?.dueAt ?? null),
        daysLate: (found: Found) => sortableNumber(timelinessOf(found)?.daysLate ?? null),
      },
    },
    page,
  );
  return { next, items: await milestoneItems(ledger, items) };
}

/** Milestones as lists across pilots show them. */
export async function milestoneItems(ledger: Ledger, found: readonly Found[]): Promise<MilestoneItem[]> {
  const nameOf = await organisationNames(
    ledger,
    found.map(({ pilot }) => pilot.lead),
  );
  return found.flatMap(({ pilot, milestone }): MilestoneItem[] => {
    const view = milestoneView(ledger, milestone, pilot);
    const { title, region, field, lead } = pilot;
    return view === undefined ? [] : [{ ...view, pilotTitle: title, region, field, lead, leadName: nameOf(lead) }];
  });
}

async function* milestonesThatSatisfy(
  ledger: Ledger,
  filter: MilestoneFilter,
  after: string | undefined,
): AsyncGenerator<readonly [id: string, found: Found]> {
  for await (const { pilot, milestones } of plansOf(ledger, pilotsOf(ledger, filter, after))) {
    for (const milestone of milestones) {
      const id = milestoneId(pilot.code, milestone.number);
      if (after !== undefined && id <= after) continue;
      if (filter.kind !== undefined && !filter.kind.includes(milestone.kind)) continue;
      const timeliness = timelinessAt(milestone, pilot, ledger.asOf);
      if (timeliness === undefined) continue;
      if (filter.timeliness !== undefined && !filter.timeliness.includes(timeliness.status)) continue;
      if (filter.minDays !== undefined && timeliness.daysLate < filter.minDays) continue;
      yield [id, { pilot, milestone }];
    }
  }
}

/** The pilots that can hold a milestone of the rest of the list: the pilot of the last one given is among them. */
async function* pilotsOf(
  ledger: Ledger,
  filter: MilestoneFilter,
  after: string | undefined,
): AsyncGenerator<PilotRecord> {
  const { region, field, organisation, programme, timeliness } = filter;
  const ofRunningOnly = timeliness?.every((status) => OF_RUNNING_PILOTS.includes(status));
  const pilots: PilotFilter = {
    region,
    field,
    organisation,
    programme,
    ...(ofRunningOnly && { state: RUNNING_STATES }),
  };
  const resumed = after?.slice(0, after.lastIndexOf("/"));
  const single = filter.pilot ?? resumed;
  if (single !== undefined) {
    const pilot = await ledger.get("pilot", single);
    if (pilot !== undefined && satisfies(pilot, pilots)) yield pilot;
    if (filter.pilot !== undefined) return;
  }
  for await (const [, pilot] of pilotsThatSatisfy(ledger, pilots, resumed)) yield pilot;
}

/** Pilots with the milestones of their plans, in the order they come. */
async function* plansOf(ledger: Ledger, pilots: AsyncIterable<PilotRecord>): AsyncGenerator<PilotWithPlan> {
  for await (const plans of planRunsOf(ledger, pilots)) yield* plans;
}

/** The same, some at a time. */
export async function* planRunsOf(
  ledger: Ledger,
  pilots: AsyncIterable<PilotRecord>,
): AsyncGenerator<readonly PilotWithPlan[]> {
  for await (const run of inRuns(pilots, RUN)) {
    const ids = run.map(planIds);
    const records = await ledger.getMany("milestone", ids.flat());
    let next = 0;
    yield run.map((pilot, index) => {
      const count = ids[index]?.length ?? 0;
      const milestones = records.slice(next, next + count).filter((record) => record !== undefined);
      next += count;
      return { pilot, milestones };
    });
  }
}
