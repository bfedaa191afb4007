import { openSource } from "../../../server/chain/open-source.ts";
import { Mirror } from "../../../server/mirror/mirror.ts";
import { openStore } from "../../../server/store/open.ts";
import type { DeployedLedger } from "../../../test/support/deployed-ledger.ts";
import { temporaryDirectory } from "../../../test/support/directory.ts";
import { median } from "./row.ts";

const BLOCKS = 40;

/** Milliseconds until an event can be read from the mirror, which follows the node over a WebSocket: medians. */
export interface Latency {
  /** From when the act is sent to the node, which makes a block of it; the longer anvil's chain, the longer that takes. */
  readonly fromAct: number;
  /** From when the node tells somebody else of the block. */
  readonly fromBlock: number;
}

/** Measures how long what happens takes to be readable. */
export async function blockToQueryable(ledger: DeployedLedger, url: string): Promise<Latency> {
  const directory = await temporaryDirectory();
  const store = await openStore({ directory: directory.path, identity: ledger.identity, onForeign: "refuse" });
  const source = openSource([url.replace("http", "ws")]);
  const bystander = openSource([url.replace("http", "ws")]);
  let told = 0;
  const stopListening = bystander.onHead(() => {
    told = performance.now();
  });
  let awaited = Number.POSITIVE_INFINITY;
  let arrived: () => void = () => undefined;
  const mirror = new Mirror({
    store,
    source,
    pollInterval: 2_000,
    onProgress: ({ head, state }) => {
      if (state === "live" && (head?.number ?? 0) >= awaited) arrived();
    },
  });
  try {
    mirror.start();
    await mirror.caughtUp();
    const [fromAct, fromBlock]: [number[], number[]] = [[], []];
    for (let block = 0; block < BLOCKS; block++) {
      awaited = (await ledger.provider.getBlockNumber()) + 1;
      const queryable = new Promise<number>((resolve) => {
        arrived = () => resolve(performance.now());
      });
      const begun = performance.now();
      // Whoever sends it learns of its block later than the mirror does, by looking now and then.
      await ledger.renameOrganisation();
      const readable = await queryable;
      fromAct.push(readable - begun);
      // A bystander may be told a moment later than the mirror.
      fromBlock.push(Math.max(0, readable - told));
    }
    return { fromAct: median(fromAct), fromBlock: median(fromBlock) };
  } finally {
    await mirror.stop();
    stopListening();
    bystander.close();
    source.close();
    await store.close();
    await directory.remove();
  }
}
