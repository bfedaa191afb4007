import { join } from "node:path";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { pino } from "pino";
import { createApi } from "../../../server/api/api.ts";
import { listen } from "../../../server/api/listen.ts";
import { openSource } from "../../../server/chain/open-source.ts";
import { Mirror } from "../../../server/mirror/mirror.ts";
import { openStore } from "../../../server/store/open.ts";
import type { StoreIdentity } from "../../../server/store/reader.ts";
import { keepHeapSmall } from "../../process/small-heap.ts";
import { servicesOf } from "./server.ts";

/* A server that mirrors a chain from nothing while it answers. It tells its address once it has something to answer from, and at the
   chain's head how long its event loop was held up, in milliseconds. */

/** What it is started with; it gets it as JSON. */
export interface SyncingPlan {
  /** Of the node. */
  readonly url: string;
  readonly identity: StoreIdentity;
  readonly directory: string;
  readonly tokens: string;
}

const NANOSECONDS = 1e6;

process.on("disconnect", () => process.exit(0));
keepHeapSmall();
const { url, identity, directory, tokens } = JSON.parse(process.argv[2] ?? "") as SyncingPlan;
const log = pino({ base: null }, pino.destination({ dest: join(directory, "log"), sync: true }));
const store = await openStore({ directory: join(directory, "mirror"), identity, onForeign: "refuse", log });
const { url: address } = await listen(createApi(await servicesOf(store, { tokens, directory }, log)), {
  host: "127.0.0.1",
  port: 0,
});
const delay = monitorEventLoopDelay({ resolution: 1 });
let isAsked = false;
const mirror = new Mirror({
  store,
  source: openSource([url]),
  onProgress: ({ head }) => {
    if (head === null || isAsked) return;
    isAsked = true;
    delay.enable();
    process.send?.(address);
  },
});
mirror.start();
await mirror.caughtUp();
delay.disable();
process.send?.(Number((delay.percentile(99) / NANOSECONDS).toFixed(1)));
