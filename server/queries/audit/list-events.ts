import { EVENT_LABELS } from "../../ledger/codes/event-labels.ts";
import type { ContractName } from "../../ledger/contracts.ts";
import type { EventName } from "../../ledger/events.ts";
import type { Address, Hex } from "../../ledger/hex.ts";
import { eventId } from "../../ledger/keys.ts";
import type { EventRecord } from "../../ledger/records.ts";
import type { Uscc } from "../../ledger/uscc.ts";
import type { Ledger } from "../as-of/ledger.ts";
import { find, type Lead } from "../find.ts";
import { type Page, type PageRequest, takePage } from "../page.ts";
import { type TimelineItem, timelineItem } from "../pilot-timeline.ts";
import type { WhenFilter } from "../when-filter.ts";
import { blockSince } from "./block-since.ts";

/** Which events are asked for. */
export interface EventFilter extends WhenFilter {
  readonly name?: readonly EventName[] | undefined;
  /** A stream of the journal: a pilot, an organisation, a programme, … as the contracts write it. */
  readonly subject?: Hex | undefined;
  readonly actor?: Address | undefined;
  /** The organisation the actor acted for. */
  readonly organisation?: Uscc | undefined;
  readonly contract?: readonly ContractName[] | undefined;
  readonly fromBlock?: number | undefined;
  readonly toBlock?: number | undefined;
}

/** An event of the ledger in a list. */
export interface EventItem extends TimelineItem {
  readonly contractName: ContractName;
  readonly subject: Hex;
}

/** The events that satisfy a filter, in the order of the chain. */
export async function listEvents(
  ledger: Ledger,
  { filter, after, limit }: PageRequest & { readonly filter: EventFilter },
): Promise<Page<EventItem>> {
  const { items, next } = await takePage(eventsThatSatisfy(ledger, filter, after), limit);
  return { next, items: items.map((event) => eventItem(ledger, event)) };
}

/** An event as lists across subjects show it. */
export function eventItem(ledger: Ledger, event: EventRecord): EventItem {
  return { ...timelineItem(ledger, event), contractName: event.contractName, subject: event.subject };
}

/** Whether an event satisfies a filter, but for its blocks and its time. */
export function satisfiesFilter(
  { provenance, subject, contractName }: EventRecord,
  { name, subject: stream, actor, organisation, contract }: EventFilter,
): boolean {
  return (
    (stream === undefined || subject === stream) &&
    (actor === undefined || provenance.actor === actor) &&
    (name?.includes(provenance.event) ?? true) &&
    (organisation === undefined || provenance.actorOrganisation === organisation) &&
    (contract?.includes(contractName) ?? true)
  );
}

/** The names of all events. */
export const EVENT_NAMES = Object.keys(EVENT_LABELS) as readonly EventName[];

/** The events that satisfy a filter, in the order of the chain. */
export async function* eventsThatSatisfy(
  ledger: Ledger,
  filter: EventFilter,
  after?: string,
): AsyncGenerator<readonly [id: string, event: EventRecord]> {
  const { name, subject, actor, from, to = Number.MAX_SAFE_INTEGER, toBlock = Number.MAX_SAFE_INTEGER } = filter;
  const fromBlock = Math.max(filter.fromBlock ?? 0, from === undefined ? 0 : await blockSince(ledger, from));
  const leads: Lead[] = [];
  if (subject !== undefined) leads.push({ index: "event.subject", values: [subject] });
  if (actor !== undefined) leads.push({ index: "event.actor", values: [actor] });
  if (name !== undefined) leads.push({ index: "event.name", values: name });
  const satisfies = (event: EventRecord) => satisfiesFilter(event, filter);
  const first = eventId({ blockNumber: fromBlock, logIndex: 0 }).slice(0, -1);
  const begin = after === undefined || after < first ? first : after;
  for await (const entry of find(ledger, { kind: "event", leads, satisfies, after: begin })) {
    const { blockNumber, blockTime } = entry[1].provenance;
    if (blockNumber > Math.min(toBlock, ledger.cut.block) || blockTime >= to) return;
    yield entry;
  }
}
