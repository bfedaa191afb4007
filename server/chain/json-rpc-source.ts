import type { Address, Hex } from "../ledger/hex.ts";
import {
  type AddressBook,
  AnswerFault,
  quantityOf,
  readBytes,
  readHeader,
  readLogs,
  readQuantity,
  type UndatedLog,
} from "./answers.ts";
import { combinedAnswers, combinedCall } from "./combined-call.ts";
import { RpcError, type RpcErrorCode } from "./errors.ts";
import { JsonRpcClient, type JsonRpcOptions } from "./json-rpc.ts";
import { RangeLimit } from "./range-limit.ts";
import type { ChainBlock, ChainSource, FinalityTag, Header } from "./source.ts";

/** How many headers are asked for at once. */
const BATCH = 50;

/** How many blocks a node is asked the logs of at first, before its answers show what it takes. */
const FIRST_RANGE = 2_000;

/** How many logs an answer should have: reading it holds up everything else for some ten milliseconds. */
const LOGS_AT_ONCE = 1_000;

/** A chain read from one node. */
export class JsonRpcSource implements ChainSource {
  readonly #client: JsonRpcClient;
  readonly #limit = new RangeLimit(FIRST_RANGE);
  /** About how many blocks have logs enough for one question, by the last ones: a long answer takes much memory while it is read. */
  #enough = Number.POSITIVE_INFINITY;
  /** Whether the node may be asked several contracts in one call. */
  #mayCombine = true;

  constructor(options: JsonRpcOptions) {
    this.#client = new JsonRpcClient(options);
  }

  async chainId(signal?: AbortSignal): Promise<number> {
    const result = await this.#client.request({ method: "eth_chainId", params: [] }, signal);
    return this.#read("eth_chainId", () => readQuantity(result, "the result"));
  }

  async genesisHash(signal?: AbortSignal): Promise<Hex> {
    const [genesis] = await this.headersOf([0], signal);
    if (genesis === undefined) throw this.#client.malformed("eth_getBlockByNumber", "no block 0");
    return genesis.hash;
  }

  async head(tag: "latest" | FinalityTag = "latest", signal?: AbortSignal): Promise<Header> {
    const method = "eth_getBlockByNumber";
    const result = await this.#client.request({ method, params: [tag, false] }, signal);
    return this.#read(method, () => readHeader(result));
  }

  async headers(from: number, to: number, signal?: AbortSignal): Promise<Header[]> {
    const headers = await this.headersOf(numbersFrom(from, to), signal);
    headers.forEach((header, index) => {
      const previous = headers[index - 1];
      if (previous === undefined || header.parentHash === previous.hash) return;
      const fault = `block ${header.number} does not follow block ${previous.number}`;
      throw this.#client.malformed("eth_getBlockByNumber", fault);
    });
    return headers;
  }

  async headersOf(numbers: readonly number[], signal?: AbortSignal): Promise<Header[]> {
    const batches = Array.from({ length: Math.ceil(numbers.length / BATCH) }, (_, index) =>
      this.#headerBatch(numbers.slice(index * BATCH, (index + 1) * BATCH), signal),
    );
    return (await Promise.all(batches)).flat();
  }

  async logs(from: number, to: number, addresses: readonly Address[], signal?: AbortSignal): Promise<UndatedLog[]> {
    const book = bookOf(addresses);
    const parts: UndatedLog[][] = [];
    for (let first = from; first <= to; ) {
      const last = Math.min(first + Math.min(this.#limit.blocks, this.#enough) - 1, to);
      const part = await this.#logsWithin(first, last, book, signal);
      this.#enough = Math.max(1, Math.round(((last - first + 1) * LOGS_AT_ONCE) / Math.max(1, part.length)));
      parts.push(part);
      first = last + 1;
    }
    return parts.flat();
  }

  async logsOf(block: ChainBlock, addresses: readonly Address[], signal?: AbortSignal): Promise<UndatedLog[]> {
    const book = bookOf(addresses);
    const { number, hash } = block;
    let logs: UndatedLog[];
    try {
      logs = await this.#askLogs({ blockHash: hash }, number, number, book, signal);
    } catch (error) {
      if (!(error instanceof RpcError) || error.code !== "RPC_ERROR") throw error;
      // It does not have the block, or does not take block hashes (EIP-234).
      logs = await this.#logsWithin(number, number, book, signal);
    }
    // Some answer an empty list for a block they do not have.
    if (logs.some(({ blockHash }) => blockHash !== hash) || logs.length === 0) {
      await this.#requireStillThere(block, signal);
    }
    return logs;
  }

  async callEach(addresses: readonly Address[], input: Hex, block: ChainBlock, signal?: AbortSignal): Promise<Hex[]> {
    const atOnce = this.#mayCombine ? await this.#callCombined(addresses, input, block, signal) : undefined;
    if (atOnce !== undefined) return atOnce;
    const singly = await this.#callSingly(addresses, input, block, signal);
    // It has the state, and refuses the call: it is not asked so again.
    this.#mayCombine = false;
    return singly;
  }

  async #callSingly(
    addresses: readonly Address[],
    input: Hex,
    block: ChainBlock,
    signal: AbortSignal | undefined,
  ): Promise<Hex[]> {
    const asOf = (place: unknown) =>
      addresses.map((to) => ({ method: "eth_call", params: [{ to, data: input }, place] }));
    try {
      return this.#bytesOf(await this.#client.batch(asOf({ blockHash: block.hash }), signal));
    } catch (error) {
      if (!(error instanceof RpcError) || error.code !== "RPC_ERROR") throw error;
    }
    // A node that does not take block hashes (EIP-1898): ask by number, and make sure that it is still this block.
    const results = this.#bytesOf(await this.#client.batch(asOf(quantityOf(block.number)), signal));
    await this.#requireStillThere(block, signal);
    return results;
  }

  /** What was asked by a block's number is of the block meant if that is there still. */
  async #requireStillThere(block: ChainBlock, signal: AbortSignal | undefined): Promise<void> {
    const [present] = await this.headersOf([block.number], signal);
    if (present?.hash === block.hash) return;
    throw this.#client.malformed("eth_getBlockByNumber", `block ${block.number} was replaced while it was read`);
  }

