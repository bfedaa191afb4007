import { expect } from "chai";
import { runSimulations } from "../../scripts/campaign/mirror/campaign.ts";
import { FAULT_KINDS } from "../../scripts/campaign/mirror/faults.ts";
import { keptSeeds } from "../../scripts/campaign/mirror/kept-seeds.ts";

const FIRST_SEED = 20_190_301;

describe("the mirror of a simulated chain with faulty nodes", function () {
  this.timeout(180_000);

  it(`comes to what a fresh one holds, whatever happened (60 seeds from ${FIRST_SEED}, and those that failed once)`, async () => {
    const seeds = Array.from({ length: 60 }, (_, run) => FIRST_SEED + run);
    const { failures, runs } = await runSimulations([...(await keptSeeds()), ...seeds]);
    expect(failures).to.deep.equal([]);
    expect(runs).to.be.at.least(60);
    expect(FAULT_KINDS).to.be.at.least(16);
  });
});
