/** A text in both languages of the ledger. */
export interface Bilingual {
  readonly zh: string;
  readonly en: string;
}
