/*
 * withdrawPilot
 * ├── given another state, or another caller: lifecycle.test.ts, callers.test.ts
 * ├── it is refused without a reason
 * └── it ends the pilot for good
 */
import { expect } from "chai";
import { digest, NO_DIGEST, NO_REASON, REASON } from "../fixture.ts";
import { TEXT } from "../journey.ts";
import { type PilotScene, pilotScene } from "./scene.ts";

describe("withdrawPilot", () => {
  let scene: PilotScene;

  beforeEach(async () => {
    scene = await pilotScene("APPLIED");
  });

  it("is refused without a reason", () =>
    scene.refuses(scene.as("lead").withdrawPilot(scene.pilot, NO_REASON, NO_DIGEST), "Pilots_ReasonRequired"));

  it("ends the pilot for good", async () => {
    const act = scene.as("lead").withdrawPilot(scene.pilot, REASON, digest("letter"));
    await scene.records(act, "PilotWithdrawn", scene.pilot, scene.address("lead"), REASON, digest("letter"));
    expect(await scene.state()).to.equal("WITHDRAWN");
    await scene.refuses(scene.as("lead").amendPilot(scene.pilot, 1n, NO_DIGEST, TEXT), "Pilots_StateNotAllowed");
  });
});
