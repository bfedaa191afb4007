import { expect } from "chai";
import { numberOf } from "../../server/ledger/codes/code.ts";
import { MILESTONE_STATES } from "../../server/ledger/codes/milestones.ts";
import type { Hex } from "../../server/ledger/hex.ts";
import { DAY, deployWorld, digest, NO_DIGEST, NO_REASON, networkHelpers, REASON, type World } from "./fixture.ts";
import { deliver, pilotIn, submissionOf } from "./journey.ts";

describe("extensions", () => {
  let world: World;
  let pilot: Hex;
  let lead: World["ledger"];
  let approver: World["ledger"];
  /** When milestone 1 is due as planned. */
  let planned: number;

  beforeEach(async () => {
    world = await networkHelpers.loadFixture(deployWorld);
    pilot = await pilotIn(world, "ACTIVE");
    lead = world.ledger.connect(world.accounts.lead);
    approver = world.ledger.connect(world.accounts.approver);
    planned = world.opensAt + 30 * DAY;
  });

  const ask = (days: number) => lead.requestExtension(pilot, 1, planned + days * DAY, REASON, digest("request"));
  const grant = () => approver.grantExtension(pilot, 1, digest("decision"));
  const refuse = () => approver.refuseExtension(pilot, 1, REASON, digest("letter"));
  const pending = () => world.ledger.pendingExtension(pilot, 1);

  it("are asked for and granted, and the original due date stands", async () => {
    await expect(ask(10))
      .to.emit(lead, "ExtensionRequested")
      .withArgs(pilot, world.accounts.lead.address, 1, planned + 10 * DAY, REASON, digest("request"));
    expect(await pending()).to.equal(BigInt(planned + 10 * DAY));
    await expect(grant())
      .to.emit(approver, "ExtensionGranted")
      .withArgs(pilot, world.accounts.approver.address, 1, planned + 10 * DAY, digest("decision"));
    expect(await pending()).to.equal(0n);
    const entry = await world.ledger.milestoneOf(pilot, 1);
    expect([entry.originalDueAt, entry.extendedBy, entry.extensions]).to.deep.equal([
      BigInt(planned),
      BigInt(10 * DAY),
      1n,
    ]);
  });

  it("are refused, and can be asked for again", async () => {
    await ask(10);
    await expect(refuse())
      .to.emit(approver, "ExtensionRefused")
      .withArgs(pilot, world.accounts.approver.address, 1, REASON, digest("letter"));
    expect(await pending()).to.equal(0n);
    const entry = await world.ledger.milestoneOf(pilot, 1);
    expect([entry.extendedBy, entry.extensions]).to.deep.equal([0n, 0n]);
    await ask(11);
  });

  it("are one request at a time", async () => {
    await ask(10);
    await expect(ask(11)).to.be.revertedWithCustomError(lead, "Milestones_ExtensionPending").withArgs(pilot, 1);
    await grant();
    for (const act of [grant, refuse]) {
      await expect(act()).to.be.revertedWithCustomError(approver, "Milestones_NoExtensionPending").withArgs(pilot, 1);
    }
  });

  it("are at most two", async () => {
    for (const days of [10, 20]) {
      await ask(days);
      await grant();
    }
    await expect(ask(30)).to.be.revertedWithCustomError(lead, "Milestones_TooManyExtensions").withArgs(pilot, 1, 2);
  });

  it("are longer than before, and 180 days in all", async () => {
    const latest = planned + 180 * DAY;
    for (const days of [0, 181]) {
      await expect(ask(days))
        .to.be.revertedWithCustomError(lead, "Milestones_ExtensionLength")
        .withArgs(pilot, 1, planned + days * DAY, latest);
    }
    await ask(100);
    await grant();
    for (const days of [50, 100, 181]) {
      await expect(ask(days)).to.be.revertedWithCustomError(lead, "Milestones_ExtensionLength");
    }
    await ask(180);
    await grant();
    expect((await world.ledger.milestoneOf(pilot, 1)).extendedBy).to.equal(BigInt(180 * DAY));
  });

  it("are asked for until the due date, the extended one once it is extended", async () => {
    await networkHelpers.time.setNextBlockTimestamp(planned);
    await ask(10);
    await networkHelpers.time.increaseTo(planned + 5 * DAY);
    await grant();
    await networkHelpers.time.setNextBlockTimestamp(planned + 10 * DAY);
    await ask(20);
    await refuse();
    await networkHelpers.time.setNextBlockTimestamp(planned + 10 * DAY + 100);
    await expect(ask(20))
      .to.be.revertedWithCustomError(lead, "Milestones_ExtensionTooLate")
      .withArgs(pilot, 1, planned + 10 * DAY, planned + 10 * DAY + 100);
  });

  it("are granted also after the milestone was submitted, not after it was accepted", async () => {
    await ask(10);
    await lead.submitMilestone(pilot, submissionOf(world, 1));
    await grant();
    await approver.returnMilestone(pilot, 1, 1, REASON, NO_DIGEST);
    await ask(20);
    await lead.submitMilestone(pilot, submissionOf(world, 1, 2));
    await approver.acceptMilestone(pilot, 1, 2, digest("decision"));
    await expect(grant())
      .to.be.revertedWithCustomError(approver, "Milestones_StateNotAllowed")
      .withArgs(pilot, 1, numberOf(MILESTONE_STATES, "ACCEPTED"));
    await refuse();
  });

  it("are not asked for a milestone that is submitted, accepted or waived", async () => {
    const refused = async (present: (typeof MILESTONE_STATES)[number]): Promise<void> => {
      await expect(ask(10))
        .to.be.revertedWithCustomError(lead, "Milestones_StateNotAllowed")
        .withArgs(pilot, 1, numberOf(MILESTONE_STATES, present));
    };
    await lead.submitMilestone(pilot, submissionOf(world, 1));
    await refused("SUBMITTED");
    await approver.acceptMilestone(pilot, 1, 1, digest("decision"));
    await refused("ACCEPTED");
    pilot = await pilotIn(world, "ACTIVE");
    await approver.waiveMilestone(pilot, 1, REASON, NO_DIGEST);
    await refused("WAIVED");
    await expect(grant()).to.be.revertedWithCustomError(approver, "Milestones_StateNotAllowed");
  });

  it("give a reason or a decision", async () => {
    await expect(lead.requestExtension(pilot, 1, planned + DAY, NO_REASON, NO_DIGEST)).to.be.revertedWithCustomError(
      lead,
      "Pilots_ReasonRequired",
    );
    await ask(10);
    await expect(approver.grantExtension(pilot, 1, NO_DIGEST)).to.be.revertedWithCustomError(
      approver,
      "Pilots_DigestRequired",
    );
    await expect(approver.refuseExtension(pilot, 1, NO_REASON, NO_DIGEST)).to.be.revertedWithCustomError(
      approver,
      "Pilots_ReasonRequired",
    );
  });

  it("of one milestone say nothing about another", async () => {
    await ask(10);
    await deliver(world, pilot, 3);
    expect(await world.ledger.pendingExtension(pilot, 2)).to.equal(0n);
    expect(await world.ledger.pendingExtension(await pilotIn(world, "ACTIVE"), 1)).to.equal(0n);
  });
});
