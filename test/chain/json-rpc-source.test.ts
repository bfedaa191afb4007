import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { expect } from "chai";
import type { Clock } from "../../server/chain/clock.ts";
import type { RpcError } from "../../server/chain/errors.ts";
import { JsonRpcSource } from "../../server/chain/json-rpc-source.ts";
import type { Address } from "../../server/ledger/hex.ts";
import { digestOf } from "../support/acts.ts";
import { CONTRACTS } from "../support/simulated-chain.ts";

type Message = { id: number; method: string; params: unknown[] };
type Handler = (message: Message) => unknown;
const ADDRESSES: Address[] = [CONTRACTS.Authority, CONTRACTS.PilotLedger];

const header = (number: number) => ({
  number: `0x${number.toString(16)}`,
  hash: digestOf(1_000 + number),
  parentHash: digestOf(999 + number),
  timestamp: `0x${(number * 60).toString(16)}`,
});

const log = (blockNumber: number, logIndex: number, members: Record<string, unknown> = {}) => ({
  address: CONTRACTS.Authority.toLowerCase(),
  topics: [digestOf(1), digestOf(2), digestOf(3)],
  data: "0x",
  blockNumber: `0x${blockNumber.toString(16)}`,
  blockHash: header(blockNumber).hash,
  transactionHash: digestOf(5),
  transactionIndex: "0x0",
  logIndex: `0x${logIndex.toString(16)}`,
  removed: false,
  ...members,
});

/** A node that answers blocks, and beyond that what the test says. */
const blocks: Handler = ({ method, params: [block] }) =>
  method === "eth_getBlockByNumber" ? header(block === "latest" ? 9 : Number(block)) : "0x0";

