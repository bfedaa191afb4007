import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { RawLog } from "../../server/ledger/decode.ts";
import type { Address, Hex } from "../../server/ledger/hex.ts";
import { EMPTY_STREAM } from "../../server/ledger/journal.ts";
import { encodedJournal, type SimulatedBlock, type SimulatedChain } from "./simulated-chain.ts";

/** A JSON-RPC request as it comes in. */
export interface RpcMessage {
  readonly id: number;
  readonly method: string;
  readonly params: readonly unknown[];
}

/** A JSON-RPC error. */
class Refusal extends Error {
  readonly code: number;

  constructor(code: number, message: string) {
    super(message);
    this.code = code;
  }
}

/** What goes back over HTTP. */
export interface HttpReply {
  readonly status: number;
  readonly text: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Answers JSON-RPC as a node that has a simulated chain, or a part or an old branch of it. */
export class SimulatedNode {
  readonly #chain: SimulatedChain;
  /** Blocks under the newest that are said to be final. */
  readonly #finalDepth: number;
  /** Of how many of its newest blocks it keeps the state; of all unless told. */
  statesKept = Number.POSITIVE_INFINITY;
  /** The blocks it has now. */
  view: () => readonly SimulatedBlock[];

  constructor(chain: SimulatedChain, finalDepth = 128) {
    this.#chain = chain;
    this.#finalDepth = finalDepth;
    this.view = () => chain.blocks;
  }

  /** Answers the text of a request. */
  reply(body: string): HttpReply {
    const content: RpcMessage | RpcMessage[] = JSON.parse(body);
    const answers = Array.isArray(content) ? content.map((message) => this.answer(message)) : this.answer(content);
    return { status: 200, text: JSON.stringify(answers) };
  }

  /** Answers one message. */
  answer(message: RpcMessage): object {
    const frame = { jsonrpc: "2.0", id: message.id };
    try {
      return { ...frame, result: this.result(message) };
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return { ...frame, error: { code: error.code, message: error.message } };
    }
  }

  /** @throws {Refusal} as a node would. */
  result({ method, params }: RpcMessage): unknown {
    const blocks = this.view();
    switch (method) {
      case "eth_chainId":
        return quantity(this.#chain.identity.chainId);
      case "eth_getBlockByNumber":
        return headerOf(blocks[this.#numbered(params[0], blocks)]);
      case "eth_getLogs":
        return this.#logs(params[0] as LogFilter, blocks);
      case "eth_getCode":
        return blocks.length > 1 ? "0x60" : "0x";
      case "eth_call":
        return journalOf(params as readonly [{ to: Address }, BlockReference], blocks, this.statesKept);
      default:
        throw new Refusal(-32_601, `the method ${method} does not exist`);
    }
  }

  #numbered(place: unknown, blocks: readonly SimulatedBlock[]): number {
    if (place === "latest") return blocks.length - 1;
    if (place === "finalized" || place === "safe") return Math.max(0, blocks.length - 1 - this.#finalDepth);
    return Number(place);
  }

  #logs({ address, ...place }: LogFilter, blocks: readonly SimulatedBlock[]): object[] {
    const wanted = new Set([address].flat().map((one) => one.toLowerCase()));
    return blocksWithin(place, blocks)
      .flatMap((block) => block.logs)
      .filter((log) => wanted.has(log.contract.toLowerCase()))
      .map(answeredLog);
  }
}

/** Serves a node over HTTP on a free port of this machine. */
export async function serveNode(node: Pick<SimulatedNode, "reply">): Promise<{ url: string; close(): Promise<void> }> {
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part);
    const { status, text, headers } = node.reply(Buffer.concat(parts).toString());
    response.writeHead(status, headers).end(text);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

type BlockFilter = { readonly fromBlock: Hex; readonly toBlock: Hex } | { readonly blockHash: Hex };

type LogFilter = BlockFilter & { readonly address: string | readonly string[] };

type BlockReference = Hex | { readonly blockHash: Hex };

/** @throws {Refusal} when a block named by its hash is not there. */
function blocksWithin(place: BlockFilter, blocks: readonly SimulatedBlock[]): readonly SimulatedBlock[] {
  if ("fromBlock" in place) return blocks.slice(Number(place.fromBlock), Number(place.toBlock) + 1);
  const block = blocks.find(({ hash }) => hash === place.blockHash);
  if (block === undefined) throw new Refusal(-32_000, "unknown block");
  return [block];
}

function headerOf(block: SimulatedBlock | undefined): object | null {
  if (block === undefined) return null;
  const { number, hash, parentHash, time, bloom } = block;
  return { number: quantity(number), hash, parentHash, timestamp: quantity(time), logsBloom: bloom };
}

function answeredLog({ contract, blockTime: _, ...log }: RawLog): object {
  const { blockNumber, transactionIndex, logIndex } = log;
  return {
    ...log,
    address: contract.toLowerCase(),
    blockNumber: quantity(blockNumber),
    transactionIndex: quantity(transactionIndex),
    logIndex: quantity(logIndex),
    removed: false,
  };
}

function journalOf(
  [{ to }, place]: readonly [{ to: Address }, BlockReference],
  blocks: readonly SimulatedBlock[],
  statesKept: number,
): Hex {
  const block = typeof place === "string" ? blocks[Number(place)] : blocks.find(({ hash }) => hash === place.blockHash);
  if (block === undefined) throw new Refusal(-32_000, "header not found");
  if (blocks.length - block.number > statesKept) throw new Refusal(-32_000, "missing trie node");
  return encodedJournal(block.journals.get(to) ?? EMPTY_STREAM);
}

function quantity(number: number): Hex {
  return `0x${number.toString(16)}`;
}
