/*
 * withdrawDispute
 * ├── it is refused for evidence that was not anchored to the pilot
 * ├── it is refused for a dispute that was not raised, or is resolved
 * ├── it is refused to another organisation than the one that raised it
 * ├── it is refused without a reason
 * ├── it withdraws the dispute, which is open no longer
 * └── it withdraws it for a colleague of the one who raised it
 */
import { expect } from "chai";
import { type AccountName, NO_DIGEST, NO_REASON, REASON } from "../fixture.ts";
import { type EvidenceScene, evidenceScene, result, UNKNOWN } from "./scene.ts";

describe("withdrawDispute", () => {
  let scene: EvidenceScene;

  beforeEach(async () => {
    scene = await evidenceScene();
  });

  const withdraw = (by: AccountName, evidence = scene.report, reason = REASON) =>
    scene.by(by).withdrawDispute(scene.pilot, evidence, 1, reason);

  it("is refused for evidence that was not anchored to the pilot", () =>
    scene.refuses(withdraw("witness", UNKNOWN), "Evidence_Unknown", scene.pilot, UNKNOWN));

  it("is refused for a dispute that was not raised, or is resolved", async () => {
    await scene.refuses(withdraw("witness"), "Evidence_NoOpenDispute", scene.report, 1);
    await scene.dispute("witness", "WITNESS");
    await withdraw("witness");
    await scene.refuses(withdraw("witness"), "Evidence_NoOpenDispute", scene.report, 1);
  });

  it("is refused to another organisation than the one that raised it", async () => {
    await scene.dispute("witness", "WITNESS");
    const refusal = [scene.report, scene.address("inspector")];
    await scene.refuses(withdraw("inspector"), "Evidence_NotDisputant", ...refusal);
  });

  it("is refused without a reason", async () => {
    await scene.dispute("witness", "WITNESS");
    await scene.refuses(withdraw("witness", scene.report, NO_REASON), "Pilots_ReasonRequired");
  });

  it("withdraws the dispute, which is open no longer", async () => {
    await scene.dispute("witness", "WITNESS");
    const said = [scene.report, 1, result("WITHDRAWN"), REASON, NO_DIGEST];
    const act = withdraw("witness");
    await scene.records(act, "EvidenceDisputeResolved", scene.pilot, scene.address("witness"), ...said);
    expect((await scene.world.evidence.evidenceOf(scene.pilot, scene.report)).openDisputes).to.equal(0n);
  });

  it("withdraws it for a colleague of the one who raised it", async () => {
    await scene.dispute("lead", "PARTICIPANT");
    await withdraw("leadColleague");
    const { result: outcome } = await scene.world.evidence.disputeOf(scene.report, 1);
    expect(outcome).to.equal(BigInt(result("WITHDRAWN")));
  });
});
