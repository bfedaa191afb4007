/*
 * returnMilestone
 * ├── given another state of the pilot, or another caller: lifecycle.test.ts, callers.test.ts
 * ├── it is refused for a milestone that the plan does not have
 * ├── it is refused for a milestone that is not submitted
 * ├── it is refused for another revision than the one submitted
 * ├── it is refused to who submitted a milestone, though the organisation left the pilot
 * ├── it is refused without a reason
 * ├── given no panel
 * │   ├── it returns the milestone
 * │   └── it returns it while the pilot is suspended
 * └── given a panel on the revision
 *     ├── it is refused while its panel could still vote to accept
 *     └── it returns it once accepting has become impossible
 */
import { expect } from "chai";
import { numberOf } from "../../../server/ledger/codes/code.ts";
import { MILESTONE_STATES } from "../../../server/ledger/codes/milestones.ts";
import { type AccountName, digest, NO_DIGEST, NO_REASON, PARTY, REASON } from "../fixture.ts";
import { adviseOnMilestone } from "../journey.ts";
import { opinion, type PilotScene, pilotScene, voteNumber } from "./scene.ts";

describe("returnMilestone", () => {
  let scene: PilotScene;

  beforeEach(async () => {
    scene = await pilotScene("ACTIVE");
    await scene.submit();
  });

  const decide = (milestone = 1, revision = 1, by: AccountName = "approver") =>
    scene.as(by).returnMilestone(scene.pilot, milestone, revision, REASON, digest("opinion"));

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
    await scene.as("approver").returnMilestone(scene.pilot, 1, 1, REASON, NO_DIGEST);
    await scene.refuses(decide(), ...refusal(1, "RETURNED"));
    await scene.submit(1, 2);
    await scene.as("approver").acceptMilestone(scene.pilot, 1, 2, digest("decision"));
    await scene.refuses(decide(1, 2), ...refusal(1, "ACCEPTED"));
  });

  it("is refused for another revision than the one submitted", async () => {
    await scene.as("approver").returnMilestone(scene.pilot, 1, 1, REASON, NO_DIGEST);
    await scene.submit(1, 2);
    await scene.refuses(decide(1, 1), "Milestones_RevisionMismatch", scene.pilot, 1, 2, 1);
  });

  it("is refused to who submitted a milestone, though the organisation left the pilot", async () => {
    await scene.submit(3, 1, {}, "party");
    await scene.as("lead").removeParty(scene.pilot, PARTY, REASON);
    const refusal = [scene.pilot, scene.address("party"), PARTY];
    await scene.refuses(decide(3, 1, "party"), "Pilots_ConflictOfInterest", ...refusal);
  });

  it("is refused without a reason", () =>
    scene.refuses(
      scene.as("approver").returnMilestone(scene.pilot, 1, 1, NO_REASON, NO_DIGEST),
      "Pilots_ReasonRequired",
    ));

  it("returns the milestone", async () => {
    const values = [scene.pilot, scene.address("approver"), 1, 1, REASON, digest("opinion")];
    await scene.records(decide(), "MilestoneReturned", ...values);
    expect(await scene.milestoneState(1)).to.equal("RETURNED");
    expect((await scene.entry()).mandatoryOpen).to.equal(2n);
  });

  it("returns it while the pilot is suspended", async () => {
    await scene.as("approver").suspendPilot(scene.pilot, REASON, NO_DIGEST);
    await decide();
  });

  it("is refused while its panel could still vote to accept", async () => {
    await adviseOnMilestone(scene.world, scene.pilot, 1, "FAIL");
    await scene.refuses(decide(), "Pilots_VotesInsufficient", scene.pilot, 1, 1, 1, 2);
    await scene.as("expert2").voteOnMilestone(scene.pilot, 1, 1, voteNumber("PASS"), opinion);
    await scene.refuses(decide(), "Pilots_VotesInsufficient", scene.pilot, 1, 1, 1, 2);
  });

  it("returns it once accepting has become impossible", async () => {
    await adviseOnMilestone(scene.world, scene.pilot, 1, "FAIL", "FAIL");
    await decide();
    expect(await scene.milestoneState(1)).to.equal("RETURNED");
  });
});
