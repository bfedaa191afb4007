/*
 * withdrawPilot, terminatePilot
 * ├── given another state, or another caller: lifecycle.test.ts, callers.test.ts
 * ├── it is refused without a reason
 * └── it ends the pilot for good
 */
import { expect } from "chai";
import { digest, NO_DIGEST, NO_REASON, REASON } from "../fixture.ts";
import { TEXT } from "../journey.ts";
import { type PilotScene, pilotScene } from "./scene.ts";

const ENDS = [
  { act: "withdrawPilot", by: "lead", event: "PilotWithdrawn", from: "APPLIED", to: "WITHDRAWN" },
  { act: "terminatePilot", by: "approver", event: "PilotTerminated", from: "SUSPENDED", to: "TERMINATED" },
] as const;

for (const { act, by, event, from, to } of ENDS) {
  describe(act, () => {
    let scene: PilotScene;

    beforeEach(async () => {
      scene = await pilotScene(from);
    });

    it("is refused without a reason", () =>
      scene.refuses(scene.as(by)[act](scene.pilot, NO_REASON, NO_DIGEST), "Pilots_ReasonRequired"));

    it("ends the pilot for good", async () => {
      const ended = scene.as(by)[act](scene.pilot, REASON, digest("letter"));
      await scene.records(ended, event, scene.pilot, scene.address(by), REASON, digest("letter"));
      expect(await scene.state()).to.equal(to);
      await scene.refuses(scene.as("lead").amendPilot(scene.pilot, 1n, NO_DIGEST, TEXT), "Pilots_StateNotAllowed");
    });
  });
}
