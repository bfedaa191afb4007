/*
 * refuseExtension
 * ├── given another state of the pilot, or another caller: lifecycle.test.ts, callers.test.ts
 * ├── it is refused for a milestone that the plan does not have
 * ├── it is refused when no request is open
 * ├── it is refused without a reason
 * ├── it leaves the due date, and another request can be made
 * └── it answers the request for a milestone that was accepted meanwhile
 */
import { expect } from "chai";
import { DAY, digest, NO_DIGEST, NO_REASON, REASON } from "../fixture.ts";
import { type PilotScene, pilotScene } from "./scene.ts";

describe("refuseExtension", () => {
  let scene: PilotScene;

  beforeEach(async () => {
    scene = await pilotScene("ACTIVE");
    await ask();
  });

  const ask = () =>
    scene.as("lead").requestExtension(scene.pilot, 1, scene.world.opensAt + 40 * DAY, REASON, NO_DIGEST);
  const refuse = (milestone = 1, reason = REASON) =>
    scene.as("approver").refuseExtension(scene.pilot, milestone, reason, digest("letter"));
  const pending = () => scene.world.ledger.pendingExtension(scene.pilot, 1);

  it("is refused for a milestone that the plan does not have", async () => {
    for (const milestone of [0, 4, 255]) {
      await scene.refuses(refuse(milestone), "Milestones_Unknown", scene.pilot, milestone);
    }
  });

  it("is refused when no request is open", async () => {
    await refuse();
    await scene.refuses(refuse(), "Milestones_NoExtensionPending", scene.pilot, 1);
  });

  it("is refused without a reason", () => scene.refuses(refuse(1, NO_REASON), "Pilots_ReasonRequired"));

  it("leaves the due date, and another request can be made", async () => {
    const values = [scene.pilot, scene.address("approver"), 1, REASON, digest("letter")];
    await scene.records(refuse(), "ExtensionRefused", ...values);
    expect(await pending()).to.equal(0n);
    const { extendedBy, extensions } = await scene.milestone(1);
    expect([extendedBy, extensions]).to.deep.equal([0n, 0n]);
    await ask();
  });

  it("answers the request for a milestone that was accepted meanwhile", async () => {
    await scene.submit();
    await scene.as("approver").acceptMilestone(scene.pilot, 1, 1, digest("decision"));
    await refuse();
    expect(await pending()).to.equal(0n);
  });
});
