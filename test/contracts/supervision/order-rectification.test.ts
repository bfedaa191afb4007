/*
 * orderRectification
 * ├── given another state, or another caller: lifecycle.test.ts, callers.test.ts
 * ├── it is refused while an order is open, answered or fulfilled
 * ├── it is refused a third round
 * ├── it is refused with a date that is not to come
 * ├── it is refused without the order itself
 * ├── it orders rectification
 * ├── it orders it once more beside a penalty, of which the state is left
 * └── it suspends the pilot when it says so, with the inspector as the actor
 */
import { expect } from "chai";
import { encodeBytes32String } from "ethers";
import { numberOf } from "../../../server/ledger/codes/code.ts";
import { PILOT_STATES } from "../../../server/ledger/codes/pilots.ts";
import type { Hex } from "../../../server/ledger/hex.ts";
import { digest, NO_DIGEST } from "../fixture.ts";
import { inDays } from "./fixture.ts";
import { caseIn, judge, order, pilotOf, respond } from "./journey.ts";
import { orderNumber, type SupervisedScene, supervisedScene } from "./scene.ts";

describe("orderRectification", () => {
  let scene: SupervisedScene;

  beforeEach(async () => {
    scene = await supervisedScene();
  });

  const command = (dossier: Hex, dueAt: number, suspends = false, document = digest("order")) =>
    scene.as("inspector1").orderRectification(dossier, dueAt, suspends, document);

  it("is refused while an order is open, answered or fulfilled", async () => {
    const dossier = await caseIn(scene.world, "PENALTY_NOTICED");
    const refuses = async (state: "OPEN" | "RESPONDED" | "FULFILLED") =>
      scene.refuses(order(scene.world, dossier), "Rectification_OrderNotAllowed", dossier, orderNumber(state));
    await refuses("OPEN");
    await respond(scene.world, dossier);
    await refuses("RESPONDED");
    await judge("PASS")(scene.world, dossier);
    await refuses("FULFILLED");
  });

  it("is refused a third round", async () => {
    const dossier = await caseIn(scene.world, "FINDINGS_ISSUED");
    for (let round = 1; round <= 2; round++) {
      await order(scene.world, dossier);
      expect((await scene.entry(dossier)).round).to.equal(BigInt(round));
      await respond(scene.world, dossier);
      await judge("FAIL")(scene.world, dossier);
    }
    await scene.refuses(order(scene.world, dossier), "Rectification_TooManyRounds", dossier, 2);
  });

  it("is refused with a date that is not to come", async () => {
    const dossier = await caseIn(scene.world, "FINDINGS_ISSUED");
    await scene.refuses(command(dossier, await inDays(0)), "Supervision_DateNotAhead");
  });

  it("is refused without the order itself", async () => {
    const dossier = await caseIn(scene.world, "FINDINGS_ISSUED");
    await scene.refuses(command(dossier, await inDays(15), false, NO_DIGEST), "Supervision_DigestRequired");
  });

  it("orders rectification", async () => {
    const dossier = await caseIn(scene.world, "FINDINGS_ISSUED");
    const dueAt = await inDays(15);
    const said = [1, dueAt, false, digest("order")];
    const act = command(dossier, dueAt);
    await scene.recordsOn(dossier, act, "RectificationOrdered", scene.official("inspector1"), ...said);
    expect([await scene.state(dossier), await scene.order(dossier)]).to.deep.equal(["RECTIFYING", "OPEN"]);
  });

  it("orders it once more beside a penalty, of which the state is left", async () => {
    const dossier = await caseIn(scene.world, "PENALTY_NOTICED");
    await respond(scene.world, dossier);
    await judge("FAIL")(scene.world, dossier);
    await order(scene.world, dossier);
    expect([await scene.state(dossier), await scene.order(dossier)]).to.deep.equal(["PENALTY_NOTICED", "OPEN"]);
  });

  it("suspends the pilot when it says so, with the inspector as the actor", async () => {
    const { ledger } = scene.world;
    const dossier = await caseIn(scene.world, "FINDINGS_ISSUED");
    const pilot = await pilotOf(scene.world, dossier);
    const values = [pilot, scene.official("inspector1"), encodeBytes32String("RECTIFICATION_ORDERED"), digest("order")];
    await scene.records(command(dossier, await inDays(15), true), "PilotSuspended", ...values);
    expect((await ledger.pilotOf(pilot)).state).to.equal(BigInt(numberOf(PILOT_STATES, "SUSPENDED")));
  });
});
