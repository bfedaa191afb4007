import type { RoleGrant } from "../../ledger/authority-records.ts";
import type { Bilingual } from "../../ledger/codes/bilingual.ts";
import type { Address } from "../../ledger/hex.ts";
import type { Ledger } from "../as-of/ledger.ts";
import { organisationNames } from "../organisation-names.ts";
import { type Page, type PageRequest, takePage } from "../page.ts";
import { type EventItem, eventItem, eventsThatSatisfy } from "./list-events.ts";
import { rolesAt } from "./roles-at.ts";

/** An act of an account with the roles it held then. */
export interface ActItem extends EventItem {
  readonly roles: readonly RoleGrant["role"][];
  readonly organisationName: Bilingual | null;
}

/** Who an account is, as the ledger has it. */
export interface ActorView {
  readonly address: Address;
  readonly organisation: string | null;
  readonly organisationName: Bilingual | null;
  readonly boundAt: number | null;
  readonly revokedAt: number | null;
  readonly lostAt: number | null;
  /** Every role it holds or held. */
  readonly roles: readonly RoleGrant[];
}

/** The acts of an account (操作记录), oldest first, and who it is. */
export async function actorActs(
  ledger: Ledger,
  { address, after, limit }: PageRequest & { readonly address: Address },
): Promise<Page<ActItem> & { readonly actor: ActorView }> {
  const account = await ledger.get("account", address);
  const { items, next } = await takePage(eventsThatSatisfy(ledger, { actor: address }, after), limit);
  const nameOf = await organisationNames(
    ledger,
    [account?.organisation, ...items.map(({ provenance }) => provenance.actorOrganisation)].filter(
      (uscc) => uscc !== null && uscc !== undefined,
    ),
  );
  const named = (uscc: string | null) => (uscc === null ? null : nameOf(uscc));
  return {
    next,
    actor: {
      address,
      organisation: account?.organisation ?? null,
      organisationName: named(account?.organisation ?? null),
      boundAt: account?.boundAt ?? null,
      revokedAt: account?.revokedAt ?? null,
      lostAt: account?.lostAt ?? null,
      roles: account?.roles ?? [],
    },
    items: items.map((event) => ({
      ...eventItem(ledger, event),
      roles: rolesAt(account, event.provenance.blockTime),
      organisationName: named(event.provenance.actorOrganisation),
    })),
  };
}
