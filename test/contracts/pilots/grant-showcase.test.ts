/*
 * grantShowcase
 * ├── given another state, or another caller: lifecycle.test.ts, callers.test.ts
 * ├── it is refused to a prototype, and to what is a showcase already
 * ├── it is refused until a time that is past
 * ├── it is refused without a decision
 * └── it makes a solution a showcase
 *
 * revokeShowcase
 * ├── given another state, or another caller: lifecycle.test.ts, callers.test.ts
 * ├── it is refused for what is no showcase
 * ├── it is refused without a reason
 * └── it makes a showcase a solution again, also in the archive
 */
import { expect } from "chai";
import { numberOf } from "../../../server/ledger/codes/code.ts";
import { STAGES, type Stage } from "../../../server/ledger/codes/pilots.ts";
import { digest, NO_DIGEST, NO_REASON, networkHelpers, REASON } from "../fixture.ts";
import { type PilotScene, pilotScene } from "./scene.ts";

const stageNumber = (name: Stage) => numberOf(STAGES, name);

describe("grantShowcase and revokeShowcase", () => {
  let scene: PilotScene;

  beforeEach(async () => {
    scene = await pilotScene("ACCEPTED");
  });

  const advance = () => scene.as("approver").advanceStage(scene.pilot, digest("decision"));
  const grant = (until = scene.world.closesAt, decision = digest("decision")) =>
    scene.as("approver").grantShowcase(scene.pilot, until, decision);
  const revoke = (reason = REASON) => scene.as("approver").revokeShowcase(scene.pilot, reason, digest("letter"));
  const stage = async () => STAGES[Number((await scene.entry()).stage)];

  it("is refused to a prototype, and to what is a showcase already", async () => {
    await scene.refuses(grant(), "Pilots_StageNotAllowed", scene.pilot, stageNumber("PROTOTYPE"));
    await advance();
    await grant();
    await scene.refuses(grant(), "Pilots_StageNotAllowed", scene.pilot, stageNumber("SHOWCASE"));
  });

  it("is refused until a time that is past", async () => {
    await advance();
    const now = (await networkHelpers.time.latest()) + 100;
    await networkHelpers.time.setNextBlockTimestamp(now);
    await scene.refuses(grant(now), "Pilots_ValidityPast", now, now);
  });

  it("is refused without a decision", async () => {
    await advance();
    await scene.refuses(grant(scene.world.closesAt, NO_DIGEST), "Pilots_DigestRequired");
  });

  it("makes a solution a showcase", async () => {
    await advance();
    const values = [scene.pilot, scene.address("approver"), scene.world.closesAt, digest("decision")];
    await scene.records(grant(), "ShowcaseGranted", ...values);
    expect(await stage()).to.equal("SHOWCASE");
  });

  it("is refused for what is no showcase", async () => {
    await advance();
    await scene.refuses(revoke(), "Pilots_StageNotAllowed", scene.pilot, stageNumber("SOLUTION"));
  });

  it("is refused without a reason", async () => {
    await advance();
    await grant();
    await scene.refuses(revoke(NO_REASON), "Pilots_ReasonRequired");
  });

  it("makes a showcase a solution again, also in the archive", async () => {
    await advance();
    await grant();
    await scene.as("registrar").archivePilot(scene.pilot, digest("archive"));
    const values = [scene.pilot, scene.address("approver"), REASON, digest("letter")];
    await scene.records(revoke(), "ShowcaseRevoked", ...values);
    expect(await stage()).to.equal("SOLUTION");
    await grant();
  });
});
