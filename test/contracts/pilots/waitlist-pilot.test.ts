/*
 * waitlistPilot
 * ├── given another state, or another caller: lifecycle.test.ts, callers.test.ts
 * ├── it is refused to the registrar who admitted the application
 * ├── it is refused without a reason
 * └── it puts an application under review on the waiting list
 */
import { expect } from "chai";
import { digest, NO_DIGEST, NO_REASON, REASON } from "../fixture.ts";
import { type PilotScene, pilotScene } from "./scene.ts";

describe("waitlistPilot", () => {
  let scene: PilotScene;

  beforeEach(async () => {
    scene = await pilotScene("UNDER_REVIEW");
  });

  it("is refused to the registrar who admitted the application", async () => {
    const { pilot } = await scene.another("APPLIED");
    const both = scene.as("allRounder");
    await both.admitPilot(pilot);
    const refusal = [pilot, scene.address("allRounder")];
    await scene.refuses(both.waitlistPilot(pilot, REASON, NO_DIGEST), "Pilots_RegistrarMayNotDecide", ...refusal);
  });

  it("is refused without a reason", () =>
    scene.refuses(scene.as("approver").waitlistPilot(scene.pilot, NO_REASON, NO_DIGEST), "Pilots_ReasonRequired"));

  it("puts an application under review on the waiting list", async () => {
    const act = scene.as("approver").waitlistPilot(scene.pilot, REASON, digest("list"));
    await scene.records(act, "PilotWaitlisted", scene.pilot, scene.address("approver"), REASON, digest("list"));
    expect(await scene.state()).to.equal("WAITLISTED");
  });
});
