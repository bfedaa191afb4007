import { expect } from "chai";
import { numberOf } from "../../server/ledger/codes/code.ts";
import { MILESTONE_STATES, type MilestoneState } from "../../server/ledger/codes/milestones.ts";
import { VOTES, type Vote } from "../../server/ledger/codes/pilots.ts";
import type { Hex } from "../../server/ledger/hex.ts";
import { deployWorld, digest, NO_DIGEST, networkHelpers, PARTY, REASON, role, type World } from "./fixture.ts";
import { adviseOnMilestone, deliver, pilotIn, submissionOf } from "./journey.ts";

/*
 * conveneMilestonePanel                          voteOnMilestone
 * ├── nothing submitted, or another revision     ├── nothing submitted, or another revision
 * ├── a panel is there                           ├── no role, or an interest
 * ├── no approver, or an interest                ├── not on the panel of this revision
 * ├── too many, or no majority                   ├── voted already
 * ├── an expert twice, none, or with an interest ├── no choice, conditions, or no opinion
 * └── seats them                                 └── counts
 *
 * acceptMilestone, returnMilestone
 * ├── no panel: the approver decides alone
 * ├── a panel: its votes carry, or they do not
 * └── a new revision: no panel any more
 */
describe("a milestone's panel", () => {
  let world: World;
  let pilot: Hex;
  let lead: World["ledger"];
  let approver: World["ledger"];

  beforeEach(async () => {
    world = await networkHelpers.loadFixture(deployWorld);
    pilot = await pilotIn(world, "ACTIVE");
    lead = world.ledger.connect(world.accounts.lead);
    approver = world.ledger.connect(world.accounts.approver);
    await lead.submitMilestone(pilot, submissionOf(world, 1));
  });

  const expertsOf = () =>
    [world.accounts.expert1, world.accounts.expert2, world.accounts.expert3].map((e) => e.address);
  const convene = (experts: readonly string[] = expertsOf(), threshold = 2) =>
    approver.conveneMilestonePanel(pilot, 1, 1, [...experts], threshold);
  const cast = (account: "expert1" | "expert2", vote: Vote, opinion = digest("opinion"), revision = 1) =>
    world.ledger.connect(world.accounts[account]).voteOnMilestone(pilot, 1, revision, numberOf(VOTES, vote), opinion);
  const accept = (revision = 1) => approver.acceptMilestone(pilot, 1, revision, digest("decision"));
  const giveBack = (revision = 1) => approver.returnMilestone(pilot, 1, revision, REASON, digest("opinion"));

  async function expectState(expected: MilestoneState): Promise<void> {
    const { state } = await world.ledger.milestoneOf(pilot, 1);
    expect(state).to.equal(BigInt(numberOf(MILESTONE_STATES, expected)));
  }

  async function tally(): Promise<bigint[]> {
    const { panelMembers, panelThreshold, votesToAccept, votesToReturn } = await world.ledger.milestoneOf(pilot, 1);
    return [panelMembers, panelThreshold, votesToAccept, votesToReturn];
  }

  it("is convened once for a submission", async () => {
    await expect(convene())
      .to.emit(approver, "MilestonePanelConvened")
      .withArgs(pilot, world.accounts.approver.address, 1, 1, 2, expertsOf());
    expect(await tally()).to.deep.equal([3n, 2n, 0n, 0n]);
    await expect(convene()).to.be.revertedWithCustomError(approver, "Pilots_PanelExists").withArgs(pilot, 1, 1);
  });

  it("advises on what is submitted, in the revision it is about", async () => {
    await expect(approver.conveneMilestonePanel(pilot, 2, 1, expertsOf(), 2))
      .to.be.revertedWithCustomError(approver, "Milestones_StateNotAllowed")
      .withArgs(pilot, 2, numberOf(MILESTONE_STATES, "PLANNED"));
    await expect(approver.conveneMilestonePanel(pilot, 1, 2, expertsOf(), 2))
      .to.be.revertedWithCustomError(approver, "Milestones_RevisionMismatch")
      .withArgs(pilot, 1, 1, 2);
    await convene();
    await expect(cast("expert1", "PASS", digest("opinion"), 2))
      .to.be.revertedWithCustomError(approver, "Milestones_RevisionMismatch")
      .withArgs(pilot, 1, 1, 2);
    await cast("expert1", "PASS");
    await cast("expert2", "PASS");
    await accept();
    await expect(cast("expert1", "PASS")).to.be.revertedWithCustomError(approver, "Milestones_StateNotAllowed");
    await expect(convene()).to.be.revertedWithCustomError(approver, "Milestones_StateNotAllowed");
  });

  it("has the rules of an acceptance panel: a majority, and experts without an interest, each once", async () => {
    const [first = ""] = expertsOf();
    for (const [experts, threshold] of [
      [[], 0],
      [[first], 2],
      [expertsOf(), 1],
      [expertsOf(), 4],
    ] as const) {
      await expect(convene(experts, threshold))
        .to.be.revertedWithCustomError(approver, "Pilots_PanelInvalid")
        .withArgs(experts.length, threshold, 15);
    }
    await expect(convene([first, first]))
      .to.be.revertedWithCustomError(approver, "Pilots_ExpertTwice")
      .withArgs(1, first);
    const { party, registrar } = world.accounts;
    await expect(convene([first, party.address]))
      .to.be.revertedWithCustomError(approver, "Pilots_ConflictOfInterest")
      .withArgs(pilot, party.address, PARTY);
    await expect(convene([first, registrar.address]))
      .to.be.revertedWithCustomError(world.authority, "Authority_MissingRole")
      .withArgs(registrar.address, role("EXPERT"));
  });

  it("has nobody who submitted, though the organisation left the pilot", async () => {
    const { party } = world.accounts;
    await world.ledger.connect(party).submitMilestone(pilot, submissionOf(world, 3));
    await lead.removeParty(pilot, PARTY, REASON);
    const { role: part, submitted } = await world.ledger.standingOf(pilot, PARTY);
    expect([part, submitted]).to.deep.equal([0n, true]);
    await expect(convene([party.address], 1))
      .to.be.revertedWithCustomError(approver, "Pilots_ConflictOfInterest")
      .withArgs(pilot, party.address, PARTY);
    await expect(world.ledger.connect(party).acceptMilestone(pilot, 3, 1, digest("decision")))
      .to.be.revertedWithCustomError(approver, "Pilots_ConflictOfInterest")
      .withArgs(pilot, party.address, PARTY);
    await expect(world.ledger.connect(party).submitMilestone(pilot, submissionOf(world, 2)))
      .to.be.revertedWithCustomError(approver, "Pilots_NotParty")
      .withArgs(pilot, PARTY);
  });

  it("may have a former party that submitted nothing", async () => {
    await lead.removeParty(pilot, PARTY, REASON);
    expect((await world.ledger.standingOf(pilot, PARTY)).submitted).to.equal(false);
    await convene([world.accounts.party.address], 1);
  });

  it("counts the votes of its members, one of each", async () => {
    await expect(cast("expert1", "PASS"))
      .to.be.revertedWithCustomError(approver, "Pilots_NotOnPanel")
      .withArgs(pilot, 1, 1, world.accounts.expert1.address);
    await convene();
    await expect(cast("expert1", "PASS"))
      .to.emit(lead, "MilestoneVoted")
      .withArgs(pilot, world.accounts.expert1.address, 1, 1, numberOf(VOTES, "PASS"), digest("opinion"));
    await cast("expert2", "FAIL");
    expect(await tally()).to.deep.equal([3n, 2n, 1n, 1n]);
    await expect(cast("expert1", "FAIL"))
      .to.be.revertedWithCustomError(approver, "Pilots_VotedAlready")
      .withArgs(pilot, 1, 1, world.accounts.expert1.address);
    const seat = await world.ledger.voteOf(pilot, 1, 1, world.accounts.expert2.address);
    expect([...seat]).to.deep.equal([true, BigInt(numberOf(VOTES, "FAIL"))]);
  });

  it("votes to accept or to return, with an opinion", async () => {
    await convene();
    for (const vote of ["NONE", "CONDITIONAL"] as const) {
      await expect(cast("expert1", vote)).to.be.revertedWithCustomError(approver, "Pilots_VoteInvalid");
    }
    await expect(cast("expert1", "PASS", NO_DIGEST)).to.be.revertedWithCustomError(approver, "Pilots_DigestRequired");
  });

  it("takes no vote of a member who is no expert any more", async () => {
    await convene();
    await world.authority.revokeRole(role("EXPERT"), world.accounts.expert1.address);
    await expect(cast("expert1", "PASS")).to.be.revertedWithCustomError(world.authority, "Authority_MissingRole");
  });

  it("lets the approver accept when enough vote for it, and not before", async () => {
    await adviseOnMilestone(world, pilot, 1, "PASS");
    await expect(accept())
      .to.be.revertedWithCustomError(approver, "Pilots_VotesInsufficient")
      .withArgs(pilot, 1, 1, 1, 2);
    await expect(giveBack())
      .to.be.revertedWithCustomError(approver, "Pilots_VotesInsufficient")
      .withArgs(pilot, 1, 1, 0, 2);
    await cast("expert2", "PASS");
    await expect(giveBack()).to.be.revertedWithCustomError(approver, "Pilots_VotesInsufficient");
    await expect(accept()).to.emit(approver, "MilestoneAccepted");
    await expectState("ACCEPTED");
  });

  it("lets the approver return when accepting has become impossible, and not before", async () => {
    await adviseOnMilestone(world, pilot, 1, "FAIL");
    await expect(giveBack())
      .to.be.revertedWithCustomError(approver, "Pilots_VotesInsufficient")
      .withArgs(pilot, 1, 1, 1, 2);
    await cast("expert2", "FAIL");
    await expect(accept())
      .to.be.revertedWithCustomError(approver, "Pilots_VotesInsufficient")
      .withArgs(pilot, 1, 1, 0, 2);
    await expect(giveBack()).to.emit(approver, "MilestoneReturned");
    await expectState("RETURNED");
  });

  it("has no say in a later revision, which has one approver again or a panel of its own", async () => {
    await adviseOnMilestone(world, pilot, 1, "FAIL", "FAIL");
    await giveBack();
    await lead.submitMilestone(pilot, submissionOf(world, 1, 2));
    expect(await tally()).to.deep.equal([0n, 0n, 0n, 0n]);
    await giveBack(2);
    await lead.submitMilestone(pilot, submissionOf(world, 1, 3));
    await adviseOnMilestone(world, pilot, 3, "PASS", "PASS");
    await accept(3);
    await expectState("ACCEPTED");
    const { address } = world.accounts.expert1;
    const votes = await Promise.all(
      [1, 2, 3].map(async (revision) => [...(await world.ledger.voteOf(pilot, 1, revision, address))]),
    );
    expect(votes).to.deep.equal([
      [true, BigInt(numberOf(VOTES, "FAIL"))],
      [false, 0n],
      [true, BigInt(numberOf(VOTES, "PASS"))],
    ]);
  });

  it("does not sit in the acceptance of the pilot, nor on another milestone", async () => {
    await convene();
    await deliver(world, pilot, 3);
    const { address } = world.accounts.expert1;
    expect((await world.ledger.voteOf(pilot, 0, 1, address))[0]).to.equal(false);
    expect((await world.ledger.voteOf(pilot, 3, 1, address))[0]).to.equal(false);
  });
});
