import { join } from "node:path";
import { expect } from "chai";
import { Interface } from "ethers";
import { combinedAnswers, combinedCall } from "../../server/chain/combined-call.ts";
import { JsonRpcSource } from "../../server/chain/json-rpc-source.ts";
import { pilotLedgerAbi } from "../../server/ledger/abi.generated.ts";
import type { Hex } from "../../server/ledger/hex.ts";
import { journalId } from "../../server/ledger/keys.ts";
import { Mirror } from "../../server/mirror/mirror.ts";
import { openStore } from "../../server/store/open.ts";
import type { StoreIdentity } from "../../server/store/reader.ts";
import type { Store } from "../../server/store/store.ts";
import { DeployedLedger } from "../support/deployed-ledger.ts";
import { stateDigest } from "../support/digest.ts";
import { temporaryDirectory } from "../support/directory.ts";
import { startAnvil, startHardhatNode, type TestNode } from "../support/node.ts";

/** When a chain begins, and where it is reached; 0 for any free port. */
interface Beginning {
  readonly date: string;
  readonly port: number;
}

const FIRST: Beginning = { date: "2019-03-01T00:00:00Z", port: 0 };
const JOURNAL = new Interface(pilotLedgerAbi).encodeFunctionData("journal") as Hex;

for (const [name, start] of [
  ["Hardhat", ({ date, port }: Beginning = FIRST) => startHardhatNode({ initialDate: date, port })],
  [
    "anvil",
    ({ date, port }: Beginning = FIRST) => startAnvil({ port, args: ["--timestamp", `${Date.parse(date) / 1_000}`] }),
  ],
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

    it("answers for all contracts in one call as for each", async () => {
      const source = new JsonRpcSource({ url: node.url });
      const head = await source.head();
      const nobody = `0x${"f".repeat(40)}` as const;
      const addresses = [...Object.values(ledger.identity.contracts), nobody];
      const params = [{ data: combinedCall(addresses, JOURNAL) }, { blockHash: head.hash }];
      const answers = combinedAnswers(await ledger.provider.send("eth_call", params), addresses.length);
      const singly = addresses.map((to) => ledger.provider.send("eth_call", [{ to, data: JOURNAL }, "latest"]));
      expect(answers).to.deep.equal(await Promise.all(singly));
      expect(answers?.[0]).to.have.length(2 + 128);
      expect(answers?.at(-1)).to.equal("0x");
      const [reverting] = addresses;
      if (reverting === undefined) throw new Error("no contract");
      const wrong = [{ data: combinedCall([reverting], "0x01020304") }, "latest"];
      expect(combinedAnswers(await ledger.provider.send("eth_call", wrong), 1)).to.equal(undefined);
    });

    it("gives the logs of a block by its hash, and none of a block that it does not have", async () => {
      const source = new JsonRpcSource({ url: node.url });
      const head = await source.head();
      const addresses = Object.values(ledger.identity.contracts);
      const logs = await source.logs(head.number, head.number, addresses);
      expect(logs).to.have.length.greaterThan(0);
      expect(await source.logsOf(head, addresses)).to.deep.equal(logs);
      const replaced = { ...head, hash: `0x${"7".repeat(64)}` as const };
      const error = await source.logsOf(replaced, addresses).catch((cause: unknown) => cause);
      expect(error).to.have.property("code", "RPC_MALFORMED");
      source.close();
    });

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

    it("halts where the chain has another id, no such contract, or other contracts, and has nothing of it to show", async () => {
      const port = Number(new URL(node.url).port);
      node = await start({ ...FIRST, port });
      ledger = await DeployedLedger.on(node.url);
      const { identity } = ledger;
      const { contracts } = identity;
      const halted = async (change: Partial<StoreIdentity>) => {
        const place = await temporaryDirectory();
        const other = await openStore({
          directory: place.path,
          identity: { ...identity, ...change },
          onForeign: "refuse",
        });
        try {
          const { reason, head } = await new Mirror({
            store: other,
            source: new JsonRpcSource({ url: node.url }),
          }).syncOnce();
          return [reason?.code, head?.number];
        } finally {
          await other.close();
          await place.remove();
        }
      };
      expect(await halted({ chainId: identity.chainId + 1 })).to.deep.equal(["WRONG_CHAIN", undefined]);
      const nobody = { ...contracts, PilotLedger: "0x000000000000000000000000000000000000dEaD" as const };
      expect(await halted({ contracts: nobody })).to.deep.equal(["CONTRACT_MISSING", undefined]);
      const swapped = { ...contracts, PilotLedger: contracts.Authority, Authority: contracts.PilotLedger };
      expect((await halted({ contracts: swapped }))[0]).to.equal("UNKNOWN_EVENT");
    });

    it("halts at a chain that was started anew at the same address, and keeps what it had", async () => {
      const before = ledger.identity;
      const place = await temporaryDirectory();
      const source = new JsonRpcSource({ url: node.url });
      const held = await openStore({ directory: place.path, identity: before, onForeign: "refuse" });
      const following = new Mirror({ store: held, source });
      try {
        expect((await following.syncOnce()).state).to.equal("live");
        const { head } = held;
        const port = Number(new URL(node.url).port);
        await node.close();
        node = await start({ date: "2019-03-02T00:00:00Z", port });
        ledger.close();
        ledger = await DeployedLedger.on(node.url);
        const { reason } = await following.syncOnce();
        expect(reason?.code).to.be.oneOf(["WRONG_CHAIN", "FOREIGN_LEDGER"]);
        expect(held.head).to.deep.equal(head);
      } finally {
        await held.close();
        await place.remove();
      }
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
