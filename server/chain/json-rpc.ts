import { pauseAfter } from "./backoff.ts";
import { type Clock, SYSTEM_CLOCK } from "./clock.ts";
import { type Endpoint, parseEndpoint } from "./endpoint.ts";
import { RpcError, type RpcErrorCode } from "./errors.ts";
import { HttpTransport } from "./http-transport.ts";
import type { Reply, Transport } from "./transport.ts";
import { WebSocketTransport } from "./web-socket-transport.ts";

/** A JSON-RPC request. */
export interface RpcRequest {
  readonly method: string;
  readonly params: readonly unknown[];
}

/** How a node is asked. */
export interface JsonRpcOptions {
  readonly url: string;
  /** How long one HTTP request may take; 10 s unless told. */
  readonly timeout?: number;
  /** How often a request is sent again when the node cannot be reached; 2 unless told. */
  readonly retries?: number;
  readonly clock?: Clock;
  readonly fetch?: typeof fetch;
  /** Numbers from 0 to 1 that spread the pauses before requests are sent again. */
  readonly random?: () => number;
  /** Called with the class of every failure, also of what is asked for again, and the node as far as it may be shown. */
  readonly onFailure?: (code: RpcErrorCode, node: string) => void;
}

interface Answer {
  readonly id: number;
  readonly result?: unknown;
  readonly error?: Refusal | null;
}

interface Refusal {
  readonly code: number;
  readonly message: string;
}

/** Statuses by which a server or what stands before it says that it is overloaded. */
const OVERLOADED = [429, 503];
const BROKEN_OFF = [502, 504];

/** Codes and words by which nodes say inside JSON that they are asked too often; what covers too much is worded otherwise. */
const LIMITED_CODES = [429, -32_029];
const LIMITED_WORDS = /rate limit|too many requests|request limit|requests per|compute units|capacity/i;

/** A client of one node. It checks the frame of an answer; what is inside is for the caller to check. */
export class JsonRpcClient {
  readonly endpoint: Endpoint;
  readonly #onFailure: (code: RpcErrorCode, node: string) => void;
  readonly #retries: number;
  readonly #clock: Clock;
  readonly #random: () => number;
  readonly #transport: Transport;
  #lastId = 0;
  /** Unix milliseconds until which the node asked to be left alone: whoever asks it waits. */
  #restsUntil = 0;

  constructor(options: JsonRpcOptions) {
    this.#onFailure = options.onFailure ?? (() => undefined);
    const { timeout = 10_000, retries = 2, clock = SYSTEM_CLOCK, random = Math.random } = options;
    this.endpoint = parseEndpoint(options.url);
    this.#retries = retries;
    this.#clock = clock;
    this.#random = random;
    this.#transport =
      this.endpoint.transport === "http"
        ? new HttpTransport(this.endpoint, timeout, clock, options.fetch ?? fetch)
        : new WebSocketTransport(this.endpoint, timeout, clock, (code) => this.failed(code));
  }

  /**
   * Sends one request.
   *
   * @throws {RpcError}
   */
  async request(request: RpcRequest, signal?: AbortSignal): Promise<unknown> {
    const [result] = await this.#send([request], (messages) => messages[0] ?? {}, signal);
    return result;
  }

  /**
   * Sends several requests at once.
   *
   * @returns the results in the order of the requests.
   * @throws {RpcError} when one of them fails.
   */
  async batch(requests: readonly RpcRequest[], signal?: AbortSignal): Promise<unknown[]> {
    return requests.length === 0 ? [] : this.#send(requests, (messages) => messages, signal);
  }

  /** Calls `listener` at each new block the node tells of by itself, where it does. Returns how to end that. */
  onHead(listener: () => void): () => void {
    return this.#transport.subscribe?.(listener) ?? (() => undefined);
  }

  close(): void {
    this.#transport.close();
  }

  /** Counts a failure of the node. */
  failed(code: RpcErrorCode): void {
    this.#onFailure(code, this.endpoint.shown);
  }

  /** The error of an answer that is not what was asked for. */
  malformed(method: string, fault: string, details?: { isUnreadable: boolean }): RpcError {
    const hint = "the node may be faulty, or be several nodes that disagree";
    this.failed("RPC_MALFORMED");
    const message = `the node at ${this.endpoint.shown} answered ${method} wrongly: ${fault}; ${hint}`;
    return new RpcError("RPC_MALFORMED", message, details);
  }

