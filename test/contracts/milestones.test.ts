import { expect } from "chai";
import { numberOf } from "../../server/ledger/codes/code.ts";
import { MILESTONE_KINDS, MILESTONE_STATES, type MilestoneState } from "../../server/ledger/codes/milestones.ts";
import type { Hex } from "../../server/ledger/hex.ts";
import { DAY, deployWorld, digest, NO_DIGEST, NO_REASON, networkHelpers, REASON, type World } from "./fixture.ts";
import { deliver, itemOf, pilotIn, type SubmissionStruct, submissionOf } from "./journey.ts";

const TEST_REPORT = 1n << 4n;

const state = (name: MilestoneState): number => numberOf(MILESTONE_STATES, name);

describe("milestones", () => {
  let world: World;
  let pilot: Hex;
  let lead: World["ledger"];
  let approver: World["ledger"];

  beforeEach(async () => {
    world = await networkHelpers.loadFixture(deployWorld);
    pilot = await pilotIn(world, "ACTIVE");
    lead = world.ledger.connect(world.accounts.lead);
    approver = world.ledger.connect(world.accounts.approver);
  });

  const submit = (milestone: number, changes: Partial<SubmissionStruct> = {}, revision = 1) =>
    lead.submitMilestone(pilot, { ...submissionOf(world, milestone, revision), ...changes });

  async function expectState(milestone: number, expected: MilestoneState): Promise<void> {
    expect((await world.ledger.milestoneOf(pilot, milestone)).state).to.equal(BigInt(state(expected)));
  }

  it("are submitted by the lead or a party, with their evidence", async () => {
    const submission = submissionOf(world, 1);
    const item = itemOf("TEST_REPORT");
    await expect(world.ledger.connect(world.accounts.party).submitMilestone(pilot, submission))
      .to.emit(lead, "MilestoneSubmitted")
      .withArgs(
        pilot,
        world.accounts.party.address,
        1,
        1,
        submission.fileCount,
        submission.totalBytes,
        submission.claimedAt,
        submission.manifestDigest,
        [[item.kind, item.algorithm, item.digest]],
      );
    await expectState(1, "SUBMITTED");
    await submit(3, { evidence: [] });
  });

  it("are returned and submitted again, one revision after the other", async () => {
    for (const revision of [1, 2, 3]) {
      await submit(1, {}, revision);
      await expect(approver.returnMilestone(pilot, 1, revision, REASON, digest("opinion")))
        .to.emit(approver, "MilestoneReturned")
        .withArgs(pilot, world.accounts.approver.address, 1, revision, REASON, digest("opinion"));
      await expectState(1, "RETURNED");
      expect((await world.ledger.milestoneOf(pilot, 1)).revision).to.equal(BigInt(revision));
    }
  });

  it("say of a repeated submission that its revision was used", async () => {
    await submit(1);
    await expect(submit(1)).to.be.revertedWithCustomError(lead, "Milestones_RevisionMismatch").withArgs(pilot, 1, 2, 1);
    await expect(submit(1, {}, 2))
      .to.be.revertedWithCustomError(lead, "Milestones_StateNotAllowed")
      .withArgs(pilot, 1, state("SUBMITTED"));
    await expect(submit(3, {}, 0))
      .to.be.revertedWithCustomError(lead, "Milestones_RevisionMismatch")
      .withArgs(pilot, 3, 1, 0);
  });

  it("are accepted, after which acceptance of the pilot no longer waits for them", async () => {
    await submit(1);
    await expect(approver.acceptMilestone(pilot, 1, 1, digest("decision")))
      .to.emit(approver, "MilestoneAccepted")
      .withArgs(pilot, world.accounts.approver.address, 1, 1, digest("decision"));
    await expectState(1, "ACCEPTED");
    let entry = await world.ledger.pilotOf(pilot);
    expect(entry.mandatoryOpen).to.equal(1n);
    expect(entry.acceptedKinds).to.equal(1n << BigInt(numberOf(MILESTONE_KINDS, "KICKOFF")));
    await deliver(world, pilot, 3);
    entry = await world.ledger.pilotOf(pilot);
    expect(entry.mandatoryOpen).to.equal(1n);
    expect(entry.acceptedKinds).to.equal((1n << 1n) | (1n << BigInt(numberOf(MILESTONE_KINDS, "EXIT_REPORT"))));
  });

  it("are decided on as of the revision the approver saw", async () => {
    await submit(1);
    await approver.returnMilestone(pilot, 1, 1, REASON, NO_DIGEST);
    await submit(1, {}, 2);
    for (const act of [
      () => approver.acceptMilestone(pilot, 1, 1, digest("decision")),
      () => approver.returnMilestone(pilot, 1, 1, REASON, NO_DIGEST),
    ]) {
      await expect(act())
        .to.be.revertedWithCustomError(approver, "Milestones_RevisionMismatch")
        .withArgs(pilot, 1, 2, 1);
    }
  });

  it("are waived before they are submitted, or after they were returned", async () => {
    await expect(approver.waiveMilestone(pilot, 1, REASON, digest("note")))
      .to.emit(approver, "MilestoneWaived")
      .withArgs(pilot, world.accounts.approver.address, 1, REASON, digest("note"));
    await expectState(1, "WAIVED");
    expect((await world.ledger.pilotOf(pilot)).mandatoryOpen).to.equal(1n);
    await submit(3);
    await approver.returnMilestone(pilot, 3, 1, REASON, NO_DIGEST);
    await approver.waiveMilestone(pilot, 3, REASON, NO_DIGEST);
    const entry = await world.ledger.pilotOf(pilot);
    expect([entry.mandatoryOpen, entry.acceptedKinds]).to.deep.equal([1n, 0n]);
  });

  it("are decided on while the pilot is suspended", async () => {
    await submit(1);
    await submit(3);
    await approver.suspendPilot(pilot, REASON, NO_DIGEST);
    await approver.acceptMilestone(pilot, 1, 1, digest("decision"));
    await approver.returnMilestone(pilot, 3, 1, REASON, NO_DIGEST);
    await approver.waiveMilestone(pilot, 3, REASON, NO_DIGEST);
  });

  it("are no further than their state allows", async () => {
    await submit(1);
    const acts = {
      submit: (milestone: number, revision: number) => submit(milestone, {}, revision),
      accept: (milestone: number, revision: number) =>
        approver.acceptMilestone(pilot, milestone, revision, digest("decision")),
      giveBack: (milestone: number, revision: number) =>
        approver.returnMilestone(pilot, milestone, revision, REASON, NO_DIGEST),
      waive: (milestone: number) => approver.waiveMilestone(pilot, milestone, REASON, NO_DIGEST),
    };
    const refused = async (act: Promise<unknown>, milestone: number, present: MilestoneState): Promise<void> => {
      await expect(act)
        .to.be.revertedWithCustomError(approver, "Milestones_StateNotAllowed")
        .withArgs(pilot, milestone, state(present));
    };
    await refused(acts.waive(1), 1, "SUBMITTED");
    await refused(acts.accept(2, 0), 2, "PLANNED");
    await refused(acts.giveBack(2, 0), 2, "PLANNED");
    await acts.giveBack(1, 1);
    await refused(acts.accept(1, 1), 1, "RETURNED");
    await refused(acts.giveBack(1, 1), 1, "RETURNED");
    await acts.submit(1, 2);
    await acts.accept(1, 2);
    await acts.waive(2);
    for (const [milestone, revision, present] of [
      [1, 2, "ACCEPTED"],
      [2, 0, "WAIVED"],
    ] as const) {
      await refused(acts.submit(milestone, revision + 1), milestone, present);
      await refused(acts.accept(milestone, revision), milestone, present);
      await refused(acts.giveBack(milestone, revision), milestone, present);
      await refused(acts.waive(milestone), milestone, present);
    }
  });

  it("come after those they depend on, accepted or waived", async () => {
    await expect(submit(2)).to.be.revertedWithCustomError(lead, "Milestones_DependencyOpen").withArgs(pilot, 2, 1);
    await submit(1);
    await expect(submit(2)).to.be.revertedWithCustomError(lead, "Milestones_DependencyOpen");
    await approver.returnMilestone(pilot, 1, 1, REASON, NO_DIGEST);
    await approver.waiveMilestone(pilot, 1, REASON, NO_DIGEST);
    await submit(2);
  });

  it("carry the evidence their plan requires", async () => {
    await deliver(world, pilot, 1);
    for (const evidence of [[], [itemOf("SOURCE_HASH"), itemOf("USER_REPORT")]]) {
      await expect(submit(2, { evidence }))
        .to.be.revertedWithCustomError(lead, "Milestones_EvidenceMissing")
        .withArgs(pilot, 2, TEST_REPORT);
    }
    await submit(2, { evidence: [itemOf("SOURCE_HASH"), itemOf("TEST_REPORT")] });
  });

  it("carry no evidence without a kind, an algorithm or a digest", async () => {
    for (const broken of [{ kind: 0 }, { algorithm: 0 }, { digest: NO_DIGEST }]) {
      await expect(submit(1, { evidence: [itemOf("TEST_REPORT"), { ...itemOf("TEST_REPORT"), ...broken }] }))
        .to.be.revertedWithCustomError(lead, "Evidence_ItemInvalid")
        .withArgs(1);
    }
  });

  it("list files, claim no future and name a manifest", async () => {
    await expect(submit(1, { fileCount: 0 })).to.be.revertedWithCustomError(lead, "Milestones_FilesRequired");
    await expect(submit(1, { manifestDigest: NO_DIGEST })).to.be.revertedWithCustomError(lead, "Pilots_DigestRequired");
    const now = (await networkHelpers.time.latest()) + DAY;
    await networkHelpers.time.setNextBlockTimestamp(now);
    await expect(lead.submitMilestone(pilot, { ...submissionOf(world, 1), claimedAt: now + 1 }))
      .to.be.revertedWithCustomError(lead, "Milestones_ClaimInFuture")
      .withArgs(now + 1, now);
    await networkHelpers.time.setNextBlockTimestamp(now + 1);
    await submit(1, { claimedAt: now + 1 });
  });

  it("are decided on with a decision or a reason", async () => {
    await submit(1);
    await expect(approver.acceptMilestone(pilot, 1, 1, NO_DIGEST)).to.be.revertedWithCustomError(
      approver,
      "Pilots_DigestRequired",
    );
    for (const act of [
      () => approver.returnMilestone(pilot, 1, 1, NO_REASON, NO_DIGEST),
      () => approver.waiveMilestone(pilot, 2, NO_REASON, NO_DIGEST),
    ]) {
      await expect(act()).to.be.revertedWithCustomError(approver, "Pilots_ReasonRequired");
    }
  });

  it("are those of the plan", async () => {
    for (const milestone of [0, 4, 255]) {
      for (const act of [
        () => submit(milestone),
        () => approver.acceptMilestone(pilot, milestone, 1, digest("decision")),
        () => approver.waiveMilestone(pilot, milestone, REASON, NO_DIGEST),
        () => lead.requestExtension(pilot, milestone, world.closesAt, REASON, NO_DIGEST),
        () => approver.grantExtension(pilot, milestone, digest("decision")),
        () => approver.refuseExtension(pilot, milestone, REASON, NO_DIGEST),
      ]) {
        await expect(act()).to.be.revertedWithCustomError(approver, "Milestones_Unknown").withArgs(pilot, milestone);
      }
    }
  });
});
