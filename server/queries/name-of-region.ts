import type { Bilingual } from "../ledger/codes/bilingual.ts";
import { regionName } from "../ledger/codes/regions.ts";

/** What a region is called (GB/T 2260); its code where it has no name. */
export function nameOfRegion(region: string): Bilingual {
  return regionName(region) ?? { zh: region, en: region };
}
