import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { webhookCommand } from "../../scripts/serve/webhook-command.ts";
import { SCOPES, type Scope } from "../../server/api/access/scopes.ts";
import { createToken, revokeToken } from "../../server/api/access/token-file.ts";
import { tokenHolders, tokenVerifier } from "../../server/api/access/token-verifier.ts";
import { JUDICIAL, smallLedger } from "./ledger.ts";
import { type Asking, TestServer } from "./server.ts";
import { type WebhooksInTest, webhooksInTest } from "./webhooks-in-test.ts";

const URL_OF_RECEIVER = "https://receiver.example/hook?key=1";

describe("webhooks over the API", () => {
  let directory: string;
  let file: string;
  let world: WebhooksInTest;
  let server: TestServer;
  let mine: string;
  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), "webhooks-"));
    file = join(directory, "tokens.json");
    world = await webhooksInTest(tokenHolders(file));
    server = new TestServer(smallLedger(), { verifiers: [tokenVerifier(file)], webhooks: world.webhooks });
    world.server = server;
    await server.start();
    mine = await token(SCOPES);
  });
  afterEach(async () => {
    await server.stop();
    await world.close();
    await rm(directory, { recursive: true });
  });

  const token = async (scopes: readonly Scope[], region: string | null = null) => {
    const { token: made } = await createToken(file, {
      name: "test",
      grant: { scopes, region, fields: null },
      expiresAt: null,
      now: 0,
    });
    return made;
  };
  const ask = (method: string, path = "", content?: object, asking: Asking = {}) =>
    server.get(`/v1/webhooks${path}`, { method, token: mine, ...(content && { content }), ...asking });
  const create = async (wish: object = {}, asking: Asking = {}) => {
    const { body, status, text } = await ask("POST", "", { url: URL_OF_RECEIVER, ...wish }, asking);
    expect(status, text).to.equal(200);
    const { webhook, secret } = body as unknown as { webhook: { id: string; cursor: string }; secret: string };
    return { ...webhook, secret };
  };
  const rest = async () => {
    while (world.clock.sleeping < world.webhooks.standing().length)
      await new Promise((resolve) => setImmediate(resolve));
  };

  it("are made, listed, shown and deleted", async () => {
    const { id } = await create({ description: "审计处", filter: { name: ["PilotApplied"] }, fromBlock: 0 });
    const { body: list } = await ask("GET");
    const { body: one } = await ask("GET", `/${id}`);
    expect(list.items).to.deep.equal([one.webhook]);
    expect(one.webhook).to.deep.include({
      ...{ id, url: URL_OF_RECEIVER, description: "审计处", state: "ACTIVE", reason: null, onGivingUp: "continue" },
      ...{ filter: { name: ["PilotApplied"] }, trying: null, redelivering: 0, previousSecretUntil: null },
    });
    expect((await ask("DELETE", `/${id}`)).body).to.deep.equal({ deleted: id });
    expect((await ask("GET", `/${id}`)).body.code).to.equal("RECORD_NOT_FOUND");
    expect((await ask("GET")).body.items).to.deep.equal([]);
  });

  it("deliver what the token may be told, from the block or cursor that they begin with", async () => {
    mine = await token(["webhooks", "pilots"], "330206");
    const { id } = await create({ fromBlock: 0 });
    world.webhooks.start();
    await rest();
    const codes = new Set(world.receiver.notes.events.map(({ contractName }) => contractName));
    expect([...codes]).to.deep.equal(["PilotLedger"]);
    expect(JSON.stringify(world.receiver.notes.events)).not.to.include(JUDICIAL);
    const { body } = await ask("GET", `/${id}/deliveries`);
    expect(body.items).to.have.length(world.receiver.arrived.length);
    expect((body.items as unknown as object[])[0]).to.include({
      outcome: "DELIVERED",
      status: 204,
      type: "ledger.event",
    });
    const { body: after } = await ask("GET", `/${id}`);
    expect(after.webhook?.cursor).to.be.a("string");
    const begun = await create({ after: world.receiver.lastCursor });
    const before = world.receiver.arrived.length;
    await rest();
    expect([begun.cursor.length > 20, world.receiver.arrived.length]).to.deep.equal([true, before]);
  });

  it("end with their token", async () => {
    const { id } = await create({ fromBlock: 0 });
    await revokeToken(file, { id: mine.slice(4, 12), now: 1 });
    world.webhooks.start();
    await rest();
    expect(world.receiver.arrived).to.deep.equal([]);
    expect(world.webhooks.get(mine.slice(4, 12), id)).to.include({ state: "DISABLED", reason: "TOKEN_REVOKED" });
  });

  it("are paused and resumed, told anew, and signed with another secret", async () => {
    const { id, secret } = await create();
    expect((await ask("POST", `/${id}/pause`)).body.webhook).to.deep.include({ state: "PAUSED", reason: "OWNER" });
    expect((await ask("POST", `/${id}/resume`)).body.webhook).to.deep.include({ state: "ACTIVE", reason: null });
    const { body: rotated } = await ask("POST", `/${id}/secret`);
    expect(rotated.secret)
      .to.match(/^whsec_/)
      .and.not.equal(secret);
    expect(rotated.webhook?.previousSecretUntil).to.equal(1_600_086_400);
    world.webhooks.start();
    await rest();
    expect(world.receiver.arrived).to.deep.equal([]);
    expect((await ask("POST", `/${id}/replay`, { fromBlock: 0 })).status).to.equal(200);
    await rest();
    expect(world.receiver.arrived.length).to.be.greaterThan(10);
    for (const wrong of [{}, { fromBlock: 0, after: world.receiver.lastCursor }]) {
      expect((await ask("POST", `/${id}/replay`, wrong)).body.code).to.equal("INVALID_PARAMETER");
    }
    expect((await ask("POST", `/${id}/replay`, { after: "nonsense" })).body.code).to.equal("CURSOR_INVALID");
  });

  it("show what could not be delivered, and deliver it when asked", async () => {
    world.receiver.plan = Array.from({ length: 40 }, () => "fail");
    const { id } = await create({ fromBlock: 0, filter: { name: ["PartyJoined"] } });
    world.webhooks.start();
    await rest();
    while (world.clock.next !== undefined && (await ask("GET", `/${id}/dead-letters`)).text === '{"items":[]}') {
      world.clock.pass(world.clock.next);
      await rest();
    }
    const { body } = await ask("GET", `/${id}/dead-letters`);
    const [letter] = body.items as unknown as {
      number: number;
      status: number;
      content: { type: string; data: { event: string } };
    }[];
    expect([letter?.number, letter?.status, letter?.content.data.event]).to.deep.equal([1, 500, "PartyJoined"]);
    world.receiver.plan = [];
    expect((await ask("POST", `/${id}/dead-letters/redeliver`, { numbers: [1] })).status).to.equal(200);
    while (world.receiver.arrived.length === 0) await new Promise((resolve) => setImmediate(resolve));
    await rest();
    expect((await ask("GET", `/${id}/dead-letters`)).body.items).to.deep.equal([]);
  });

  it("are looked after by a command that asks the API", async () => {
    const said: string[] = [];
    const run = async (...args: string[]) => {
      await webhookCommand().parseAsync([...args, "--api", server.url], { from: "user" });
      return JSON.parse(said.splice(0).join("\n"));
    };
    const { log, error } = console;
    process.env.PILOT_LEDGER_TOKEN = mine;
    console.log = (text: string) => void said.push(text);
    console.error = () => undefined;
    try {
      const made = await run(
        "create",
        URL_OF_RECEIVER,
        "--name",
        "PilotApplied",
        "--from-block",
        "0",
        "--on-giving-up",
        "pause",
      );
      const { id } = made.webhook;
      expect([made.secret.slice(0, 6), made.webhook.onGivingUp]).to.deep.equal(["whsec_", "pause"]);
      expect((await run("list")).map((one: { id: string }) => one.id)).to.deep.equal([id]);
      expect((await run("pause", id)).webhook.state).to.equal("PAUSED");
      expect((await run("resume", id)).webhook.state).to.equal("ACTIVE");
      expect((await run("rotate-secret", id)).secret).not.to.equal(made.secret);
      expect((await run("replay", id, "--from-block", "3")).webhook.id).to.equal(id);
      expect((await run("redeliver", id, "1", "2")).webhook.redelivering).to.equal(0);
      expect(await run("deliveries", id)).to.deep.equal({ items: [] });
      expect(await run("dead-letters", id)).to.deep.equal({ items: [] });
      expect((await run("show", id)).webhook.id).to.equal(id);
      expect(await run("delete", id)).to.deep.equal({ deleted: id });
      delete process.env.PILOT_LEDGER_TOKEN;
      expect(await run("list").catch((cause: unknown) => cause)).to.have.property("code", "TOKEN_REQUIRED");
    } finally {
      delete process.env.PILOT_LEDGER_TOKEN;
      Object.assign(console, { log, error });
    }
  });

  it("are nobody else's business", async () => {
    const { id } = await create();
    const other = await token(SCOPES);
    for (const [method, path] of [
      ...[
        ["GET", ""],
        ["DELETE", ""],
        ["POST", "/pause"],
        ["POST", "/resume"],
        ["POST", "/secret"],
      ],
      ...[
        ["GET", "/deliveries"],
        ["GET", "/dead-letters"],
        ["POST", "/replay"],
        ["POST", "/dead-letters/redeliver"],
      ],
    ] as const) {
      const content = method === "POST" ? { content: path === "/replay" ? { fromBlock: 0 } : {} } : {};
      const { body } = await ask(method ?? "", `/${id}${path}`, undefined, { token: other, ...content });
      expect(body.code, `${method} ${path}`).to.equal("RECORD_NOT_FOUND");
    }
    expect((await ask("GET", "", undefined, { token: other })).body.items).to.deep.equal([]);
    expect((await ask("GET", `/${id}`)).status).to.equal(200);
  });

  it("are refused for addresses that may not be connected to, and for what else is wrong with them", async () => {
    for (const url of [
      "http://a.example/",
      "https://10.0.0.1/",
      "https://[::1]/",
      "https://u:p@a.example/",
      "nonsense",
    ]) {
      const { status, body } = await ask("POST", "", { url });
      expect([status, body.code, (body.errors as unknown as { parameter: string }[])[0]?.parameter], url).to.deep.equal(
        [400, "INVALID_PARAMETER", "url"],
      );
    }
    for (const wish of [
      {},
      { url: URL_OF_RECEIVER, filter: { name: ["Nothing"] } },
      { url: URL_OF_RECEIVER, more: 1 },
    ]) {
      expect((await ask("POST", "", wish)).body.code).to.equal("INVALID_PARAMETER");
    }
    for (let n = 0; n < 20; n++) await create();
    const { status, body } = await ask("POST", "", { url: URL_OF_RECEIVER });
    expect([status, body.code]).to.deep.equal([409, "TOO_MANY_WEBHOOKS"]);
  });

  it("tell their secrets once, and never keep or log them", async () => {
    const { id, secret } = await create({ fromBlock: 0 });
    const { body } = await ask("POST", `/${id}/secret`);
    world.webhooks.start();
    await rest();
    const seen: string[] = [server.log, JSON.stringify(server.kept), JSON.stringify(world.webhooks.standing())];
    for (const path of ["", `/${id}`, `/${id}/deliveries`, `/${id}/dead-letters`]) {
      const { text, headers } = await ask("GET", path);
      seen.push(text, JSON.stringify(headers));
    }
    seen.push(JSON.stringify(world.receiver.posts));
    for (const name of await readdir(join(world.directory, "db")))
      seen.push(await readFile(join(world.directory, "db", name), "latin1"));
    const all = seen.join("\n");
    expect(all).to.include(id);
    for (const one of [secret, String(body.secret)]) expect(all.includes(one.slice(6, 30))).to.equal(false);
  });
});
