/*
 * judgeResponse
 * ├── given another state, or another caller: lifecycle.test.ts, callers.test.ts
 * ├── it is refused beside a penalty when the order is not answered
 * ├── it is refused without a verdict
 * ├── it is refused without the record of the recheck
 * ├── it finds the order fulfilled
 * ├── it finds it unfulfilled, so that rectification goes on
 * └── it judges beside a penalty, of which the state is left
 */
import { expect } from "chai";
import type { Verdict } from "../../../server/ledger/codes/supervision.ts";
import type { Hex } from "../../../server/ledger/hex.ts";
import { digest, NO_DIGEST } from "../fixture.ts";
import { caseIn, respond, verdict } from "./journey.ts";
import { orderNumber, type SupervisedScene, supervisedScene } from "./scene.ts";

describe("judgeResponse", () => {
  let scene: SupervisedScene;

  beforeEach(async () => {
    scene = await supervisedScene();
  });

  const judge = (dossier: Hex, came: Verdict, record = digest("recheck")) =>
    scene.as("inspector1").judgeResponse(dossier, verdict(came), record);

  it("is refused beside a penalty when the order is not answered", async () => {
    const dossier = await caseIn(scene.world, "PENALTY_NOTICED");
    await scene.refuses(judge(dossier, "PASS"), "Rectification_OrderNotAllowed", dossier, orderNumber("OPEN"));
  });

  it("is refused without a verdict", async () =>
    scene.refuses(judge(await caseIn(scene.world, "RESPONDED"), "NONE"), "Rectification_VerdictRequired"));

  it("is refused without the record of the recheck", async () =>
    scene.refuses(judge(await caseIn(scene.world, "RESPONDED"), "PASS", NO_DIGEST), "Supervision_DigestRequired"));

  it("finds the order fulfilled", async () => {
    const dossier = await caseIn(scene.world, "RESPONDED");
    const said = [1, verdict("PASS"), digest("recheck")];
    const act = judge(dossier, "PASS");
    await scene.recordsOn(dossier, act, "RectificationJudged", scene.official("inspector1"), ...said);
    expect([await scene.state(dossier), await scene.order(dossier)]).to.deep.equal(["RESPONDED", "FULFILLED"]);
  });

  it("finds it unfulfilled, so that rectification goes on", async () => {
    for (const came of ["PARTIAL", "FAIL"] as const) {
      const dossier = await caseIn(scene.world, "RESPONDED");
      await judge(dossier, came);
      expect([await scene.state(dossier), await scene.order(dossier)]).to.deep.equal(["RECTIFYING", "UNFULFILLED"]);
    }
  });

  it("judges beside a penalty, of which the state is left", async () => {
    const dossier = await caseIn(scene.world, "PENALTY_NOTICED");
    await respond(scene.world, dossier);
    await judge(dossier, "FAIL");
    expect([await scene.state(dossier), await scene.order(dossier)]).to.deep.equal(["PENALTY_NOTICED", "UNFULFILLED"]);
  });
});
