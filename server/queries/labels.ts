import type { Bilingual } from "../ledger/codes/bilingual.ts";

/** Names of codes, by the code. */
type Table = Readonly<Record<string, Bilingual>>;

/** The names of the codes that some members of an item hold; null where the member holds none. */
export type LabelsOf<Member extends string> = { readonly [Name in Member]: Bilingual | null };

/** What the codes of an item's members are called, by the member. A code without a name is its own. */
export function labelsOf<Member extends string>(
  tables: Readonly<Record<Member, Table>>,
  item: Readonly<Record<NoInfer<Member>, string | null>>,
): LabelsOf<Member> {
  const named: Record<string, Bilingual | null> = {};
  for (const member in tables) {
    const code = item[member];
    named[member] = code === null || code === "NONE" ? null : (tables[member][code] ?? { zh: code, en: code });
  }
  return named as LabelsOf<Member>;
}
