import { once } from "node:events";
import { type ClientRequest, type IncomingMessage, request } from "node:http";
import { createParser, type EventSourceMessage } from "eventsource-parser";
import { eventStreamRoute } from "../../server/api/routes/live.ts";
import type { StreamRoute } from "../../server/api/stream-route.ts";
import { TOKEN } from "./server.ts";

/** An event of a stream. */
interface ToldMessage {
  readonly event: string;
  readonly id: string;
  readonly told: object & { readonly code?: unknown };
}

/** A stream that is being read. Every event is held to the form that the route documents. */
export class Reading {
  readonly comments: string[] = [];
  readonly #messages: EventSourceMessage[] = [];
  readonly #route: StreamRoute;
  #wake = Promise.withResolvers<void>();
  #sent: ClientRequest | undefined;
  response: IncomingMessage | undefined;
  ended = false;

  private constructor(route: StreamRoute) {
    this.#route = route;
  }

  static async of(
    url: string,
    query = "",
    {
      token = TOKEN,
      lastEventId,
      route = eventStreamRoute,
    }: { token?: string | null; lastEventId?: string; route?: StreamRoute } = {},
  ): Promise<Reading> {
    const reading = new Reading(route);
    const headers = {
      ...(token !== null && { Authorization: `Bearer ${token}` }),
      ...(lastEventId !== undefined && { "Last-Event-ID": lastEventId }),
    };
    const sent = request(`${url}${route.path}${query}`, { headers, agent: false });
    reading.#sent = sent;
    sent.end();
    const [response] = (await once(sent, "response")) as [IncomingMessage];
    reading.response = response;
    const parser = createParser({
      onEvent: (message) => reading.#messages.push(message),
      onComment: (comment) => reading.comments.push(comment),
    });
    response.on("data", (chunk: Buffer) => {
      parser.feed(chunk.toString());
      reading.#moved();
    });
    response.on("error", () => undefined);
    response.once("close", () => {
      reading.ended = true;
      reading.#moved();
    });
    return reading;
  }

  /** The next event; undefined when the stream has ended. */
  async next(): Promise<ToldMessage | undefined> {
    for (;;) {
      const message = this.#messages.shift();
      if (message !== undefined) {
        const { event = "", id = "", data } = message;
        const told = this.#route.tells[event as keyof StreamRoute["tells"]].parse(JSON.parse(data));
        return { event, id, told };
      }
      if (this.ended) return undefined;
      await this.#wake.promise;
    }
  }

  /** Events up to the next `current`, and the cursor it has. */
  async untilCurrent(): Promise<{ told: ToldMessage[]; cursor: string }> {
    const told: ToldMessage[] = [];
    for (;;) {
      const next = await this.next();
      if (next === undefined) throw new Error("the stream ended before it was current");
      if (next.event === "current") return { told, cursor: next.id };
      told.push(next);
    }
  }

  async commented(): Promise<string> {
    while (this.comments.length === 0) await this.#wake.promise;
    return this.comments.shift() ?? "";
  }

  /** Closes the connection, and waits until it is. */
  async leave(): Promise<void> {
    this.#sent?.destroy();
    while (!this.ended) await this.#wake.promise;
  }

  #moved(): void {
    this.#wake.resolve();
    this.#wake = Promise.withResolvers();
  }
}
