import { JsonRpcClient } from "../../../../server/chain/json-rpc.ts";
import { openSource } from "../../../../server/chain/open-source.ts";
import { Mirror } from "../../../../server/mirror/mirror.ts";
import { openStore } from "../../../../server/store/open.ts";
import type { StoreIdentity } from "../../../../server/store/reader.ts";
import { keepHeapSmall } from "../../../process/small-heap.ts";
import { EVENT_NAME, type Task } from "./task.ts";

/*
 * One side of the benchmark in a process of its own, so that its memory is its own. It says how long it took from the first question
 * to the last write.
 */

keepHeapSmall();
const task: Task = JSON.parse(process.argv[2] ?? "{}");
const begun = performance.now();
const events = await (task.side === "ours" ? mirrored(task) : fetched(task));
const seconds = (performance.now() - begun) / 1_000;
process.send?.({ [EVENT_NAME]: { events, seconds, peakMemoryMiB: process.resourceUsage().maxRSS / 1_024 } });

/** A mirror as the server runs it, from nothing to the chain's head. */
async function mirrored({ url, identity, directory }: Task): Promise<number> {
  const store = await openStore({ directory, identity, onForeign: "refuse" });
  const mirror = new Mirror({ store, source: openSource([url]) });
  const { state, reason, lastError } = await mirror.syncOnce();
  if (state !== "live") throw new Error(`the mirror is ${state}: ${(reason ?? lastError)?.message}`);
  const reader = store.snapshot();
  let count = 0;
  for await (const [, journal] of reader.list("journal")) if (journal.subject === null) count += journal.count;
  await reader.close();
  await store.close();
  return count;
}

/** Logs as a mirror asks for them, 50 blocks a question and four questions at once, read as JSON and thrown away. */
async function fetched({ url, identity }: Task): Promise<number> {
  const client = new JsonRpcClient({ url });
  const head = Number(await client.request({ method: "eth_blockNumber", params: [] }));
  const ranges = rangesOf(identity, head);
  let count = 0;
  const worker = async () => {
    for (const [fromBlock, toBlock] of ranges) {
      const filter = { fromBlock, toBlock, address: Object.values(identity.contracts) };
      const logs = (await client.request({ method: "eth_getLogs", params: [filter] })) as unknown[];
      count += logs.length;
    }
  };
  await Promise.all([worker(), worker(), worker(), worker()]);
  return count;
}

function* rangesOf({ deploymentBlock }: StoreIdentity, head: number): Generator<[string, string]> {
  const hex = (number: number) => `0x${number.toString(16)}`;
  for (let from = deploymentBlock; from <= head; from += 50) yield [hex(from), hex(Math.min(from + 49, head))];
}
