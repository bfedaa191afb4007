/*
 * failPilot
 * ├── given another state, or another caller: lifecycle.test.ts, callers.test.ts
 * ├── it is refused before a panel is convened, and before anyone voted
 * ├── it is refused while passing is still possible
 * ├── it is refused without a reason
 * ├── it fails the pilot once passing has become impossible
 * └── it fails it with one vote against where the panel has to be unanimous
 */
import { expect } from "chai";
import { digest, NO_DIGEST, NO_REASON, REASON } from "../fixture.ts";
import { convene, panel, vote } from "../journey.ts";
import { type PilotScene, pilotScene } from "./scene.ts";

describe("failPilot", () => {
  let scene: PilotScene;

  beforeEach(async () => {
    scene = await pilotScene("IN_ACCEPTANCE");
  });

  const fail = () => scene.as("approver").failPilot(scene.pilot, REASON, digest("minutes"));

  it("is refused before a panel is convened, and before anyone voted", async () => {
    await scene.refuses(fail(), "Pilots_VotesInsufficient", scene.pilot, 0, 1, 0, 1);
    await convene(scene.world, scene.pilot);
    await scene.refuses(fail(), "Pilots_VotesInsufficient", scene.pilot, 0, 1, 0, 2);
  });

  it("is refused while passing is still possible", async () => {
    await panel("FAIL")(scene.world, scene.pilot);
    await scene.refuses(fail(), "Pilots_VotesInsufficient", scene.pilot, 0, 1, 1, 2);
  });

  it("is refused without a reason", async () => {
    await panel("FAIL", "FAIL")(scene.world, scene.pilot);
    const act = scene.as("approver").failPilot(scene.pilot, NO_REASON, NO_DIGEST);
    await scene.refuses(act, "Pilots_ReasonRequired");
  });

  it("fails the pilot once passing has become impossible", async () => {
    await panel("FAIL", "FAIL")(scene.world, scene.pilot);
    const values = [scene.pilot, scene.address("approver"), 1, REASON, digest("minutes")];
    await scene.records(fail(), "AcceptanceFailed", ...values);
    expect(await scene.state()).to.equal("FAILED");
  });

  it("fails it with one vote against where the panel has to be unanimous", async () => {
    await scene.as("approver").convenePanel(scene.pilot, scene.experts(), 3);
    await vote(scene.world, scene.pilot, "FAIL");
    await fail();
    expect(await scene.state()).to.equal("FAILED");
  });
});
