import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { expect } from "chai";
import { type WebSocket, WebSocketServer } from "ws";
import type { RpcError } from "../../server/chain/errors.ts";
import { JsonRpcSource } from "../../server/chain/json-rpc-source.ts";
import { openSource, pollInterval } from "../../server/chain/open-source.ts";
import { Mirror } from "../../server/mirror/mirror.ts";
import { accountBound, organisationRegistered, pilotApplied, programmeOpened } from "../support/acts.ts";
import { MirroredChain } from "../support/mirrored.ts";
import { SimulatedChain } from "../support/simulated-chain.ts";
import { type RpcMessage, SimulatedNode } from "../support/simulated-node.ts";

describe("a chain read over a WebSocket", () => {
  let chain: SimulatedChain;
  let server: WebSocketServer;
  let url: string;
  let source: JsonRpcSource;
  let sockets: WebSocket[];
  let subscribed: number;
  let isSilent: boolean;

  beforeEach(async () => {
    chain = new SimulatedChain().mine(programmeOpened(), organisationRegistered(), accountBound());
    [sockets, subscribed, isSilent] = [[], 0, false];
    const node = new SimulatedNode(chain);
    server = new WebSocketServer({ host: "127.0.0.1", port: 0 });
    server.on("connection", (socket) => {
      sockets.push(socket);
      socket.on("message", (content) => {
        const message: RpcMessage = JSON.parse(String(content));
        if (message.method === "eth_subscribe") {
          subscribed += 1;
          socket.send(JSON.stringify({ jsonrpc: "2.0", id: message.id, result: "0x1" }));
        } else if (!isSilent) socket.send(node.reply(String(content)).text);
      });
    });
    await once(server, "listening");
    url = `ws://127.0.0.1:${(server.address() as AddressInfo).port}`;
    source = new JsonRpcSource({ url, retries: 0 });
  });

  afterEach(() => {
    source.close();
    for (const socket of sockets) socket.terminate();
    server.close();
  });

  function tellOfBlock(): void {
    for (const socket of sockets) socket.send(JSON.stringify({ method: "eth_subscription", params: { result: {} } }));
  }

  it("answers each question with its own answer, however many are asked at once", async () => {
    const [headers, head, chainId] = await Promise.all([source.headers(0, 2), source.head(), source.chainId()]);
    expect(headers.map(({ number }) => number)).to.deep.equal([0, 1, 2]);
    expect([head.number, chainId]).to.deep.equal([2, 31_337]);
    expect(sockets).to.have.length(1);
  });

  it("connects anew after it was cut off", async () => {
    await source.head();
    isSilent = true;
    const asked = source.head().catch((error: RpcError) => error.code);
    sockets[0]?.terminate();
    expect(await asked).to.equal("RPC_UNREACHABLE");
    isSilent = false;
    expect((await source.head()).number).to.equal(2);
    expect(sockets).to.have.length(2);
  });

  it("says so when nothing answers, in time or at all, and after it was closed", async () => {
    isSilent = true;
    const clock = { now: () => 0, sleep: async () => undefined, deadline: () => AbortSignal.timeout(20) };
    const impatient = new JsonRpcSource({ url, retries: 0, clock });
    const codeOf = (asked: Promise<unknown>) => asked.then(String, (error: RpcError) => error.code);
    expect(await codeOf(impatient.head())).to.equal("RPC_TIMEOUT");
    impatient.close();
    expect(await codeOf(impatient.head())).to.equal("RPC_UNREACHABLE");
    expect(await codeOf(new JsonRpcSource({ url: "ws://127.0.0.1:1", retries: 0 }).head())).to.equal("RPC_UNREACHABLE");
  });

  it("counts what no question fails by: a connection lost in between, a refused subscription, an unreadable message", async () => {
    const counted: string[] = [];
    const told = once(server, "connection").then(([socket]) => socket as WebSocket);
    const waitFor = async (length: number) => {
      while (counted.length < length) await new Promise((resolve) => setImmediate(resolve));
    };
    const watched = new JsonRpcSource({
      url: `${url}/secret-key`,
      retries: 0,
      onFailure: (...of) => counted.push(of.join(" ")),
    });
    const end = watched.onHead(() => undefined);
    const socket = await told;
    socket.send(JSON.stringify({ jsonrpc: "2.0", id: -1, error: { code: -32_601, message: "no such method" } }));
    await waitFor(1);
    socket.send("{ no JSON");
    await waitFor(2);
    end();
    socket.terminate();
    await waitFor(3);
    expect(counted).to.deep.equal([`RPC_ERROR ${url}`, `RPC_MALFORMED ${url}`, `RPC_UNREACHABLE ${url}`]);
    watched.close();
  });

  it("wakes a mirror at each block, also after it was cut off", async () => {
    const mirrored = await MirroredChain.of(chain);
    const seen = new Map<number, () => void>();
    const mirror = new Mirror({
      store: mirrored.store,
      source,
      pollInterval: 3_600_000,
      onProgress: ({ head, state }) => {
        if (state === "live" && head !== null) seen.get(head.number)?.();
      },
    });
    try {
      mirror.start();
      await mirror.caughtUp();
      for (const cut of [false, true, false]) {
        if (cut) {
          const connected = once(server, "connection");
          sockets.pop()?.terminate();
          await connected;
          while (subscribed < 2) await new Promise((resolve) => setImmediate(resolve));
        }
        chain.mine(pilotApplied(chain.height));
        const arrived = new Promise<void>((resolve) => seen.set(chain.height, resolve));
        tellOfBlock();
        await arrived;
      }
      expect(mirrored.store.head?.hash).to.equal(chain.at(chain.height).hash);
      expect(subscribed).to.equal(2);
    } finally {
      await mirror.stop();
      await mirrored.close();
    }
  });

  it("is looked at often only where that costs nothing and nothing is told", () => {
    expect(pollInterval([url, "https://node.example"])).to.equal(2_000);
    expect(pollInterval(["http://127.0.0.1:8545"])).to.equal(100);
    expect(pollInterval(["http://localhost:8545", "https://node.example"])).to.equal(1_000);
  });

  it("is one of several, or the only one", async () => {
    const several = openSource([url, "http://127.0.0.1:1"]);
    expect((await several.head()).number).to.equal(2);
    several.close();
  });
});
