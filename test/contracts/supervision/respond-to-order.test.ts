/*
 * respondToOrder
 * ├── given another state, or another caller: lifecycle.test.ts, callers.test.ts
 * ├── it is refused beside a penalty when the order is not open
 * ├── it is refused without the documents
 * ├── it answers the order
 * └── it answers it beside a penalty, of which the state is left
 */
import { expect } from "chai";
import type { Hex } from "../../../server/ledger/hex.ts";
import { digest, NO_DIGEST } from "../fixture.ts";
import { caseIn } from "./journey.ts";
import { orderNumber, type SupervisedScene, supervisedScene } from "./scene.ts";

describe("respondToOrder", () => {
  let scene: SupervisedScene;

  beforeEach(async () => {
    scene = await supervisedScene();
  });

  const respond = (dossier: Hex, documents = digest("response")) => scene.lead.respondToOrder(dossier, documents);

  it("is refused beside a penalty when the order is not open", async () => {
    const dossier = await caseIn(scene.world, "PENALTY_NOTICED");
    await respond(dossier);
    await scene.refuses(respond(dossier), "Rectification_OrderNotAllowed", dossier, orderNumber("RESPONDED"));
  });

  it("is refused without the documents", async () =>
    scene.refuses(respond(await caseIn(scene.world, "RECTIFYING"), NO_DIGEST), "Supervision_DigestRequired"));

  it("answers the order", async () => {
    const dossier = await caseIn(scene.world, "RECTIFYING");
    const said = [1, digest("response")];
    await scene.recordsOn(dossier, respond(dossier), "RectificationResponded", scene.address("lead"), ...said);
    expect([await scene.state(dossier), await scene.order(dossier)]).to.deep.equal(["RESPONDED", "RESPONDED"]);
  });

  it("answers it beside a penalty, of which the state is left", async () => {
    const dossier = await caseIn(scene.world, "PENALTY_NOTICED");
    await respond(dossier);
    expect([await scene.state(dossier), await scene.order(dossier)]).to.deep.equal(["PENALTY_NOTICED", "RESPONDED"]);
  });
});
