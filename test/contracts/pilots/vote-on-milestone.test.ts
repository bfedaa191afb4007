/*
 * voteOnMilestone
 * ├── given another state of the pilot, or another caller: lifecycle.test.ts, callers.test.ts
 * ├── it is refused for a milestone that is not submitted any more
 * ├── it is refused for another revision than the one submitted
 * ├── it is refused to who is not on the panel of this revision
 * ├── it is refused to a member who is no expert any more
 * ├── it is refused a second time
 * ├── it is refused without a choice, and on conditions
 * ├── it is refused without an opinion
 * └── it counts the vote to accept or to return
 */
import { expect } from "chai";
import type { Vote } from "../../../server/ledger/codes/pilots.ts";
import { digest, NO_DIGEST, role } from "../fixture.ts";
import { adviseOnMilestone } from "../journey.ts";
import { opinion, type PilotScene, pilotScene, voteNumber } from "./scene.ts";

describe("voteOnMilestone", () => {
  let scene: PilotScene;

  beforeEach(async () => {
    scene = await pilotScene("ACTIVE");
    await scene.submit();
  });

  const convene = () => adviseOnMilestone(scene.world, scene.pilot, 1);
  const cast = (by: "expert1" | "expert2", vote: Vote, grounds = opinion, revision = 1) =>
    scene.as(by).voteOnMilestone(scene.pilot, 1, revision, voteNumber(vote), grounds);

  it("is refused for a milestone that is not submitted any more", async () => {
    await adviseOnMilestone(scene.world, scene.pilot, 1, "PASS", "PASS");
    await scene.as("approver").acceptMilestone(scene.pilot, 1, 1, digest("decision"));
    await scene.refuses(cast("expert1", "PASS"), "Milestones_StateNotAllowed");
  });

  it("is refused for another revision than the one submitted", async () => {
    await convene();
    await scene.refuses(cast("expert1", "PASS", opinion, 2), "Milestones_RevisionMismatch", scene.pilot, 1, 1, 2);
  });

  it("is refused to who is not on the panel of this revision", async () => {
    const refusal = [scene.pilot, 1, 1, scene.address("expert1")];
    await scene.refuses(cast("expert1", "PASS"), "Pilots_NotOnPanel", ...refusal);
  });

  it("is refused to a member who is no expert any more", async () => {
    await convene();
    await scene.world.authority.revokeRole(role("EXPERT"), scene.address("expert1"));
    await scene.refuses(cast("expert1", "PASS"), "Authority_MissingRole", scene.address("expert1"), role("EXPERT"));
  });

  it("is refused a second time", async () => {
    await convene();
    await cast("expert1", "PASS");
    const refusal = [scene.pilot, 1, 1, scene.address("expert1")];
    await scene.refuses(cast("expert1", "FAIL"), "Pilots_VotedAlready", ...refusal);
  });

  it("is refused without a choice, and on conditions", async () => {
    await convene();
    for (const vote of ["NONE", "CONDITIONAL"] as const) {
      await scene.refuses(cast("expert1", vote), "Pilots_VoteInvalid");
    }
  });

  it("is refused without an opinion", async () => {
    await convene();
    await scene.refuses(cast("expert1", "PASS", NO_DIGEST), "Pilots_DigestRequired");
  });

  it("counts the vote to accept or to return", async () => {
    await convene();
    const values = [scene.pilot, scene.address("expert1"), 1, 1, voteNumber("PASS"), opinion];
    await scene.records(cast("expert1", "PASS"), "MilestoneVoted", ...values);
    await cast("expert2", "FAIL");
    const { votesToAccept, votesToReturn } = await scene.milestone(1);
    expect([votesToAccept, votesToReturn]).to.deep.equal([1n, 1n]);
    const seat = await scene.world.ledger.voteOf(scene.pilot, 1, 1, scene.address("expert2"));
    expect([...seat]).to.deep.equal([true, BigInt(voteNumber("FAIL"))]);
  });
});
