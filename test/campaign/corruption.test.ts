import { expect } from "chai";
import { runCorruption } from "../../scripts/campaign/corruption/campaign.ts";
import { DAMAGES } from "../../scripts/campaign/corruption/damage.ts";

const SEED = 20_190_401;

describe("a store whose files were damaged", function () {
  this.timeout(180_000);

  it(`serves nothing of it, and comes to the whole again (10 seeds from ${SEED}, each in every way)`, async () => {
    const { failures, runs } = await runCorruption(10, SEED);
    expect(failures).to.deep.equal([]);
    expect(runs).to.equal(10);
    expect(Object.keys(DAMAGES)).to.have.length(7);
  });
});
