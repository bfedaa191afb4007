import { z } from "zod";
import type { RawLog } from "../ledger/decode.ts";
import type { Address, Hex } from "../ledger/hex.ts";
import { bytesSchema, chainIdSchema, headerSchema, logSchema, quantityOf } from "./answers.ts";
import { isTooLarge, RpcError } from "./errors.ts";
import { JsonRpcClient, type JsonRpcOptions } from "./json-rpc.ts";
import { checkedLogs, LogFault } from "./log-check.ts";
import type { ChainBlock, ChainSource, Header } from "./source.ts";

/** How many headers are asked for at once. */
const BATCH = 50;

/** A chain read from a node over HTTP. */
export class JsonRpcSource implements ChainSource {
  readonly #client: JsonRpcClient;

  constructor(options: JsonRpcOptions) {
    this.#client = new JsonRpcClient(options);
  }

  async chainId(signal?: AbortSignal): Promise<number> {
    return this.#ask(chainIdSchema, "eth_chainId", [], signal);
  }

  async genesisHash(signal?: AbortSignal): Promise<Hex> {
    const [genesis] = await this.headers(0, 0, signal);
    if (genesis === undefined) throw this.#client.malformed("eth_getBlockByNumber", "no block 0");
    return genesis.hash;
  }

  async head(signal?: AbortSignal): Promise<Header> {
    return this.#ask(headerSchema, "eth_getBlockByNumber", ["latest", false], signal);
  }

  async headers(from: number, to: number, signal?: AbortSignal): Promise<Header[]> {
    const headers: Header[] = [];
    for (let first = from; first <= to; first += BATCH) {
      const last = Math.min(first + BATCH - 1, to);
      for (const header of await this.#headerBatch(first, last, signal)) {
        const previous = headers.at(-1);
        if (previous !== undefined && header.parentHash !== previous.hash) {
          throw this.#client.malformed(
            "eth_getBlockByNumber",
            `block ${header.number} does not follow block ${previous.number}`,
          );
        }
        headers.push(header);
      }
    }
    return headers;
  }

  async logs(headers: readonly Header[], addresses: readonly Address[], signal?: AbortSignal): Promise<RawLog[]> {
    const first = headers.at(0);
    const last = headers.at(-1);
    if (first === undefined || last === undefined) return [];
    try {
      const filter = { fromBlock: quantityOf(first.number), toBlock: quantityOf(last.number), address: addresses };
      const answered = await this.#ask(z.array(logSchema), "eth_getLogs", [filter], signal);
      const logs = checkedLogs(answered, headers, addresses);
      await this.#requireUnchanged(last, signal);
      return logs;
    } catch (error) {
      if (error instanceof LogFault) throw this.#client.malformed("eth_getLogs", error.message);
      if (headers.length === 1 || !isTooLarge(error)) throw error;
      const middle = Math.ceil(headers.length / 2);
      const earlier = await this.logs(headers.slice(0, middle), addresses, signal);
      return [...earlier, ...(await this.logs(headers.slice(middle), addresses, signal))];
    }
  }

  async call(to: Address, input: Hex, block: ChainBlock, signal?: AbortSignal): Promise<Hex> {
    const message = { to, data: input };
    try {
      return await this.#ask(bytesSchema, "eth_call", [message, { blockHash: block.hash }], signal);
    } catch (error) {
      if (!(error instanceof RpcError) || error.code !== "RPC_ERROR") throw error;
    }
    // A node that does not take block hashes (EIP-1898): ask by number, and make sure that it is still this block.
    const result = await this.#ask(bytesSchema, "eth_call", [message, quantityOf(block.number)], signal);
    await this.#requireUnchanged(block, signal);
    return result;
  }

  async code(address: Address, signal?: AbortSignal): Promise<Hex> {
    return this.#ask(bytesSchema, "eth_getCode", [address, "latest"], signal);
  }

  async #headerBatch(from: number, to: number, signal: AbortSignal | undefined): Promise<Header[]> {
    const method = "eth_getBlockByNumber";
    const numbers = Array.from({ length: to - from + 1 }, (_, index) => from + index);
    const requests = numbers.map((number) => ({ method, params: [quantityOf(number), false] }));
    const results = await this.#client.batch(requests, signal);
    return numbers.map((number, index) => {
      const header = this.#parse(headerSchema, method, results[index]);
      if (header.number !== number) throw this.#client.malformed(method, `block ${header.number} for block ${number}`);
      return header;
    });
  }

  /** Logs and calls are found by number: a block that was replaced meanwhile would be mirrored without its own. */
  async #requireUnchanged(block: ChainBlock, signal: AbortSignal | undefined): Promise<void> {
    const [present] = await this.#headerBatch(block.number, block.number, signal);
    if (present?.hash === block.hash) return;
    throw this.#client.malformed("eth_getBlockByNumber", `block ${block.number} was replaced while it was read`);
  }

  async #ask<T>(schema: z.ZodType<T>, method: string, params: unknown[], signal: AbortSignal | undefined): Promise<T> {
    return this.#parse(schema, method, await this.#client.request({ method, params }, signal));
  }

  #parse<T>(schema: z.ZodType<T>, method: string, result: unknown): T {
    const parsed = schema.safeParse(result);
    if (parsed.success) return parsed.data;
    const [issue] = parsed.error.issues;
    const place = issue?.path.join(".") || "the result";
    throw this.#client.malformed(method, result === null ? "nothing is there" : `${place}: ${issue?.message}`);
  }
}
