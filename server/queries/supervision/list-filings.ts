import type { Bilingual } from "../../ledger/codes/bilingual.ts";
import { FILING_STATES, type FilingState } from "../../ledger/codes/supervision.ts";
import { FILING_FORM_LABELS, FILING_STATE_LABELS } from "../../ledger/codes/supervision-labels.ts";
import { isUnfiledRunning } from "../../ledger/signals.ts";
import type { FilingRecord } from "../../ledger/supervision-records.ts";
import type { Ledger } from "../as-of/ledger.ts";
import { find, type Lead } from "../find.ts";
import { type LabelsOf, labelsOf } from "../labels.ts";
import { type Order, ordersOf, takeOrderedPage } from "../ordered-page.ts";
import { type Page, type PageRequest, takePage } from "../page.ts";
import { liesIn, ofPilot, type PilotBrief, type PlaceFilter, withBriefs } from "../pilot-brief.ts";
import { type PublicProvenance, publicProvenance } from "../provenance.ts";
import { type SortKey, sortableNumber, takeSortedPage } from "../sorted-page.ts";

/** States of a filing, and what is derived of it: UNFILED_RUNNING, a service that runs without one. */
export const FILING_STANDINGS = [...FILING_STATES, "UNFILED_RUNNING"] as const;
export type FilingStanding = (typeof FILING_STANDINGS)[number];

/** Which filings are asked for. */
export interface FilingFilter extends PlaceFilter {
  readonly state?: readonly FilingStanding[] | undefined;
}

/** A service filing (区块链信息服务备案). */
export interface FilingItem extends Omit<FilingRecord, "created" | "updated" | "states" | "pilot">, PilotBrief {
  /** Whether the service runs although it is not filed. */
  readonly unfiledRunning: boolean;
  /** Whole or begun days until what the filing waits for is due; negative when that is past, null when nothing is due. */
  readonly daysLeft: number | null;
  readonly stateSince: number;
  /** A filing number is a registration, and no endorsement. */
  readonly note: Bilingual;
  readonly labels: LabelsOf<"state" | "form">;
  readonly provenance: PublicProvenance;
}

const NOTE: Bilingual = {
  zh: "备案仅是对相关主体区块链信息服务备案信息的登记，不代表对其机构、产品和服务的认可，任何机构和个人不得用于任何商业目的。",
  en: "A filing registers what a provider stated of its blockchain information service; it endorses neither the organisation nor its products and services, and may not be used commercially.",
};

const DAY = 86_400;

/** What filings can be listed by. */
export const FILING_ORDERS = ordersOf("pilot", "dueAt", "stateSince");
type FilingKey = "pilot" | "dueAt" | "stateSince";

/** Where nothing is due, that comes last; first, the other way round. */
const FILING_KEYS: Readonly<Record<FilingKey, SortKey<FilingRecord> | "id">> = {
  pilot: "id",
  dueAt: ({ dueAt }) => sortableNumber(dueAt),
  stateSince: (filing) => sortableNumber(stateSinceOf(filing)),
};

/** The filings that satisfy a filter, by pilot unless told otherwise. */
export async function listFilings(
  ledger: Ledger,
  { filter, ...asked }: PageRequest & { readonly filter: FilingFilter; readonly sort?: Order<FilingKey> | undefined },
): Promise<Page<FilingItem>> {
  const itemsAfter = (after: string | undefined) => filingsThatSatisfy(ledger, filter, after);
  return itemsOf(ledger, await takeOrderedPage({ itemsAfter, keys: FILING_KEYS }, asked));
}

/** The filings of which something is due within so many days, or overdue, the most urgent first. */
export async function filingsDue(
  ledger: Ledger,
  { filter, within, after, limit }: PageRequest & { readonly filter: FilingFilter; readonly within: number },
): Promise<Page<FilingItem>> {
  const until = ledger.asOf + within * DAY;
  const due = dueUntil(filingsThatSatisfy(ledger, { ...filter, state: filter.state ?? WAITING }), until);
  return itemsOf(ledger, await takeSortedPage(due, ({ dueAt }) => sortableNumber(dueAt), { after, limit }));
}

/** The filings of a published filing number, spaces and case aside. */
export async function filingsByNumber(
  ledger: Ledger,
  { number, after, limit }: PageRequest & { readonly number: string },
): Promise<Page<FilingItem>> {
  const search = {
    kind: "filing",
    leads: [{ index: "filing.number", everIndex: null, values: [number] }],
    satisfies: (filing: FilingRecord) => filing.number === number,
    after,
  } as const;
  return itemsOf(ledger, await takePage(find(ledger, search), limit));
}

/** The states in which something of the pilot's can be due. */
const WAITING: readonly FilingState[] = ["PENDING", "CHANGE_DUE", "CHECK_DUE", "CANCELLING"];

async function* filingsThatSatisfy(ledger: Ledger, filter: FilingFilter, after?: string) {
  const { state, pilot } = filter;
  const leads: Lead[] = [];
  if (state !== undefined) {
    const values = state.flatMap((one) => (one === "UNFILED_RUNNING" ? ["PENDING", "REFUSED", "REVOKED"] : [one]));
    leads.push({ index: "filing.state", everIndex: null, values: [...new Set(values)] });
  }
  const satisfies = (filing: FilingRecord) =>
    liesIn(filing.pilot, filter) &&
    (state?.some((one) => (one === "UNFILED_RUNNING" ? isUnfiledRunning(filing, ledger.asOf) : one === filing.state)) ??
      true);
  // A filing's id is its pilot's code.
  const prefix = pilot === undefined ? {} : { prefix: pilot };
  yield* find(ledger, { kind: "filing", leads, satisfies, after, ...prefix });
}

async function* dueUntil(filings: AsyncIterable<readonly [string, FilingRecord]>, until: number) {
  for await (const entry of filings) if (entry[1].dueAt !== null && entry[1].dueAt <= until) yield entry;
}

function itemsOf(ledger: Ledger, page: Page<FilingRecord>): Promise<Page<FilingItem>> {
  return withBriefs(ledger, page, ofPilot, (filing, brief) => itemOf(ledger, filing, brief));
}

function itemOf(ledger: Ledger, filing: FilingRecord, brief: PilotBrief): FilingItem {
  const { created: _, updated, states: __, ...members } = filing;
  const { state, form, dueAt } = members;
  return {
    ...members,
    ...brief,
    unfiledRunning: isUnfiledRunning(filing, ledger.asOf),
    daysLeft: dueAt === null ? null : Math.ceil((dueAt - ledger.asOf) / DAY),
    stateSince: stateSinceOf(filing),
    note: NOTE,
    labels: labelsOf({ state: FILING_STATE_LABELS, form: FILING_FORM_LABELS }, { state, form }),
    provenance: publicProvenance(ledger, updated),
  };
}

function stateSinceOf({ states, updated }: FilingRecord): number {
  return states.at(-1)?.at ?? updated.blockTime;
}
