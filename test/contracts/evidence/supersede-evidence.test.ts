/*
 * supersedeEvidence
 * ├── it is refused for evidence, or a replacement, that was not anchored to the pilot
 * ├── it is refused when the replacement is the evidence itself
 * ├── it is refused to another organisation than the one that submitted the evidence
 * ├── it is refused with a replacement of another organisation
 * ├── it is refused for evidence that is superseded, and with a replacement that is: no chain closes
 * ├── it is refused without a reason
 * └── it puts the replacement in the place of the evidence, which stays on record
 */
import { expect } from "chai";
import { type AccountName, digest, LEAD, NO_REASON, PARTY, REASON } from "../fixture.ts";
import { anchorOf } from "../journey.ts";
import { type EvidenceScene, evidenceScene, UNKNOWN } from "./scene.ts";

describe("supersedeEvidence", () => {
  let scene: EvidenceScene;

  beforeEach(async () => {
    scene = await evidenceScene();
  });

  const supersede = (by: AccountName = "lead", evidence = scene.report, replacement = scene.source, reason = REASON) =>
    scene.by(by).supersedeEvidence(scene.pilot, evidence, replacement, reason, digest("note"));
  const theirs = async () => {
    await scene.by("party").anchorEvidence(scene.pilot, [anchorOf("TEST_REPORT")]);
    return scene.idOf("party", "TEST_REPORT");
  };

  it("is refused for evidence, or a replacement, that was not anchored to the pilot", async () => {
    await scene.refuses(supersede("lead", UNKNOWN), "Evidence_Unknown", scene.pilot, UNKNOWN);
    await scene.refuses(supersede("lead", scene.report, UNKNOWN), "Evidence_Unknown", scene.pilot, UNKNOWN);
  });

  it("is refused when the replacement is the evidence itself", () =>
    scene.refuses(supersede("lead", scene.source), "Evidence_ReplacesItself", scene.source));

  it("is refused to another organisation than the one that submitted the evidence", async () => {
    const own = await theirs();
    await scene.refuses(supersede("party", scene.report, own), "Evidence_NotSubmitter", scene.report, PARTY);
  });

  it("is refused with a replacement of another organisation", async () => {
    const other = await theirs();
    await scene.refuses(supersede("lead", scene.report, other), "Evidence_NotSubmitter", other, LEAD);
  });

  it("is refused for evidence that is superseded, and with a replacement that is: no chain closes", async () => {
    await supersede();
    await scene.refuses(supersede(), "Evidence_AlreadySuperseded", scene.report);
    await scene.refuses(supersede("lead", scene.source, scene.report), "Evidence_AlreadySuperseded", scene.report);
  });

  it("is refused without a reason", () =>
    scene.refuses(supersede("lead", scene.report, scene.source, NO_REASON), "Pilots_ReasonRequired"));

  it("puts the replacement in the place of the evidence, which stays on record", async () => {
    const said = [scene.report, scene.source, REASON, digest("note")];
    const act = supersede("leadColleague");
    await scene.records(act, "EvidenceSuperseded", scene.pilot, scene.address("leadColleague"), ...said);
    const former = await scene.world.evidence.evidenceOf(scene.pilot, scene.report);
    expect([former.superseded, former.anchoredAt > 0n]).to.deep.equal([true, true]);
    expect((await scene.world.evidence.evidenceOf(scene.pilot, scene.source)).superseded).to.equal(false);
  });
});
