import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Clock } from "../../server/chain/clock.ts";
import type { RpcError } from "../../server/chain/errors.ts";
import { JsonRpcSource } from "../../server/chain/json-rpc-source.ts";
import { digestOf } from "../support/acts.ts";

interface Message {
  readonly id: number;
  readonly method: string;
  readonly params: readonly unknown[];
}

type Handler = (message: Message) => unknown;

/** What a node answers in place of JSON-RPC. */
interface Reply {
  readonly status?: number;
  readonly text: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** As of a block that has every address and topic there is. */
export const BLOOM = `0x${"ff".repeat(256)}`;

export const header = (number: number) => ({
  number: `0x${number.toString(16)}`,
  hash: digestOf(1_000 + number),
  parentHash: digestOf(999 + number),
  timestamp: `0x${(number * 60).toString(16)}`,
  logsBloom: BLOOM,
});

/** A node that answers blocks, and beyond that what the test says. */
export const blocks: Handler = ({ method, params: [block] }) =>
  method === "eth_getBlockByNumber" ? header(block === "latest" ? 9 : Number(block)) : "0x0";

/** A node over HTTP that answers what a test tells it to, and the time of who asks it. */
export class AnsweringNode {
  readonly #server: Server;
  url = "";
  handle: Handler = blocks;
  respond: ((body: string) => Reply | undefined) | undefined;
  /** Whether it takes requests and never answers. */
  hang = false;
  received: Message[] = [];
  authorizations: (string | undefined)[] = [];
  /** The pauses that its askers made. */
  pauses: number[] = [];

  readonly clock: Clock = {
    now: () => 0,
    sleep: async (milliseconds) => void this.pauses.push(milliseconds),
    deadline: () => (this.hang ? AbortSignal.timeout(20) : new AbortController().signal),
  };

  constructor() {
    this.#server = createServer((request, response) => {
      let body = "";
      request.on("data", (chunk) => {
        body += chunk;
      });
      request.on("end", () => {
        this.authorizations.push(request.headers.authorization);
        if (this.hang) return;
        const content: Message | Message[] = JSON.parse(body);
        const messages = Array.isArray(content) ? content : [content];
        this.received.push(...messages);
        const own = this.respond?.(body);
        if (own !== undefined) {
          response.writeHead(own.status ?? 200, own.headers).end(own.text);
          return;
        }
        const answers = messages.map((message) => ({ jsonrpc: "2.0", id: message.id, ...this.#answered(message) }));
        response.end(JSON.stringify(Array.isArray(content) ? answers.reverse() : answers[0]));
      });
    });
  }

  async start(): Promise<void> {
    await new Promise<void>((resolve) => this.#server.listen(0, "127.0.0.1", resolve));
    this.url = `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** Makes it a healthy node that nobody asked anything yet. */
  reset(): void {
    this.handle = blocks;
    this.respond = undefined;
    this.received = [];
    this.authorizations = [];
    this.hang = false;
    this.pauses = [];
  }

  stop(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }

  /** The chain as it is read from it. */
  source(options: { readonly retries?: number } = {}): JsonRpcSource {
    return new JsonRpcSource({ url: this.url, clock: this.clock, random: () => 0, ...options });
  }

  /** Answers `method` as told and everything else as a healthy node. */
  answering(method: string, answer: Handler): void {
    this.handle = (message) => (message.method === method ? answer(message) : blocks(message));
  }

  #answered(message: Message): object {
    try {
      return { result: this.handle(message) };
    } catch (error) {
      return { error };
    }
  }
}

/** Answers with an error of JSON-RPC. */
export function refuse(code: number, message: string): never {
  throw { code, message };
}

/** How an attempt failed. */
export async function failure(attempt: Promise<unknown>): Promise<RpcError> {
  return attempt.then(
    () => {
      throw new Error("it did not fail");
    },
    (error: RpcError) => error,
  );
}
