/*
 * submitStatement
 * ├── given another state, or another caller: lifecycle.test.ts, callers.test.ts
 * ├── it is refused once the time for statements has passed, or was waived
 * ├── it is refused without the statement
 * └── it enters what the lead has to say
 *
 * waiveStatement
 * ├── given another state, or another caller: lifecycle.test.ts, callers.test.ts
 * ├── it is refused to waive twice, or what has passed
 * ├── it is refused without the lead's declaration
 * └── it waives the time for statements, and the hearing that was asked for
 */
import { expect } from "chai";
import type { Hex } from "../../../server/ledger/hex.ts";
import { digest, NO_DIGEST, networkHelpers } from "../fixture.ts";
import { caseIn } from "./journey.ts";
import { type SupervisedScene, supervisedScene } from "./scene.ts";

describe("submitStatement and waiveStatement", () => {
  let scene: SupervisedScene;
  let dossier: Hex;

  beforeEach(async () => {
    scene = await supervisedScene();
    dossier = await caseIn(scene.world, "PENALTY_NOTICED");
  });

  const state = (said = digest("statement")) => scene.lead.submitStatement(dossier, said);
  const waive = (said = digest("waiver")) => scene.lead.waiveStatement(dossier, said);
  const afterTheTime = async () => {
    const { statementUntil } = await scene.world.supervision.penaltyOf(dossier);
    await networkHelpers.time.increaseTo(statementUntil + 1n);
  };

  it("is refused once the time for statements has passed, or was waived", async () => {
    await afterTheTime();
    await scene.refuses(state(), "Penalties_StatementClosed");
    dossier = await caseIn(scene.world, "PENALTY_NOTICED");
    await waive();
    await scene.refuses(state(), "Penalties_StatementClosed");
  });

  it("is refused without the statement", () => scene.refuses(state(NO_DIGEST), "Supervision_DigestRequired"));

  it("enters what the lead has to say", async () => {
    await scene.recordsOn(dossier, state(), "StatementReceived", scene.address("lead"), digest("statement"));
    expect(await scene.state(dossier)).to.equal("PENALTY_NOTICED");
  });

  it("is refused to waive twice, or what has passed", async () => {
    await waive();
    await scene.refuses(waive(), "Penalties_StatementClosed");
    dossier = await caseIn(scene.world, "PENALTY_NOTICED");
    await afterTheTime();
    await scene.refuses(waive(), "Penalties_StatementClosed");
  });

  it("is refused without the lead's declaration", () => scene.refuses(waive(NO_DIGEST), "Supervision_DigestRequired"));

  it("waives the time for statements, and the hearing that was asked for", async () => {
    await scene.lead.requestHearing(dossier, digest("request"));
    await scene.recordsOn(dossier, waive(), "StatementWaived", scene.address("lead"), digest("waiver"));
    const { waived, hearing } = await scene.world.supervision.penaltyOf(dossier);
    expect([waived, hearing]).to.deep.equal([true, 0n]);
  });
});
