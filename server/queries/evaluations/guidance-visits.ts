import type { Bilingual } from "../../ledger/codes/bilingual.ts";
import type { GuidanceVisitRecord } from "../../ledger/statistics-records.ts";
import type { Uscc } from "../../ledger/uscc.ts";
import type { Ledger } from "../as-of/ledger.ts";
import { find } from "../find.ts";
import { nameOfRegion } from "../name-of-region.ts";
import { organisationNames } from "../organisation-names.ts";
import { type Page, type PageRequest, takePage } from "../page.ts";
import { covers } from "../pilot-filter.ts";
import { type PublicProvenance, publicProvenance } from "../provenance.ts";

/** A guidance visit (联系服务走访). */
export interface GuidanceVisitItem extends Omit<GuidanceVisitRecord, "provenance"> {
  readonly regionName: Bilingual;
  readonly contactName: Bilingual | null;
  readonly provenance: PublicProvenance;
}

/** Which visits are asked for. */
export interface GuidanceVisitFilter {
  /** A region of GB/T 2260, with everything it covers. */
  readonly region?: string | undefined;
  /** The organisation that was visited or met. */
  readonly contact?: Uscc | undefined;
  /** Visited at this instant or later, Unix seconds. */
  readonly from?: number | undefined;
  /** Visited before this instant, Unix seconds. */
  readonly to?: number | undefined;
}

/** The guidance visits that satisfy a filter, by region and in the order they were logged. */
export async function listGuidanceVisits(
  ledger: Ledger,
  { filter, after, limit }: PageRequest & { readonly filter: GuidanceVisitFilter },
): Promise<Page<GuidanceVisitItem>> {
  const { region, contact, from, to } = filter;
  const satisfies = (visit: GuidanceVisitRecord) =>
    (region === undefined || covers(region, visit.region)) &&
    (contact === undefined || visit.contact === contact) &&
    (from === undefined || visit.visitedAt >= from) &&
    (to === undefined || visit.visitedAt < to);
  const { items, next } = await takePage(find(ledger, { kind: "guidanceVisit", leads: [], satisfies, after }), limit);
  const nameOf = await organisationNames(
    ledger,
    items.map((visit) => visit.contact),
  );
  return {
    next,
    items: items.map(({ provenance, ...members }) => ({
      ...members,
      regionName: nameOfRegion(members.region),
      contactName: nameOf(members.contact),
      provenance: publicProvenance(ledger, provenance),
    })),
  };
}
