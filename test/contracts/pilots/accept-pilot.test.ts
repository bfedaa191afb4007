/*
 * acceptPilot
 * ├── given another state, or another caller: lifecycle.test.ts, callers.test.ts
 * ├── it is refused before a panel is convened, and before anyone voted
 * ├── it is refused while too few voted to pass without conditions
 * ├── it is refused without a certificate
 * └── it accepts the pilot when enough voted to pass
 */
import { expect } from "chai";
import { digest, NO_DIGEST } from "../fixture.ts";
import { convene, panel } from "../journey.ts";
import { type PilotScene, pilotScene } from "./scene.ts";

describe("acceptPilot", () => {
  let scene: PilotScene;

  beforeEach(async () => {
    scene = await pilotScene("IN_ACCEPTANCE");
  });

  const accept = (certificate = digest("certificate")) => scene.as("approver").acceptPilot(scene.pilot, certificate);

  it("is refused before a panel is convened, and before anyone voted", async () => {
    await scene.refuses(accept(), "Pilots_VotesInsufficient", scene.pilot, 0, 1, 0, 1);
    await convene(scene.world, scene.pilot);
    await scene.refuses(accept(), "Pilots_VotesInsufficient", scene.pilot, 0, 1, 0, 2);
  });

  it("is refused while too few voted to pass without conditions", async () => {
    await panel("PASS", "CONDITIONAL")(scene.world, scene.pilot);
    await scene.refuses(accept(), "Pilots_VotesInsufficient", scene.pilot, 0, 1, 1, 2);
  });

  it("is refused without a certificate", async () => {
    await panel("PASS", "PASS")(scene.world, scene.pilot);
    await scene.refuses(accept(NO_DIGEST), "Pilots_DigestRequired");
  });

  it("accepts the pilot when enough voted to pass", async () => {
    await panel("PASS", "FAIL", "PASS")(scene.world, scene.pilot);
    const values = [scene.pilot, scene.address("approver"), 1, digest("certificate")];
    await scene.records(accept(), "PilotAccepted", ...values);
    expect(await scene.state()).to.equal("ACCEPTED");
  });
});
