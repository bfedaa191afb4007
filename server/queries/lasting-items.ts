/*
 * What is said of a record in a list mostly follows from the record alone, and records that are known are the same objects whenever they are
 * read. Such an item is made once, and whoever writes it out can know it again.
 */

const lasting = new WeakSet<object>();

/** Whether an item is one that comes again, the same object, for as long as what it follows from is known. Nobody changes it. */
export function isLasting(item: object): boolean {
  return lasting.has(item);
}

/** Items by the records they follow from, for as long as those are known. */
export class LastingItems<Source extends object, Beside, Item extends object> {
  readonly #items = new WeakMap<Source, { readonly beside: Beside; readonly item: Item }>();

  /**
   * The item of a record, made now or before.
   *
   * @param beside All that it follows from but the record; an item made with another one is made anew.
   */
  of(source: Source, beside: Beside, make: () => Item): Item {
    const known = this.#items.get(source);
    if (known !== undefined && known.beside === beside) return known.item;
    const item = make();
    lasting.add(item);
    this.#items.set(source, { beside, item });
    return item;
  }
}
