import { expect } from "chai";
import { AnswerCache } from "../../server/api/http/answer-cache.ts";
import { jsonAnswer } from "../../server/api/http/send-json.ts";
import { smallLedger } from "./ledger.ts";
import { TestServer } from "./server.ts";

const answerOf = (bytes: number) => ({ json: jsonAnswer({ text: "x".repeat(bytes) }), next: undefined });

describe("answers that are kept", () => {
  it("are had again at the same state alone", () => {
    const cache = new AnswerCache();
    expect(cache.get("a", "question")).to.equal(undefined);
    const answer = answerOf(10);
    const text = String(answer.json.bytes);
    cache.keep("a", "question", answer);
    answer.json.bytes.fill(0);
    for (const time of ["once", "twice"]) {
      const kept = cache.get("a", "question");
      expect(kept?.json.digest, time).to.equal(answer.json.digest);
      expect(String(kept?.json.bytes), time).to.equal(text);
    }
    expect(cache.get("b", "question")).to.equal(undefined);
    expect(cache.get("a", "question"), "forgotten with the state").to.equal(undefined);
  });

  it("are not kept when the state has moved on while they were made, or when they are large", () => {
    const cache = new AnswerCache();
    cache.get("a", "question");
    cache.get("b", "other");
    cache.keep("a", "question", answerOf(10));
    cache.keep("b", "large", answerOf(2_000_000));
    expect([cache.get("b", "question"), cache.get("b", "large")]).to.deep.equal([undefined, undefined]);
  });

  it("take no more memory than they may: the oldest go, those that nobody asked for again before the others", () => {
    const cache = new AnswerCache();
    const numbers = Array.from({ length: 100 }, (_, number) => String(number));
    cache.get("a", "0");
    for (const number of numbers) {
      cache.keep("a", number, answerOf(1_000_000));
      cache.get("a", number);
    }
    for (const number of numbers) cache.keep("a", `once ${number}`, answerOf(1_000_000));
    const kept = (name: string) => numbers.filter((number) => cache.get("a", `${name}${number}`) !== undefined);
    const again = kept("");
    expect(again.length).to.be.within(60, 67);
    expect(again).to.deep.equal(numbers.slice(-again.length));
    expect(kept("once ")).to.deep.equal(["96", "97", "98", "99"]);
  });

  it("are read from the store once while no block comes, and differ by jurisdiction", async () => {
    const server = await new TestServer(smallLedger()).start();
    try {
      server.grants.set("city", [{ scopes: ["pilots"], region: "330100", fields: null }]);
      const first = await server.get("/v1/pilots");
      const opened = server.opened.length;
      expect((await server.get("/v1/pilots")).text).to.equal(first.text);
      expect(server.opened.length).to.equal(opened);
      expect((await server.get("/v1/pilots", { token: "city" })).text).not.to.equal(first.text);
      server.ledger?.pass(1).mine();
      expect((await server.get("/v1/pilots")).text).not.to.equal(first.text);
      expect(server.kept).to.have.length(4);
    } finally {
      await server.stop();
    }
  });
});
