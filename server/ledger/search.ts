/*
 * Text search in Chinese and English without a dictionary: Han text is cut into single characters and overlapping pairs, other
 * text into words. A query is cut the same way; a record matches when it has every term, and then holds the words as written.
 */

const HAN_RUN = /\p{Script=Han}+/gu;
const WORD = /[\p{Letter}\p{Number}]+/gu;

/** Text as it is compared: compatibility forms unified (full-width letters), case folded. */
export function normaliseText(text: string): string {
  return text.normalize("NFKC").toLowerCase();
}

/** The terms a text is found under. Undefined parts are passed over. */
export function searchTerms(...texts: readonly (string | undefined)[]): string[] {
  const terms = new Set<string>();
  for (const text of texts) {
    if (text === undefined) continue;
    const normal = normaliseText(text);
    for (const run of normal.match(HAN_RUN) ?? []) addHanTerms(run, terms);
    for (const word of normal.replace(HAN_RUN, " ").match(WORD) ?? []) terms.add(word);
  }
  return [...terms];
}

/** The terms of a query: a record must have all of them. Pairs stand for the single characters in them. */
export function queryTerms(query: string): string[] {
  const terms = searchTerms(query);
  return terms.filter(
    (term) =>
      !terms.some(
        (other) => isHan(other) && other.length === 2 && isHan(term) && term.length === 1 && other.includes(term),
      ),
  );
}

function addHanTerms(run: string, terms: Set<string>): void {
  const characters = [...run];
  characters.forEach((character, index) => {
    terms.add(character);
    const next = characters[index + 1];
    if (next !== undefined) terms.add(character + next);
  });
}

function isHan(term: string): boolean {
  return /^\p{Script=Han}/u.test(term);
}
