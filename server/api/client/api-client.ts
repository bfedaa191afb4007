import { z } from "zod";
import type { Shape, TypedRoute } from "../route.ts";
import { PROBLEM_DOCUMENT } from "../schemas/problem.ts";

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
}

/** A question that was not answered as it should be. */
export class ApiError extends Error {
  /** `UNREACHABLE`, `NOT_AS_DOCUMENTED`, or the code of the problem that the API answered with. */
  readonly code: string;
  /** The HTTP status; null where there was no answer. */
  readonly status: number | null;

  constructor(code: string, status: number | null, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "ApiError";
    this.code = code;
    this.status = status;
  }
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
    const { status, body } = await this.#fetch(addressOf(route.path, parameters));
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

  async #fetch(address: string): Promise<{ readonly status: number; readonly body: unknown }> {
    const { url, token, answerWithinMs = ANSWER_WITHIN_MS } = this.#options;
    try {
      const response = await fetch(`${url.replace(/\/$/, "")}${address}`, {
        headers: { Accept: "application/json", ...(token !== undefined && { Authorization: `Bearer ${token}` }) },
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

function problemOf(status: number, body: unknown): ApiError {
  const problem = PROBLEM_DOCUMENT.safeParse(body);
  if (!problem.success) return new ApiError("NOT_AS_DOCUMENTED", status, `HTTP ${status} without a problem document`);
  return new ApiError(problem.data.code, status, problem.data.detail);
}
