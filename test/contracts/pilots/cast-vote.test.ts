/*
 * castVote
 * ├── given another state, or another caller: lifecycle.test.ts, callers.test.ts
 * ├── it is refused to who is not on the round's panel
 * ├── it is refused a second time
 * ├── it is refused without a choice
 * ├── it is refused without an opinion
 * ├── given a member of the panel
 * │   ├── it is refused to one who is no expert any more
 * │   └── it is refused to one whose organisation joined the pilot
 * └── it counts the vote
 */
import { expect } from "chai";
import type { Vote } from "../../../server/ledger/codes/pilots.ts";
import { digest, INSTITUTE, NO_DIGEST, role } from "../fixture.ts";
import { convene } from "../journey.ts";
import { opinion, type PilotScene, pilotScene, voteNumber } from "./scene.ts";

describe("castVote", () => {
  let scene: PilotScene;

  beforeEach(async () => {
    scene = await pilotScene("IN_ACCEPTANCE");
  });

  const cast = (by: "expert1" | "expert2", vote: Vote, grounds = opinion) =>
    scene.as(by).castVote(scene.pilot, voteNumber(vote), grounds);

  it("is refused to who is not on the round's panel", async () => {
    const refusal = (by: "expert1" | "expert2") => [scene.pilot, 0, 1, scene.address(by)];
    await scene.refuses(cast("expert1", "PASS"), "Pilots_NotOnPanel", ...refusal("expert1"));
    await scene.as("approver").convenePanel(scene.pilot, [scene.address("expert1")], 1);
    await scene.refuses(cast("expert2", "PASS"), "Pilots_NotOnPanel", ...refusal("expert2"));
  });

  it("is refused a second time", async () => {
    await convene(scene.world, scene.pilot);
    await cast("expert1", "PASS");
    const refusal = [scene.pilot, 0, 1, scene.address("expert1")];
    await scene.refuses(cast("expert1", "FAIL"), "Pilots_VotedAlready", ...refusal);
  });

  it("is refused without a choice", async () => {
    await convene(scene.world, scene.pilot);
    await scene.refuses(cast("expert1", "NONE"), "Pilots_VoteInvalid");
  });

  it("is refused without an opinion", async () => {
    await convene(scene.world, scene.pilot);
    await scene.refuses(cast("expert1", "PASS", NO_DIGEST), "Pilots_DigestRequired");
  });

  it("is refused to one who is no expert any more", async () => {
    await convene(scene.world, scene.pilot);
    await scene.world.authority.revokeRole(role("EXPERT"), scene.address("expert1"));
    await scene.refuses(cast("expert1", "PASS"), "Authority_MissingRole", scene.address("expert1"), role("EXPERT"));
  });

  it("is refused to one whose organisation joined the pilot", async () => {
    await convene(scene.world, scene.pilot);
    await scene.as("lead").addParty(scene.pilot, INSTITUTE, 1, digest("consent"));
    const refusal = [scene.pilot, scene.address("expert2"), INSTITUTE];
    await scene.refuses(cast("expert2", "PASS"), "Pilots_ConflictOfInterest", ...refusal);
  });

  it("counts the vote", async () => {
    await convene(scene.world, scene.pilot);
    const values = [scene.pilot, scene.address("expert1"), 1, voteNumber("PASS"), opinion];
    await scene.records(cast("expert1", "PASS"), "AcceptanceVoted", ...values);
    await cast("expert2", "FAIL");
    const { pass, conditional, fail } = await scene.world.ledger.handlingOf(scene.pilot);
    expect([pass, conditional, fail]).to.deep.equal([1n, 0n, 1n]);
    const seat = await scene.world.ledger.voteOf(scene.pilot, 0, 1, scene.address("expert2"));
    expect([...seat]).to.deep.equal([true, BigInt(voteNumber("FAIL"))]);
  });
});
