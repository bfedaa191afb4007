import type { Address } from "../../ledger/hex.ts";
import type { EventRecord } from "../../ledger/records.ts";
import type { Ledger } from "../as-of/ledger.ts";
import { find } from "../find.ts";
import { type Page, type PageRequest, takePage } from "../page.ts";
import { type EventItem, eventItem } from "./list-events.ts";
import { rolesAt } from "./roles-at.ts";

/** An act by an account that was bound to no organisation and held no role. */
export interface UnknownAct extends EventItem {
  readonly actor: Address;
}

/** The acts of unknown actors (未知操作人), oldest first: by accounts that the address book did not have when they acted. */
export async function unknownActors(ledger: Ledger, { after, limit }: PageRequest): Promise<Page<UnknownAct>> {
  const { items, next } = await takePage(unknownActs(ledger, after), limit);
  return { next, items: items.map((event) => ({ ...eventItem(ledger, event), actor: event.provenance.actor })) };
}

async function* unknownActs(ledger: Ledger, after: string | undefined) {
  const search = {
    kind: "event",
    leads: [{ index: "event.unaffiliated", values: ["ALL"] }],
    satisfies: (event: EventRecord) => event.provenance.actorOrganisation === null,
    after,
  } as const;
  for await (const entry of find(ledger, search)) {
    const { actor, blockTime } = entry[1].provenance;
    if (rolesAt(await ledger.get("account", actor), blockTime).length === 0) yield entry;
  }
}
