/*
 * approvePilot
 * ├── given another state, or another caller: lifecycle.test.ts, callers.test.ts
 * ├── it is refused to the registrar who admitted the application
 * ├── it is refused without a decision
 * ├── it approves an application under review
 * └── it approves one from the waiting list
 */
import { expect } from "chai";
import { type AccountName, digest, NO_DIGEST } from "../fixture.ts";
import { type PilotScene, pilotScene } from "./scene.ts";

describe("approvePilot", () => {
  let scene: PilotScene;

  beforeEach(async () => {
    scene = await pilotScene("UNDER_REVIEW");
  });

  const approve = (by: AccountName = "approver", decision = digest("decision")) =>
    scene.as(by).approvePilot(scene.pilot, decision);

  it("is refused to the registrar who admitted the application", async () => {
    const { pilot } = await scene.another("APPLIED");
    const both = scene.as("allRounder");
    await both.admitPilot(pilot);
    const refusal = [pilot, scene.address("allRounder")];
    await scene.refuses(both.approvePilot(pilot, digest("decision")), "Pilots_RegistrarMayNotDecide", ...refusal);
  });

  it("is refused without a decision", () => scene.refuses(approve("approver", NO_DIGEST), "Pilots_DigestRequired"));

  it("approves an application under review", async () => {
    const values = [scene.pilot, scene.address("allRounder"), digest("decision")];
    await scene.records(approve("allRounder"), "PilotApproved", ...values);
    expect(await scene.state()).to.equal("APPROVED");
  });

  it("approves one from the waiting list", async () => {
    scene = await pilotScene("WAITLISTED");
    await approve();
    expect(await scene.state()).to.equal("APPROVED");
  });
});
