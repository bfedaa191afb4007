import { z } from "zod";
import { type Clock, SYSTEM_CLOCK } from "./clock.ts";
import { type Endpoint, parseEndpoint } from "./endpoint.ts";
import { RpcError } from "./errors.ts";

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
}

const FIRST_PAUSE = 200;

const answerSchema = z.object({
  id: z.number(),
  result: z.unknown().optional(),
  error: z.object({ code: z.number(), message: z.string() }).optional(),
});
type Answer = z.infer<typeof answerSchema>;

/** A client of one node. It checks the frame of an answer; what is inside is for the caller to check. */
export class JsonRpcClient {
  readonly #endpoint: Endpoint;
  readonly #timeout: number;
  readonly #retries: number;
  readonly #clock: Clock;
  readonly #fetch: typeof fetch;
  #lastId = 0;

  constructor(options: JsonRpcOptions) {
    this.#endpoint = parseEndpoint(options.url);
    this.#timeout = options.timeout ?? 10_000;
    this.#retries = options.retries ?? 2;
    this.#clock = options.clock ?? SYSTEM_CLOCK;
    this.#fetch = options.fetch ?? fetch;
  }

  /**
   * Sends one request.
   *
   * @throws {RpcError}
   */
  async request(request: RpcRequest, signal?: AbortSignal): Promise<unknown> {
    const [result] = await this.#send([request], (messages) => messages[0], signal);
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

  /** The error of an answer that is not what was asked for. */
  malformed(method: string, fault: string): RpcError {
    const hint = "the node may be faulty, or be several nodes that disagree";
    return new RpcError(
      "RPC_MALFORMED",
      `the node at ${this.#endpoint.shown} answered ${method} wrongly: ${fault}; ${hint}`,
    );
  }

  async #send(
    requests: readonly RpcRequest[],
    body: (messages: readonly object[]) => unknown,
    signal: AbortSignal | undefined,
  ): Promise<unknown[]> {
    for (let attempt = 0; ; attempt++) {
      try {
        return await this.#attempt(requests, body, signal);
      } catch (error) {
        signal?.throwIfAborted();
        if (!(error instanceof RpcError) || !error.isTransient || attempt >= this.#retries) throw error;
        await this.#clock.sleep(FIRST_PAUSE * 2 ** attempt, signal);
      }
    }
  }

  async #attempt(
    requests: readonly RpcRequest[],
    body: (messages: readonly object[]) => unknown,
    signal: AbortSignal | undefined,
  ): Promise<unknown[]> {
    const messages = requests.map(({ method, params }) => ({ jsonrpc: "2.0", id: ++this.#lastId, method, params }));
    const method = requests[0]?.method ?? "";
    const { status, text } = await this.#post(JSON.stringify(body(messages)), method, signal);
    const answers = this.#answers(status, text, method);
    return messages.map(({ id, method: asked }) => this.#result(answers, id, asked));
  }

  async #post(body: string, method: string, signal?: AbortSignal): Promise<{ status: number; text: string }> {
    const deadline = this.#clock.deadline(this.#timeout);
    const headers = { "content-type": "application/json", ...this.#endpoint.headers };
    try {
      const ending = signal === undefined ? deadline : AbortSignal.any([deadline, signal]);
      const response = await this.#fetch(this.#endpoint.url, { method: "POST", headers, body, signal: ending });
      return { status: response.status, text: await response.text() };
    } catch (error) {
      signal?.throwIfAborted();
      const { shown } = this.#endpoint;
      if (deadline.aborted) {
        const limit = `${this.#timeout / 1_000} s`;
        throw new RpcError(
          "RPC_TIMEOUT",
          `the node at ${shown} did not answer ${method} within ${limit}: check its load`,
        );
      }
      const fault = this.#endpoint.redact(connectionFault(error));
      throw new RpcError("RPC_UNREACHABLE", `the node at ${shown} cannot be reached (${fault}): check that it runs`);
    }
  }

  #answers(status: number, text: string, method: string): Answer[] {
    if ([429, 502, 503, 504].includes(status)) throw this.#httpError("RPC_UNREACHABLE", status, method);
    let content: unknown;
    try {
      content = JSON.parse(text);
    } catch {
      if (status !== 200) throw this.#httpError("RPC_ERROR", status, method);
      throw this.malformed(method, "the answer is no JSON");
    }
    const answers = z.array(answerSchema).safeParse(Array.isArray(content) ? content : [content]);
    if (answers.success) return answers.data;
    const refusal = z.object({ error: answerSchema.shape.error.unwrap() }).safeParse(content);
    if (refusal.success) throw this.#rpcError(refusal.data.error, method);
    if (status !== 200) throw this.#httpError("RPC_ERROR", status, method);
    throw this.malformed(method, "the answer is not of JSON-RPC's form");
  }

  #result(answers: readonly Answer[], id: number, method: string): unknown {
    const mine = answers.filter((answer) => answer.id === id);
    const [answer] = mine;
    if (answer === undefined || mine.length > 1)
      throw this.malformed(method, `${mine.length} answers to request ${id}`);
    if (answer.error !== undefined) throw this.#rpcError(answer.error, method);
    if (answer.result === undefined) throw this.malformed(method, "an answer with neither result nor error");
    return answer.result;
  }

  #rpcError(error: { code: number; message: string }, method: string): RpcError {
    const words = this.#endpoint.redact(error.message).slice(0, 300);
    const message = `the node at ${this.#endpoint.shown} refused ${method}: ${words} (code ${error.code})`;
    return new RpcError("RPC_ERROR", message, error.code);
  }

  #httpError(code: "RPC_UNREACHABLE" | "RPC_ERROR", status: number, method: string): RpcError {
    const hint = status === 401 || status === 403 ? "check its credentials" : "check its address and its load";
    return new RpcError(
      code,
      `the node at ${this.#endpoint.shown} answered ${method} with HTTP ${status}: ${hint}`,
      status,
    );
  }
}

function connectionFault(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { cause } = error;
  if (cause instanceof Error) return (cause as { code?: string }).code ?? cause.message;
  return error.message;
}
