import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect } from "chai";
import { ApiClient } from "../../server/api/client/api-client.ts";
import { ApiError } from "../../server/api/client/api-error.ts";
import { pilotRoute, pilotsRoute } from "../../server/api/routes/pilots.ts";
import { JUDICIAL, smallLedger } from "./ledger.ts";
import { TestServer, TOKEN } from "./server.ts";

describe("the typed client", () => {
  const server = new TestServer(smallLedger());
  let client: ApiClient;
  before(async () => {
    await server.start();
    client = new ApiClient({ url: server.url, token: TOKEN });
  });
  after(() => server.stop());

  const errorOf = async (asked: Promise<unknown>) => {
    const error = await asked.catch((cause: unknown) => cause);
    expect(error).to.be.instanceOf(ApiError);
    return error as ApiError;
  };

  it("asks with the routes, and gives answers whose members the compiler knows", async () => {
    const { pilot, head, jurisdiction } = await client.ask(pilotRoute, { path: { code: JUDICIAL } });
    const title: string = pilot.title.zh;
    expect([title, pilot.milestones.length, jurisdiction]).to.deep.equal(["电子证据存证核验试点", 2, null]);
    expect(head.number).to.equal(server.ledger?.blocks().at(-1)?.number);
    const { items } = await client.ask(pilotsRoute, { path: {}, query: { region: "330100", field: ["JUD", "GOV"] } });
    expect(items.map(({ code }) => code)).to.deep.equal([JUDICIAL]);
  });

  it("walks through all pages of a list", async () => {
    const codes: string[] = [];
    for await (const { code } of client.items(pilotsRoute, { path: {}, query: { limit: 1 } })) codes.push(code);
    expect(codes).to.have.length(3).and.deep.equal(codes.toSorted());
  });

  it("tells problems by their code", async () => {
    const unknown = await errorOf(client.ask(pilotRoute, { path: { code: "ZJ-2019-330100-JUD-0099" } }));
    expect([unknown.code, unknown.status]).to.deep.equal(["PILOT_NOT_FOUND", 404]);
    const nobody = new ApiClient({ url: server.url });
    expect(await errorOf(nobody.ask(pilotsRoute, { path: {} }))).to.include({ code: "TOKEN_REQUIRED", status: 401 });
  });

  it("passes on nothing that is not as documented", async () => {
    for (const [status, text] of [
      [200, '{"items":[{"code":1}]}'],
      [200, "nonsense"],
      [502, "<html>"],
    ] as const) {
      const other = createServer((_, response) => response.writeHead(status).end(text)).listen(0, "127.0.0.1");
      await once(other, "listening");
      const url = `http://127.0.0.1:${(other.address() as AddressInfo).port}/`;
      const error = await errorOf(new ApiClient({ url }).ask(pilotsRoute, { path: {} }));
      expect([error.code, error.status]).to.deep.equal(["NOT_AS_DOCUMENTED", status]);
      other.closeAllConnections();
      other.close();
      await once(other, "close");
      expect(await errorOf(new ApiClient({ url }).ask(pilotsRoute, { path: {} }))).to.include({
        code: "UNREACHABLE",
        status: null,
      });
    }
  });
});
