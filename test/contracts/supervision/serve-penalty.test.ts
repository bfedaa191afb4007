/*
 * servePenalty
 * ├── given another state, or another caller: lifecycle.test.ts, callers.test.ts
 * ├── it is refused with a date of service that is to come
 * ├── it is refused with a date of payment that is not after that of service
 * ├── it is refused without the receipt
 * └── it enters that the decision was served
 */
import { expect } from "chai";
import type { Hex } from "../../../server/ledger/hex.ts";
import { digest, NO_DIGEST } from "../fixture.ts";
import { inDays } from "./fixture.ts";
import { caseIn } from "./journey.ts";
import { type SupervisedScene, supervisedScene } from "./scene.ts";

describe("servePenalty", () => {
  let scene: SupervisedScene;
  let dossier: Hex;
  let now: number;

  beforeEach(async () => {
    scene = await supervisedScene();
    dossier = await caseIn(scene.world, "PENALTY_DECIDED");
    now = await inDays(0);
  });

  const serve = (servedAt: number, payDueAt: number, receipt = digest("receipt")) =>
    scene.as("inspector1").servePenalty(dossier, servedAt, payDueAt, receipt);

  it("is refused with a date of service that is to come", async () =>
    scene.refuses(serve(await inDays(1), await inDays(15)), "Supervision_DateNotPast"));

  it("is refused with a date of payment that is not after that of service", () =>
    scene.refuses(serve(now, now), "Penalties_PaymentDateInvalid", now, now));

  it("is refused without the receipt", () =>
    scene.refuses(serve(now, now + 1, NO_DIGEST), "Supervision_DigestRequired"));

  it("enters that the decision was served", async () => {
    const said = [now, now + 1, digest("receipt")];
    await scene.recordsOn(dossier, serve(now, now + 1), "PenaltyServed", scene.official("inspector1"), ...said);
    expect(await scene.state(dossier)).to.equal("PENALTY_SERVED");
  });
});
