import { Agent as HttpAgent, request as httpRequest } from "node:http";
import { Agent as HttpsAgent, request as httpsRequest } from "node:https";
import type { Clock } from "../../chain/clock.ts";
import { waitAsked } from "../../chain/retry-after.ts";
import { type AddressRules, faultOfUrl, pinnedLookup, type Resolver } from "./addresses.ts";

/** What came of a request. */
export interface Posted {
  /** Null when nothing was answered. */
  readonly status: number | null;
  /** Why nothing was answered. */
  readonly fault: string | null;
  /** Milliseconds that the receiver wants to be left alone. */
  readonly retryAfter: number | undefined;
}

/** A request to a receiver. */
export interface Post {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly signal: AbortSignal;
}

/** Sends requests to receivers. */
export interface Poster {
  readonly post: (post: Post) => Promise<Posted>;
  readonly close: () => void;
}

/** A receiver must have answered by then; what it does after is its own affair. */
const ANSWER_WITHIN_MS = 10_000;

/** What a receiver says beside its status is not read, but for so much that its connection can be used again. */
const READ_AT_MOST = 16_384;

/**
 * Sends over connections of its own, which are kept between requests: one at a time, so that a receiver that hangs holds up nobody else.
 * Redirects are not followed: where they lead, nobody subscribed.
 */
export function poster(rules: AddressRules, clock: Clock, resolve?: Resolver): Poster {
  const options = { keepAlive: true, maxSockets: 1, lookup: pinnedLookup(rules, resolve) };
  const agents = { http: new HttpAgent(options), https: new HttpsAgent(options) };
  return {
    post: (post) => send(post, rules, clock, agents),
    close: () => {
      agents.http.destroy();
      agents.https.destroy();
    },
  };
}

async function send(
  { url, headers, body, signal }: Post,
  rules: AddressRules,
  clock: Clock,
  agents: { readonly http: HttpAgent; readonly https: HttpsAgent },
): Promise<Posted> {
  // The rules may have become other ones since it was subscribed with; and a name is looked up, an address is not.
  const refused = faultOfUrl(url, rules);
  if (refused !== undefined) return { status: null, fault: refused, retryAfter: undefined };
  const waiting = new AbortController();
  const ending = AbortSignal.any([signal, waiting.signal]);
  const timer = clock.sleep(ANSWER_WITHIN_MS, ending).then(
    () => waiting.abort(new TooLate()),
    () => undefined,
  );
  const isPlain = url.startsWith("http:");
  return new Promise<Posted>((resolve) => {
    const done = (posted: Posted) => {
      waiting.abort();
      void timer;
      resolve(posted);
    };
    const failed = (error: unknown) => done({ status: null, fault: codeOf(error), retryAfter: undefined });
    const length = String(Buffer.byteLength(body));
    const settings = { method: "POST", headers: { ...headers, "content-length": length }, signal: ending };
    const sent = isPlain
      ? httpRequest(url, { ...settings, agent: agents.http })
      : httpsRequest(url, { ...settings, agent: agents.https });
    sent.once("error", (error) => {
      // A connection that was kept may have been closed from the other side just now: nothing came of it.
      const wasKept = sent.reusedSocket && codeOf(error) === "ECONNRESET" && !ending.aborted;
      if (wasKept) resolve(send({ url, headers, body, signal }, rules, clock, agents));
      else failed(error);
    });
    sent.once("response", (response) => {
      const { statusCode: status = 0 } = response;
      const answered = {
        status,
        fault: null,
        retryAfter: waitAsked(response.headers["retry-after"] ?? null, clock.now()),
      };
      let read = 0;
      response.on("data", (chunk: Buffer) => {
        read += chunk.length;
        if (read > READ_AT_MOST) response.destroy();
      });
      // The status is the answer, whatever becomes of the rest.
      response.once("error", () => undefined);
      response.once("close", () => done(answered));
    });
    sent.end(body);
  });
}

class TooLate extends Error {
  readonly code = "TIMEOUT";
}

function codeOf(error: unknown): string {
  const { code, cause } = error as { readonly code?: unknown; readonly cause?: unknown };
  if (code === "ABORT_ERR" && cause instanceof Error) return codeOf(cause);
  return typeof code === "string" ? code : "FAILED";
}
