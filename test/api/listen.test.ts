import { request, type ServerResponse } from "node:http";
import { expect } from "chai";
import { ListenError, listen } from "../../server/api/listen.ts";

const ANYWHERE = { host: "127.0.0.1", port: 0 };

describe("listening", () => {
  it("on a port that is taken fails with what to do", async () => {
    const first = await listen((_, response) => response.end(), ANYWHERE);
    const port = Number(new URL(first.url).port);
    const second = listen((_, response) => response.end(), { ...ANYWHERE, port });
    const error = await second.catch((cause: unknown) => cause);
    await first.close();
    expect(error).to.be.instanceOf(ListenError).with.property("code", "PORT_TAKEN");
    expect(String(error)).to.include(`port ${port} of 127.0.0.1 is taken`);
  });

  it("ends after the request that is being answered, and takes no other", async () => {
    const { promise: asked, resolve: hold } = Promise.withResolvers<ServerResponse>();
    const listening = await listen((_, response) => hold(response), ANYWHERE);
    const answered = get(listening.url);
    const response = await asked;
    const closed = listening.close();
    expect(await get(listening.url).catch((cause: unknown) => cause)).to.have.property("code", "ECONNREFUSED");
    response.end("done");
    expect(await answered).to.equal("done");
    await closed;
  });
});

function get(url: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { agent: false }, (response) => response.on("data", (data) => resolve(String(data))));
    sent.once("error", reject).end();
  });
}
