/*
 * executePenalty
 * ├── given another state, or another caller: lifecycle.test.ts, callers.test.ts
 * ├── it is refused while the fine is not paid in full
 * ├── it is refused with a late fee above the fine
 * ├── it is refused without proof
 * ├── it enters that the fine was paid, with a late fee of at most as much
 * └── it enters that a penalty without a fine was carried out
 */
import { expect } from "chai";
import type { Hex } from "../../../server/ledger/hex.ts";
import { digest, NO_DIGEST } from "../fixture.ts";
import { inDays } from "./fixture.ts";
import { caseIn, FINE, kinds } from "./journey.ts";
import { type SupervisedScene, supervisedScene } from "./scene.ts";

describe("executePenalty", () => {
  let scene: SupervisedScene;
  let dossier: Hex;

  beforeEach(async () => {
    scene = await supervisedScene();
    dossier = await caseIn(scene.world, "PENALTY_SERVED");
  });

  const pay = (paid: bigint, late: bigint, proof = digest("proof")) =>
    scene.as("inspector1").executePenalty(dossier, paid, late, proof);

  it("is refused while the fine is not paid in full", async () => {
    for (const paid of [0n, FINE - 1n, FINE + 1n]) {
      await scene.refuses(pay(paid, 0n), "Penalties_FineUnpaid", dossier, paid, FINE);
    }
  });

  it("is refused with a late fee above the fine", () =>
    scene.refuses(pay(FINE, FINE + 1n), "Penalties_LateFeeTooHigh", dossier, FINE + 1n, FINE));

  it("is refused without proof", () => scene.refuses(pay(FINE, 0n, NO_DIGEST), "Supervision_DigestRequired"));

  it("enters that the fine was paid, with a late fee of at most as much", async () => {
    const said = [FINE, FINE, digest("proof")];
    await scene.recordsOn(dossier, pay(FINE, FINE), "PenaltyExecuted", scene.official("inspector1"), ...said);
    expect(await scene.state(dossier)).to.equal("PENALTY_EXECUTED");
  });

  it("enters that a penalty without a fine was carried out", async () => {
    dossier = await caseIn(scene.world, "PENALTY_NOTICED");
    await scene.lead.waiveStatement(dossier, digest("waiver"));
    await scene.as("decider").decidePenalty(dossier, kinds("WARNING"), 0n, digest("decision"));
    await scene.as("inspector1").servePenalty(dossier, await inDays(0), await inDays(15), digest("receipt"));
    await pay(0n, 0n);
    expect(await scene.state(dossier)).to.equal("PENALTY_EXECUTED");
  });
});
