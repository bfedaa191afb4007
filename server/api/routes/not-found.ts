import type { Bilingual } from "../../ledger/codes/bilingual.ts";
import { Problem } from "../problems.ts";

/** The ledger has no such record as of the time asked for. */
export function noSuchRecord(kind: Bilingual, code: string): Problem {
  return new Problem("RECORD_NOT_FOUND", {
    zh: `截至所查询的时点，账本上没有${kind.zh} ${code}。`,
    en: `The ledger has no ${kind.en} ${code} as of the time asked for.`,
  });
}
