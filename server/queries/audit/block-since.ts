import { eventId } from "../../ledger/keys.ts";
import type { Ledger } from "../as-of/ledger.ts";

/** The first block with an event at an instant or later; the one after the ledger's last where there is none. Blocks are in the order of their times. */
export async function blockSince(ledger: Ledger, instant: number): Promise<number> {
  let [low, high] = [0, ledger.cut.block + 1];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const next = await firstEventFrom(ledger, middle);
    if (next === undefined || next.blockTime >= instant) high = middle;
    else low = next.blockNumber + 1;
  }
  return low;
}

async function firstEventFrom(ledger: Ledger, block: number) {
  const after = eventId({ blockNumber: block, logIndex: 0 }).slice(0, -1);
  for await (const [, { provenance }] of ledger.list("event", { after })) return provenance;
  return undefined;
}
