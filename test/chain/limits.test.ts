import { expect } from "chai";
import { pauseAfter } from "../../server/chain/backoff.ts";
import { bloomHas } from "../../server/chain/bloom.ts";
import { RpcError } from "../../server/chain/errors.ts";
import { RangeLimit } from "../../server/chain/range-limit.ts";
import { pilotApplied } from "../support/acts.ts";
import { CONTRACTS, SimulatedChain } from "../support/simulated-chain.ts";

describe("pauses between tries", () => {
  const unreachable = new RpcError("RPC_UNREACHABLE", "away");
  it("double, are shortened at random by up to half, and have an end", () => {
    expect([0, 1, 2, 3].map((attempt) => pauseAfter(unreachable, attempt, 0))).to.deep.equal([200, 400, 800, 1_600]);
    expect(pauseAfter(unreachable, 2, 1)).to.equal(400);
    expect(pauseAfter(unreachable, 40, 0)).to.equal(30_000);
  });
  it("are never shorter than the node asks for, however long within five minutes", () => {
    const overloaded = (retryAfter: number) => new RpcError("RPC_OVERLOADED", "slow down", { retryAfter });
    expect(pauseAfter(overloaded(5_000), 0, 1)).to.equal(5_000);
    expect(pauseAfter(overloaded(86_400_000), 0, 0)).to.equal(300_000);
  });
});

describe("how many blocks a node takes in one question", () => {
  it("falls to what was answered, and grows again up to what was refused", () => {
    const limit = new RangeLimit(100);
    limit.refused(100, 50);
    limit.refused(50, 25);
    expect(limit.blocks).to.equal(25);
    for (let n = 0; n < 6; n++) limit.taken(limit.blocks);
    expect(limit.blocks).to.equal(49);
  });
  it("is tried anew in the end, since a range may have been refused for its results", () => {
    const limit = new RangeLimit(100);
    limit.refused(100, 50);
    for (let n = 0; n < 200; n++) limit.taken(limit.blocks);
    expect(limit.blocks).to.be.greaterThan(100);
  });
  it("does not grow by questions that were shorter", () => {
    const limit = new RangeLimit(100);
    for (let n = 0; n < 10; n++) limit.taken(3);
    expect(limit.blocks).to.equal(100);
  });
});

describe("a block's Bloom filter", () => {
  it("has the contracts and topics of its events, and not others", () => {
    const { bloom, logs } = new SimulatedChain().mine(pilotApplied(1)).at(2);
    expect(bloomHas(bloom, CONTRACTS.PilotLedger)).to.equal(true);
    for (const topic of logs[0]?.topics ?? []) expect(bloomHas(bloom, topic)).to.equal(true);
    expect(bloomHas(bloom, CONTRACTS.Authority)).to.equal(false);
  });
});
