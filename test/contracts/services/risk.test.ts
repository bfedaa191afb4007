import { expect } from "chai";
import { packDossierId } from "../../../server/ledger/dossiers.ts";
import type { Hex } from "../../../server/ledger/hex.ts";
import { digest, networkHelpers } from "../fixture.ts";
import { activePilot, deploySupervised, inDays, type SupervisedWorld } from "../supervision/fixture.ts";
import { severity } from "../supervision/journey.ts";
import { examinerOf, operatorOf } from "./journey.ts";

const UNKNOWN = packDossierId({ prefix: "IC", year: 2019, region: "330100", serial: 9_999 });

describe("risk", () => {
  let world: SupervisedWorld;
  let pilot: Hex;

  beforeEach(async () => {
    world = await networkHelpers.loadFixture(deploySupervised);
    pilot = await activePilot(world, "NOT_REQUIRED");
  });

  it("an incident is reported by the lead and closed by an inspector, once", async () => {
    const { services } = world;
    const lead = operatorOf(world);
    const inspector = examinerOf(world);
    const at = await inDays(-1);
    const act = [pilot, severity("CRITICAL"), at, digest("report")] as const;
    const incident = await lead.reportIncident.staticCall(...act);
    await lead.reportIncident(...act);
    await expect(lead.reportIncident(pilot, 0, at, digest("report"))).to.be.revertedWithCustomError(
      services,
      "Supervision_SeverityRequired",
    );
    await expect(lead.reportIncident(pilot, 1, await inDays(1), digest("report"))).to.be.revertedWithCustomError(
      services,
      "Supervision_DateNotPast",
    );
    await inspector.closeIncident(incident, await inDays(0), digest("cause"));
    await expect(inspector.closeIncident(incident, at, digest("cause"))).to.be.revertedWithCustomError(
      services,
      "Risk_IncidentStateNotAllowed",
    );
    await expect(inspector.closeIncident(UNKNOWN, at, digest("cause"))).to.be.revertedWithCustomError(
      services,
      "Risk_IncidentUnknown",
    );
  });

  it("a rating has a level and an end", async () => {
    const inspector = examinerOf(world);
    const until = await inDays(90);
    await inspector.rateRisk(pilot, 3, until, digest("reasons"));
    const { risk, riskValidUntil } = await world.services.serviceOf(pilot);
    expect([risk, riskValidUntil]).to.deep.equal([3n, BigInt(until)]);
    await expect(inspector.rateRisk(pilot, 0, until, digest("reasons"))).to.be.revertedWithCustomError(
      world.services,
      "Risk_LevelRequired",
    );
    await expect(inspector.rateRisk(pilot, 1, await inDays(0), digest("reasons"))).to.be.revertedWithCustomError(
      world.services,
      "Supervision_DateNotAhead",
    );
  });
});
