/*
 * waivePenalty
 * ├── given another state, or another caller: lifecycle.test.ts, callers.test.ts
 * ├── it is refused to who inspected the case
 * ├── it is refused without the decision itself
 * ├── it is refused without a reason
 * └── it ends the matter without a penalty
 */
import { expect } from "chai";
import type { Hex } from "../../../server/ledger/hex.ts";
import { digest, NO_DIGEST, NO_REASON, REASON } from "../fixture.ts";
import type { Official } from "./fixture.ts";
import { caseIn } from "./journey.ts";
import { type SupervisedScene, supervisedScene } from "./scene.ts";

describe("waivePenalty", () => {
  let scene: SupervisedScene;
  let dossier: Hex;

  beforeEach(async () => {
    scene = await supervisedScene();
    dossier = await caseIn(scene.world, "PENALTY_NOTICED");
  });

  const attempt = (by: Official = "decider", reason = REASON, decision = digest("decision")) =>
    scene.as(by).waivePenalty(dossier, reason, decision);

  it("is refused to who inspected the case", async () => {
    const inspector = scene.official("inspector1");
    await scene.refuses(attempt("inspector1"), "Cases_InspectorMayNotDecide", dossier, inspector);
  });

  it("is refused without the decision itself", () =>
    scene.refuses(attempt("decider", REASON, NO_DIGEST), "Supervision_DigestRequired"));

  it("is refused without a reason", () => scene.refuses(attempt("decider", NO_REASON), "Supervision_ReasonRequired"));

  it("ends the matter without a penalty", async () => {
    const said = [REASON, digest("decision")];
    await scene.recordsOn(dossier, attempt(), "PenaltyWaived", scene.official("decider"), ...said);
    expect(await scene.state(dossier)).to.equal("NO_PENALTY");
  });
});
