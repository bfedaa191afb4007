import { type IncomingHttpHeaders, request } from "node:http";
import { Writable } from "node:stream";
import { pino } from "pino";
import { Challenges } from "../../server/api/access/challenges.ts";
import type { Refusal, Verifier } from "../../server/api/access/credentials.ts";
import type { Grant } from "../../server/api/access/principal.ts";
import { SCOPES } from "../../server/api/access/scopes.ts";
import { Sessions } from "../../server/api/access/sessions.ts";
import { EMPTY_LOG, type Question } from "../../server/api/access-log/entry.ts";
import { createApi } from "../../server/api/api.ts";
import { type Listening, listen } from "../../server/api/listen.ts";
import { StreamPlaces } from "../../server/api/live/stream-places.ts";
import type { MirrorStatusLike } from "../../server/api/mirror-status.ts";
import type { Services } from "../../server/api/services.ts";
import { Heads } from "../../server/live/heads.ts";
import type { StoreReader } from "../../server/store/reader.ts";
import { ManualClock } from "../support/manual-clock.ts";
import { MemoryReader } from "../support/memory-reader.ts";
import type { SyntheticLedger } from "../support/synthetic-ledger.ts";
import { IDENTITY } from "../support/synthetic-names.ts";
import { faultOf } from "./conformance.ts";

/** A token that the test server accepts for everything; any other word after `Bearer` is the reason it is refused for. */
export const TOKEN = "plt_testtest_good";

/** The status of a mirror that is at the head of a chain it does not see. */
export const LIVE: MirrorStatusLike = {
  state: "live",
  reason: null,
  chainHead: null,
  answeredAt: null,
  lastError: null,
};

/** What the API answered. */
export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
  /** The parsed body; loosely typed, since each test looks at other members. */
  readonly body: Body;
}

export interface Body {
  readonly [member: string]: Body;
}

export interface Asking {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** What follows `Bearer`; null for no Authorization at all. */
  readonly token?: string | null;
  /** Sent as JSON. */
  readonly content?: object;
}

/** The API over a ledger in memory, on a free port. What it reads can be changed between requests. */
export class TestServer {
  ledger: SyntheticLedger | undefined;
  status: MirrorStatusLike = LIVE;
  /** Called instead of opening a reader, to make it fail. */
  fault: (() => never) | undefined;
  readonly opened: MemoryReader[] = [];
  /** What was kept of regulators' questions. */
  readonly kept: Question[] = [];
  /** More tokens than `TOKEN`, and what they may read. */
  readonly grants = new Map<string, readonly Grant[]>();
  /** The present, Unix seconds. */
  now = 0;
  /** For streams: their time, and their end. */
  readonly clock = new ManualClock();
  readonly ending = new AbortController();
  readonly heads = new Heads();
  readonly places = new StreamPlaces({ all: 8, perPrincipal: 3, perAddress: 5 });
  readonly #services: Partial<Services>;
  readonly #lines: string[] = [];
  #listening: Listening | undefined;

  /** @param services Real parts in place of those of the test server. */
  constructor(ledger: SyntheticLedger | undefined, services: Partial<Services> = {}) {
    this.ledger = ledger;
    this.#services = services;
  }

  /** Everything logged so far. */
  get log(): string {
    return this.#lines.join("");
  }

  get url(): string {
    return this.#listening?.url ?? "";
  }

  async start(): Promise<this> {
    const sink = new Writable({
      write: (chunk, _, done) => {
        this.#lines.push(String(chunk));
        done();
      },
    });
    const clock = () => this.now;
    const openReader = () => this.#open();
    const sessions = new Sessions(openReader);
    const app = createApi({
      openReader,
      mirroredHead: () => {
        this.fault?.();
        return this.ledger?.blocks().at(-1);
      },
      mirrorStatus: () => this.status,
      verifiers: [sessions, this.#tokens()],
      signIn: { sessions, challenges: new Challenges({ origin: () => this.url, chainId: IDENTITY.chainId }) },
      accessLog: { append: async (question) => void this.kept.push(question), head: EMPTY_LOG, directory: "" },
      get webhooks(): never {
        throw new Error("this test server has no webhooks: give it some");
      },
      live: { heads: this.heads, places: this.places, clock: this.clock, ending: this.ending.signal },
      log: pino(sink),
      clock,
      ...this.#services,
    });
    this.#listening = await listen(app, { host: "127.0.0.1", port: 0 });
    return this;
  }

  async stop(): Promise<void> {
    await this.#listening?.close();
  }

  /** Asks with a good token, unless told otherwise. Every answer is held to the OpenAPI document; a stream is left when it is current. */
  get(path: string, { method = "GET", headers = {}, token = TOKEN, content }: Asking = {}): Promise<Answer> {
    const authorization = token === null ? {} : { Authorization: `Bearer ${token}` };
    const type = content === undefined ? {} : { "Content-Type": "application/json" };
    return new Promise((resolve, reject) => {
      const sent = request(`${this.url}${path}`, {
        method,
        headers: { ...authorization, ...type, ...headers },
        agent: false,
      });
      sent.once("error", reject);
      sent.once("response", (response) => {
        const chunks: Buffer[] = [];
        const isStream = response.headers["content-type"]?.startsWith("text/event-stream") ?? false;
        response.on("data", (chunk: Buffer) => {
          chunks.push(chunk);
          if (isStream && Buffer.concat(chunks).includes("event: current")) response.destroy();
        });
        response.once("close", () => {
          const text = Buffer.concat(chunks).toString();
          const isJson = /[/+]json/.test(response.headers["content-type"] ?? "") && text !== "";
          const body = (isJson ? JSON.parse(text) : {}) as Body;
          const type = text === "" ? "" : (response.headers["content-type"] ?? "");
          const fault = faultOf(method, path, response.statusCode ?? 0, type, body);
          if (fault !== undefined) reject(new Error(`${method} ${path} is not answered as documented: ${fault}`));
          resolve({ status: response.statusCode ?? 0, headers: response.headers, text, body });
        });
      });
      sent.end(content === undefined ? undefined : JSON.stringify(content));
    });
  }

  #tokens(): Verifier {
    return {
      verify: async (token) => {
        const grants = token === TOKEN ? EVERYTHING : this.grants.get(token);
        if (grants === undefined) return REFUSALS[token] ?? "INVALID";
        return { kind: "token", id: "testtest", name: "test", grants };
      },
    };
  }

  #open(): StoreReader {
    this.fault?.();
    const reader = this.ledger?.reader() ?? new MemoryReader(IDENTITY, new Map(), []);
    this.opened.push(reader);
    return reader;
  }
}

const EVERYTHING: readonly Grant[] = [{ scopes: SCOPES, region: null, fields: null }];

const REFUSALS: Readonly<Record<string, Refusal>> = { expired: "EXPIRED", revoked: "REVOKED" };
