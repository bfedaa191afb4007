import { expect } from "chai";
import { AnswerCache } from "../../server/api/http/answer-cache.ts";
import { jsonAnswer } from "../../server/api/http/send-json.ts";
import { smallLedger } from "./ledger.ts";
import { TestServer } from "./server.ts";

const made = (state: string, bytes = 10) => ({
  json: jsonAnswer({ text: "x".repeat(bytes) }),
  next: undefined,
  state,
});

describe("answers that are kept", () => {
  /** Asks a cache, and tells whether the answer was made for it. */
  const isMade = async (cache: AnswerCache, state: string, question: string, bytes?: number, of = state) => {
    let isNew = false;
    const { json } = await cache.answer(state, question, async () => {
      isNew = true;
      return made(of, bytes);
    });
    expect(json.bytes.length).to.equal((bytes ?? 10) + '{"text":""}'.length);
    expect(json.bytes.toString("latin1", 0, 10)).to.equal('{"text":"x');
    json.sent?.();
    // What is sent next is written there.
    if (isNew) json.bytes.fill(0, 0, 10);
    return isNew;
  };

  it("are had again at the same state alone", async () => {
    const cache = new AnswerCache();
    const asked = [];
    for (const state of ["a", "a", "a", "b", "a"]) asked.push(await isMade(cache, state, "question"));
    expect(asked).to.deep.equal([true, false, false, true, true]);
  });

  it("are not kept when the state has moved on while they were made, or when they are large", async () => {
    const cache = new AnswerCache();
    for (const time of ["first", "again"]) {
      expect(await isMade(cache, "a", "question", 10, "b"), time).to.equal(true);
      expect(await isMade(cache, "a", "large", 2_000_000), time).to.equal(true);
    }
    await cache.answer("a", "other", async () => {
      await isMade(cache, "b", "question");
      return made("a");
    });
    expect(await isMade(cache, "b", "other")).to.equal(true);
  });

  it("are made once for all who ask at the same time, and fail for all of them", async () => {
    const cache = new AnswerCache();
    let count = 0;
    const ask = (fails: boolean) =>
      cache.answer("a", `fails: ${fails}`, async () => {
        count += 1;
        await Promise.resolve();
        if (fails) throw new Error("no answer");
        return made("a");
      });
    const answers = await Promise.all([ask(false), ask(false), ask(false)]);
    const [first, ...others] = answers.map(({ json }) => json);
    first?.bytes.fill(0);
    for (const { bytes } of others) expect(bytes.toString()).to.equal(JSON.stringify({ text: "x".repeat(10) }));
    expect(count).to.equal(1);
    const failed = await Promise.allSettled([ask(true), ask(true)]);
    expect(failed.map(({ status }) => status)).to.deep.equal(["rejected", "rejected"]);
    expect(count).to.equal(2);
    await Promise.allSettled([ask(true)]);
    expect(count, "asked anew").to.equal(3);
  });

  it("take no more memory than they may: the oldest go, those that nobody asked for again before the others", async () => {
    let now = 0;
    const cache = new AnswerCache({ againAtMost: 670_000, onceAtMost: 41_000, clock: () => now });
    const numbers = Array.from({ length: 100 }, (_, number) => String(number));
    for (const number of numbers) {
      await isMade(cache, "a", number, 10_000);
      await isMade(cache, "a", number, 10_000);
    }
    for (const number of numbers) await isMade(cache, "a", `once ${number}`, 10_000);
    await cache.answer("a", "work", async () => {
      now += 100;
      return made("a");
    });
    for (const number of numbers) await isMade(cache, "a", `once more ${number}`, 10_000);
    expect(await isMade(cache, "a", "work"), "what was much work").to.equal(false);
    const newest = [...numbers].reverse();
    const again = [];
    for (const number of newest) again.push(await isMade(cache, "a", number, 10_000));
    expect(again.indexOf(true)).to.be.within(60, 67);
    const once = [];
    for (const number of newest.slice(0, 4)) once.push(await isMade(cache, "a", `once ${number}`, 10_000));
    expect(once, "pushed out").to.deep.equal([true, true, true, true]);
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
