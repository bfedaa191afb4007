import WebSocket from "ws";
import type { Clock } from "./clock.ts";
import type { Endpoint } from "./endpoint.ts";
import { RpcError, type RpcErrorCode } from "./errors.ts";
import { parsed, timeout } from "./http-transport.ts";
import type { Reply, Transport } from "./transport.ts";

/** The largest answer that is taken; logs of a busy range are some tens of MiB. */
const LARGEST = 512 * 1024 * 1024;

/** Ids below zero are nobody's. */
const SUBSCRIPTION = -1;

interface Message {
  readonly id: number;
}

interface Waiting {
  readonly resolve: (reply: Reply) => void;
  readonly reject: (error: unknown) => void;
}

/** Speaks to a node over one WebSocket, on which it also tells of new blocks (`eth_subscribe`). A lost one is made anew when needed. */
export class WebSocketTransport implements Transport {
  readonly #endpoint: Endpoint;
  readonly #timeout: number;
  readonly #clock: Clock;
  readonly #onFailure: (code: RpcErrorCode) => void;
  readonly #listeners = new Set<() => void>();
  /** Who waits for an answer, by the first id of what was sent. */
  readonly #waiting = new Map<number, Waiting>();
  #socket: WebSocket | undefined;
  #isClosed = false;

  /** @param onFailure Told of failures that no question fails by: what is lost while nobody waits, and what cannot be read. */
  constructor(endpoint: Endpoint, timeoutAfter: number, clock: Clock, onFailure: (code: RpcErrorCode) => void) {
    this.#onFailure = onFailure;
    this.#endpoint = endpoint;
    this.#timeout = timeoutAfter;
    this.#clock = clock;
  }

  async send(messages: object, method: string, signal?: AbortSignal): Promise<Reply> {
    const [first] = (Array.isArray(messages) ? messages : [messages]) as Message[];
    const id = first?.id ?? 0;
    const deadline = this.#clock.deadline(this.#timeout);
    const ending = signal === undefined ? deadline : AbortSignal.any([deadline, signal]);
    const { promise, resolve, reject } = Promise.withResolvers<Reply>();
    const giveUp = () => reject(signal?.aborted ? signal.reason : timeout(this.#endpoint.shown, method, this.#timeout));
    ending.addEventListener("abort", giveUp, { once: true });
    this.#waiting.set(id, { resolve, reject });
    try {
      signal?.throwIfAborted();
      const socket = this.#connected();
      const text = JSON.stringify(messages);
      if (socket.readyState === WebSocket.OPEN) socket.send(text);
      else socket.once("open", () => socket.send(text));
      return await promise;
    } finally {
      ending.removeEventListener("abort", giveUp);
      this.#waiting.delete(id);
    }
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    const { readyState } = this.#connected();
    if (readyState === WebSocket.OPEN) this.#askForHeads();
    return () => this.#listeners.delete(listener);
  }

  close(): void {
    this.#isClosed = true;
    this.#socket?.close();
  }

  #connected(): WebSocket {
    const present = this.#socket;
    if (present !== undefined && present.readyState <= WebSocket.OPEN) return present;
    if (this.#isClosed) throw this.#unreachable("it was closed");
    const { url, headers } = this.#endpoint;
    const socket = new WebSocket(url, { headers, maxPayload: LARGEST, handshakeTimeout: this.#timeout });
    this.#socket = socket;
    socket.on("open", () => {
      if (this.#listeners.size > 0) this.#askForHeads();
    });
    socket.on("message", (content) => this.#received(String(content)));
    socket.on("error", (error) => this.#lost(socket, error.message));
    socket.on("close", (code) => this.#lost(socket, `it closed the connection, code ${code}`));
    return socket;
  }

  /** The answer to this says nothing that is needed; a refusal is counted. */
  #askForHeads(): void {
    this.#socket?.send(
      JSON.stringify({ jsonrpc: "2.0", id: SUBSCRIPTION, method: "eth_subscribe", params: ["newHeads"] }),
    );
  }

  #received(text: string): void {
    const content = parsed(text);
    if ((content as { method?: unknown } | undefined)?.method === "eth_subscription") {
      for (const listener of this.#listeners) listener();
      return;
    }
    const answers: unknown[] = Array.isArray(content) ? content : [content];
    if (content === undefined) this.#onFailure("RPC_MALFORMED");
    for (const answer of answers) {
      const { id, error } = (answer ?? {}) as Partial<Message & { error: unknown }>;
      if (id === SUBSCRIPTION && error != null) this.#onFailure("RPC_ERROR");
      if (id !== undefined) this.#waiting.get(id)?.resolve({ status: 200, content });
    }
  }

  #lost(socket: WebSocket, fault: string): void {
    // An error and the end of the connection that follows it are told one by one, and are one loss.
    if (this.#socket === socket && this.#waiting.size === 0 && !this.#isClosed) this.#onFailure("RPC_UNREACHABLE");
    if (this.#socket === socket) this.#socket = undefined;
    for (const { reject } of this.#waiting.values()) reject(this.#unreachable(this.#endpoint.redact(fault)));
    // Whoever follows the chain looks for itself then, and that makes the connection anew.
    for (const listener of this.#listeners) listener();
  }

  #unreachable(fault: string): RpcError {
    const message = `the node at ${this.#endpoint.shown} cannot be reached (${fault}): check that it runs`;
    return new RpcError("RPC_UNREACHABLE", message);
  }
}
