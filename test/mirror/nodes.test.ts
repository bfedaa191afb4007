import { join } from "node:path";
import { expect } from "chai";
import { JsonRpcSource } from "../../server/chain/json-rpc-source.ts";
import { journalId } from "../../server/ledger/keys.ts";
import { Mirror } from "../../server/mirror/mirror.ts";
import { openStore } from "../../server/store/open.ts";
import type { Store } from "../../server/store/store.ts";
import { DeployedLedger } from "../support/deployed-ledger.ts";
import { stateDigest } from "../support/digest.ts";
import { temporaryDirectory } from "../support/directory.ts";
import { startAnvil, startHardhatNode, type TestNode } from "../support/node.ts";

for (const [name, start] of [
  ["Hardhat", () => startHardhatNode({ initialDate: "2019-03-01T00:00:00Z" })],
  ["anvil", () => startAnvil()],
] as const) {
  describe(`a mirror of a ledger on ${name}`, function () {
    this.timeout(60_000);
    let node: TestNode;
    let ledger: DeployedLedger;
    let directory: Awaited<ReturnType<typeof temporaryDirectory>>;
    let store: Store;
    let mirror: Mirror;

    before(async () => {
      node = await start();
      ledger = await DeployedLedger.on(node.url);
      directory = await temporaryDirectory();
      store = await openStore({
        directory: join(directory.path, "one"),
        identity: ledger.identity,
        onForeign: "refuse",
      });
      mirror = new Mirror({ store, source: new JsonRpcSource({ url: node.url }) });
    });

    after(async () => {
      await mirror?.stop();
      await store?.close();
      ledger?.close();
      await node?.close();
      await directory?.remove();
    });

    /** What a mirror that begins now holds. */
    async function fresh(): Promise<string> {
      const other = await openStore({
        directory: join(directory.path, "fresh"),
        identity: ledger.identity,
        onForeign: "refuse",
      });
      const status = await new Mirror({ store: other, source: new JsonRpcSource({ url: node.url }) }).syncOnce();
      expect(status.state, status.reason?.message ?? status.lastError?.message).to.equal("live");
      const digest = await digestOf(other);
      await other.startOver();
      await other.close();
      return digest;
    }

    it("holds every event the contracts count", async () => {
      await ledger.applyPilot("汽车零部件质量追溯试点");
      const status = await mirror.syncOnce();
      expect(status.state, status.reason?.message ?? status.lastError?.message).to.equal("live");
      const reader = store.snapshot();
      const journal = await reader.get("journal", journalId(ledger.identity.contracts.Authority, null));
      expect(journal?.count).to.be.greaterThan(7);
      const titles: string[] = [];
      for await (const [, pilot] of reader.list("pilot")) titles.push(pilot.title.zh);
      expect(titles).to.deep.equal(["汽车零部件质量追溯试点"]);
      await reader.close();
    });

    it("follows the node through a reorganisation", async () => {
      const before = await ledger.snapshot();
      await ledger.applyPilot("甲");
      await ledger.renameOrganisation();
      await mirror.syncOnce();
      await ledger.revert(before);
      await ledger.renameOrganisation();
      await ledger.mine();
      await ledger.applyPilot("乙", 3);
      const status = await mirror.syncOnce();
      expect(status.state, status.reason?.message ?? status.lastError?.message).to.equal("live");
      expect(await digestOf(store)).to.equal(await fresh());
    });

    it("keeps up by itself once started, and stops when told", async () => {
      const heads: number[] = [];
      const running = new Mirror({
        store,
        source: new JsonRpcSource({ url: node.url }),
        pollInterval: 5,
        onProgress: ({ head }) => heads.push(head?.number ?? 0),
      });
      running.start();
      await running.caughtUp();
      await ledger.applyPilot("丙");
      const target = await ledger.provider.getBlockNumber();
      while ((heads.at(-1) ?? 0) < target) await new Promise((resolve) => setImmediate(resolve));
      await running.stop();
      expect(running.status.state).to.equal("stopped");
      expect(await digestOf(store)).to.equal(await fresh());
    });

    it("keeps its place while the node is away", async () => {
      await node.close();
      const source = new JsonRpcSource({ url: node.url, retries: 0 });
      const { state, lastError, head } = await new Mirror({ store, source }).syncOnce();
      expect([state, lastError?.code]).to.deep.equal(["starting", "RPC_UNREACHABLE"]);
      expect(head).to.deep.equal(store.head);
    });
  });
}

async function digestOf(store: Store): Promise<string> {
  const reader = store.snapshot();
  try {
    return await stateDigest(reader);
  } finally {
    await reader.close();
  }
}
