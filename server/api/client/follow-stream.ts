import { setTimeout as wait } from "node:timers/promises";
import { createParser } from "eventsource-parser";
import { z } from "zod";
import { PROBLEMS, type ProblemCode } from "../problems.ts";
import type { StreamRoute } from "../stream-route.ts";
import type { ClientOptions } from "./api-client.ts";
import { ApiError, problemOf } from "./api-error.ts";

/** What a stream is asked for. */
export type StreamQuery<Stream extends StreamRoute> = {
  readonly [Name in keyof Stream["queryParameters"]]?: string | number | readonly string[] | undefined;
};

/** How a stream is followed. */
export interface FollowOptions {
  /** Ends it. */
  readonly signal?: AbortSignal;
  /** Waits before it comes back; by the time of this machine unless told. */
  readonly pause?: (milliseconds: number, signal: AbortSignal | undefined) => Promise<unknown>;
}

/** What a stream told. */
export type Followed<Item> =
  | { readonly kind: "event"; readonly item: Item; readonly cursor: string }
  /** All that was told of blocks from `from` on is void; what the chain has there now follows. */
  | ({ readonly kind: "reorganised"; readonly cursor: string } & z.output<StreamRoute["tells"]["reorganised"]>)
  /** Everything up to `head` was told. */
  | ({ readonly kind: "current"; readonly cursor: string } & z.output<StreamRoute["tells"]["current"]>);

/** An event as it comes over the wire. */
interface Message {
  readonly event?: string | undefined;
  readonly id?: string | undefined;
  readonly data: string;
}

const FIRST_PAUSE_MS = 2_000;
const LONGEST_PAUSE_MS = 30_000;

/** What may pass: the API is asked again. */
const PASSING = new Set([429, 500, 502, 503, 504]);

/** Follows a stream; see `ApiClient.follow`. */
export async function* followStream<Stream extends StreamRoute>(
  client: ClientOptions,
  route: Stream,
  { after, ...query }: StreamQuery<Stream>,
  {
    signal,
    pause = (milliseconds, ending) => wait(milliseconds, undefined, ending === undefined ? {} : { signal: ending }),
  }: FollowOptions,
): AsyncGenerator<Followed<z.output<Stream["tells"]["ledger"]>>> {
  let cursor = after === undefined ? undefined : String(after);
  let failures = 0;
  while (!signal?.aborted) {
    try {
      for await (const message of messagesOf(client, addressOf(route, query), cursor, signal)) {
        const told = read(route, message);
        if (told === undefined) continue;
        failures = 0;
        ({ cursor } = told);
        yield told as Followed<z.output<Stream["tells"]["ledger"]>>;
      }
    } catch (error) {
      if (signal?.aborted) return;
      if (error instanceof ApiError && error.status !== null && !PASSING.has(error.status)) throw error;
    }
    failures += 1;
    await pause(Math.min(FIRST_PAUSE_MS * 2 ** (failures - 1), LONGEST_PAUSE_MS), signal).catch(() => undefined);
  }
}

function addressOf(route: StreamRoute, query: Readonly<Record<string, unknown>>): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    for (const text of [value ?? []].flat()) search.append(name, String(text));
  }
  return search.size === 0 ? route.path : `${route.path}?${search}`;
}

/** The messages of one connection, until it breaks off or ends. */
async function* messagesOf(
  { url, token }: ClientOptions,
  address: string,
  cursor: string | undefined,
  signal: AbortSignal | undefined,
): AsyncGenerator<Message> {
  const response = await fetch(`${url.replace(/\/$/, "")}${address}`, {
    headers: {
      Accept: "text/event-stream",
      ...(token !== undefined && { Authorization: `Bearer ${token}` }),
      ...(cursor !== undefined && { "Last-Event-ID": cursor }),
    },
    ...(signal && { signal }),
  });
  if (response.status !== 200) throw problemOf(response.status, await response.json().catch(() => undefined));
  const messages: Message[] = [];
  const parser = createParser({ onEvent: (message) => messages.push(message) });
  const decoder = new TextDecoder();
  for await (const chunk of (response.body ?? []) as AsyncIterable<Uint8Array>) {
    parser.feed(decoder.decode(chunk, { stream: true }));
    yield* messages.splice(0);
  }
}

/** @throws {ApiError} when the stream was ended for good, or tells what is not as documented. */
function read({ tells }: StreamRoute, { event = "", id, data }: Message): Followed<object> | undefined {
  if (event === "end") {
    const { code, detail } = as(tells.end, data);
    // With the status that a question would be refused with: what may pass is then asked again, and nothing else.
    const status = code in PROBLEMS ? PROBLEMS[code as ProblemCode].status : null;
    throw new ApiError(code, status, detail.en);
  }
  if (id === undefined) return undefined;
  if (event === "ledger") return { kind: "event", item: as(tells.ledger, data), cursor: id };
  if (event === "reorganised") return { kind: "reorganised", ...as(tells.reorganised, data), cursor: id };
  if (event === "current") return { kind: "current", ...as(tells.current, data), cursor: id };
  return undefined;
}

function as<Schema extends z.ZodType>(schema: Schema, data: string): z.output<Schema> {
  const result = schema.safeParse(JSON.parse(data));
  if (result.success) return result.data;
  throw new ApiError("NOT_AS_DOCUMENTED", 200, `an event is not of its form: ${z.prettifyError(result.error)}`);
}
