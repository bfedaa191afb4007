import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { oidcVerifier } from "../../server/api/access/oidc.ts";
import { SCOPES, type Scope } from "../../server/api/access/scopes.ts";
import { tokenVerifier } from "../../server/api/access/token-verifier.ts";
import { AccessLog } from "../../server/api/access-log/access-log.ts";
import { readAccessLog } from "../../server/api/access-log/read.ts";
import { EVENT_STREAM } from "../../server/api/formats/format.ts";
import { type Asked, FULL_LEDGER, GUARDED, IN_A_REGION, OPEN, OPERATIONS } from "./addresses.ts";
import { badCredentials, ELSEWHERE, HOME, tokensFor } from "./credentials.ts";
import { AUDIENCE, IdentityProvider } from "./identity-provider.ts";
import { JUDICIAL, smallLedger } from "./ledger.ts";
import { TestServer, TOKEN } from "./server.ts";
import { type WebhooksInTest, webhooksInTest } from "./webhooks-in-test.ts";

/** What anybody may use; whatever else there is needs a credential. A new route joins this list only on purpose. */
const OPEN_TO_ANYBODY = [
  "/",
  "/openapi.json",
  "/healthz",
  "/readyz",
  "/v1/meta/head",
  "/v1/meta/codes",
  "/v1/meta/rules",
  "/v1/evidence/{algorithm}/{digest}",
  "/v1/public/pilots",
  "/v1/public/pilots/{code}",
  "/v1/public/events/stream",
  "/v1/sign-in/challenge",
  "/v1/sign-in",
];

/** A region in which nothing of the ledger lies. */
const NOWHERE = "331100";

/** Whatever names a pilot or a dossier, written out or as the contracts pack it. */
const PILOT_OR_DOSSIER = /ZJ-2019-\d{6}-[A-Z]{3}-\d{4}|(JC|IN|CP|IC|DR)-\d{4}-\d{6}-\d{4}/;

const now = Math.floor(Date.now() / 1_000);

/** Webhooks are given to access tokens alone, and each has its own: what else than 200 a credential with their scope is answered. */
function ofWebhooks({ operation, path }: Asked, token: string): readonly [number, string] | undefined {
  if (operation["x-scopes"]?.includes("webhooks") !== true) return undefined;
  if (!token.startsWith("plt_")) return [403, "INSUFFICIENT_SCOPE"];
  return path.includes("{webhook}") ? [404, "RECORD_NOT_FOUND"] : undefined;
}

