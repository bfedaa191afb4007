import type { Bilingual } from "../ledger/codes/bilingual.ts";
import { RUNNING_STATES } from "../ledger/codes/pilots.ts";
import type { PilotCode } from "../ledger/ids.ts";
import { milestoneId } from "../ledger/keys.ts";
import type { MilestoneRecord, PilotRecord } from "../ledger/records.ts";
import { type TimelinessStatus, timelinessAt } from "../ledger/timeliness.ts";
import type { StoreReader } from "../store/reader.ts";
import { pilotsThatSatisfy } from "./list-pilots.ts";
import { type MilestoneView, milestoneView } from "./milestone-view.ts";
import { organisationNames } from "./organisation-names.ts";
import { type Page, type PageRequest, takePage } from "./page.ts";
import { type PilotWithPlan, pilotAsOf, planIds } from "./pilot-as-of.ts";
import { type PilotFilter, satisfies } from "./pilot-filter.ts";
import { inRuns } from "./sorted-ids.ts";

/** Which milestones are asked for. */
export interface MilestoneFilter extends Pick<PilotFilter, "region" | "field"> {
  readonly timeliness?: readonly TimelinessStatus[] | undefined;
  /** Only those at least so many days past their due date. */
  readonly minDays?: number | undefined;
  readonly pilot?: PilotCode | undefined;
}

/** A milestone in a list across pilots. */
export interface MilestoneItem extends MilestoneView {
  readonly pilotTitle: Bilingual;
  readonly region: string;
  readonly field: string;
  readonly lead: string;
  readonly leadName: Bilingual | null;
}

interface Found {
  readonly pilot: PilotRecord;
  readonly milestone: MilestoneRecord;
}

const RUN = 64;

/** Only milestones of pilots that run can be so; there are far fewer of those than of all. */
const OF_RUNNING_PILOTS: readonly TimelinessStatus[] = ["ON_TRACK", "DUE_SOON", "OVERDUE"];

/** The milestones (里程碑) that satisfy a filter at `asOf`, by pilot and number, each as it stood then. */
export async function listMilestones(
  reader: StoreReader,
  { filter, asOf, after, limit }: PageRequest & { readonly filter: MilestoneFilter; readonly asOf: number },
): Promise<Page<MilestoneItem>> {
  const page = await takePage(milestonesThatSatisfy(reader, filter, asOf, after), limit);
  const nameOf = await organisationNames(
    reader,
    page.items.map(({ pilot }) => pilot.lead),
  );
  const items: MilestoneItem[] = [];
  for (const found of page.items) {
    const { pilot, milestone } = await asItStood(reader, found, asOf);
    const view = milestoneView(reader, milestone, pilot, asOf);
    const { title, region, field, lead } = pilot;
    if (view !== undefined) items.push({ ...view, pilotTitle: title, region, field, lead, leadName: nameOf(lead) });
  }
  return { next: page.next, items };
}

async function asItStood(reader: StoreReader, found: Found, asOf: number): Promise<Found> {
  const { pilot, milestone } = found;
  if (Math.max(pilot.updated.blockTime, milestone.updated.blockTime) <= asOf) return found;
  const then = await pilotAsOf(reader, pilot, asOf);
  const milestoneThen = then?.milestones.find(({ number }) => number === milestone.number);
  return then === undefined || milestoneThen === undefined ? found : { pilot: then.pilot, milestone: milestoneThen };
}

async function* milestonesThatSatisfy(
  reader: StoreReader,
  filter: MilestoneFilter,
  asOf: number,
  after: string | undefined,
): AsyncGenerator<readonly [id: string, found: Found]> {
  for await (const pilots of inRuns(pilotsOf(reader, filter, asOf, after), RUN)) {
    for (const { pilot, milestones } of await plansAsOf(reader, pilots, asOf)) {
      for (const milestone of milestones) {
        const id = milestoneId(pilot.code, milestone.number);
        if (after !== undefined && id <= after) continue;
        const timeliness = timelinessAt(milestone, pilot, asOf);
        if (timeliness === undefined) continue;
        if (filter.timeliness !== undefined && !filter.timeliness.includes(timeliness.status)) continue;
        if (filter.minDays !== undefined && timeliness.daysLate < filter.minDays) continue;
        yield [id, { pilot, milestone }];
      }
    }
  }
}

/** The pilots that can hold a milestone of the rest of the list: the pilot of the last one given is among them. */
async function* pilotsOf(
  reader: StoreReader,
  filter: MilestoneFilter,
  asOf: number,
  after: string | undefined,
): AsyncGenerator<PilotRecord> {
  const { region, field, timeliness } = filter;
  const ofRunningOnly = timeliness?.every((status) => OF_RUNNING_PILOTS.includes(status));
  const pilots: PilotFilter = { region, field, ...(ofRunningOnly && { state: RUNNING_STATES }) };
  const resumed = after?.slice(0, after.lastIndexOf("/"));
  const single = filter.pilot ?? resumed;
  if (single !== undefined) {
    const pilot = await reader.get("pilot", single);
    if (pilot !== undefined && satisfies(pilot, pilots, asOf)) yield pilot;
    if (filter.pilot !== undefined) return;
  }
  for await (const [, pilot] of pilotsThatSatisfy(reader, pilots, asOf, resumed)) yield pilot;
}

/**
 * Pilots with their plans as of an instant. Milestones keep their own history, so only a pilot whose plan or text changed since
 * has to be rebuilt.
 */
export async function plansAsOf(
  reader: StoreReader,
  pilots: readonly PilotRecord[],
  asOf: number,
): Promise<PilotWithPlan[]> {
  const ids = pilots.map(planIds);
  const records = await reader.getMany("milestone", ids.flat());
  let next = 0;
  const plans: PilotWithPlan[] = [];
  for (const [index, pilot] of pilots.entries()) {
    const count = ids[index]?.length ?? 0;
    const milestones = records.slice(next, next + count).filter((record) => record !== undefined);
    next += count;
    const rewritten = pilot.version > 1 && pilot.updated.blockTime > asOf;
    const plan = rewritten ? await pilotAsOf(reader, pilot, asOf) : { pilot, milestones };
    if (plan !== undefined) plans.push(plan);
  }
  return plans;
}
