/*
 * acceptMilestone, returnMilestone
 * ├── given another state of the pilot, or another caller: lifecycle.test.ts, callers.test.ts
 * ├── it is refused for a milestone that the plan does not have
 * ├── it is refused for a milestone that is not submitted
 * ├── it is refused for another revision than the one submitted
 * ├── it is refused to who submitted a milestone, though the organisation left the pilot
 * └── it decides on the milestone while the pilot is suspended
 *
 * acceptMilestone
 * ├── it is refused without a decision
 * ├── given no panel
 * │   └── it accepts the milestone, for which the acceptance of the pilot no longer waits
 * └── given a panel on the revision
 *     ├── it is refused while too few of its panel voted to accept
 *     └── it accepts the milestone once enough voted for it
 *
 * returnMilestone
 * ├── it is refused without a reason
 * ├── given no panel
 * │   └── it returns the milestone
 * └── given a panel on the revision
 *     ├── it is refused while its panel could still vote to accept
 *     └── it returns the milestone once accepting has become impossible
 */
import { expect } from "chai";
import { numberOf } from "../../../server/ledger/codes/code.ts";
import { MILESTONE_KINDS, MILESTONE_STATES } from "../../../server/ledger/codes/milestones.ts";
import { type AccountName, digest, NO_DIGEST, NO_REASON, PARTY, REASON } from "../fixture.ts";
import { adviseOnMilestone } from "../journey.ts";
import { opinion, type PilotScene, pilotScene, voteNumber } from "./scene.ts";

let scene: PilotScene;

const accept = (milestone = 1, revision = 1, by: AccountName = "approver", decision = digest("decision")) =>
  scene.as(by).acceptMilestone(scene.pilot, milestone, revision, decision);
const giveBack = (milestone = 1, revision = 1, by: AccountName = "approver", reason = REASON) =>
  scene.as(by).returnMilestone(scene.pilot, milestone, revision, reason, digest("opinion"));

async function begin(): Promise<void> {
  scene = await pilotScene("ACTIVE");
  await scene.submit();
}

for (const [act, decide] of Object.entries({ acceptMilestone: accept, returnMilestone: giveBack })) {
  describe(`${act}, as every decision on a milestone`, () => {
    beforeEach(begin);

    it("is refused for a milestone that the plan does not have", async () => {
      for (const milestone of [0, 4, 255]) {
        await scene.refuses(decide(milestone), "Milestones_Unknown", scene.pilot, milestone);
      }
    });

    it("is refused for a milestone that is not submitted", async () => {
      const refusal = (milestone: number, state: (typeof MILESTONE_STATES)[number]) =>
        ["Milestones_StateNotAllowed", scene.pilot, milestone, numberOf(MILESTONE_STATES, state)] as const;
      await scene.refuses(decide(2, 0), ...refusal(2, "PLANNED"));
      await scene.as("approver").waiveMilestone(scene.pilot, 2, REASON, NO_DIGEST);
      await scene.refuses(decide(2, 0), ...refusal(2, "WAIVED"));
      await giveBack();
      await scene.refuses(decide(), ...refusal(1, "RETURNED"));
      await scene.submit(1, 2);
      await accept(1, 2);
      await scene.refuses(decide(1, 2), ...refusal(1, "ACCEPTED"));
    });

    it("is refused for another revision than the one submitted", async () => {
      await giveBack();
      await scene.submit(1, 2);
      await scene.refuses(decide(1, 1), "Milestones_RevisionMismatch", scene.pilot, 1, 2, 1);
    });

    it("is refused to who submitted a milestone, though the organisation left the pilot", async () => {
      await scene.submit(3, 1, {}, "party");
      await scene.as("lead").removeParty(scene.pilot, PARTY, REASON);
      const refusal = [scene.pilot, scene.address("party"), PARTY];
      await scene.refuses(decide(3, 1, "party"), "Pilots_ConflictOfInterest", ...refusal);
    });

    it("decides on the milestone while the pilot is suspended", async () => {
      await scene.as("approver").suspendPilot(scene.pilot, REASON, NO_DIGEST);
      await decide();
      expect(await scene.milestoneState(1)).not.to.equal("SUBMITTED");
    });
  });
}

describe("acceptMilestone", () => {
  beforeEach(begin);

  it("is refused without a decision", () =>
    scene.refuses(accept(1, 1, "approver", NO_DIGEST), "Pilots_DigestRequired"));

  it("accepts the milestone, for which the acceptance of the pilot no longer waits", async () => {
    const values = [scene.pilot, scene.address("approver"), 1, 1, digest("decision")];
    await scene.records(accept(), "MilestoneAccepted", ...values);
    expect(await scene.milestoneState(1)).to.equal("ACCEPTED");
    const kickoff = 1n << BigInt(numberOf(MILESTONE_KINDS, "KICKOFF"));
    let { mandatoryOpen, acceptedKinds } = await scene.entry();
    expect([mandatoryOpen, acceptedKinds]).to.deep.equal([1n, kickoff]);
    await scene.submit(3);
    await accept(3);
    ({ mandatoryOpen, acceptedKinds } = await scene.entry());
    const report = 1n << BigInt(numberOf(MILESTONE_KINDS, "EXIT_REPORT"));
    expect([mandatoryOpen, acceptedKinds], "an optional one").to.deep.equal([1n, kickoff | report]);
  });

  it("is refused while too few of its panel voted to accept", async () => {
    await adviseOnMilestone(scene.world, scene.pilot, 1, "PASS");
    await scene.refuses(accept(), "Pilots_VotesInsufficient", scene.pilot, 1, 1, 1, 2);
    await scene.as("expert2").voteOnMilestone(scene.pilot, 1, 1, voteNumber("FAIL"), opinion);
    await scene.refuses(accept(), "Pilots_VotesInsufficient", scene.pilot, 1, 1, 1, 2);
  });

  it("accepts the milestone once enough voted for it", async () => {
    await adviseOnMilestone(scene.world, scene.pilot, 1, "PASS", "PASS");
    await accept();
    expect(await scene.milestoneState(1)).to.equal("ACCEPTED");
  });
});

describe("returnMilestone", () => {
  beforeEach(begin);

  it("is refused without a reason", () =>
    scene.refuses(giveBack(1, 1, "approver", NO_REASON), "Pilots_ReasonRequired"));

  it("returns the milestone", async () => {
    const values = [scene.pilot, scene.address("approver"), 1, 1, REASON, digest("opinion")];
    await scene.records(giveBack(), "MilestoneReturned", ...values);
    expect(await scene.milestoneState(1)).to.equal("RETURNED");
    expect((await scene.entry()).mandatoryOpen).to.equal(2n);
  });

  it("is refused while its panel could still vote to accept", async () => {
    await adviseOnMilestone(scene.world, scene.pilot, 1, "FAIL");
    await scene.refuses(giveBack(), "Pilots_VotesInsufficient", scene.pilot, 1, 1, 1, 2);
    await scene.as("expert2").voteOnMilestone(scene.pilot, 1, 1, voteNumber("PASS"), opinion);
    await scene.refuses(giveBack(), "Pilots_VotesInsufficient", scene.pilot, 1, 1, 1, 2);
  });

  it("returns the milestone once accepting has become impossible", async () => {
    await adviseOnMilestone(scene.world, scene.pilot, 1, "FAIL", "FAIL");
    await giveBack();
    expect(await scene.milestoneState(1)).to.equal("RETURNED");
  });
});