describe("access to the routes", () => {
  let directory: string;
  let file: string;
  let own: IdentityProvider;
  let foreign: IdentityProvider;
  let server: TestServer;
  let accessLog: AccessLog;
  let webhooks: WebhooksInTest;
  before(async () => {
    directory = await mkdtemp(join(tmpdir(), "access-"));
    file = join(directory, "tokens.json");
    [own, foreign] = await Promise.all([IdentityProvider.start(), IdentityProvider.start()]);
    const claims = { regionClaim: "pilot_ledger_region", fieldsClaim: "pilot_ledger_fields" };
    const oidc = oidcVerifier({ issuer: own.issuer, audience: AUDIENCE, ...claims });
    accessLog = await AccessLog.open(join(directory, "log"), { clock: () => now });
    // Every route with every credential is more than one address may ask for in a minute.
    const rateLimits = { perAddress: 1e9, perPrincipal: 1e9 };
    webhooks = await webhooksInTest();
    const verifiers = [tokenVerifier(file), oidc];
    server = new TestServer(FULL_LEDGER, { verifiers, accessLog, rateLimits, webhooks: webhooks.webhooks });
    webhooks.server = server;
    server.now = now;
    await server.start();
  });
  after(async () => {
    await Promise.all([server.stop(), own.stop(), foreign.stop()]);
    await Promise.all([accessLog.close(), webhooks.close()]);
    await rm(directory, { recursive: true });
  });

  const asking = ({ method, address, content = {} }: Asked, authorization: string | null, query = "") =>
    server.get(`${address}${query}`, {
      method,
      token: null,
      headers: authorization === null ? {} : { Authorization: authorization },
      ...(method === "POST" && { content }),
    });

  const made = new Map<string, Promise<readonly string[]>>();
  const grants = (scopes: readonly Scope[], region: string | null, fields?: readonly string[]) => {
    const grant = { scopes, region, ...(fields && { fields }) };
    const tokens = made.get(JSON.stringify(grant)) ?? tokensFor(file, own, grant, now);
    made.set(JSON.stringify(grant), tokens);
    return tokens;
  };

  it("is open to anybody where it is meant to be, and nowhere else", () => {
    expect(OPEN.map(({ path }) => path)).to.have.members(OPEN_TO_ANYBODY);
    expect(OPERATIONS).to.have.length(OPEN.length + GUARDED.length);
  });

  it("is the same to all where it is open: a credential opens and closes nothing", async () => {
    for (const operation of OPEN.filter(({ method }) => method === "GET")) {
      const plain = await asking(operation, null);
      expect(plain.status, operation.path).to.equal(200);
      const withToken = await asking(operation, "Bearer nonsense");
      expect([withToken.status, withToken.text], operation.path).to.deep.equal([200, plain.text]);
    }
  });

  it("is refused to every credential that is not good, by every route, with the status and code of its fault", async () => {
    for (const [kind, authorization, code] of await badCredentials(file, { own, foreign }, now)) {
      for (const operation of GUARDED) {
        const { status, body, headers } = await asking(operation, authorization);
        expect([status, body.code], `${operation.path} with ${kind}`).to.deep.equal([401, code]);
        expect(headers["www-authenticate"]).to.match(/^Bearer realm="pilot-ledger"/);
      }
    }
  });

  it("is refused to a JWT that has expired", async () => {
    const token = await own.token();
    server.now = now + 86_400;
    try {
      for (const operation of GUARDED) {
        const { status, body } = await asking(operation, `Bearer ${token}`);
        expect([status, body.code], operation.path).to.deep.equal([401, "TOKEN_EXPIRED"]);
      }
    } finally {
      server.now = now;
    }
  });

  it("needs the scope that the route names", async () => {
    for (const operation of GUARDED) {
      const scopes = SCOPES.filter((scope) => operation.operation["x-scopes"]?.includes(scope));
      const others = SCOPES.filter((other) => !scopes.includes(other));
      for (const token of await grants(others, null)) {
        const { status, body } = await asking(operation, `Bearer ${token}`);
        expect([status, body.code], operation.path).to.deep.equal([403, "INSUFFICIENT_SCOPE"]);
      }
      const enough = await Promise.all(scopes.map((scope) => grants([scope], null)));
      for (const token of enough.flat()) {
        const { status, body, headers, text } = await asking(operation, `Bearer ${token}`);
        const expected = ofWebhooks(operation, token) ?? [200, undefined];
        expect([status, body.code], `${operation.path} ${text}`).to.deep.equal(expected);
        if (status !== 200) continue;
        const isKept =
          operation.method === "GET" && !(EVENT_STREAM in (operation.operation.responses["200"]?.content ?? {}));
        expect(headers["cache-control"]).to.equal(isKept ? "private, no-cache" : "no-store");
        if (operation.method === "GET") expect(headers.vary).to.include("Authorization");
      }
    }
  });

  it("shows nothing of another region, in any format, and refuses what is asked for by its id", async () => {
    for (const operation of GUARDED) {
      const isWhole = operation.operation["x-territory"] === "whole";
      const isOfRegion = IN_A_REGION.some((id) => operation.address.includes(id));
      for (const token of await grants(SCOPES, NOWHERE)) {
        const { status, body, text } = await asking(operation, `Bearer ${token}`);
        const inRegion = isWhole || isOfRegion ? [403, "REGION_OUT_OF_SCOPE"] : [200, undefined];
        const expected = ofWebhooks(operation, token) ?? inRegion;
        expect([status, body.code], `${operation.path} ${text}`).to.deep.equal(expected);
        if (status !== 200) continue;
        expect(text, operation.path).not.to.match(PILOT_OR_DOSSIER);
        const formats = Object.keys(operation.operation.responses["200"]?.content ?? {});
        for (const type of formats.filter((name) => /ndjson|csv/.test(name))) {
          const listed = await server.get(operation.address, { token, headers: { Accept: type } });
          expect(listed.status, `${operation.path} ${type}`).to.equal(200);
          expect(listed.text, `${operation.path} ${type}`).not.to.match(PILOT_OR_DOSSIER);
        }
      }
    }
  });

  it("shows the own region, and says what the answer is limited to", async () => {
    const [token = ""] = await grants(SCOPES, HOME);
    const { body } = await server.get("/v1/pilots", { token });
    expect(body.jurisdiction).to.deep.equal([{ region: HOME, fields: null }]);
    expect(codesIn(body)).to.deep.equal([JUDICIAL]);
    expect((await server.get(`/v1/pilots/${JUDICIAL}`, { token })).status).to.equal(200);
  });

  it("shows the own fields alone", async () => {
    const [token = ""] = await grants(SCOPES, "330000", ["GOV"]);
    expect(codesIn((await server.get("/v1/pilots", { token })).body)).to.deep.equal(["ZJ-2019-330000-GOV-0001"]);
    expect((await server.get(`/v1/pilots/${JUDICIAL}`, { token })).body.code).to.equal("REGION_OUT_OF_SCOPE");
    expect((await server.get("/v1/pilots?field=JUD", { token })).body.code).to.equal("REGION_OUT_OF_SCOPE");
    expect((await server.get("/v1/pilots?field=GOV", { token })).status).to.equal(200);
  });

  it("refuses a region that the jurisdiction does not take in whole, with every route that has one", async () => {
    const [token = ""] = await grants(SCOPES, HOME);
    for (const operation of GUARDED) {
      if (!operation.operation.parameters.some(({ name }) => name === "region")) continue;
      for (const [region, expected] of [
        ["330102", 200],
        [HOME, 200],
        ["330000", 403],
        [ELSEWHERE, 403],
      ] as const) {
        const { status, text } = await asking(operation, `Bearer ${token}`, `?region=${region}`);
        expect(status, `${operation.path} ${region} ${text}`).to.equal(expected);
      }
    }
  });

  it("counts the own region alone", async () => {
    const [token = ""] = await grants(SCOPES, HOME);
    const { body } = await server.get("/v1/stats/overview", { token });
    expect(body.overview?.pilots?.cumulative?.count).to.equal(1);
    const [elsewhere = ""] = await grants(SCOPES, "331100");
    expect(
      (await server.get("/v1/stats/overview", { token: elsewhere })).body.overview?.pilots?.cumulative?.count,
    ).to.equal(0);
  });

  it("does not go on with the cursor of another jurisdiction", async () => {
    const [everywhere = ""] = await grants(SCOPES, null);
    const [limited = ""] = await grants(SCOPES, HOME);
    const { body } = await server.get("/v1/pilots?limit=1", { token: everywhere });
    const { body: problem } = await server.get(`/v1/pilots?limit=1&cursor=${body.page?.next}`, { token: limited });
    expect(problem.code).to.equal("CURSOR_MISMATCH");
  });

  it("shows no credential in an answer, its headers, the log, or the access log", async () => {
    const secrets: string[] = [];
    const seen: string[] = [];
    const bad = await badCredentials(file, { own, foreign }, now);
    const good = await grants(SCOPES, HOME);
    for (const authorization of [...bad.map(([, text]) => text ?? ""), ...good.map((token) => `Bearer ${token}`)]) {
      const secret = authorization.replace(/^\w+ /, "");
      if (secret.length > 20) secrets.push(secret, secret.slice(13));
      for (const operation of GUARDED) {
        const { text, headers } = await asking(operation, authorization, `?access_token=${encodeURIComponent(secret)}`);
        seen.push(text, JSON.stringify(headers));
        server.fault = () => {
          throw new Error(`the store fails while ${authorization.length} characters were sent`);
        };
        const failing = await asking(operation, authorization);
        seen.push(failing.text, JSON.stringify(failing.headers));
        server.fault = undefined;
      }
    }
    seen.push(server.log);
    for await (const [, entry] of readAccessLog(accessLog.directory, { after: 0, upTo: 1_000_000 })) {
      seen.push(JSON.stringify(entry));
    }
    const everything = seen.join("\n");
    expect(secrets.length).to.be.greaterThan(15);
    for (const secret of secrets) expect(everything.includes(secret), secret.slice(0, 12)).to.equal(false);
    expect(everything.match(/"code":"INTERNAL"/g)?.length).to.be.greaterThan(20);
  });

  it("says that the identity provider cannot be asked, rather than that the token is wrong", async () => {
    const gone = await IdentityProvider.start();
    const token = await gone.token();
    await gone.stop();
    const claims = { regionClaim: "pilot_ledger_region", fieldsClaim: "pilot_ledger_fields" };
    const other = new TestServer(smallLedger(), {
      verifiers: [oidcVerifier({ issuer: gone.issuer, audience: AUDIENCE, ...claims })],
    });
    await other.start();
    try {
      other.now = now;
      const { status, body } = await other.get("/v1/pilots", { token });
      expect([status, body.code]).to.deep.equal([503, "ISSUER_UNREACHABLE"]);
    } finally {
      await other.stop();
    }
  });
});

