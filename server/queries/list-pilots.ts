import type { Bilingual } from "../ledger/codes/bilingual.ts";
import { PILOT_STATE_LABELS, STAGE_LABELS } from "../ledger/codes/labels.ts";
import { RUNNING_STATES } from "../ledger/codes/pilots.ts";
import type { RiskLevel } from "../ledger/codes/supervision.ts";
import type { PilotRecord } from "../ledger/pilot-records.ts";
import { ratingAt } from "../ledger/signals.ts";
import { timelinessAt } from "../ledger/timeliness.ts";
import type { Ledger } from "./as-of/ledger.ts";
import { planIds } from "./as-of/plan-ids.ts";
import { find, type Lead } from "./find.ts";
import { type LabelsOf, labelsOf } from "./labels.ts";
import { LastingItems } from "./lasting-items.ts";
import { organisationNames } from "./organisation-names.ts";
import { type Page, type PageRequest, takePage } from "./page.ts";
import { type PilotFilter, pilotLeads, satisfies } from "./pilot-filter.ts";
import { type PublicProvenance, publicProvenance } from "./provenance.ts";
import { sortableNumber, takeSortedPage } from "./sorted-page.ts";

type Histories = "states" | "stages" | "parties" | "acceptance" | "showcases";

/** A pilot in a list: everything but its histories. */
export interface PilotItem extends Omit<PilotRecord, Histories | "created" | "updated"> {
  readonly leadName: Bilingual | null;
  readonly appliedAt: number;
  /** When it came into its state. */
  readonly stateSince: number;
  readonly labels: LabelsOf<"state" | "stage">;
  readonly provenance: PublicProvenance;
}

/** What pilots can be listed by, ascending or, with a minus, descending. */
export const PILOT_ORDERS = [
  "code",
  "-code",
  "appliedAt",
  "-appliedAt",
  "stateSince",
  "-stateSince",
  "updatedAt",
  "-updatedAt",
  "budget",
  "-budget",
] as const;
export type PilotOrder = (typeof PILOT_ORDERS)[number];

/** What a list of pilots is asked for by, beside what a pilot's own record says. */
export interface PilotListFilter extends PilotFilter {
  /** Rated so, by a rating in force; NONE for without one. */
  readonly risk?: readonly RiskLevel[] | undefined;
  /** With at least one milestone overdue, or with none. */
  readonly overdue?: boolean | undefined;
}

type Asked = PageRequest & { readonly filter: PilotListFilter; readonly sort?: PilotOrder | undefined };

/** The pilots (试点项目) that satisfy a filter, by code unless told otherwise. */
export async function listPilots(ledger: Ledger, asked: Asked): Promise<Page<PilotItem>> {
  const { items: pilots, next } = await pageOf(ledger, asked);
  const nameOf = await organisationNames(
    ledger,
    pilots.map((pilot) => pilot.lead),
  );
  return { next, items: pilots.map((pilot) => itemOf(ledger, pilot, nameOf(pilot.lead))) };
}

/** Pilots with their codes, by code. */
type Pilots = AsyncIterable<readonly [code: string, pilot: PilotRecord]>;

/** The pilots that satisfy a filter, by code. */
export function pilotsThatSatisfy(
  ledger: Ledger,
  filter: PilotFilter,
  after?: string,
  {
    reverse = false,
    more = [],
    mostly,
  }: { readonly reverse?: boolean; readonly more?: readonly Lead[]; readonly mostly?: number | undefined } = {},
): Pilots {
  const leads = async () => [...(await pilotLeads(ledger, filter)), ...more];
  const search = { kind: "pilot", after, reverse, mostly } as const;
  return find(ledger, { ...search, leads, satisfies: (pilot) => satisfies(pilot, filter) });
}

/** What a pilot is sorted by. */
const SORT_KEYS: Readonly<Record<string, (pilot: PilotRecord) => string>> = {
  appliedAt: ({ created }) => sortableNumber(created.blockTime),
  stateSince: ({ states, created }) => sortableNumber(states.at(-1)?.at ?? created.blockTime),
  updatedAt: ({ updated }) => sortableNumber(updated.blockTime),
  budget: ({ budgetFen }) => budgetFen.padStart(20, "0"),
};

async function pageOf(ledger: Ledger, { filter, sort = "code", after, limit }: Asked): Promise<Page<PilotRecord>> {
  const reverse = sort.startsWith("-");
  const keyOf = SORT_KEYS[sort.replace(/^-/, "")];
  // Whether there are more than those of the page is told by one more.
  if (keyOf === undefined) return takePage(askedPilots(ledger, filter, { after, reverse, mostly: limit + 1 }), limit);
  return takeSortedPage(askedPilots(ledger, filter, {}), keyOf, { after, limit, reverse });
}

/** Which of the pilots asked for are wanted, and how many of them mostly. */
interface Wanted {
  readonly after?: string | undefined;
  readonly reverse?: boolean;
  readonly mostly?: number;
}

function askedPilots(ledger: Ledger, filter: PilotListFilter, wanted: Wanted): Pilots {
  const { risk, overdue } = filter;
  if (risk === undefined && overdue === undefined) return pilotsThatSatisfy(ledger, filter, wanted.after, wanted);
  return ratedPilots(ledger, filter, wanted);
}

async function* ratedPilots(ledger: Ledger, filter: PilotListFilter, { after, reverse = false }: Wanted): Pilots {
  const { risk, overdue } = filter;
  const more: Lead[] = [];
  // The id of a rating is its pilot's code.
  if (risk !== undefined && !risk.includes("NONE")) {
    more.push({ index: "riskRating.level", everIndex: null, values: risk });
  }
  if (overdue === true) more.push({ index: "pilot.state", everIndex: "pilot.everState", values: RUNNING_STATES });
  for await (const entry of pilotsThatSatisfy(ledger, filter, after, { reverse, more })) {
    const [code, pilot] = entry;
    if (risk !== undefined) {
      const rating = ratingAt(await ledger.get("riskRating", code), ledger.asOf);
      if (!risk.includes(rating?.level ?? "NONE")) continue;
    }
    if (overdue !== undefined && overdue !== (await isOverdue(ledger, pilot))) continue;
    yield entry;
  }
}

async function isOverdue(ledger: Ledger, pilot: PilotRecord): Promise<boolean> {
  const milestones = await ledger.getMany("milestone", planIds(pilot));
  return milestones.some(
    (milestone) => milestone !== undefined && timelinessAt(milestone, pilot, ledger.asOf)?.status === "OVERDUE",
  );
}

const lastingItems = new LastingItems<PilotRecord, Bilingual | null, PilotItem>();

function itemOf(ledger: Ledger, pilot: PilotRecord, leadName: Bilingual | null): PilotItem {
  return lastingItems.of(pilot, leadName, () => newItem(ledger, pilot, leadName));
}

function newItem(ledger: Ledger, pilot: PilotRecord, leadName: Bilingual | null): PilotItem {
  const { states, stages: _, parties: __, acceptance: ___, showcases: ____, created, updated, ...members } = pilot;
  return {
    ...members,
    leadName,
    appliedAt: created.blockTime,
    stateSince: states.at(-1)?.at ?? created.blockTime,
    labels: labelsOf({ state: PILOT_STATE_LABELS, stage: STAGE_LABELS }, pilot),
    provenance: publicProvenance(ledger, updated),
  };
}