  /** The answers to one call for all; undefined when the node does not take it. */
  async #callCombined(
    addresses: readonly Address[],
    input: Hex,
    block: ChainBlock,
    signal: AbortSignal | undefined,
  ): Promise<Hex[] | undefined> {
    const params = [{ data: combinedCall(addresses, input) }, { blockHash: block.hash }];
    try {
      const result = await this.#client.request({ method: "eth_call", params }, signal);
      return combinedAnswers(
        this.#read("eth_call", () => readBytes(result, "the result")),
        addresses.length,
      );
    } catch (error) {
      if (!(error instanceof RpcError) || error.code !== "RPC_ERROR") throw error;
      return undefined;
    }
  }

  async code(address: Address, signal?: AbortSignal): Promise<Hex> {
    const result = await this.#client.request({ method: "eth_getCode", params: [address, "latest"] }, signal);
    return this.#read("eth_getCode", () => readBytes(result, "the result"));
  }

  avoid(fault?: RpcErrorCode): void {
    if (fault !== undefined) this.#client.failed(fault);
  }

  each(): readonly ChainSource[] {
    return [this];
  }

  onHead(listener: () => void): () => void {
    return this.#client.onHead(listener);
  }

  close(): void {
    this.#client.close();
  }

  /** Asks for a range, and for its halves when it is refused for a reason that may be its size. */
  async #logsWithin(from: number, to: number, book: AddressBook, signal?: AbortSignal): Promise<UndatedLog[]> {
    const blocks = to - from + 1;
    try {
      const blockRange = { fromBlock: quantityOf(from), toBlock: quantityOf(to) };
      const logs = await this.#askLogs(blockRange, from, to, book, signal);
      this.#limit.taken(blocks);
      return logs;
    } catch (error) {
      if (blocks === 1 || !(error instanceof RpcError) || !error.mayBeTooLarge) throw error;
      const middle = from + Math.ceil(blocks / 2) - 1;
      const earlier = await this.#logsWithin(from, middle, book, signal);
      this.#limit.refused(blocks, middle - from + 1);
      return [...earlier, ...(await this.#logsWithin(middle + 1, to, book, signal))];
    }
  }

  async #askLogs(
    blocks: Readonly<Record<string, Hex>>,
    from: number,
    to: number,
    book: AddressBook,
    signal: AbortSignal | undefined,
  ): Promise<UndatedLog[]> {
    const method = "eth_getLogs";
    const params = [{ ...blocks, address: [...book.values()] }];
    const result = await this.#client.request({ method, params }, signal);
    return this.#read(method, () => readLogs(result, from, to, book));
  }

  async #headerBatch(numbers: readonly number[], signal: AbortSignal | undefined): Promise<Header[]> {
    const method = "eth_getBlockByNumber";
    const requests = numbers.map((number) => ({ method, params: [quantityOf(number), false] }));
    const results = await this.#client.batch(requests, signal);
    return numbers.map((number, index) => {
      const header = this.#read(method, () => readHeader(results[index]));
      if (header.number !== number) throw this.#client.malformed(method, `block ${header.number} for block ${number}`);
      return header;
    });
  }

  #bytesOf(results: readonly unknown[]): Hex[] {
    return results.map((result) => this.#read("eth_call", () => readBytes(result, "the result")));
  }

  #read<T>(method: string, read: () => T): T {
    try {
      return read();
    } catch (error) {
      if (error instanceof AnswerFault) throw this.#client.malformed(method, error.message);
      throw error;
    }
  }
}

function numbersFrom(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);
}

/** The addresses whose logs are asked for, as nodes may write them. */
function bookOf(addresses: readonly Address[]): AddressBook {
  return new Map(addresses.map((address) => [address.toLowerCase(), address]));
}
