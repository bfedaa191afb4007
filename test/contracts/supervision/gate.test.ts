import { expect } from "chai";
import { FILING_STATES } from "../../../server/ledger/codes/supervision.ts";
import type { Hex } from "../../../server/ledger/hex.ts";
import { packPilotId } from "../../../server/ledger/ids.ts";
import { digest, networkHelpers } from "../fixture.ts";
import { finish } from "../journey.ts";
import { filingIn } from "../services/journey.ts";
import { activePilot, deploySupervised, type SupervisedWorld } from "./fixture.ts";
import { closing, deciderOf, openCase, severity } from "./journey.ts";

describe("what supervision has a say in", () => {
  let world: SupervisedWorld;

  beforeEach(async () => {
    world = await networkHelpers.loadFixture(deploySupervised);
  });

  const ask = (pilot: Hex) => world.ledger.connect(world.accounts.lead).requestAcceptance(pilot, digest("acceptance"));

  it("a pilot whose service must be filed asks for acceptance once it is, and while it stays so", async () => {
    for (const state of FILING_STATES) {
      const pilot = await filingIn(world, state);
      await finish(world, pilot);
      if (["FILED", "CHANGE_DUE", "CHECK_DUE"].includes(state)) await ask(pilot);
      else await expect(ask(pilot), state).to.be.revertedWithCustomError(world.ledger, "Pilots_FilingOutstanding");
    }
  });

  it("a pilot with an open serious case does not ask for acceptance", async () => {
    const pilot = await activePilot(world, "NOT_REQUIRED");
    await finish(world, pilot);
    await openCase(world, { severity: severity("GENERAL") }, pilot);
    const dossier = await openCase(world, { severity: severity("SERIOUS") }, pilot);
    await expect(ask(pilot)).to.be.revertedWithCustomError(world.ledger, "Pilots_SeriousCaseOpen").withArgs(pilot);
    await deciderOf(world).closeCase(dossier, closing("MERGED"), digest("note"));
    await ask(pilot);
  });

  it("the filing of a pilot that does not exist is not told of", async () => {
    const unknown = packPilotId({ province: "ZJ", year: 2019, region: "330100", field: "JUD", serial: 9_999 });
    await expect(world.services.isFilingOutstanding(unknown))
      .to.be.revertedWithCustomError(world.services, "Supervision_PilotUnknown")
      .withArgs(unknown);
  });
});
