/*
 * returnPilot
 * ├── given another state, or another caller: lifecycle.test.ts, callers.test.ts
 * ├── it is refused without a reason
 * ├── it sends the application back, with the number of the round
 * └── it is refused a fourth time, after which the application is admitted all the same
 */
import { expect } from "chai";
import { digest, NO_DIGEST, NO_REASON, REASON } from "../fixture.ts";
import { planOf, TEXT } from "../journey.ts";
import { type PilotScene, pilotScene } from "./scene.ts";

describe("returnPilot", () => {
  let scene: PilotScene;

  beforeEach(async () => {
    scene = await pilotScene("APPLIED");
  });

  const giveBack = () => scene.as("registrar").returnPilot(scene.pilot, REASON, digest("gaps"));
  const sendAgain = () =>
    scene.as("lead").resubmitPilot(scene.pilot, 1n, digest("application"), TEXT, planOf(scene.world));

  it("is refused without a reason", () =>
    scene.refuses(scene.as("registrar").returnPilot(scene.pilot, NO_REASON, NO_DIGEST), "Pilots_ReasonRequired"));

  it("sends the application back, with the number of the round", async () => {
    for (const round of [1, 2]) {
      const values = [scene.pilot, scene.address("registrar"), round, REASON, digest("gaps")];
      await scene.records(giveBack(), "PilotReturned", ...values);
      expect(await scene.state()).to.equal("RETURNED");
      await sendAgain();
    }
  });

  it("is refused a fourth time, after which the application is admitted all the same", async () => {
    for (let round = 1; round <= 3; round++) {
      await giveBack();
      await sendAgain();
    }
    await scene.refuses(giveBack(), "Pilots_TooManyReturns", scene.pilot, 3);
    await scene.as("registrar").admitPilot(scene.pilot);
  });
});