  async #send(
    requests: readonly RpcRequest[],
    body: (messages: readonly object[]) => object,
    signal: AbortSignal | undefined,
  ): Promise<unknown[]> {
    for (let attempt = 0; ; attempt++) {
      const rest = this.#restsUntil - this.#clock.now();
      if (attempt === 0 && rest > 0) await this.#clock.sleep(rest, signal);
      try {
        return await this.#attempt(requests, body, signal);
      } catch (error) {
        signal?.throwIfAborted();
        if (error instanceof RpcError && error.code !== "RPC_MALFORMED") this.failed(error.code);
        if (!(error instanceof RpcError) || !error.isTransient) throw error;
        const pause = pauseAfter(error, attempt, this.#random());
        if (error.code === "RPC_OVERLOADED") this.#restsUntil = this.#clock.now() + pause;
        if (attempt >= this.#retries) throw error;
        await this.#clock.sleep(pause, signal);
      }
    }
  }

  async #attempt(
    requests: readonly RpcRequest[],
    body: (messages: readonly object[]) => object,
    signal: AbortSignal | undefined,
  ): Promise<unknown[]> {
    const messages = requests.map(({ method, params }) => ({ jsonrpc: "2.0", id: ++this.#lastId, method, params }));
    const method = requests[0]?.method ?? "";
    const answers = this.#answers(await this.#transport.send(body(messages), method, signal), method);
    return messages.map(({ id, method: asked }) => this.#result(answers, id, asked));
  }

  #answers(reply: Reply, method: string): Map<number, Answer> {
    const { status, content } = reply;
    if (OVERLOADED.includes(status)) throw this.#httpError("RPC_OVERLOADED", reply, method);
    if (BROKEN_OFF.includes(status)) throw this.#httpError("RPC_UNREACHABLE", reply, method);
    const list: unknown[] = Array.isArray(content) ? content : [content];
    const answers = new Map<number, Answer>();
    for (const answer of list) {
      if (!isAnswer(answer)) throw this.#notAnswered(reply, method);
      if (answers.has(answer.id)) throw this.malformed(method, `two answers to request ${answer.id}`);
      answers.set(answer.id, answer);
    }
    return answers;
  }

  /** The error of a reply that is no list of answers. */
  #notAnswered(reply: Reply, method: string): RpcError {
    const { status, content } = reply;
    if (isObject(content) && isRefusal(content.error)) return this.#rpcError(content.error, method);
    if (status !== 200) return this.#httpError("RPC_ERROR", reply, method);
    if (content === undefined) return this.malformed(method, "the answer is no JSON", { isUnreadable: true });
    return this.malformed(method, "the answer is not of JSON-RPC's form");
  }

  #result(answers: ReadonlyMap<number, Answer>, id: number, method: string): unknown {
    const answer = answers.get(id);
    if (answer === undefined) throw this.malformed(method, `no answer to request ${id}`);
    if (answer.error != null) throw this.#rpcError(answer.error, method);
    if (answer.result === undefined) throw this.malformed(method, "an answer with neither result nor error");
    return answer.result;
  }

  #rpcError(error: Refusal, method: string): RpcError {
    const words = this.endpoint.redact(error.message).slice(0, 300);
    const message = `the node at ${this.endpoint.shown} refused ${method}: ${words} (code ${error.code})`;
    const isLimited = LIMITED_CODES.includes(error.code) || LIMITED_WORDS.test(error.message);
    return new RpcError(isLimited ? "RPC_OVERLOADED" : "RPC_ERROR", message, { answerCode: error.code });
  }

  #httpError(code: RpcErrorCode, { status, retryAfter }: Reply, method: string): RpcError {
    const hint = status === 401 || status === 403 ? "check its credentials" : "check its address and its load";
    const message = `the node at ${this.endpoint.shown} answered ${method} with HTTP ${status}: ${hint}`;
    return new RpcError(code, message, { answerCode: status, retryAfter });
  }
}

function isAnswer(content: unknown): content is Answer {
  if (!isObject(content) || typeof content.id !== "number") return false;
  return content.error == null || isRefusal(content.error);
}

function isRefusal(content: unknown): content is Refusal {
  return isObject(content) && typeof content.code === "number" && typeof content.message === "string";
}

function isObject(content: unknown): content is Readonly<Record<string, unknown>> {
  return typeof content === "object" && content !== null;
}
