import { expect } from "chai";
import { ROUTES } from "../../server/api/routes/routes.ts";
import { DOCUMENT, JUDICIAL } from "./ledger.ts";
import { TestServer, TOKEN } from "./server.ts";
import { INSPECTOR, MAKER, supervisedLedger } from "./supervised-ledger.ts";

const PUBLIC = [
  "/",
  "/openapi.json",
  "/healthz",
  "/readyz",
  "/v1/meta/head",
  "/v1/meta/codes",
  "/v1/evidence/:algorithm/:digest",
];

const REFUSED = [
  ["none", null, "TOKEN_REQUIRED"],
  ["malformed", "nonsense", "TOKEN_INVALID"],
  ["expired", "expired", "TOKEN_EXPIRED"],
  ["revoked", "revoked", "TOKEN_REVOKED"],
] as const;

const { ledger, dossier } = supervisedLedger();

/** A value for each parameter of a path. */
const SAMPLES: Readonly<Record<string, string>> = {
  code: JUDICIAL,
  algorithm: "sha256",
  digest: DOCUMENT,
  milestone: "1",
  case: dossier,
  uscc: MAKER,
  role: "registrar",
  number: "330201",
  address: INSPECTOR,
};

describe("access to the routes", () => {
  const server = new TestServer(ledger);
  before(() => server.start());
  after(() => server.stop());

  for (const { path } of ROUTES) {
    const address = path.replace(/:(\w+)/g, (_, name: string) => SAMPLES[name] ?? name);
    if (PUBLIC.includes(path)) {
      it(`${path} is open to anybody`, async () => {
        expect((await server.get(address, { token: null })).status).to.equal(200);
      });
      continue;
    }
    for (const [kind, token, code] of REFUSED) {
      it(`${path} is refused with ${kind === "none" ? "no token" : `a ${kind} token`}`, async () => {
        const { status, body, headers } = await server.get(address, { token });
        expect([status, body.code]).to.deep.equal([401, code]);
        expect(headers["www-authenticate"]).to.match(/^Bearer realm="pilot-ledger"/);
      });
    }
    it(`${path} is answered with a good token, and kept by no shared cache`, async () => {
      const { status, headers } = await server.get(address);
      expect(status).to.equal(200);
      expect(headers["cache-control"]).to.equal("private, no-cache");
      expect(headers.vary).to.include("Authorization");
    });
    it(`${path} is refused to a token that is not a bearer's`, async () => {
      const { status } = await server.get(address, { token: null, headers: { Authorization: `Basic ${TOKEN}` } });
      expect(status).to.equal(401);
    });
  }

  it("does not tell without a token which addresses or methods there are under /v1", async () => {
    expect((await server.get("/v1/nothing", { token: null })).status).to.equal(401);
    expect((await server.get("/V1/PILOTS", { token: null })).status).to.equal(401);
    expect((await server.get("/v1/pilots/", { token: null, method: "POST" })).status).to.equal(401);
    expect((await server.get("/v1/pilots?limit=0", { token: null })).status).to.equal(401);
  });

  it("logs each request with its id, and never a token", async () => {
    const { headers } = await server.get(`/v1/pilots?access_token=${TOKEN}`);
    expect(server.log)
      .to.include(String(headers["x-request-id"]))
      .and.not.include(TOKEN)
      .and.not.match(/authorization/i);
  });

  it("sends protective headers and does not name its framework", async () => {
    const { headers } = await server.get("/healthz");
    expect(headers).to.include({ "x-content-type-options": "nosniff", "x-frame-options": "SAMEORIGIN" });
    expect(headers).to.have.property("content-security-policy");
    expect(headers).not.to.have.property("x-powered-by");
  });
});

describe("conditional requests", () => {
  const server = new TestServer(ledger);
  before(() => server.start());
  after(() => server.stop());

  it("are answered 304 while the bytes are the same, and 200 when they are not", async () => {
    for (const path of ["/v1/pilots", `/v1/pilots/${JUDICIAL}`, "/v1/stats/overview", "/v1/meta/codes", "/"]) {
      const first = await server.get(path);
      const etag = String(first.headers.etag);
      expect(etag).to.match(/^"[\w-]{43}"$/);
      for (const condition of [etag, `"other", ${etag}`, `W/${etag}`, "*"]) {
        const second = await server.get(path, { headers: { "If-None-Match": condition } });
        expect([second.status, second.text, second.headers.etag], `${path} ${condition}`).to.deep.equal([
          304,
          "",
          etag,
        ]);
      }
      expect((await server.get(path, { headers: { "If-None-Match": '"other"' } })).status).to.equal(200);
    }
    const { headers } = await server.get("/v1/pilots");
    server.ledger?.pass(1).mine();
    expect((await server.get("/v1/pilots", { headers: { "If-None-Match": String(headers.etag) } })).status).to.equal(
      200,
    );
  });

  it("do not apply to problems", async () => {
    const { headers } = await server.get("/v1/nothing");
    expect(headers).not.to.have.property("etag");
  });
});
