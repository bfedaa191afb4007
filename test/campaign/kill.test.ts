import { expect } from "chai";
import { runKills } from "../../scripts/campaign/kill/campaign.ts";
import { runSyscalls } from "../../scripts/campaign/syscalls/campaign.ts";

const SEED = 20_190_501;

describe("a mirror whose process or system fails in the middle of a write", function () {
  this.timeout(300_000);

  it(`holds what one that was never killed holds, after 100 kills (seed ${SEED})`, async () => {
    const { failures, runs } = await runKills(100, SEED);
    expect(failures).to.deep.equal([]);
    expect(runs).to.be.at.least(100);
  });

  it(`opens at a whole batch or heals, whichever system call fails (12 of them, seed ${SEED})`, async () => {
    const { failures, runs, notes } = await runSyscalls(12, SEED);
    expect(failures).to.deep.equal([]);
    if (runs === 0) {
      // Said instead of passed over: where strace is missing, nothing was tried.
      expect(notes.join()).to.match(/^skipped: strace/);
      console.log(notes.join());
    } else expect(runs).to.equal(12);
  });
});
