import { expect } from "chai";
import type { Hex } from "../../../server/ledger/hex.ts";
import { digest, field, NINGBO, networkHelpers } from "../fixture.ts";
import { applyWith } from "../journey.ts";
import { describeCallers } from "../supervision/callers.ts";
import { deploySupervised, inDays, type SupervisedWorld } from "../supervision/fixture.ts";
import { FILING_ACTS } from "./acts.ts";
import { filingIn } from "./journey.ts";

describeCallers({
  title: "filings",
  acts: FILING_ACTS,
  ledger: ({ services }) => services,
  reach: filingIn,
  pilot: async (_, pilot) => pilot,
});

describe("an inspector of a city and a field", () => {
  let world: SupervisedWorld;

  beforeEach(async () => {
    world = await networkHelpers.loadFixture(deploySupervised);
  });

  const rate = async (pilot: Hex) =>
    world.services.connect(world.officials.cityInspector).rateRisk(pilot, 1, await inDays(90), digest("reasons"));

  it("supervises the pilots of the city in the field, and no other", async () => {
    await rate(await applyWith(world));
    for (const elsewhere of [{ region: NINGBO }, { field: field("LIV") }]) {
      await expect(rate(await applyWith(world, elsewhere))).to.be.revertedWithCustomError(
        world.authority,
        "Authority_OutOfJurisdiction",
      );
    }
  });
});
