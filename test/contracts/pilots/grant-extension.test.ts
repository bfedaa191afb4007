/*
 * grantExtension
 * ├── given another state of the pilot, or another caller: lifecycle.test.ts, callers.test.ts
 * ├── it is refused for a milestone that the plan does not have
 * ├── it is refused when no request is open
 * ├── it is refused for a milestone that is accepted or waived
 * ├── it is refused without a decision
 * ├── it moves the due date, while the original one stands
 * └── it moves the date of a milestone that was submitted meanwhile
 */
import { expect } from "chai";
import { numberOf } from "../../../server/ledger/codes/code.ts";
import { MILESTONE_STATES } from "../../../server/ledger/codes/milestones.ts";
import { DAY, digest, NO_DIGEST, REASON } from "../fixture.ts";
import { type PilotScene, pilotScene } from "./scene.ts";

describe("grantExtension", () => {
  let scene: PilotScene;
  /** When milestone 1 is due as planned. */
  let planned: number;

  beforeEach(async () => {
    scene = await pilotScene("ACTIVE");
    planned = scene.world.opensAt + 30 * DAY;
    await scene.as("lead").requestExtension(scene.pilot, 1, planned + 10 * DAY, REASON, NO_DIGEST);
  });

  const grant = (milestone = 1, decision = digest("decision")) =>
    scene.as("approver").grantExtension(scene.pilot, milestone, decision);

  it("is refused for a milestone that the plan does not have", async () => {
    for (const milestone of [0, 4, 255]) {
      await scene.refuses(grant(milestone), "Milestones_Unknown", scene.pilot, milestone);
    }
  });

  it("is refused when no request is open", async () => {
    await grant();
    await scene.refuses(grant(), "Milestones_NoExtensionPending", scene.pilot, 1);
  });

  it("is refused for a milestone that is accepted or waived", async () => {
    const refusal = (state: "ACCEPTED" | "WAIVED") =>
      ["Milestones_StateNotAllowed", scene.pilot, 1, numberOf(MILESTONE_STATES, state)] as const;
    await scene.submit();
    await scene.as("approver").acceptMilestone(scene.pilot, 1, 1, digest("decision"));
    await scene.refuses(grant(), ...refusal("ACCEPTED"));
    scene = await scene.another("ACTIVE");
    await scene.as("lead").requestExtension(scene.pilot, 1, planned + 10 * DAY, REASON, NO_DIGEST);
    await scene.as("approver").waiveMilestone(scene.pilot, 1, REASON, NO_DIGEST);
    await scene.refuses(grant(), ...refusal("WAIVED"));
  });

  it("is refused without a decision", () => scene.refuses(grant(1, NO_DIGEST), "Pilots_DigestRequired"));

  it("moves the due date, while the original one stands", async () => {
    const values = [scene.pilot, scene.address("approver"), 1, planned + 10 * DAY, digest("decision")];
    await scene.records(grant(), "ExtensionGranted", ...values);
    expect(await scene.world.ledger.pendingExtension(scene.pilot, 1)).to.equal(0n);
    const { originalDueAt, extendedBy, extensions } = await scene.milestone(1);
    expect([originalDueAt, extendedBy, extensions]).to.deep.equal([BigInt(planned), BigInt(10 * DAY), 1n]);
  });

  it("moves the date of a milestone that was submitted meanwhile", async () => {
    await scene.submit();
    await grant();
    expect((await scene.milestone(1)).extendedBy).to.equal(BigInt(10 * DAY));
  });
});
