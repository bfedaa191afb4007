import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";
import { expect } from "chai";
import { ApiClient } from "../../server/api/client/api-client.ts";
import { ApiError } from "../../server/api/client/api-error.ts";
import type { Followed } from "../../server/api/client/follow-stream.ts";
import { eventStreamRoute } from "../../server/api/routes/live.ts";
import type { SyntheticLedger } from "../support/synthetic-ledger.ts";
import { smallLedger } from "./ledger.ts";
import { TestServer, TOKEN } from "./server.ts";

describe("the client of a stream", () => {
  let server: TestServer;
  let ledger: SyntheticLedger;
  beforeEach(async () => {
    ledger = smallLedger();
    server = await new TestServer(ledger).start();
  });
  afterEach(async () => {
    server.ending.abort();
    await server.stop();
  });

  it("goes on by itself where the connection broke off, with nothing missed and nothing twice", async () => {
    const pauses: number[] = [];
    const wire = await Wire.to(server.url, 7_000);
    const client = new ApiClient({ url: wire.url, token: TOKEN });
    const pause = async (milliseconds: number) => pauses.push(milliseconds);
    const leaving = new AbortController();
    const told: Followed<object>[] = [];
    for await (const one of client.follow(eventStreamRoute, { fromBlock: 0 }, { signal: leaving.signal, pause })) {
      told.push(one);
      if (one.kind === "current") leaving.abort();
    }
    const { body } = await server.get("/v1/events?limit=200");
    expect(told.flatMap((one) => (one.kind === "event" ? [one.item] : []))).to.deep.equal(body.items);
    expect(pauses.length).to.be.greaterThan(0);
    expect(new Set(pauses)).to.deep.equal(new Set([2_000]));
    await wire.close();
  });

  it("tells a refusal, at the beginning and later, and does not come back", async () => {
    const client = new ApiClient({ url: server.url, token: "mine" });
    server.grants.set("mine", [{ scopes: ["pilots"], region: null, fields: null }]);
    const stream = client.follow(eventStreamRoute, {});
    expect((await stream.next()).value).to.have.property("kind", "current");
    server.grants.delete("mine");
    server.heads.notice({ state: "live", head: undefined });
    for (const asked of [stream.next(), client.follow(eventStreamRoute, {}).next()]) {
      const error = await asked.catch((cause: unknown) => cause);
      expect(error).to.be.instanceOf(ApiError);
      expect((error as ApiError).code).to.equal("TOKEN_INVALID");
    }
  });
});

/** The way between a client and a server, on which every connection breaks off in the middle of something. */
class Wire {
  readonly #server = createServer((socket) => this.#pass(socket));
  readonly #target: URL;
  readonly #bytes: number;

  private constructor(target: URL, bytes: number) {
    this.#target = target;
    this.#bytes = bytes;
  }

  /** @param bytes That a connection gives the client before it breaks off. */
  static async to(url: string, bytes: number): Promise<Wire> {
    const wire = new Wire(new URL(url), bytes);
    wire.#server.listen(0, "127.0.0.1");
    await once(wire.#server, "listening");
    return wire;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    this.#server.close();
    await once(this.#server, "close");
  }

  #pass(socket: Socket): void {
    const onward = connect(Number(this.#target.port), this.#target.hostname);
    for (const one of [socket, onward]) one.on("error", () => undefined);
    socket.pipe(onward);
    let left = this.#bytes;
    onward.on("data", (chunk: Buffer) => {
      if (left <= 0) return;
      socket.write(chunk.subarray(0, left));
      left -= chunk.length;
      if (left <= 0) socket.end();
    });
    socket.once("close", () => onward.destroy());
    onward.once("close", () => socket.destroy());
  }
}
