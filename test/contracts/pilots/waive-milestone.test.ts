/*
 * waiveMilestone
 * ├── given another state of the pilot, or another caller: lifecycle.test.ts, callers.test.ts
 * ├── it is refused for a milestone that the plan does not have
 * ├── it is refused for a milestone that is submitted, accepted or waived
 * ├── it is refused without a reason
 * ├── it waives a planned milestone, for which the acceptance of the pilot no longer waits
 * ├── it waives one that was returned
 * └── it waives one while the pilot is suspended
 */
import { expect } from "chai";
import { numberOf } from "../../../server/ledger/codes/code.ts";
import { MILESTONE_STATES } from "../../../server/ledger/codes/milestones.ts";
import { digest, NO_DIGEST, NO_REASON, REASON } from "../fixture.ts";
import { type PilotScene, pilotScene } from "./scene.ts";

describe("waiveMilestone", () => {
  let scene: PilotScene;

  beforeEach(async () => {
    scene = await pilotScene("ACTIVE");
  });

  const waive = (milestone = 1, reason = REASON) =>
    scene.as("approver").waiveMilestone(scene.pilot, milestone, reason, digest("note"));

  it("is refused for a milestone that the plan does not have", async () => {
    for (const milestone of [0, 4, 255]) {
      await scene.refuses(waive(milestone), "Milestones_Unknown", scene.pilot, milestone);
    }
  });

  it("is refused for a milestone that is submitted, accepted or waived", async () => {
    const refusal = (milestone: number, state: (typeof MILESTONE_STATES)[number]) =>
      ["Milestones_StateNotAllowed", scene.pilot, milestone, numberOf(MILESTONE_STATES, state)] as const;
    await scene.submit();
    await scene.refuses(waive(), ...refusal(1, "SUBMITTED"));
    await scene.as("approver").acceptMilestone(scene.pilot, 1, 1, digest("decision"));
    await scene.refuses(waive(), ...refusal(1, "ACCEPTED"));
    await waive(2);
    await scene.refuses(waive(2), ...refusal(2, "WAIVED"));
  });

  it("is refused without a reason", () => scene.refuses(waive(1, NO_REASON), "Pilots_ReasonRequired"));

  it("waives a planned milestone, for which the acceptance of the pilot no longer waits", async () => {
    const values = [scene.pilot, scene.address("approver"), 1, REASON, digest("note")];
    await scene.records(waive(), "MilestoneWaived", ...values);
    expect(await scene.milestoneState(1)).to.equal("WAIVED");
    const { mandatoryOpen, acceptedKinds } = await scene.entry();
    expect([mandatoryOpen, acceptedKinds]).to.deep.equal([1n, 0n]);
  });

  it("waives one that was returned", async () => {
    await scene.submit(3);
    await scene.as("approver").returnMilestone(scene.pilot, 3, 1, REASON, NO_DIGEST);
    await waive(3);
    expect((await scene.entry()).mandatoryOpen, "an optional one").to.equal(2n);
  });

  it("waives one while the pilot is suspended", async () => {
    await scene.as("approver").suspendPilot(scene.pilot, REASON, NO_DIGEST);
    await waive();
  });
});
