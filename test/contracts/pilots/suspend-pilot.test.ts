/*
 * suspendPilot
 * ├── given another state, or another caller: lifecycle.test.ts, callers.test.ts
 * ├── it is refused without a reason to suspend
 * └── it halts an active pilot
 *
 * resumePilot
 * ├── given another state, or another caller: lifecycle.test.ts, callers.test.ts
 * ├── it is refused without a reason to resume
 * └── it lets a suspended pilot go on
 */
import { expect } from "chai";
import { digest, NO_DIGEST, NO_REASON, REASON } from "../fixture.ts";
import { type PilotScene, pilotScene } from "./scene.ts";

describe("suspendPilot and resumePilot", () => {
  let scene: PilotScene;

  it("is refused without a reason to suspend", async () => {
    scene = await pilotScene("ACTIVE");
    await scene.refuses(scene.as("approver").suspendPilot(scene.pilot, NO_REASON, NO_DIGEST), "Pilots_ReasonRequired");
  });

  it("halts an active pilot", async () => {
    scene = await pilotScene("ACTIVE");
    const act = scene.as("approver").suspendPilot(scene.pilot, REASON, digest("order"));
    await scene.records(act, "PilotSuspended", scene.pilot, scene.address("approver"), REASON, digest("order"));
    expect(await scene.state()).to.equal("SUSPENDED");
  });

  it("is refused without a reason to resume", async () => {
    scene = await pilotScene("SUSPENDED");
    await scene.refuses(scene.as("approver").resumePilot(scene.pilot, NO_REASON, NO_DIGEST), "Pilots_ReasonRequired");
  });

  it("lets a suspended pilot go on", async () => {
    scene = await pilotScene("SUSPENDED");
    const act = scene.as("approver").resumePilot(scene.pilot, REASON, digest("lifted"));
    await scene.records(act, "PilotResumed", scene.pilot, scene.address("approver"), REASON, digest("lifted"));
    expect(await scene.state()).to.equal("ACTIVE");
  });
});
