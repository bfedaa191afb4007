import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { expect } from "chai";
import type { Clock } from "../../server/chain/clock.ts";
import { datedLogs } from "../../server/chain/dated-logs.ts";
import type { RpcError } from "../../server/chain/errors.ts";
import { JsonRpcSource } from "../../server/chain/json-rpc-source.ts";
import type { Address } from "../../server/ledger/hex.ts";
import { digestOf } from "../support/acts.ts";
import { CONTRACTS } from "../support/simulated-chain.ts";

type Message = { id: number; method: string; params: unknown[] };
type Handler = (message: Message) => unknown;
const ADDRESSES: Address[] = [CONTRACTS.Authority, CONTRACTS.PilotLedger];

/** As of a block that has every address and topic there is. */
const BLOOM = `0x${"ff".repeat(256)}`;

const header = (number: number) => ({
  number: `0x${number.toString(16)}`,
  hash: digestOf(1_000 + number),
  parentHash: digestOf(999 + number),
  timestamp: `0x${(number * 60).toString(16)}`,
  logsBloom: BLOOM,
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
  let respond:
    | ((body: string) => { status?: number; text: string; headers?: Record<string, string> } | undefined)
    | undefined;
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
          response.writeHead(own.status ?? 200, own.headers).end(own.text);
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

  const source = (options: { retries?: number } = {}) => new JsonRpcSource({ url, clock, random: () => 0, ...options });

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
    expect(headers[0]).to.deep.equal({
      number: 3,
      hash: digestOf(1_003),
      parentHash: digestOf(1_002),
      time: 180,
      bloom: BLOOM,
    });
    expect((await source().head()).number).to.equal(9);
  });

  it("reads the logs of one block by its hash, and never those of another in its place", async () => {
    const block = { number: 4, hash: digestOf(1_004), time: 240 };
    answering("eth_getLogs", ({ params }) => ("blockHash" in (params[0] as object) ? [log(4, 0)] : []));
    expect(await source().logsOf(block, ADDRESSES)).to.have.length(1);
    expect(received.map(({ params }) => params[0])).to.deep.equal([{ blockHash: block.hash, address: ADDRESSES }]);
    answering("eth_getLogs", ({ params }) => ("blockHash" in (params[0] as object) ? refuse(-32_602, "no") : []));
    expect(await source().logsOf(block, ADDRESSES)).to.deep.equal([]);
    for (const answer of [() => refuse(-32_000, "unknown block"), () => []]) {
      answering("eth_getLogs", ({ params }) => ("blockHash" in (params[0] as object) ? answer() : []));
      const replaced = source().logsOf({ ...block, hash: digestOf(7) }, ADDRESSES);
      expect(await replaced.catch((error: Error) => error.message)).to.contain("block 4 was replaced");
    }
  });

  it("gives logs their block's time and their address its checksum", async () => {
    answering("eth_getLogs", () => [log(4, 0), log(4, 1), log(5, 0)]);
    const logs = datedLogs(await source().logs(4, 6, ADDRESSES), await source().headers(4, 6));
    expect(logs.map(({ blockNumber, logIndex, blockTime }) => [blockNumber, logIndex, blockTime])).to.deep.equal([
      [4, 0, 240],
      [4, 1, 240],
      [5, 0, 300],
    ]);
    expect(logs[0]?.contract).to.equal(CONTRACTS.Authority);
  });

  const wrongLogs: [string, unknown][] = [
    ["a log outside the range", [log(7, 0)]],
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
      const error = await failure(source().logs(4, 6, ADDRESSES));
      expect(error.code).to.equal("RPC_MALFORMED");
    });
  }

  it("refuses logs of another block of that number, and logs that the block's Bloom filter does not have", async () => {
    answering("eth_getLogs", () => [log(4, 0)]);
    const [logs, [block]] = [await source().logs(4, 4, ADDRESSES), await source().headers(4, 4)];
    if (block === undefined) throw new Error("no block");
    expect(() => datedLogs(logs, [{ ...block, hash: digestOf(7) }])).to.throw(`is of block ${block.hash}`);
    expect(() => datedLogs(logs, [{ ...block, bloom: `0x${"00".repeat(256)}` }])).to.throw("Bloom filter");
    expect(() => datedLogs(logs, [])).to.throw("not known");
    expect(datedLogs(logs, [block])).to.have.length(1);
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

  const refusals: [string, () => never | undefined][] = [
    ["its results are too many", () => refuse(-32_005, "query returned more than 10000 results")],
    ["its range is too wide", () => refuse(-32_600, "eth_getLogs is limited to a 3 block range")],
    ["it says so in words nobody knows", () => refuse(-32_000, "这个区间不行")],
  ];
  for (const [why, refusal] of refusals) {
    it(`halves a range that the node refuses because ${why}, down to one block`, async () => {
      answering("eth_getLogs", ({ params: [filter] }) => {
        const { fromBlock, toBlock } = filter as { fromBlock: string; toBlock: string };
        if (Number(toBlock) - Number(fromBlock) >= 2) refusal();
        return Number(fromBlock) <= 7 && Number(toBlock) >= 7 ? [log(7, 0)] : [];
      });
      const node = source();
      expect(await node.logs(1, 13, ADDRESSES)).to.have.length(1);
      const asked = () => received.filter(({ method }) => method === "eth_getLogs").length;
      expect(asked()).to.be.greaterThan(7);
      const before = asked();
      expect(await node.logs(1, 4, ADDRESSES)).to.have.length(0);
      expect(asked() - before, "what a node takes is remembered").to.equal(2);
      answering("eth_getLogs", () => refusal());
      expect((await failure(node.logs(1, 3, ADDRESSES))).code).to.equal("RPC_ERROR");
    });
  }

  it("halves a range whose answer is cut off or never comes", async () => {
    answering("eth_getLogs", () => []);
    for (const reply of [{ text: '{"jsonrpc":"2.0","id":1,"result":[{"addr' }, { status: 504, text: "" }]) {
      respond = (body) => (body.includes('"fromBlock":"0x1","toBlock":"0xd"') ? reply : undefined);
      expect(await source({ retries: 0 }).logs(1, 13, ADDRESSES)).to.deep.equal([]);
    }
  });

  it("calls by block hash, and by number where the node takes no hash", async () => {
    const [block] = await source().headers(4, 4);
    if (block === undefined) throw new Error("no block");
    answering("eth_call", () => "0xAB");
    expect(await source().callEach([CONTRACTS.Authority], "0x01", block)).to.deep.equal(["0xab"]);
    expect(received.at(-1)?.params[1]).to.deep.equal({ blockHash: block.hash });
    answering("eth_call", ({ params }) =>
      typeof params[1] === "string" ? "0xcd" : refuse(-32_602, "invalid argument"),
    );
    expect(await source().callEach([CONTRACTS.Authority], "0x01", block)).to.deep.equal(["0xcd"]);
  });

  it("asks several contracts in one call, and singly where the node does not take it", async () => {
    const [block] = await source().headers(4, 4);
    if (block === undefined) throw new Error("no block");
    const two = [CONTRACTS.Authority, CONTRACTS.PilotLedger];
    const word = (value: number) => value.toString(16).padStart(64, "0");
    answering("eth_call", ({ params }) => (isCombined(params) ? `0x${word(3)}abcd${word(1)}` : refuse(-32_000, "no")));
    expect(await source().callEach(two, "0x01020304", block)).to.deep.equal(["0xabcd", "0x"]);
    received.length = 0;
    for (const other of [`0x${word(3)}abcd`, `0x${word(0)}${word(1)}`, `0x${word(9)}${word(1)}`, "0x"]) {
      answering("eth_call", ({ params }) => (isCombined(params) ? other : "0xef"));
      const node = source();
      for (let time = 1; time <= 2; time++)
        expect(await node.callEach(two, "0x01", block)).to.deep.equal(["0xef", "0xef"]);
      expect(received.slice(-4).map(({ params }) => isCombined(params))).to.deep.equal([false, false, false, false]);
      expect(
        received.filter(({ method, params }) => method === "eth_call" && isCombined(params)).length,
        other,
      ).to.equal(1);
      received.length = 0;
    }
    // A node that has lost the state is asked again as before.
    const node = source();
    answering("eth_call", () => refuse(-32_000, "missing trie node"));
    expect((await failure(node.callEach(two, "0x01", block))).code).to.equal("RPC_ERROR");
    answering("eth_call", ({ params }) => (isCombined(params) ? `0x${word(1)}${word(1)}` : "0xef"));
    expect(await node.callEach(two, "0x01", block)).to.deep.equal(["0x", "0x"]);
  });

  it("tries again, ever later, while the node is overloaded, and then says so", async () => {
    let busy = 2;
    respond = () => (busy-- > 0 ? { status: 429, text: "slow down" } : undefined);
    expect((await source().head()).number).to.equal(9);
    expect(pauses).to.deep.equal([200, 400]);
    respond = () => ({ status: 503, text: "" });
    expect((await failure(source().head())).code).to.equal("RPC_OVERLOADED");
  });

  it("leaves a node alone as long as it asks, in seconds or until a time", async () => {
    for (const [asked, pause] of [
      ["7", 7_000],
      ["Thu, 01 Jan 1970 00:00:09 GMT", 9_000],
      ["soon", 200],
    ] as const) {
      pauses = [];
      let busy = 1;
      respond = () => (busy-- > 0 ? { status: 429, text: "", headers: { "retry-after": asked } } : undefined);
      await source().head();
      expect(pauses).to.deep.equal([pause]);
    }
  });

  it("lets whoever asks next wait as long as the node asked to be left alone", async () => {
    let busy = 1;
    respond = () => (busy-- > 0 ? { status: 429, text: "", headers: { "retry-after": "7" } } : undefined);
    const shared = source({ retries: 0 });
    expect((await failure(shared.head())).code).to.equal("RPC_OVERLOADED");
    expect(pauses).to.deep.equal([]);
    expect(await shared.chainId()).to.be.a("number");
    expect(pauses).to.deep.equal([7_000]);
  });

  it("waits when the node says inside JSON that it is asked too often", async () => {
    let busy = 1;
    answering("eth_getBlockByNumber", (message) =>
      busy-- > 0 ? refuse(-32_005, "daily request limit reached, rate limit exceeded") : blocks(message),
    );
    expect((await source().head()).number).to.equal(9);
    expect(pauses).to.deep.equal([200]);
  });

  it("says that a node did not answer in time", async () => {
    hang = true;
    expect((await failure(source().head())).code).to.equal("RPC_TIMEOUT");
  });

  it("ends a request when it is told to", async () => {
    hang = true;
    const controller = new AbortController();
    const request = source().head("latest", controller.signal);
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
    errors.push(await failure(Promise.resolve().then(() => new JsonRpcSource({ url: "ftp://alice:s3cret@host/k3y" }))));
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

/** Whether a call is without a recipient. */
function isCombined([call]: readonly unknown[]): boolean {
  return !Object.hasOwn(Object(call), "to");
}
