/*
 * acceptPilotConditionally
 * ├── given another state, or another caller: lifecycle.test.ts, callers.test.ts
 * ├── it is refused before a panel is convened, and before anyone voted
 * ├── it is refused when the votes against leave too few
 * ├── it is refused without a reason
 * ├── it is refused a third time
 * └── it accepts the pilot on conditions when enough voted to pass one way or the other
 */
import { expect } from "chai";
import { digest, NO_DIGEST, NO_REASON, REASON } from "../fixture.ts";
import { convene, panel } from "../journey.ts";
import { type PilotScene, pilotScene } from "./scene.ts";

describe("acceptPilotConditionally", () => {
  let scene: PilotScene;

  beforeEach(async () => {
    scene = await pilotScene("IN_ACCEPTANCE");
  });

  const accept = () => scene.as("approver").acceptPilotConditionally(scene.pilot, REASON, digest("conditions"));

  it("is refused before a panel is convened, and before anyone voted", async () => {
    await scene.refuses(accept(), "Pilots_VotesInsufficient", scene.pilot, 0, 1, 0, 1);
    await convene(scene.world, scene.pilot);
    await scene.refuses(accept(), "Pilots_VotesInsufficient", scene.pilot, 0, 1, 0, 2);
  });

  it("is refused when the votes against leave too few", async () => {
    await panel("FAIL", "FAIL", "PASS")(scene.world, scene.pilot);
    await scene.refuses(accept(), "Pilots_VotesInsufficient", scene.pilot, 0, 1, 1, 2);
  });

  it("is refused without a reason", async () => {
    await panel("PASS", "PASS")(scene.world, scene.pilot);
    const act = scene.as("approver").acceptPilotConditionally(scene.pilot, NO_REASON, NO_DIGEST);
    await scene.refuses(act, "Pilots_ReasonRequired");
  });

  it("is refused a third time", async () => {
    for (let round = 1; round <= 2; round++) {
      await panel("CONDITIONAL", "CONDITIONAL", "FAIL")(scene.world, scene.pilot);
      await accept();
      await scene.as("lead").requestAcceptance(scene.pilot, digest("again"));
    }
    await panel("CONDITIONAL", "PASS", "PASS")(scene.world, scene.pilot);
    await scene.refuses(accept(), "Pilots_TooManyConditions", scene.pilot, 2);
    await scene.as("approver").acceptPilot(scene.pilot, digest("certificate"));
  });

  it("accepts the pilot on conditions when enough voted to pass one way or the other", async () => {
    await panel("PASS", "CONDITIONAL")(scene.world, scene.pilot);
    const values = [scene.pilot, scene.address("approver"), 1, REASON, digest("conditions")];
    await scene.records(accept(), "PilotAcceptedConditionally", ...values);
    expect(await scene.state()).to.equal("CONDITIONAL");
  });
});
