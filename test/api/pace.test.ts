import { Writable } from "node:stream";
import { expect } from "chai";
import { writePaced } from "../../server/api/live/pace.ts";
import { ManualClock } from "../support/manual-clock.ts";

describe("writing to a slow client", () => {
  const clock = new ManualClock();
  const never = new AbortController().signal;
  let taken: string[];
  let go: (() => void) | undefined;
  /** Takes a piece each time `go` is called, and holds two. */
  const slow = () =>
    new Writable({
      highWaterMark: 2,
      write: (chunk, _, done) => {
        taken.push(String(chunk));
        go = done;
      },
    });
  let made: number;
  async function* pieces(count: number) {
    for (made = 1; made <= count; made++) yield String(made % 10);
  }
  const turns = async () => {
    for (let n = 0; n < 20; n++) await new Promise((resolve) => setImmediate(resolve));
  };
  beforeEach(() => {
    taken = [];
    go = undefined;
  });

  it("makes the next piece when the ones before were taken", async () => {
    const written = writePaced(pieces(9), slow(), clock, never);
    await turns();
    expect([made, taken.length]).to.deep.equal([2, 1]);
    go?.();
    go?.();
    await turns();
    expect(made).to.equal(4);
    while (taken.length < 9) {
      go?.();
      await turns();
    }
    go?.();
    expect(await written).to.equal("taken");
    expect(taken.join("")).to.equal("123456789");
  });

  it("gives up a client that takes nothing for half a minute", async () => {
    const written = writePaced(pieces(9), slow(), clock, never);
    await turns();
    clock.pass(29_999);
    await turns();
    clock.pass(1);
    expect(await written).to.equal("unread");
    expect([made, clock.sleeping]).to.deep.equal([2, 0]);
  });

  it("ends at once when the client has left", async () => {
    const leaving = new AbortController();
    const written = writePaced(pieces(9), slow(), clock, leaving.signal);
    await turns();
    leaving.abort();
    expect(await written).to.equal("taken");
    expect([made, clock.sleeping]).to.deep.equal([3, 0]);
  });
});
