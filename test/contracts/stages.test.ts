import { expect } from "chai";
import { numberOf } from "../../server/ledger/codes/code.ts";
import { STAGES, type Stage } from "../../server/ledger/codes/pilots.ts";
import type { Hex } from "../../server/ledger/hex.ts";
import { deployWorld, digest, NO_DIGEST, NO_REASON, networkHelpers, REASON, type World } from "./fixture.ts";
import { deliver, pilotIn } from "./journey.ts";

const stage = (name: Stage): number => numberOf(STAGES, name);

describe("the stage of a pilot", () => {
  let world: World;
  let approver: World["ledger"];

  beforeEach(async () => {
    world = await networkHelpers.loadFixture(deployWorld);
    approver = world.ledger.connect(world.accounts.approver);
  });

  async function expectStage(pilot: Hex, expected: Stage): Promise<void> {
    expect((await world.ledger.pilotOf(pilot)).stage).to.equal(BigInt(stage(expected)));
  }

  it("advances once a prototype is accepted, not when it is waived", async () => {
    const pilot = await pilotIn(world, "ACTIVE");
    await deliver(world, pilot, 1);
    await expect(approver.advanceStage(pilot, digest("decision")))
      .to.be.revertedWithCustomError(approver, "Pilots_PrototypeNotAccepted")
      .withArgs(pilot);
    await deliver(world, pilot, 2);
    await expect(approver.advanceStage(pilot, digest("decision")))
      .to.emit(approver, "StageAdvanced")
      .withArgs(pilot, world.accounts.approver.address, stage("SOLUTION"), digest("decision"));
    await expectStage(pilot, "SOLUTION");

    const waived = await pilotIn(world, "ACTIVE");
    await approver.waiveMilestone(waived, 2, REASON, NO_DIGEST);
    await expect(approver.advanceStage(waived, digest("decision"))).to.be.revertedWithCustomError(
      approver,
      "Pilots_PrototypeNotAccepted",
    );
  });

  it("goes from prototype to solution to showcase and back to solution", async () => {
    const pilot = await pilotIn(world, "ARCHIVED");
    await expect(approver.grantShowcase(pilot, world.closesAt, digest("decision")))
      .to.be.revertedWithCustomError(approver, "Pilots_StageNotAllowed")
      .withArgs(pilot, stage("PROTOTYPE"));

    const accepted = await pilotIn(world, "ACCEPTED");
    await approver.advanceStage(accepted, digest("decision"));
    await expect(approver.advanceStage(accepted, digest("decision")))
      .to.be.revertedWithCustomError(approver, "Pilots_StageNotAllowed")
      .withArgs(accepted, stage("SOLUTION"));
    await expect(approver.revokeShowcase(accepted, REASON, NO_DIGEST))
      .to.be.revertedWithCustomError(approver, "Pilots_StageNotAllowed")
      .withArgs(accepted, stage("SOLUTION"));
    await expect(approver.grantShowcase(accepted, world.closesAt, digest("decision")))
      .to.emit(approver, "ShowcaseGranted")
      .withArgs(accepted, world.accounts.approver.address, world.closesAt, digest("decision"));
    await expectStage(accepted, "SHOWCASE");

    await world.ledger.connect(world.accounts.registrar).archivePilot(accepted, digest("archive"));
    await expect(approver.revokeShowcase(accepted, REASON, digest("letter")))
      .to.emit(approver, "ShowcaseRevoked")
      .withArgs(accepted, world.accounts.approver.address, REASON, digest("letter"));
    await expectStage(accepted, "SOLUTION");
    await approver.grantShowcase(accepted, world.closesAt, digest("decision"));
  });

  it("is a showcase until a time to come, by a decision, and no longer for a reason", async () => {
    const pilot = await pilotIn(world, "ACCEPTED");
    await expect(approver.advanceStage(pilot, NO_DIGEST)).to.be.revertedWithCustomError(
      approver,
      "Pilots_DigestRequired",
    );
    await approver.advanceStage(pilot, digest("decision"));
    const now = (await networkHelpers.time.latest()) + 100;
    await networkHelpers.time.setNextBlockTimestamp(now);
    await expect(approver.grantShowcase(pilot, now, digest("decision")))
      .to.be.revertedWithCustomError(approver, "Pilots_ValidityPast")
      .withArgs(now, now);
    await expect(approver.grantShowcase(pilot, world.closesAt, NO_DIGEST)).to.be.revertedWithCustomError(
      approver,
      "Pilots_DigestRequired",
    );
    await approver.grantShowcase(pilot, world.closesAt, digest("decision"));
    await expect(approver.revokeShowcase(pilot, NO_REASON, NO_DIGEST)).to.be.revertedWithCustomError(
      approver,
      "Pilots_ReasonRequired",
    );
  });
});
