import { z } from "zod";
import type { Route, Shape, TypedRoute } from "../route.ts";
import type { StreamRoute } from "../stream-route.ts";
import { ApiError, problemOf } from "./api-error.ts";
import { type Followed, type FollowOptions, followStream, type StreamQuery } from "./follow-stream.ts";

/** How the API is reached. */
export interface ClientOptions {
  /** Such as `http://127.0.0.1:8080`. */
  readonly url: string;
  /** A credential, for what is not open to anybody. */
  readonly token?: string;
  readonly answerWithinMs?: number;
}

/** The parameters of a question, as they stand in its address. */
export interface Parameters<P extends Shape, Q extends Shape> {
  readonly path: { readonly [Name in keyof P]: string };
  readonly query?: { readonly [Name in keyof Q]?: string | number | readonly string[] | undefined };
  /** Sent as JSON, with a route that takes some. */
  readonly content?: object;
}

const ANSWER_WITHIN_MS = 15_000;

/**
 * A typed client of the audit API. It asks with the routes themselves: names of parameters and the form of the answer come from the
 * schemas that the OpenAPI document is made of, and what does not have that form is not passed on.
 */
export class ApiClient {
  readonly #options: ClientOptions;

  constructor(options: ClientOptions) {
    this.#options = options;
  }

  /** @throws {ApiError} when there is no answer, a problem, or an answer that is not as documented. */
  async ask<P extends Shape, Q extends Shape, Answer>(
    route: TypedRoute<P, Q, Answer>,
    parameters: Parameters<P, Q>,
  ): Promise<Answer> {
    const { status, body } = await this.#fetch(addressOf(route.path, parameters), route.method, parameters.content);
    if (status !== 200) throw problemOf(status, body);
    const read = route.response.safeParse(body);
    if (read.success) return read.data as Answer;
    throw new ApiError("NOT_AS_DOCUMENTED", status, `the answer is not of its form: ${z.prettifyError(read.error)}`);
  }

  /** All items of a list, page after page, each as long as the ledger's state of the first page can be gone on from. */
  async *items<P extends Shape, Q extends Shape, Item>(
    route: TypedRoute<P, Q, { readonly items: readonly Item[]; readonly page: { readonly next: string | null } }>,
    { path, query }: Parameters<P, Q>,
  ): AsyncGenerator<Item> {
    let cursor: string | null | undefined;
    while (cursor !== null) {
      const asked = { ...query, ...(cursor !== undefined && { cursor }) };
      const { items, page } = await this.ask(route, { path, query: asked });
      yield* items;
      cursor = page.next;
    }
  }

  /**
   * The events of a stream, in order and none left out, for as long as they are taken and until `signal` aborts. It goes on by itself
   * where a connection broke off. Whoever wants to go on after a restart keeps `cursor` with what was made of the event, and gives it as `after`.
   *
   * @throws {ApiError} when the API refuses the stream, or ends it because its credential is no longer good.
   */
  follow<Stream extends StreamRoute>(
    route: Stream,
    query: StreamQuery<Stream>,
    following: FollowOptions = {},
  ): AsyncGenerator<Followed<z.output<Stream["tells"]["ledger"]>>> {
    return followStream(this.#options, route, query, following);
  }

  async #fetch(
    address: string,
    method: NonNullable<Route["method"]> = "get",
    content?: object,
  ): Promise<{ readonly status: number; readonly body: unknown }> {
    const { url, token, answerWithinMs = ANSWER_WITHIN_MS } = this.#options;
    try {
      const response = await fetch(`${url.replace(/\/$/, "")}${address}`, {
        method: method.toUpperCase(),
        headers: {
          Accept: "application/json",
          ...(token !== undefined && { Authorization: `Bearer ${token}` }),
          ...(content !== undefined && { "Content-Type": "application/json" }),
        },
        ...(content !== undefined && { body: JSON.stringify(content) }),
        signal: AbortSignal.timeout(answerWithinMs),
      });
      return { status: response.status, body: await response.json().catch(() => undefined) };
    } catch (cause) {
      throw new ApiError("UNREACHABLE", null, `the audit API at ${new URL(url).origin} does not answer`, { cause });
    }
  }
}

function addressOf<P extends Shape, Q extends Shape>(route: string, { path, query }: Parameters<P, Q>): string {
  const filled = route.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(path[name] ?? ""));
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query ?? {})) {
    for (const text of [value ?? []].flat()) search.append(name, String(text));
  }
  return search.size === 0 ? filled : `${filled}?${search}`;
}
