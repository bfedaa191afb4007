import { openSource } from "../../../server/chain/open-source.ts";
import { Mirror } from "../../../server/mirror/mirror.ts";
import { openStore } from "../../../server/store/open.ts";
import type { DeployedLedger } from "../../../test/support/deployed-ledger.ts";
import { temporaryDirectory } from "../../../test/support/directory.ts";
import { median } from "./row.ts";

const BLOCKS = 40;

/**
 * How many milliseconds pass from when an act is sent to the node, which mines a block for it, until its event can be read from the mirror, which
 * follows the node over a WebSocket: the median.
 */
export async function blockToQueryable(ledger: DeployedLedger, url: string): Promise<number> {
  const directory = await temporaryDirectory();
  const store = await openStore({ directory: directory.path, identity: ledger.identity, onForeign: "refuse" });
  const source = openSource([url.replace("http", "ws")]);
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
    const waits: number[] = [];
    for (let block = 0; block < BLOCKS; block++) {
      awaited = (await ledger.provider.getBlockNumber()) + 1;
      const queryable = new Promise<number>((resolve) => {
        arrived = () => resolve(performance.now());
      });
      const begun = performance.now();
      // Whoever sends it learns of its block later than the mirror does, by looking now and then.
      await ledger.renameOrganisation();
      waits.push((await queryable) - begun);
    }
    return median(waits);
  } finally {
    await mirror.stop();
    source.close();
    await store.close();
    await directory.remove();
  }
}
