import { once } from "node:events";
import { connect } from "node:net";
import { expect } from "chai";
import { listen } from "../../server/api/listen.ts";
import { faultOf } from "./conformance.ts";
import { smallLedger } from "./ledger.ts";
import { TestServer } from "./server.ts";

describe("what cannot be taken", () => {
  const server = new TestServer(smallLedger(), { rateLimits: { perAddress: 40, perPrincipal: 1_000 } });
  before(() => server.start());
  after(() => server.stop());

  /** Sends bytes as they are; what comes back as status and document. */
  const send = async (url: string, text: string) => {
    const socket = connect({ host: "127.0.0.1", port: Number(new URL(url).port) });
    const chunks: Buffer[] = [];
    socket.on("data", (chunk: Buffer) => chunks.push(chunk));
    socket.write(text);
    await once(socket, "close");
    const [head = "", body = ""] = Buffer.concat(chunks).toString().split("\r\n\r\n");
    const document = JSON.parse(body) as { code: string };
    expect(head).to.include("Content-Type: application/problem+json");
    expect(faultOf("GET", "/nowhere", 400, "application/problem+json", document)).to.equal(undefined);
    return [Number(head.split(" ")[1]), document.code] as const;
  };

  it("is answered with a problem, also where it is not HTTP", async () => {
    expect(await send(server.url, "nonsense\r\n\r\n")).to.deep.equal([400, "MALFORMED_REQUEST"]);
    expect(await send(server.url, "GET / HTTP/9\r\n\r\n")).to.deep.equal([400, "MALFORMED_REQUEST"]);
    const huge = `GET / HTTP/1.1\r\nHost: x\r\nX: ${"a".repeat(20_000)}\r\n\r\n`;
    expect(await send(server.url, huge)).to.deep.equal([431, "HEADERS_TOO_LARGE"]);
  });

  it("is answered when it does not come to its end in time", async () => {
    const slow = await listen((_, response) => response.end(), {
      ...{ host: "127.0.0.1", port: 0 },
      limits: { headersTimeout: 50, requestTimeout: 50, connectionsCheckingInterval: 20 },
    });
    try {
      expect(await send(slow.url, "GET / HTTP/1.1\r\nHost: x\r\n")).to.deep.equal([408, "REQUEST_TIMEOUT"]);
    } finally {
      await slow.close();
    }
  });

  it("is refused where the address is too long or badly encoded", async () => {
    const long = await server.get(`/v1/pilots?q=${"a".repeat(9_000)}`);
    expect([long.status, long.body.code]).to.deep.equal([414, "URI_TOO_LONG"]);
    for (const path of ["/v1/pilots/%E0%A4%A", "/v1/pilots/%"]) {
      const { status, body } = await server.get(path);
      expect([status, body.code], path).to.deep.equal([400, "MALFORMED_REQUEST"]);
    }
  });

  it("is refused where the content is too large, of another type, or no JSON", async () => {
    const post = (content: object | undefined, headers: Record<string, string> = {}) =>
      server.get("/v1/sign-in/challenge", { method: "POST", headers, ...(content && { content }) });
    const answers = [
      [await post({ address: "x".repeat(20_000) }), 413, "CONTENT_TOO_LARGE"],
      [await post({ address: "x" }, { "Content-Type": "text/plain" }), 415, "UNSUPPORTED_MEDIA_TYPE"],
      [await post({ address: "x" }, { "Content-Encoding": "gzip" }), 415, "UNSUPPORTED_MEDIA_TYPE"],
      [await post({ address: "x" }), 400, "INVALID_PARAMETER"],
      [await post(undefined), 415, "UNSUPPORTED_MEDIA_TYPE"],
      [await post({ address: `0x${"0".repeat(40)}`, more: 1 }), 400, "INVALID_PARAMETER"],
    ] as const;
    for (const [answer, status, code] of answers) {
      expect([answer.status, answer.body.code], answer.text).to.deep.equal([status, code]);
    }
    const request = "POST /v1/sign-in HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: application/json\r\n";
    expect(await send(server.url, `${request}Content-Length: 1\r\n\r\n{`)).to.deep.equal([400, "MALFORMED_REQUEST"]);
  });

  it("is too much: an address may ask so often in a minute, and is told how often", async () => {
    const { headers } = await server.get("/healthz", { token: null });
    expect(String(headers["ratelimit-policy"])).to.equal("40;w=60");
    expect(headers).to.have.property("ratelimit");
    let last = await server.get("/healthz", { token: null });
    for (let asked = 0; asked < 45 && last.status === 200; asked++)
      last = await server.get("/healthz", { token: null });
    expect([last.status, last.body.code]).to.deep.equal([429, "RATE_LIMITED"]);
    expect(Number(last.headers["retry-after"])).to.be.within(1, 60);
  });
});

describe("a token that asks too often", () => {
  it("is held back wherever it asks from, and others are not", async () => {
    const server = await new TestServer(smallLedger(), { rateLimits: { perAddress: 1_000, perPrincipal: 3 } }).start();
    try {
      const statuses: number[] = [];
      for (let asked = 0; asked < 5; asked++) statuses.push((await server.get("/v1/pilots")).status);
      expect(statuses).to.deep.equal([200, 200, 200, 429, 429]);
      expect((await server.get("/v1/public/pilots", { token: null })).status).to.equal(200);
    } finally {
      await server.stop();
    }
  });
});
