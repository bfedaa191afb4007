/*
 * disputeEvidence
 * ├── it is refused for evidence that was not anchored to the pilot
 * ├── it is refused in no capacity
 * ├── given a capacity
 * │   ├── it is refused to a participant whose organisation takes no part
 * │   ├── it is refused to a witness or an inspector without the role
 * │   └── it is refused to a witness or an inspector whose organisation has an interest
 * ├── it is refused without a reason
 * ├── it is refused the hundred and first time
 * └── it raises a dispute for each of them, with a number
 */
import { expect } from "chai";
import { digest, NO_DIGEST, NO_REASON, OTHER, PARTY, REASON, role } from "../fixture.ts";
import { capacity, type EvidenceScene, evidenceScene, UNKNOWN } from "./scene.ts";

describe("disputeEvidence", () => {
  let scene: EvidenceScene;

  beforeEach(async () => {
    scene = await evidenceScene();
  });

  it("is refused for evidence that was not anchored to the pilot", () =>
    scene.refuses(scene.dispute("inspector", "INSPECTOR", UNKNOWN), "Evidence_Unknown", scene.pilot, UNKNOWN));

  it("is refused in no capacity", () => scene.refuses(scene.dispute("inspector", "NONE"), "Evidence_CapacityRequired"));

  it("is refused to a participant whose organisation takes no part", () =>
    scene.refuses(scene.dispute("outsider", "PARTICIPANT"), "Pilots_NotParty", scene.pilot, OTHER));

  it("is refused to a witness or an inspector without the role", async () => {
    for (const [account, as] of [
      ["witness", "INSPECTOR"],
      ["inspector", "WITNESS"],
    ] as const) {
      await scene.refuses(scene.dispute(account, as), "Authority_MissingRole", scene.address(account), role(as));
    }
  });

  it("is refused to a witness or an inspector whose organisation has an interest", async () => {
    const refusal = [scene.pilot, scene.address("party"), PARTY];
    for (const as of ["INSPECTOR", "WITNESS"] as const) {
      await scene.refuses(scene.dispute("party", as), "Pilots_ConflictOfInterest", ...refusal);
    }
  });

  it("is refused without a reason", async () => {
    const { pilot, report } = scene;
    const act = scene.by("inspector").disputeEvidence(pilot, report, capacity("INSPECTOR"), NO_REASON, NO_DIGEST);
    await scene.refuses(act, "Pilots_ReasonRequired");
  });

  it("is refused the hundred and first time", async () => {
    const { pilot, report } = scene;
    const one = scene.world.evidence.interface.encodeFunctionData("disputeEvidence", [
      pilot,
      report,
      capacity("INSPECTOR"),
      REASON,
      NO_DIGEST,
    ]);
    for (let half = 0; half < 2; half++) await scene.by("inspector").batch(Array<string>(50).fill(one));
    await scene.refuses(scene.dispute("inspector", "INSPECTOR"), "Evidence_TooManyDisputes", report, 100);
  });

  it("raises a dispute for each of them, with a number", async () => {
    const disputants = [
      ["party", "PARTICIPANT"],
      ["witness", "WITNESS"],
      ["inspector", "INSPECTOR"],
    ] as const;
    for (const [index, [account, as]] of disputants.entries()) {
      const said = [scene.report, index + 1, capacity(as), REASON, digest("grounds")];
      const act = scene.dispute(account, as);
      await scene.records(act, "EvidenceDisputed", scene.pilot, scene.address(account), ...said);
    }
    const { disputes, openDisputes } = await scene.world.evidence.evidenceOf(scene.pilot, scene.report);
    expect([disputes, openDisputes]).to.deep.equal([3n, 3n]);
    expect((await scene.world.evidence.disputeOf(scene.report, 2)).raisedBy).to.equal(scene.address("witness"));
  });
});
