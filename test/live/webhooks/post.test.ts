import { once } from "node:events";
import { createServer, type IncomingMessage, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { expect } from "chai";
import { Webhook } from "standardwebhooks";
import { PUBLIC_ALONE, type Resolver } from "../../../server/live/webhooks/addresses.ts";
import { type Poster, poster } from "../../../server/live/webhooks/post.ts";
import { accountBound, organisationRegistered, pilotApplied, programmeOpened } from "../../support/acts.ts";
import { ManualClock } from "../../support/manual-clock.ts";
import { SimulatedChain } from "../../support/simulated-chain.ts";
import { TOKEN_ID, WebhookWorld } from "./world.ts";

const LOOPBACK = { ranges: ["127.0.0.0/8"], http: true };

describe("a request to a receiver", () => {
  const servers: Server[] = [];
  const posters: Poster[] = [];
  const clock = new ManualClock();
  afterEach(async () => {
    for (const one of posters.splice(0)) one.close();
    for (const server of servers.splice(0)) {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    }
  });
  const receiver = async (listener: RequestListener) => {
    const server = createServer(listener).listen(0, "127.0.0.1");
    servers.push(server);
    await once(server, "listening");
    return (server.address() as AddressInfo).port;
  };
  const posting = (...[rules, resolve]: [Parameters<typeof poster>[0]?, Resolver?]) => {
    const made = poster(rules ?? LOOPBACK, clock, resolve);
    posters.push(made);
    const signal = new AbortController().signal;
    return (url: string) => made.post({ url, headers: { "webhook-id": "msg_1" }, body: "{}", signal });
  };

  it("is answered with the status, and with how long to wait", async () => {
    const port = await receiver((_, response) => response.writeHead(503, { "Retry-After": "7" }).end("later"));
    expect(await posting()(`http://127.0.0.1:${port}/hook`)).to.deep.equal({
      status: 503,
      fault: null,
      retryAfter: 7_000,
    });
  });

  it("follows no redirect", async () => {
    let asked = 0;
    const target = await receiver((_, response) => {
      asked += 1;
      response.end();
    });
    const port = await receiver((_, response) =>
      response.writeHead(307, { Location: `http://127.0.0.1:${target}/` }).end(),
    );
    expect((await posting()(`http://127.0.0.1:${port}/`)).status).to.equal(307);
    expect(asked).to.equal(0);
  });

  it("is given up when nothing is answered within ten seconds", async () => {
    const heard = Promise.withResolvers<void>();
    const port = await receiver(() => heard.resolve());
    const posted = posting()(`http://127.0.0.1:${port}/`);
    await heard.promise;
    clock.pass(10_000);
    expect(await posted).to.include({ status: null, fault: "TIMEOUT" });
    expect(clock.sleeping).to.equal(0);
  });

  it("does not read on what a receiver has to say without end", async () => {
    const port = await receiver((_, response) => {
      response.writeHead(200);
      const more = () => response.write("x".repeat(10_000), (error) => (error ? undefined : setImmediate(more)));
      more();
    });
    expect(await posting()(`http://127.0.0.1:${port}/`)).to.include({ status: 200 });
  });

  it("says why there was no answer", async () => {
    const port = await receiver((request) => request.socket.destroy());
    expect((await posting()(`http://127.0.0.1:${port}/`)).fault).to.equal("ECONNRESET");
  });

  it("uses its connection again, and makes another when that was closed", async () => {
    const sockets = new Set<unknown>();
    const port = await receiver((request, response) => {
      sockets.add(request.socket);
      response.end();
      if (sockets.size === 1 && request.headers["webhook-id"] === "close") request.socket.end();
    });
    const post = posting();
    for (let n = 0; n < 3; n++) expect((await post(`http://127.0.0.1:${port}/`)).status).to.equal(200);
    expect(sockets.size).to.equal(1);
  });

  it("goes nowhere that may not be connected to: by number, by name, or by a name that changes its mind", async () => {
    let asked = 0;
    const port = await receiver((_, response) => {
      asked += 1;
      response.end();
    });
    const rules = { ranges: [], http: true };
    const to = (...addresses: string[]): Resolver => {
      return (_, callback) => callback(null, [{ address: addresses.shift() ?? "127.0.0.1", family: 4 }]);
    };
    expect((await posting(rules)(`http://127.0.0.1:${port}/`)).fault).to.equal("ADDRESS_REFUSED");
    expect((await posting(rules, to("127.0.0.1"))(`http://a.example:${port}/`)).fault).to.equal("ADDRESS_REFUSED");
    expect((await posting(rules)(`http://localhost:${port}/`)).fault).to.equal("ADDRESS_REFUSED");
    expect((await posting(PUBLIC_ALONE)(`http://a.example:${port}/`)).fault).to.equal("NOT_HTTPS");
    // Resolved once, and connected to what was looked at: a second answer of the name server is never asked for.
    let lookups = 0;
    const rebinding: Resolver = (_, callback) => {
      lookups += 1;
      callback(null, [{ address: lookups === 1 ? "127.0.0.2" : "127.0.0.1", family: 4 }]);
    };
    const posted = await posting({ ranges: ["127.0.0.2/32"], http: true }, rebinding)(`http://a.example:${port}/`);
    expect([posted.fault, lookups, asked]).to.deep.equal(["ECONNREFUSED", 1, 0]);
  });
});

describe("what a receiver gets", () => {
  let world: WebhookWorld | undefined;
  const servers: Server[] = [];
  afterEach(async () => {
    await world?.close();
    world = undefined;
    for (const server of servers.splice(0)) {
      server.closeAllConnections();
      server.close();
    }
  });
  const receiver = async (listener: RequestListener) => {
    const server = createServer(listener).listen(0, "127.0.0.1");
    servers.push(server);
    await once(server, "listening");
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`;
  };
  const begin = async (chain: SimulatedChain) => {
    const clock = new ManualClock();
    world = await WebhookWorld.of(chain, { rules: LOOPBACK, posterFor: () => poster(LOOPBACK, clock) });
    return world;
  };
  const until = async (isSo: () => boolean) => {
    while (!isSo()) await new Promise((resolve) => setImmediate(resolve));
  };

  it("is verified by the reference implementation of Standard Webhooks, with both secrets while one takes the other's place", async () => {
    const requests: { headers: IncomingMessage["headers"]; body: string }[] = [];
    const url = await receiver(async (request, response) => {
      requests.push({ headers: request.headers, body: await text(request) });
      response.writeHead(204).end();
    });
    const chain = new SimulatedChain().mine(programmeOpened(), organisationRegistered(), accountBound());
    const here = await begin(chain);
    here.clock.pass(Date.now() - here.clock.now());
    const next = async (count: number) => {
      await until(() => requests.length >= count);
      const { headers, body } = requests.splice(0).at(-1) ?? { headers: {}, body: "" };
      return (secret: string) => new Webhook(secret).verify(body, headers as Record<string, string>);
    };
    const { subscription, secret } = await here.subscribe({ url });
    const first = await next(3);
    expect(first(secret)).to.have.property("type", "ledger.event");
    const rotated = await here.webhooks.rotateSecret(TOKEN_ID, subscription.id);
    chain.mine(pilotApplied(1));
    await here.sync();
    const second = await next(1);
    expect(second(secret)).to.deep.equal(second(rotated.secret));
    expect(() => first(rotated.secret)).to.throw();
    // A day later the old one is used no more.
    here.clock.pass(86_400_000);
    chain.mine(pilotApplied(2));
    await here.sync();
    await until(() => requests.length >= 1);
    expect(String(requests[0]?.headers["webhook-signature"]).split(" ")).to.have.length(1);
  });

  it("is not delayed by others that do not answer", async () => {
    const chain = new SimulatedChain().mine(programmeOpened(), organisationRegistered(), accountBound());
    for (let serial = 1; serial <= 20; serial++) chain.mine(pilotApplied(serial));
    const here = await begin(chain);
    let hanging = 0;
    let delivered = 0;
    const slow = await receiver(() => {
      hanging += 1;
    });
    const fast = await receiver((_, response) => {
      delivered += 1;
      response.end();
    });
    for (let n = 0; n < 8; n++) await here.subscribe({ url: slow });
    await until(() => hanging === 8);
    await here.subscribe({ url: fast });
    await until(() => delivered === 23);
    expect(hanging).to.equal(8);
  });
});
