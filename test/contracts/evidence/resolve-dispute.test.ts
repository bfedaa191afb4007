/*
 * resolveDispute
 * ├── it is refused for evidence that was not anchored to the pilot
 * ├── it is refused for a dispute that was not raised, or is resolved
 * ├── it is refused without the role
 * ├── given a decider with an interest
 * │   ├── it is refused to one whose organisation takes part in the pilot
 * │   ├── it is refused to one whose organisation submitted the evidence and left
 * │   └── it is refused to the one who raised the dispute
 * ├── it is refused with another result than upheld or dismissed
 * ├── it is refused without a reason
 * └── it upholds or dismisses the dispute, which is open no longer
 */
import { expect } from "chai";
import type { DisputeResult } from "../../../server/ledger/codes/evidence.ts";
import { type AccountName, digest, HANGZHOU, NO_REASON, PARTY, REASON, role } from "../fixture.ts";
import { anchorOf } from "../journey.ts";
import { type EvidenceScene, evidenceScene, result, UNKNOWN } from "./scene.ts";

describe("resolveDispute", () => {
  let scene: EvidenceScene;

  beforeEach(async () => {
    scene = await evidenceScene();
  });

  const resolve = (
    by: AccountName = "decider",
    outcome: DisputeResult = "DISMISSED",
    { number = 1, evidence = scene.report, reason = REASON } = {},
  ) => scene.by(by).resolveDispute(scene.pilot, evidence, number, result(outcome), reason, digest("decision"));

  it("is refused for evidence that was not anchored to the pilot", () =>
    scene.refuses(resolve("decider", "UPHELD", { evidence: UNKNOWN }), "Evidence_Unknown", scene.pilot, UNKNOWN));

  it("is refused for a dispute that was not raised, or is resolved", async () => {
    await scene.refuses(resolve(), "Evidence_NoOpenDispute", scene.report, 1);
    await scene.dispute("inspector", "INSPECTOR");
    await resolve();
    await scene.refuses(resolve(), "Evidence_NoOpenDispute", scene.report, 1);
  });

  it("is refused without the role", async () => {
    await scene.dispute("witness", "WITNESS");
    await scene.refuses(resolve("inspector"), "Authority_MissingRole", scene.address("inspector"), role("DECIDER"));
  });

  it("is refused to one whose organisation takes part in the pilot", async () => {
    await scene.dispute("witness", "WITNESS");
    const refusal = [scene.pilot, scene.address("party"), PARTY];
    await scene.refuses(resolve("party"), "Pilots_ConflictOfInterest", ...refusal);
  });

  it("is refused to one whose organisation submitted the evidence and left", async () => {
    await scene.by("party").anchorEvidence(scene.pilot, [anchorOf("USER_REPORT")]);
    const evidence = scene.idOf("party", "USER_REPORT");
    await scene.as("lead").removeParty(scene.pilot, PARTY, REASON);
    await scene.dispute("witness", "WITNESS", evidence);
    const refusal = [scene.pilot, scene.address("party"), PARTY];
    await scene.refuses(resolve("party", "DISMISSED", { evidence }), "Pilots_ConflictOfInterest", ...refusal);
  });

  it("is refused to the one who raised the dispute", async () => {
    const decider = scene.address("decider");
    await scene.world.authority.assignRole(decider, role("INSPECTOR"), HANGZHOU, []);
    await scene.dispute("decider", "INSPECTOR");
    await scene.refuses(resolve(), "Evidence_DisputantMayNotDecide", scene.report, decider);
  });

  it("is refused with another result than upheld or dismissed", async () => {
    await scene.dispute("inspector", "INSPECTOR");
    for (const outcome of ["OPEN", "WITHDRAWN"] as const) {
      await scene.refuses(resolve("decider", outcome), "Evidence_ResultInvalid", result(outcome));
    }
  });

  it("is refused without a reason", async () => {
    await scene.dispute("inspector", "INSPECTOR");
    await scene.refuses(resolve("decider", "UPHELD", { reason: NO_REASON }), "Pilots_ReasonRequired");
  });

  it("upholds or dismisses the dispute, which is open no longer", async () => {
    for (const [index, outcome] of (["UPHELD", "DISMISSED"] as const).entries()) {
      const number = index + 1;
      await scene.dispute("inspector", "INSPECTOR");
      const said = [scene.report, number, result(outcome), REASON, digest("decision")];
      const act = resolve("decider", outcome, { number });
      await scene.records(act, "EvidenceDisputeResolved", scene.pilot, scene.address("decider"), ...said);
      expect((await scene.world.evidence.disputeOf(scene.report, number)).result).to.equal(BigInt(result(outcome)));
    }
    const { disputes, openDisputes } = await scene.world.evidence.evidenceOf(scene.pilot, scene.report);
    expect([disputes, openDisputes]).to.deep.equal([2n, 0n]);
  });
});
