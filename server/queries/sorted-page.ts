import type { Page, PageRequest } from "./page.ts";

/** What a list is sorted by, before the id: text is compared as it is, so numbers are padded. */
export type SortKey<Item> = (item: Item) => string;

/** A number of up to 15 digits as a text that sorts as the number does. */
export function sortableNumber(value: number | null): string {
  return value === null ? "~" : String(value).padStart(15, "0");
}

/**
 * The page of a list in another order than that of its ids. All items are looked at and no more than a page of them is kept. The last
 * item's key and id tell where the next page begins.
 */
export async function takeSortedPage<Item>(
  stream: AsyncIterable<readonly [id: string, item: Item]>,
  keyOf: SortKey<Item>,
  { after, limit, reverse = false }: PageRequest & { readonly reverse?: boolean },
): Promise<Page<Item>> {
  const precedes = (one: string, other: string) => (reverse ? one > other : one < other);
  const kept: { readonly place: string; readonly item: Item }[] = [];
  for await (const [id, item] of stream) {
    const place = `${keyOf(item)}\n${id}`;
    if (after !== undefined && !precedes(after, place)) continue;
    const worst = kept[limit];
    if (worst !== undefined && !precedes(place, worst.place)) continue;
    const index = placeIn(kept, (other) => precedes(place, other.place));
    kept.splice(index, 0, { place, item });
    kept.splice(limit + 1);
  }
  const page = kept.slice(0, limit);
  return { items: page.map(({ item }) => item), next: kept.length > limit ? (page.at(-1)?.place ?? null) : null };
}

/** The first place of a sorted list that `isAfter` holds for. */
function placeIn<Item>(sorted: readonly Item[], isAfter: (item: Item) => boolean): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    const item = sorted[middle];
    if (item !== undefined && isAfter(item)) high = middle;
    else low = middle + 1;
  }
  return low;
}
