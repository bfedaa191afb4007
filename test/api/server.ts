import { type IncomingHttpHeaders, request } from "node:http";
import { Writable } from "node:stream";
import { pino } from "pino";
import type { TokenEntry, TokenRefusal } from "../../server/api/access/token.ts";
import { createApi } from "../../server/api/api.ts";
import { type Listening, listen } from "../../server/api/listen.ts";
import type { MirrorStatusLike } from "../../server/api/mirror-status.ts";
import type { StoreReader } from "../../server/store/reader.ts";
import { MemoryReader } from "../support/memory-reader.ts";
import { IDENTITY, type SyntheticLedger } from "../support/synthetic-ledger.ts";
import { faultOf } from "./conformance.ts";

/** A token that the test server accepts; any other word after `Bearer` is the reason it is refused for. */
export const TOKEN = "plt_testtest_good";

/** The status of a mirror that is at the head of a chain it does not see. */
export const LIVE: MirrorStatusLike = { state: "live", reason: null, chainHead: null, lastError: null };

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
}

/** The API over a ledger in memory, on a free port. What it reads can be changed between requests. */
export class TestServer {
  ledger: SyntheticLedger | undefined;
  status: MirrorStatusLike = LIVE;
  /** Called instead of opening a reader, to make it fail. */
  fault: (() => never) | undefined;
  readonly opened: MemoryReader[] = [];
  readonly #lines: string[] = [];
  #listening: Listening | undefined;

  constructor(ledger: SyntheticLedger | undefined) {
    this.ledger = ledger;
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
    const verify = async (token: string): Promise<TokenEntry | TokenRefusal> =>
      token === TOKEN ? ENTRY : (REFUSALS[token] ?? "INVALID");
    const app = createApi({
      openReader: () => this.#open(),
      mirrorStatus: () => this.status,
      tokens: { verify },
      log: pino(sink),
      clock: () => 0,
    });
    this.#listening = await listen(app, { host: "127.0.0.1", port: 0 });
    return this;
  }

  async stop(): Promise<void> {
    await this.#listening?.close();
  }

  /** Asks with a good token, unless told otherwise. Every answer is held to the OpenAPI document. */
  get(path: string, { method = "GET", headers = {}, token = TOKEN }: Asking = {}): Promise<Answer> {
    const authorization = token === null ? {} : { Authorization: `Bearer ${token}` };
    return new Promise((resolve, reject) => {
      const sent = request(`${this.url}${path}`, { method, headers: { ...authorization, ...headers }, agent: false });
      sent.once("error", reject);
      sent.once("response", (response) => {
        const chunks: Buffer[] = [];
        response.on("data", (chunk: Buffer) => chunks.push(chunk));
        response.once("end", () => {
          const text = Buffer.concat(chunks).toString();
          const isJson = /json/.test(response.headers["content-type"] ?? "") && text !== "";
          const body = (isJson ? JSON.parse(text) : {}) as Body;
          const type = text === "" ? "" : (response.headers["content-type"] ?? "");
          const fault = faultOf(path, response.statusCode ?? 0, type, body);
          if (fault !== undefined) reject(new Error(`${method} ${path} is not answered as documented: ${fault}`));
          resolve({ status: response.statusCode ?? 0, headers: response.headers, text, body });
        });
      });
      sent.end();
    });
  }

  #open(): StoreReader {
    this.fault?.();
    const reader = this.ledger?.reader() ?? new MemoryReader(IDENTITY, new Map(), []);
    this.opened.push(reader);
    return reader;
  }
}

const ENTRY = { id: "testtest", name: "test", sha256: "", createdAt: 0, expiresAt: null, revokedAt: null };

const REFUSALS: Readonly<Record<string, TokenRefusal>> = { expired: "EXPIRED", revoked: "REVOKED" };
