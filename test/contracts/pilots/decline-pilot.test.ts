/*
 * rejectPilot, waitlistPilot
 * ├── given another state, or another caller: lifecycle.test.ts, callers.test.ts
 * ├── it is refused to the registrar who admitted the application
 * ├── it is refused without a reason
 * └── it rejects an application under review, or puts it on the waiting list
 */
import { expect } from "chai";
import { digest, NO_DIGEST, NO_REASON, REASON } from "../fixture.ts";
import { type PilotScene, pilotScene } from "./scene.ts";

const DECISIONS = [
  { act: "rejectPilot", event: "PilotRejected", to: "REJECTED" },
  { act: "waitlistPilot", event: "PilotWaitlisted", to: "WAITLISTED" },
] as const;

for (const { act, event, to } of DECISIONS) {
  describe(act, () => {
    let scene: PilotScene;

    beforeEach(async () => {
      scene = await pilotScene("UNDER_REVIEW");
    });

    it("is refused to the registrar who admitted the application", async () => {
      const { pilot } = await scene.another("APPLIED");
      const both = scene.as("allRounder");
      await both.admitPilot(pilot);
      const refusal = [pilot, scene.address("allRounder")];
      await scene.refuses(both[act](pilot, REASON, NO_DIGEST), "Pilots_RegistrarMayNotDecide", ...refusal);
    });

    it("is refused without a reason", () =>
      scene.refuses(scene.as("approver")[act](scene.pilot, NO_REASON, NO_DIGEST), "Pilots_ReasonRequired"));

    it("rejects an application under review, or puts it on the waiting list", async () => {
      const decided = scene.as("approver")[act](scene.pilot, REASON, digest("letter"));
      await scene.records(decided, event, scene.pilot, scene.address("approver"), REASON, digest("letter"));
      expect(await scene.state()).to.equal(to);
    });
  });
}
