import { expect } from "chai";
import { afterFailure, USUAL_RETRIES } from "../../../server/live/webhooks/retry.ts";
import type { Trying } from "../../../server/live/webhooks/subscription.ts";

const HOUR = 3_600_000;

describe("trying again", () => {
  /** The pauses of a message that fails each time, until it is given up. */
  const pauses = (random: number, retryAfter?: number): number[] => {
    const all: number[] = [];
    let before: Trying | null = null;
    for (let now = 0; ; ) {
      const next = afterFailure(USUAL_RETRIES, { message: "m", before, now, random, retryAfter });
      if (next === "give up") return all;
      all.push(next.notBefore - now);
      now = next.notBefore;
      before = next;
    }
  };

  it("waits twice as long each time, at most six hours, and gives up within three days", () => {
    const all = pauses(0);
    expect(all.slice(0, 5)).to.deep.equal([1_000, 2_000, 4_000, 8_000, 16_000]);
    expect(Math.max(...all)).to.equal(6 * HOUR);
    const sum = all.reduce((one, other) => one + other);
    expect(sum).to.be.within(48 * HOUR, 72 * HOUR);
    expect(all.length).to.be.at.most(24);
  });

  it("is shortened at random by up to half", () => {
    expect(pauses(1).slice(0, 3)).to.deep.equal([500, 1_000, 2_000]);
    expect(pauses(0.5).slice(0, 3)).to.deep.equal([750, 1_500, 3_000]);
  });

  it("is never before the receiver asked for, and no receiver puts it off for more than a day", () => {
    expect(pauses(0, 60_000).slice(0, 8)).to.deep.equal([...Array(6).fill(60_000), 64_000, 128_000]);
    expect(pauses(0, 1e12)[0]).to.equal(24 * HOUR);
  });

  it("begins anew with another message", () => {
    const before: Trying = { message: "m", attempts: 9, since: 0, notBefore: 5 };
    expect(
      afterFailure(USUAL_RETRIES, { message: "n", before, now: 10, random: 0, retryAfter: undefined }),
    ).to.deep.equal({
      ...{ message: "n", attempts: 1, since: 10, notBefore: 1_010 },
    });
  });
});
