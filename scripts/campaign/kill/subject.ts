import { enableCompileCache } from "node:module";
import { createInterface } from "node:readline";

/*
 * A mirror as a process of its own, to be killed: it loads, waits for its orders (directory, node, identity) on a line of
 * standard input, mirrors up to the head, prints the digest, and waits for the next, until that is closed.
 */

enableCompileCache();
const { JsonRpcSource } = await import("../../../server/chain/json-rpc-source.ts");
const { Mirror } = await import("../../../server/mirror/mirror.ts");
const { openStore } = await import("../../../server/store/open.ts");

type Identity = Parameters<typeof openStore>[0]["identity"];

const log = { info: () => undefined, warn: (message: string) => void process.stderr.write(`${message}\n`) };
process.stdout.write("ready\n");
for await (const line of createInterface({ input: process.stdin })) {
  process.stdout.write(`${await mirrored(JSON.parse(line))}\n`);
}
process.exit(0);

interface Orders {
  readonly directory: string;
  readonly url: string;
  readonly identity: Identity;
  readonly threadAfter: number;
}

async function mirrored({ directory, url, identity, threadAfter }: Orders): Promise<string> {
  const store = await openStore({ directory, identity, onForeign: "refuse", log });
  if (store.rebuiltFor !== undefined) throw store.rebuiltFor;
  const source = new JsonRpcSource({ url, retries: 0 });
  const mirror = new Mirror({ store, source, rangeLength: 2, threadAfter, finality: { depth: 16 }, log });
  const { state, reason, lastError } = await mirror.syncOnce();
  await store.close();
  source.close();
  if (state !== "live") throw new Error(`the mirror is ${state}: ${JSON.stringify(reason ?? lastError)}`);
  return store.digest.sum;
}