describe("a chain read over JSON-RPC", () => {
  let server: Server;
  let url: string;
  let handle: Handler = blocks;
  let respond: ((body: string) => { status?: number; text: string } | undefined) | undefined;
  let received: Message[] = [];
  let authorizations: (string | undefined)[] = [];
  let hang = false;
  let pauses: number[] = [];

  const clock: Clock = {
    now: () => 0,
    sleep: async (milliseconds) => void pauses.push(milliseconds),
    deadline: () => (hang ? AbortSignal.timeout(20) : new AbortController().signal),
  };

  before(async () => {
    server = createServer((request, response) => {
      let body = "";
      request.on("data", (chunk) => {
        body += chunk;
      });
      request.on("end", () => {
        authorizations.push(request.headers.authorization);
        if (hang) return;
        const content: Message | Message[] = JSON.parse(body);
        const messages = Array.isArray(content) ? content : [content];
        received.push(...messages);
        const own = respond?.(body);
        if (own !== undefined) {
          response.writeHead(own.status ?? 200).end(own.text);
          return;
        }
        const answers = messages.map((message) => ({ jsonrpc: "2.0", id: message.id, ...answered(message) }));
        response.end(JSON.stringify(Array.isArray(content) ? answers.reverse() : answers[0]));
      });
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });

  beforeEach(() => {
    handle = blocks;
    respond = undefined;
    received = [];
    authorizations = [];
    hang = false;
    pauses = [];
  });

  after(() => {
    server.closeAllConnections();
    server.close();
  });

  function answered(message: Message): object {
    try {
      return { result: handle(message) };
    } catch (error) {
      return { error };
    }
  }

  const source = (path = "") => new JsonRpcSource({ url: `${url}${path}`, clock });

  /** Answers `method` as told and everything else as a healthy node. */
  function answering(method: string, answer: Handler): void {
    handle = (message) => (message.method === method ? answer(message) : blocks(message));
  }

  function refuse(code: number, message: string): never {
    throw { code, message };
  }

  it("reads headers in batches, whatever the order of the answers", async () => {
    const headers = await source().headers(3, 120);
    expect(headers.map(({ number }) => number)).to.deep.equal(Array.from({ length: 118 }, (_, index) => index + 3));
    expect(headers[0]).to.deep.equal({ number: 3, hash: digestOf(1_003), parentHash: digestOf(1_002), time: 180 });
    expect((await source().head()).number).to.equal(9);
  });

  it("gives logs their block's time and their address its checksum", async () => {
    answering("eth_getLogs", () => [log(4, 0), log(4, 1), log(5, 0)]);
    const logs = await source().logs(await source().headers(4, 6), ADDRESSES);
    expect(logs.map(({ blockNumber, logIndex, blockTime }) => [blockNumber, logIndex, blockTime])).to.deep.equal([
      [4, 0, 240],
      [4, 1, 240],
      [5, 0, 300],
    ]);
    expect(logs[0]?.contract).to.equal(CONTRACTS.Authority);
  });

  const wrongLogs: [string, unknown][] = [
    ["a log outside the range", [log(7, 0)]],
    ["a log of another block of that number", [log(4, 0, { blockHash: digestOf(7) })]],
    ["a log of a contract not asked for", [log(4, 0, { address: `0x${"11".repeat(20)}` })]],
    ["logs out of order", [log(5, 0), log(4, 0)]],
    ["a log twice", [log(4, 0), log(4, 0)]],
    ["a removed log", [log(4, 0, { removed: true })]],
    ["a log of a pending block", [log(4, 0, { blockHash: null })]],
    ["odd data", [log(4, 0, { data: "0x123" })]],
    ["no list", { logs: [] }],
    ["nothing", null],
  ];
  for (const [what, answer] of wrongLogs) {
    it(`refuses ${what}`, async () => {
      answering("eth_getLogs", () => answer);
      const error = await failure(source().logs(await source().headers(4, 6), ADDRESSES));
      expect(error.code).to.equal("RPC_MALFORMED");
    });
  }

  it("refuses logs of blocks that were replaced while they were read", async () => {
    const headers = await source().headers(4, 6);
    answering("eth_getLogs", () => {
      handle = ({ params: [block] }) => ({ ...header(Number(block)), hash: digestOf(66) });
      return [];
    });
    expect((await failure(source().logs(headers, ADDRESSES))).message).to.contain("replaced");
  });

  for (const [what, members] of [
    ["another number", { number: "0x63" }],
    ["no hash", { hash: null }],
    ["a number past the safe integers", { timestamp: `0x${"f".repeat(16)}` }],
  ] as const) {
    it(`refuses a header with ${what}`, async () => {
      answering("eth_getBlockByNumber", ({ params: [block] }) => ({ ...header(Number(block)), ...members }));
      expect((await failure(source().headers(4, 6))).code).to.equal("RPC_MALFORMED");
    });
  }

  it("refuses headers that are not linked", async () => {
    answering("eth_getBlockByNumber", ({ params: [block] }) => ({ ...header(Number(block)), parentHash: digestOf(5) }));
    expect((await failure(source().headers(4, 6))).message).to.contain("does not follow");
  });

  it("halves a range that the node finds too large, down to one block", async () => {
    answering("eth_getLogs", ({ params: [filter] }) => {
      const { fromBlock, toBlock } = filter as { fromBlock: string; toBlock: string };
      if (Number(toBlock) - Number(fromBlock) >= 2) refuse(-32_005, "query returned more than 10000 results");
      return Number(fromBlock) <= 7 && Number(toBlock) >= 7 ? [log(7, 0)] : [];
    });
    const logs = await source().logs(await source().headers(1, 13), ADDRESSES);
    expect(logs).to.have.length(1);
    const ranges = received.filter(({ method }) => method === "eth_getLogs").length;
    expect(ranges).to.be.greaterThan(7);
    answering("eth_getLogs", () => refuse(-32_005, "limit exceeded"));
    expect((await failure(source().logs(await source().headers(1, 3), ADDRESSES))).code).to.equal("RPC_ERROR");
  });

  it("calls by block hash, and by number where the node takes no hash", async () => {
    const [block] = await source().headers(4, 4);
    if (block === undefined) throw new Error("no block");
    answering("eth_call", () => "0xAB");
    expect(await source().call(CONTRACTS.Authority, "0x01", block)).to.equal("0xab");
    expect(received.at(-1)?.params[1]).to.deep.equal({ blockHash: block.hash });
    answering("eth_call", ({ params }) =>
      typeof params[1] === "string" ? "0xcd" : refuse(-32_602, "invalid argument"),
    );
    expect(await source().call(CONTRACTS.Authority, "0x01", block)).to.equal("0xcd");
  });

  it("tries again, ever later, while the node is overloaded, and then says so", async () => {
    let busy = 2;
    respond = () => (busy-- > 0 ? { status: 429, text: "slow down" } : undefined);
    expect((await source().head()).number).to.equal(9);
    expect(pauses).to.deep.equal([200, 400]);
    respond = () => ({ status: 503, text: "" });
    expect((await failure(source().head())).code).to.equal("RPC_UNREACHABLE");
  });

  it("says that a node did not answer in time", async () => {
    hang = true;
    expect((await failure(source().head())).code).to.equal("RPC_TIMEOUT");
  });

  it("ends a request when it is told to", async () => {
    hang = true;
    const controller = new AbortController();
    const request = source().head(controller.signal);
    controller.abort(new Error("stopped"));
    expect((await failure(request)).message).to.equal("stopped");
  });

  const badFrames: [string, string][] = [
    ["no JSON", "<html>"],
    ["an answer to another request", '{"jsonrpc":"2.0","id":0,"result":"0x1"}'],
    ["neither result nor error", '{"jsonrpc":"2.0","id":1}'],
    ["a bare value", "7"],
  ];
  for (const [what, text] of badFrames) {
    it(`refuses ${what}`, async () => {
      respond = () => ({ text });
      expect((await failure(source().chainId())).code).to.equal("RPC_MALFORMED");
    });
  }

  it("never shows the path, the user or the password of its endpoint", async () => {
    const secret = url.replace("http://", "http://alice:s3cret@");
    const guarded = new JsonRpcSource({ url: `${secret}/v3/k3y?token=t0ken`, clock });
    respond = () => ({ status: 401, text: "" });
    const errors = [await failure(guarded.head())];
    expect(authorizations.at(-1)).to.equal(`Basic ${Buffer.from("alice:s3cret").toString("base64")}`);
    respond = undefined;
    answering("eth_chainId", () => refuse(-32_000, `no project at /v3/k3y?token=t0ken for alice with s3cret`));
    errors.push(await failure(guarded.chainId()));
    const away = new JsonRpcSource({ url: "http://alice:s3cret@127.0.0.1:1/v3/k3y", clock });
    errors.push(await failure(away.head()));
    errors.push(await failure(Promise.resolve().then(() => new JsonRpcSource({ url: "ws://alice:s3cret@host/k3y" }))));
    for (const error of errors) expect(`${error.stack}`).not.to.match(/alice|s3cret|k3y|t0ken/);
    expect(errors[0]?.message).to.contain(url).and.contain("credentials");
    expect(errors[2]?.code).to.equal("RPC_UNREACHABLE");
  });
});

async function failure(attempt: Promise<unknown>): Promise<RpcError> {
  return attempt.then(
    () => {
      throw new Error("it did not fail");
    },
    (error: RpcError) => error,
  );
}
