import { expect } from "chai";
import type { Clock } from "../../server/chain/clock.ts";
import { RpcError } from "../../server/chain/errors.ts";
import { SharedChain } from "../../server/chain/shared-chain.ts";
import { SimulatedChain } from "../support/simulated-chain.ts";

describe("a chain that several mirrors follow", () => {
  let now = 0;
  const clock: Clock = { now: () => now, sleep: async () => undefined, deadline: () => new AbortController().signal };

  beforeEach(() => {
    now = 0;
  });

  function shared() {
    const [first, second] = [new SimulatedChain(), new SimulatedChain()];
    const chain = new SharedChain([first, second], 50, clock);
    return { first, second, chain, one: chain.follower(), other: chain.follower() };
  }

  it("is asked for its head once for all, at once or shortly after, and again when that is old", async () => {
    const { first, one, other } = shared();
    await Promise.all([one.head(), other.head()]);
    now = 49;
    await other.head();
    expect(first.requests).to.equal(1);
    now = 50;
    first.mine();
    expect((await other.head()).number).to.equal(2);
    expect((await one.head()).number).to.equal(2);
    expect(first.requests).to.equal(2);
  });

  it("keeps the heads of different finality apart", async () => {
    const { first, one } = shared();
    await one.head();
    await one.head("finalized");
    expect(first.requests).to.equal(2);
  });

  it("wakes the others when one finds a new head, and no longer once they stopped listening", async () => {
    const { first, one, other } = shared();
    let rung = 0;
    const end = other.onHead(() => {
      rung += 1;
    });
    await one.head();
    now = 100;
    await one.head();
    expect(rung).to.equal(1);
    first.mine();
    now = 200;
    await one.head();
    expect(rung).to.equal(2);
    end();
    first.mine();
    now = 300;
    await one.head();
    expect(rung).to.equal(2);
  });

  it("asks another node once any of them doubts who told the head, and asks at once", async () => {
    const { first, second, one, other } = shared();
    await one.head();
    await other.head();
    other.avoid();
    await one.head();
    expect([first.requests, second.requests]).to.deep.equal([1, 1]);
  });

  it("passes no failure on to who asks later, and shares which node rests", async () => {
    const { first, second, one, other } = shared();
    first.onRequest = () => {
      throw new RpcError("RPC_UNREACHABLE", "it is away");
    };
    second.onRequest = first.onRequest;
    const failed = (asked: Promise<unknown>) => asked.then(String, (error: RpcError) => error.code);
    expect(await Promise.all([failed(one.head()), failed(other.head())])).to.deep.equal(
      Array.from({ length: 2 }, () => "RPC_UNREACHABLE"),
    );
    expect([first.requests, second.requests]).to.deep.equal([1, 1]);
    second.onRequest = () => undefined;
    expect((await other.head()).number).to.equal(1);
  });

  it("lets one go that no longer waits, and answers the other", async () => {
    const { one, other } = shared();
    const ending = new AbortController();
    const gone = one.head("latest", ending.signal).catch((error: unknown) => error);
    const stays = other.head();
    ending.abort(new Error("stopped"));
    expect(String(await gone)).to.equal("Error: stopped");
    expect((await stays).number).to.equal(1);
  });
});
