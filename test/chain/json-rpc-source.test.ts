import { expect } from "chai";
import { datedLogs } from "../../server/chain/dated-logs.ts";
import type { Address } from "../../server/ledger/hex.ts";
import { digestOf } from "../support/acts.ts";
import { CONTRACTS } from "../support/simulated-chain.ts";
import { AnsweringNode, BLOOM, failure, header, refuse } from "./answering-node.ts";

const ADDRESSES: Address[] = [CONTRACTS.Authority, CONTRACTS.PilotLedger];

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

describe("a chain read over JSON-RPC", () => {
  const node = new AnsweringNode();
  before(() => node.start());
  beforeEach(() => node.reset());
  after(() => node.stop());

  it("reads headers in batches, whatever the order of the answers", async () => {
    const headers = await node.source().headers(3, 120);
    expect(headers.map(({ number }) => number)).to.deep.equal(Array.from({ length: 118 }, (_, index) => index + 3));
    expect(headers[0]).to.deep.equal({
      number: 3,
      hash: digestOf(1_003),
      parentHash: digestOf(1_002),
      time: 180,
      bloom: BLOOM,
    });
    expect((await node.source().head()).number).to.equal(9);
  });

  it("reads the logs of one block by its hash, and never those of another in its place", async () => {
    const block = { number: 4, hash: digestOf(1_004), time: 240 };
    node.answering("eth_getLogs", ({ params }) => ("blockHash" in (params[0] as object) ? [log(4, 0)] : []));
    expect(await node.source().logsOf(block, ADDRESSES)).to.have.length(1);
    expect(node.received.map(({ params }) => params[0])).to.deep.equal([{ blockHash: block.hash, address: ADDRESSES }]);
    node.answering("eth_getLogs", ({ params }) => ("blockHash" in (params[0] as object) ? refuse(-32_602, "no") : []));
    expect(await node.source().logsOf(block, ADDRESSES)).to.deep.equal([]);
    for (const answer of [() => refuse(-32_000, "unknown block"), () => []]) {
      node.answering("eth_getLogs", ({ params }) => ("blockHash" in (params[0] as object) ? answer() : []));
      const replaced = node.source().logsOf({ ...block, hash: digestOf(7) }, ADDRESSES);
      expect(await replaced.catch((error: Error) => error.message)).to.contain("block 4 was replaced");
    }
  });

  it("gives logs their block's time and their address its checksum", async () => {
    node.answering("eth_getLogs", () => [log(4, 0), log(4, 1), log(5, 0)]);
    const logs = datedLogs(await node.source().logs(4, 6, ADDRESSES), await node.source().headers(4, 6));
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
      node.answering("eth_getLogs", () => answer);
      const error = await failure(node.source().logs(4, 6, ADDRESSES));
      expect(error.code).to.equal("RPC_MALFORMED");
    });
  }

  it("refuses logs of another block of that number, and logs that the block's Bloom filter does not have", async () => {
    node.answering("eth_getLogs", () => [log(4, 0)]);
    const [logs, [block]] = [await node.source().logs(4, 4, ADDRESSES), await node.source().headers(4, 4)];
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
      node.answering("eth_getBlockByNumber", ({ params: [block] }) => ({ ...header(Number(block)), ...members }));
      expect((await failure(node.source().headers(4, 6))).code).to.equal("RPC_MALFORMED");
    });
  }

  it("refuses headers that are not linked", async () => {
    node.answering("eth_getBlockByNumber", ({ params: [block] }) => ({
      ...header(Number(block)),
      parentHash: digestOf(5),
    }));
    expect((await failure(node.source().headers(4, 6))).message).to.contain("does not follow");
  });

  const refusals: [string, () => never | undefined][] = [
    ["its results are too many", () => refuse(-32_005, "query returned more than 10000 results")],
    ["its range is too wide", () => refuse(-32_600, "eth_getLogs is limited to a 3 block range")],
    ["it says so in words nobody knows", () => refuse(-32_000, "这个区间不行")],
  ];
  for (const [why, refusal] of refusals) {
    it(`halves a range that the node refuses because ${why}, down to one block`, async () => {
      node.answering("eth_getLogs", ({ params: [filter] }) => {
        const { fromBlock, toBlock } = filter as { fromBlock: string; toBlock: string };
        if (Number(toBlock) - Number(fromBlock) >= 2) refusal();
        return Number(fromBlock) <= 7 && Number(toBlock) >= 7 ? [log(7, 0)] : [];
      });
      const one = node.source();
      expect(await one.logs(1, 13, ADDRESSES)).to.have.length(1);
      const asked = () => node.received.filter(({ method }) => method === "eth_getLogs").length;
      expect(asked()).to.be.greaterThan(7);
      const before = asked();
      expect(await one.logs(1, 4, ADDRESSES)).to.have.length(0);
      expect(asked() - before, "what a node takes is remembered").to.equal(2);
      node.answering("eth_getLogs", () => refusal());
      expect((await failure(one.logs(1, 3, ADDRESSES))).code).to.equal("RPC_ERROR");
    });
  }

  it("halves a range whose answer is cut off or never comes", async () => {
    node.answering("eth_getLogs", () => []);
    for (const reply of [{ text: '{"jsonrpc":"2.0","id":1,"result":[{"addr' }, { status: 504, text: "" }]) {
      node.respond = (body) => (body.includes('"fromBlock":"0x1","toBlock":"0xd"') ? reply : undefined);
      expect(await node.source({ retries: 0 }).logs(1, 13, ADDRESSES)).to.deep.equal([]);
    }
  });

  it("calls by block hash, and by number where the node takes no hash", async () => {
    const [block] = await node.source().headers(4, 4);
    if (block === undefined) throw new Error("no block");
    node.answering("eth_call", () => "0xAB");
    expect(await node.source().callEach([CONTRACTS.Authority], "0x01", block)).to.deep.equal(["0xab"]);
    expect(node.received.at(-1)?.params[1]).to.deep.equal({ blockHash: block.hash });
    node.answering("eth_call", ({ params }) =>
      typeof params[1] === "string" ? "0xcd" : refuse(-32_602, "invalid argument"),
    );
    expect(await node.source().callEach([CONTRACTS.Authority], "0x01", block)).to.deep.equal(["0xcd"]);
  });

  it("asks several contracts in one call, and singly where the node does not take it", async () => {
    const [block] = await node.source().headers(4, 4);
    if (block === undefined) throw new Error("no block");
    const two = [CONTRACTS.Authority, CONTRACTS.PilotLedger];
    const word = (value: number) => value.toString(16).padStart(64, "0");
    node.answering("eth_call", ({ params }) =>
      isCombined(params) ? `0x${word(3)}abcd${word(1)}` : refuse(-32_000, "no"),
    );
    expect(await node.source().callEach(two, "0x01020304", block)).to.deep.equal(["0xabcd", "0x"]);
    node.received.length = 0;
    for (const other of [`0x${word(3)}abcd`, `0x${word(0)}${word(1)}`, `0x${word(9)}${word(1)}`, "0x"]) {
      node.answering("eth_call", ({ params }) => (isCombined(params) ? other : "0xef"));
      const one = node.source();
      for (let time = 1; time <= 2; time++)
        expect(await one.callEach(two, "0x01", block)).to.deep.equal(["0xef", "0xef"]);
      expect(node.received.slice(-4).map(({ params }) => isCombined(params))).to.deep.equal([
        false,
        false,
        false,
        false,
      ]);
      expect(
        node.received.filter(({ method, params }) => method === "eth_call" && isCombined(params)).length,
        other,
      ).to.equal(1);
      node.received.length = 0;
    }
    // A node that has lost the state is asked again as before.
    const one = node.source();
    node.answering("eth_call", () => refuse(-32_000, "missing trie node"));
    expect((await failure(one.callEach(two, "0x01", block))).code).to.equal("RPC_ERROR");
    node.answering("eth_call", ({ params }) => (isCombined(params) ? `0x${word(1)}${word(1)}` : "0xef"));
    expect(await one.callEach(two, "0x01", block)).to.deep.equal(["0x", "0x"]);
  });
});

/** Whether a call is without a recipient. */
function isCombined([call]: readonly unknown[]): boolean {
  return !Object.hasOwn(Object(call), "to");
}
