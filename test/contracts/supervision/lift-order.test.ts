/*
 * liftOrder
 * ├── given another state, or another caller: lifecycle.test.ts, callers.test.ts
 * ├── it is refused for an order that is fulfilled, or lifted already
 * ├── it is refused to who inspected the case
 * ├── it is refused without a reason
 * └── it lifts the order, open, answered or unfulfilled
 */
import { expect } from "chai";
import type { Hex } from "../../../server/ledger/hex.ts";
import { NO_DIGEST, NO_REASON, REASON } from "../fixture.ts";
import { caseIn, judge } from "./journey.ts";
import { orderNumber, type SupervisedScene, supervisedScene } from "./scene.ts";

describe("liftOrder", () => {
  let scene: SupervisedScene;

  beforeEach(async () => {
    scene = await supervisedScene();
  });

  const lift = (dossier: Hex, reason = REASON) => scene.as("decider").liftOrder(dossier, reason, NO_DIGEST);

  it("is refused for an order that is fulfilled, or lifted already", async () => {
    const fulfilled = await caseIn(scene.world, "RESPONDED");
    await judge("PASS")(scene.world, fulfilled);
    const refused = "Rectification_OrderNotAllowed";
    await scene.refuses(lift(fulfilled), refused, fulfilled, orderNumber("FULFILLED"));
    const lifted = await caseIn(scene.world, "RECTIFYING");
    await lift(lifted);
    await scene.refuses(lift(lifted), refused, lifted, orderNumber("LIFTED"));
  });

  it("is refused to who inspected the case", async () => {
    const dossier = await caseIn(scene.world, "RECTIFYING");
    const act = scene.as("inspector1").liftOrder(dossier, REASON, NO_DIGEST);
    await scene.refuses(act, "Cases_InspectorMayNotDecide", dossier, scene.official("inspector1"));
  });

  it("is refused without a reason", async () =>
    scene.refuses(lift(await caseIn(scene.world, "RECTIFYING"), NO_REASON), "Supervision_ReasonRequired"));

  it("lifts the order, open, answered or unfulfilled", async () => {
    const unfulfilled = await caseIn(scene.world, "RESPONDED");
    await judge("FAIL")(scene.world, unfulfilled);
    const others = [await caseIn(scene.world, "RECTIFYING"), await caseIn(scene.world, "RESPONDED")];
    for (const dossier of [...others, unfulfilled]) {
      const said = [REASON, NO_DIGEST];
      await scene.recordsOn(dossier, lift(dossier), "RectificationLifted", scene.official("decider"), ...said);
      expect(await scene.order(dossier)).to.equal("LIFTED");
    }
  });
});
