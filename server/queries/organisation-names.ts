import type { Bilingual } from "../ledger/codes/bilingual.ts";
import type { Uscc } from "../ledger/uscc.ts";
import type { StoreReader } from "../store/reader.ts";

/** Names of organisations as last registered; null for one that is not on the ledger. */
export type OrganisationNames = (uscc: Uscc) => Bilingual | null;

/** Fetches the names of organisations, each once. */
export async function organisationNames(reader: StoreReader, usccs: Iterable<Uscc>): Promise<OrganisationNames> {
  const distinct = [...new Set(usccs)];
  const records = await reader.getMany("organisation", distinct);
  const names = new Map(distinct.map((uscc, index) => [uscc, records[index]?.name ?? null]));
  return (uscc) => names.get(uscc) ?? null;
}
