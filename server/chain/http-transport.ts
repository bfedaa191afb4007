import type { Clock } from "./clock.ts";
import type { Endpoint } from "./endpoint.ts";
import { RpcError } from "./errors.ts";
import { waitAsked } from "./retry-after.ts";
import type { Reply, Transport } from "./transport.ts";

/** Speaks to a node by HTTP requests. */
export class HttpTransport implements Transport {
  readonly #endpoint: Endpoint;
  readonly #timeout: number;
  readonly #clock: Clock;
  readonly #fetch: typeof fetch;

  constructor(endpoint: Endpoint, timeout: number, clock: Clock, fetched: typeof fetch) {
    this.#endpoint = endpoint;
    this.#timeout = timeout;
    this.#clock = clock;
    this.#fetch = fetched;
  }

  async send(messages: object, method: string, signal?: AbortSignal): Promise<Reply> {
    const deadline = this.#clock.deadline(this.#timeout);
    const headers = { "content-type": "application/json", ...this.#endpoint.headers };
    const { url, shown } = this.#endpoint;
    try {
      const ending = signal === undefined ? deadline : AbortSignal.any([deadline, signal]);
      const response = await this.#fetch(url, {
        method: "POST",
        headers,
        body: JSON.stringify(messages),
        signal: ending,
      });
      const retryAfter = waitAsked(response.headers.get("retry-after"), this.#clock.now());
      return { status: response.status, content: parsed(await response.text()), retryAfter };
    } catch (error) {
      signal?.throwIfAborted();
      if (deadline.aborted) throw timeout(shown, method, this.#timeout);
      const fault = this.#endpoint.redact(connectionFault(error));
      throw new RpcError("RPC_UNREACHABLE", `the node at ${shown} cannot be reached (${fault}): check that it runs`);
    }
  }

  close(): void {}
}

/** The error of a node that did not answer in time. */
export function timeout(shown: string, method: string, milliseconds: number): RpcError {
  const limit = `${milliseconds / 1_000} s`;
  return new RpcError("RPC_TIMEOUT", `the node at ${shown} did not answer ${method} within ${limit}: check its load`);
}

/** JSON; undefined for what is none. */
export function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function connectionFault(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { cause } = error;
  if (cause instanceof Error) return (cause as { code?: string }).code ?? cause.message;
  return error.message;
}
