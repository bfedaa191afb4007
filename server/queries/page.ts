/** Which part of a list is asked for. */
export interface PageRequest {
  /** Only items after the one of this id. */
  readonly after?: string | undefined;
  /** At most so many items. */
  readonly limit: number;
}

/** A part of a list. */
export interface Page<Item> {
  readonly items: readonly Item[];
  /** The id of the last item when more follow, else null. */
  readonly next: string | null;
}

/** Takes the first `limit` of a stream of (id, item), and looks one further to tell whether more follow. */
export async function takePage<Item>(
  stream: AsyncIterable<readonly [id: string, item: Item]>,
  limit: number,
): Promise<Page<Item>> {
  const items: Item[] = [];
  let last: string | null = null;
  for await (const [id, item] of stream) {
    if (items.length === limit) return { items, next: last };
    items.push(item);
    last = id;
  }
  return { items, next: null };
}
