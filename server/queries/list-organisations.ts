import type { OrganisationRecord } from "../ledger/authority-records.ts";
import type { OrganisationKind } from "../ledger/codes/authority.ts";
import { ORGANISATION_KIND_LABELS, ORGANISATION_STATUS_LABELS } from "../ledger/codes/labels.ts";
import type { Ledger } from "./as-of/ledger.ts";
import { find } from "./find.ts";
import { type LabelsOf, labelsOf } from "./labels.ts";
import { type Page, type PageRequest, takePage } from "./page.ts";
import { covers, holdsWords } from "./pilot-filter.ts";
import { type PublicProvenance, publicProvenance } from "./provenance.ts";

/** Which organisations are asked for. */
export interface OrganisationFilter {
  readonly kind?: readonly OrganisationKind[] | undefined;
  readonly region?: string | undefined;
  /** Words of the name or the code. */
  readonly q?: string | undefined;
}

/** An organisation in a list. */
export interface OrganisationItem extends Omit<OrganisationRecord, "created" | "updated"> {
  readonly labels: LabelsOf<"kind" | "status">;
  readonly provenance: PublicProvenance;
}

/** The organisations (单位) that satisfy a filter, by unified social credit code. */
export async function listOrganisations(
  ledger: Ledger,
  { filter, after, limit }: PageRequest & { readonly filter: OrganisationFilter },
): Promise<Page<OrganisationItem>> {
  const { kind, region, q } = filter;
  const satisfies = ({ uscc, name, ...organisation }: OrganisationRecord) =>
    (kind?.includes(organisation.kind) ?? true) &&
    (region === undefined || covers(region, organisation.region)) &&
    (q === undefined || holdsWords([name.zh, name.en, uscc], q));
  const found = find(ledger, { kind: "organisation", leads: [], satisfies, after });
  const { items, next } = await takePage(found, limit);
  return {
    next,
    items: items.map(({ created: _, updated, ...members }) => ({
      ...members,
      labels: labelsOf({ kind: ORGANISATION_KIND_LABELS, status: ORGANISATION_STATUS_LABELS }, members),
      provenance: publicProvenance(ledger, updated),
    })),
  };
}
