import type { EventItem } from "../../server/queries/audit/list-events.ts";
import type { StoreReader } from "../../server/store/reader.ts";

/** What a follower writes down of what it is told: the events that stand, in the order they came. Refuses what should never be told. */
export class Notebook {
  #events: EventItem[] = [];
  #pages = 0;

  /** How often blocks were taken back. */
  get reorganisations(): number {
    return this.#pages;
  }

  get events(): readonly EventItem[] {
    return this.#events;
  }

  /** What stands, each by its block and log index. */
  get names(): string[] {
    return this.#events.map(nameOf);
  }

  write(item: EventItem): void {
    const last = this.#events.at(-1)?.provenance;
    const { blockNumber, logIndex } = item.provenance;
    const isAfter =
      last === undefined ||
      blockNumber > last.blockNumber ||
      (blockNumber === last.blockNumber && logIndex > last.logIndex);
    if (!isAfter) throw new Error(`told ${nameOf(item)} after ${this.names.at(-1)}`);
    this.#events.push(item);
  }

  /** All of blocks from `from` on is void. */
  strike(from: number): void {
    this.#pages += 1;
    this.#events = this.#events.filter(({ provenance }) => provenance.blockNumber < from);
  }
}

/** An event's block, by number and hash, and its log index. */
function nameOf({ provenance: { blockNumber, blockHash, logIndex } }: Pick<EventItem, "provenance">): string {
  return `${blockNumber}.${logIndex} ${blockHash.slice(0, 10)}`;
}

/** All events of a ledger that satisfy something, as `names` has them. */
export async function namesIn(
  reader: StoreReader,
  satisfies: (name: string) => boolean = () => true,
): Promise<string[]> {
  const names: string[] = [];
  for await (const [, { provenance }] of reader.list("event")) {
    if (satisfies(provenance.event)) names.push(nameOf({ provenance: { chainId: 0, ...provenance } }));
  }
  return names;
}
