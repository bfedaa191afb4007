import { enableCompileCache } from "node:module";
import { createInterface } from "node:readline";
import type { Order, Said } from "./reader-process.ts";

/*
 * A store that a process of its own has open, since LevelDB may end the process when it meets an altered table: it opens the store of its
 * arguments (directory, identity) and answers one line for each order on standard input.
 */

enableCompileCache();
const { isRot } = await import("../../../server/store/errors.ts");
const { openStore } = await import("../../../server/store/open.ts");
const { lookedUp, recordIds } = await import("./look-up.ts");

const [, , directory = "", identity = ""] = process.argv;
const store = await openStore({ directory, identity: JSON.parse(identity), onForeign: "refuse" });
// LevelDB has nothing to put in order then, by which an altered table would be read and go.
await store.compact();
const ids = await recordIds(store);
say({ kind: "ready" });
for await (const line of createInterface({ input: process.stdin })) say(await obey(line as Order));
await store.close();
process.exit(0);

async function obey(order: Order): Promise<Said> {
  try {
    switch (order) {
      case "look up":
        return { kind: "answer", digest: await lookedUp(store, ids) };
      case "check": {
        const { faults, digest } = await store.check({ journals: "fold" });
        return faults.length > 0 ? { kind: "found" } : { kind: "answer", digest: digest.sum };
      }
      case "inspect":
        await store.inspectFiles("all", async () => undefined);
        return { kind: "answer", digest: "" };
    }
  } catch (error) {
    if (isRot(error) && store.damage !== undefined) return { kind: "noticed" };
    throw error;
  }
}

function say(said: Said): void {
  process.stdout.write(`${JSON.stringify(said)}\n`);
}
