import type { Bilingual } from "./bilingual.ts";
import names from "./regions.json" with { type: "json" };

const NAMES: Readonly<Record<string, Bilingual>> = names;

/** The name of a region of GB/T 2260 as of 2019; undefined for one the table does not have. Records keep the codes they had. */
export function regionName(code: string): Bilingual | undefined {
  return NAMES[code];
}
