import { type Page, type PageRequest, takePage } from "./page.ts";
import { type SortKey, takeSortedPage } from "./sorted-page.ts";

/** In what order a list may be asked for: by one of its members, or with a minus the other way round. */
export type Order<Key extends string> = Key | `-${Key}`;

/** The orders of a list by these members; that by the first comes unasked. */
export function ordersOf<Key extends string>(first: Key, ...others: readonly Key[]): [Order<Key>, ...Order<Key>[]] {
  return [first, `-${first}`, ...others.flatMap((key): Order<Key>[] => [key, `-${key}`])];
}

/** A list that may be asked for in several orders. */
interface OrderedList<Item, Key extends string> {
  /** The items by their ids, from after one of them on. */
  readonly itemsAfter: (id: string | undefined) => AsyncIterable<readonly [id: string, item: Item]>;
  /** What each order goes by; `"id"` is the order in which the items come. */
  readonly keys: Readonly<Record<Key, SortKey<Item> | "id">>;
}

type Asked<Key extends string> = PageRequest & { readonly sort?: Order<Key> | undefined };

/** The page of a list in the order asked for, by id where none is. Items that are alike in what they are ordered by are in the order of their ids. */
export function takeOrderedPage<Item, Key extends string>(
  { itemsAfter, keys }: OrderedList<Item, Key>,
  { sort, after, limit }: Asked<Key>,
): Promise<Page<Item>> {
  const reverse = sort?.startsWith("-") ?? false;
  const keyOf = sort === undefined ? "id" : keys[sort.replace(/^-/, "") as Key];
  if (keyOf === "id" && !reverse) return takePage(itemsAfter(after), limit);
  return takeSortedPage(itemsAfter(undefined), keyOf === "id" ? () => "" : keyOf, { after, limit, reverse });
}
