/*
 * terminatePilot
 * ├── given another state, or another caller: lifecycle.test.ts, callers.test.ts
 * ├── it is refused without a reason
 * └── it ends the pilot for good
 */
import { expect } from "chai";
import { digest, NO_DIGEST, NO_REASON, REASON } from "../fixture.ts";
import { TEXT } from "../journey.ts";
import { type PilotScene, pilotScene } from "./scene.ts";

describe("terminatePilot", () => {
  let scene: PilotScene;

  beforeEach(async () => {
    scene = await pilotScene("SUSPENDED");
  });

  it("is refused without a reason", () =>
    scene.refuses(scene.as("approver").terminatePilot(scene.pilot, NO_REASON, NO_DIGEST), "Pilots_ReasonRequired"));

  it("ends the pilot for good", async () => {
    const act = scene.as("approver").terminatePilot(scene.pilot, REASON, digest("letter"));
    await scene.records(act, "PilotTerminated", scene.pilot, scene.address("approver"), REASON, digest("letter"));
    expect(await scene.state()).to.equal("TERMINATED");
    await scene.refuses(scene.as("lead").amendPilot(scene.pilot, 1n, NO_DIGEST, TEXT), "Pilots_StateNotAllowed");
  });
});