describe("a request", () => {
  const server = new TestServer(smallLedger());
  before(() => server.start());
  after(() => server.stop());

  it("does not tell without a token which addresses or methods there are under /v1", async () => {
    expect((await server.get("/v1/nothing", { token: null })).status).to.equal(401);
    expect((await server.get("/V1/PILOTS", { token: null })).status).to.equal(401);
    expect((await server.get("/v1/pilots/", { token: null, method: "POST" })).status).to.equal(401);
    expect((await server.get("/v1/pilots?limit=0", { token: null })).status).to.equal(401);
  });

  it("is logged with its id, and never with a token", async () => {
    const jwt = "eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0.c2lnbmF0dXJl";
    const { headers } = await server.get(`/v1/pilots?access_token=${TOKEN}&id_token=${jwt}`);
    expect(server.log)
      .to.include(String(headers["x-request-id"]))
      .and.not.include(TOKEN)
      .and.not.include(jwt)
      .and.not.match(/authorization/i);
    expect(JSON.stringify(server.kept)).not.to.include(TOKEN).and.not.include(jwt);
  });

  it("is answered with protective headers that do not name a framework", async () => {
    const { headers } = await server.get("/healthz");
    expect(headers).to.include({ "x-content-type-options": "nosniff", "x-frame-options": "SAMEORIGIN" });
    expect(headers).to.have.property("content-security-policy");
    expect(headers).not.to.have.property("x-powered-by");
  });
});

describe("conditional requests", () => {
  const server = new TestServer(FULL_LEDGER);
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

function codesIn(body: unknown): string[] {
  return (body as { readonly items: readonly { readonly code: string }[] }).items.map(({ code }) => code);
}
