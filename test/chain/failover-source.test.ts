import { expect } from "chai";
import type { Clock } from "../../server/chain/clock.ts";
import { RpcError, type RpcErrorCode } from "../../server/chain/errors.ts";
import { FailoverSource, freshNodes } from "../../server/chain/failover-source.ts";
import { SimulatedChain } from "../support/simulated-chain.ts";

describe("a chain read from several nodes", () => {
  let now = 0;
  const clock: Clock = { now: () => now, sleep: async () => undefined, deadline: () => new AbortController().signal };

  beforeEach(() => {
    now = 0;
  });

  /** Two nodes of one chain; the first fails when told to. */
  function nodes() {
    const [first, second] = [new SimulatedChain(), new SimulatedChain()];
    const failing: { code: RpcErrorCode | undefined; retryAfter?: number } = { code: undefined };
    first.onRequest = () => {
      const { code, retryAfter } = failing;
      if (code !== undefined) throw new RpcError(code, "the first fails", { retryAfter });
    };
    const source = new FailoverSource(freshNodes([first, second]), clock);
    const asked = async () => {
      const before = first.requests;
      await source.head();
      return first.requests > before ? "first" : "second";
    };
    return { first, second, failing, source, asked };
  }

  it("asks the first while it is well, and the next while it rests after a failure", async () => {
    const { failing, source, asked } = nodes();
    expect(await asked()).to.equal("first");
    failing.code = "RPC_UNREACHABLE";
    expect((await source.head()).number).to.equal(1);
    failing.code = undefined;
    expect(await asked()).to.equal("second");
    now = 1_000;
    expect(await asked()).to.equal("first");
  });

  it("leaves a node alone for longer after each failure, and as long as it asks", async () => {
    const { failing, source, asked } = nodes();
    failing.code = "RPC_TIMEOUT";
    await source.head();
    now = 1_000;
    await source.head();
    failing.code = undefined;
    now = 2_500;
    expect(await asked()).to.equal("second");
    now = 3_000;
    expect(await asked()).to.equal("first");
    Object.assign(failing, { code: "RPC_OVERLOADED", retryAfter: 30_000 });
    await source.head();
    failing.code = undefined;
    now = 32_000;
    expect(await asked()).to.equal("second");
    now = 33_000;
    expect(await asked()).to.equal("first");
  });

  it("asks another what one refuses, without thinking it unwell", async () => {
    const { failing, source, asked } = nodes();
    failing.code = "RPC_ERROR";
    expect((await source.head()).number).to.equal(1);
    failing.code = undefined;
    expect(await asked()).to.equal("first");
  });

  it("avoids the node that answered last when its answers do not hold together", async () => {
    const { source, asked } = nodes();
    await source.head();
    source.avoid();
    expect(await asked()).to.equal("second");
  });

  it("fails when all of them do, and asks even those that rest", async () => {
    const { second, failing, source, asked } = nodes();
    failing.code = "RPC_UNREACHABLE";
    second.onRequest = () => {
      throw new RpcError("RPC_TIMEOUT", "the second fails");
    };
    const failed = async () => source.head().then(String, ({ message }: Error) => message);
    expect(await failed()).to.equal("the second fails");
    failing.code = undefined;
    expect(await asked()).to.equal("first");
  });
});
