import type { Bilingual } from "../../ledger/codes/bilingual.ts";
import { BULLETIN_STATE_LABELS } from "../../ledger/codes/labels.ts";
import type { BulletinState } from "../../ledger/codes/statistics.ts";
import type { BulletinCode, PeriodCode } from "../../ledger/statistics-ids.ts";
import type { BulletinIssuer, BulletinRecord } from "../../ledger/statistics-records.ts";
import type { Ledger } from "../as-of/ledger.ts";
import { find } from "../find.ts";
import { type LabelsOf, labelsOf } from "../labels.ts";
import { organisationNames } from "../organisation-names.ts";
import { type Page, type PageRequest, takePage } from "../page.ts";
import { covers } from "../pilot-filter.ts";
import { type PublicProvenance, publicProvenance } from "../provenance.ts";

/** A statistics bulletin (统计公报) with who issues it and who has signed. */
export interface BulletinItem extends Omit<BulletinRecord, "created" | "updated" | "issuers"> {
  readonly issuers: readonly (BulletinIssuer & { readonly name: Bilingual | null })[];
  readonly signatures: number;
  readonly labels: LabelsOf<"state">;
  readonly provenance: PublicProvenance;
}

/** Which bulletins are asked for. */
export interface BulletinFilter {
  readonly period?: PeriodCode | undefined;
  readonly region?: string | undefined;
  readonly state?: readonly BulletinState[] | undefined;
}

/** The bulletins that satisfy a filter, by code. */
export async function listBulletins(
  ledger: Ledger,
  { filter, after, limit }: PageRequest & { readonly filter: BulletinFilter },
): Promise<Page<BulletinItem>> {
  const { period, region, state } = filter;
  const satisfies = (bulletin: BulletinRecord) =>
    (period === undefined || bulletin.period === period) &&
    (region === undefined || covers(region, bulletin.region)) &&
    (state?.includes(bulletin.state) ?? true);
  const { items, next } = await takePage(find(ledger, { kind: "bulletin", leads: [], satisfies, after }), limit);
  const bulletins: BulletinItem[] = [];
  for (const bulletin of items) bulletins.push(await itemOf(ledger, bulletin));
  return { next, items: bulletins };
}

/**
 * A bulletin by its code.
 *
 * @returns undefined when there is no such bulletin.
 */
export async function bulletinByCode(
  ledger: Ledger,
  { code }: { readonly code: BulletinCode },
): Promise<BulletinItem | undefined> {
  const bulletin = await ledger.get("bulletin", code);
  return bulletin && itemOf(ledger, bulletin);
}

async function itemOf(ledger: Ledger, bulletin: BulletinRecord): Promise<BulletinItem> {
  const { created: _, updated, issuers, ...members } = bulletin;
  const nameOf = await organisationNames(
    ledger,
    issuers.map(({ organisation }) => organisation),
  );
  return {
    ...members,
    issuers: issuers.map((issuer) => ({ ...issuer, name: nameOf(issuer.organisation) })),
    signatures: issuers.filter(({ signedAt }) => signedAt !== null).length,
    labels: labelsOf({ state: BULLETIN_STATE_LABELS }, { state: members.state }),
    provenance: publicProvenance(ledger, updated),
  };
}
