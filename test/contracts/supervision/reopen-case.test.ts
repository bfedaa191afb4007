/*
 * reopenCase
 * ├── given another state, or another caller: lifecycle.test.ts, callers.test.ts
 * ├── it is refused to who inspected the case
 * ├── it is refused without a reason
 * ├── it reopens the case, with rounds of rectification of its own
 * └── it counts a serious one again
 */
import { expect } from "chai";
import type { Hex } from "../../../server/ledger/hex.ts";
import { digest, NO_DIGEST, NO_REASON, REASON } from "../fixture.ts";
import { caseIn, closing, findingOf, inspect, judge, order, respond } from "./journey.ts";
import { type SupervisedScene, supervisedScene } from "./scene.ts";

describe("reopenCase", () => {
  let scene: SupervisedScene;

  beforeEach(async () => {
    scene = await supervisedScene();
  });

  const reopen = (dossier: Hex, reason = REASON) => scene.as("decider").reopenCase(dossier, reason, NO_DIGEST);

  it("is refused to who inspected the case", async () => {
    const dossier = await caseIn(scene.world, "CLOSED");
    const act = scene.as("inspector1").reopenCase(dossier, REASON, NO_DIGEST);
    await scene.refuses(act, "Cases_InspectorMayNotDecide", dossier, scene.official("inspector1"));
  });

  it("is refused without a reason", async () =>
    scene.refuses(reopen(await caseIn(scene.world, "CLOSED"), NO_REASON), "Supervision_ReasonRequired"));

  it("reopens the case, with rounds of rectification of its own", async () => {
    const { world } = scene;
    const dossier = await caseIn(world, "RESPONDED");
    await judge("FAIL")(world, dossier);
    await order(world, dossier);
    await respond(world, dossier);
    await judge("PASS")(world, dossier);
    await scene.as("decider").closeCase(dossier, closing("RECTIFIED"), digest("note"));
    await scene.recordsOn(dossier, reopen(dossier), "CaseReopened", scene.official("decider"), REASON, NO_DIGEST);
    expect([await scene.state(dossier), await scene.order(dossier)]).to.deep.equal(["REOPENED", "NONE"]);
    await inspect(world, dossier);
    await scene.as("inspector1").issueFindings(dossier, [findingOf()]);
    await order(world, dossier);
    expect((await scene.entry(dossier)).round).to.equal(1n);
  });

  it("counts a serious one again", async () => {
    const dossier = await caseIn(scene.world, "CLOSED", "SERIOUS");
    expect(await scene.seriousCases(dossier)).to.equal(0n);
    await reopen(dossier);
    expect(await scene.seriousCases(dossier)).to.equal(1n);
  });
});
