/*
 * admitPilot
 * ├── given another state, or another caller: lifecycle.test.ts, callers.test.ts
 * ├── it takes the application up for review
 * └── it keeps who admitted it, so that this registrar decides nothing on it
 */
import { expect } from "chai";
import { digest } from "../fixture.ts";
import { type PilotScene, pilotScene } from "./scene.ts";

describe("admitPilot", () => {
  let scene: PilotScene;

  beforeEach(async () => {
    scene = await pilotScene("APPLIED");
  });

  it("takes the application up for review", async () => {
    const act = scene.as("registrar").admitPilot(scene.pilot);
    await scene.records(act, "PilotAdmitted", scene.pilot, scene.address("registrar"));
    expect(await scene.state()).to.equal("UNDER_REVIEW");
  });

  it("keeps who admitted it, so that this registrar decides nothing on it", async () => {
    await scene.as("allRounder").admitPilot(scene.pilot);
    expect((await scene.world.ledger.handlingOf(scene.pilot)).registrar).to.equal(scene.address("allRounder"));
    await scene.refuses(
      scene.as("allRounder").approvePilot(scene.pilot, digest("decision")),
      "Pilots_RegistrarMayNotDecide",
      scene.pilot,
      scene.address("allRounder"),
    );
  });
});
