/*
 * waivePenalty, referCase, withdrawPenalty
 * ├── given another state, or another caller: lifecycle.test.ts, callers.test.ts
 * ├── it is refused to who inspected the case
 * ├── it is refused without the decision itself
 * ├── it is refused without a reason
 * └── it puts the case where the decision says
 */
import { expect } from "chai";
import type { Hex } from "../../../server/ledger/hex.ts";
import { digest, NO_DIGEST, NO_REASON, REASON } from "../fixture.ts";
import type { Official } from "./fixture.ts";
import { caseIn } from "./journey.ts";
import { type SupervisedScene, supervisedScene } from "./scene.ts";

const DECISIONS = [
  { act: "waivePenalty", event: "PenaltyWaived", from: "PENALTY_NOTICED", to: "NO_PENALTY" },
  { act: "referCase", event: "CaseReferred", from: "PENALTY_NOTICED", to: "REFERRED" },
  { act: "withdrawPenalty", event: "PenaltyWithdrawn", from: "PENALTY_DECIDED", to: "PENALTY_WITHDRAWN" },
] as const;

for (const { act, event, from, to } of DECISIONS) {
  describe(act, () => {
    let scene: SupervisedScene;
    let dossier: Hex;

    beforeEach(async () => {
      scene = await supervisedScene();
      dossier = await caseIn(scene.world, from);
    });

    const decide = (by: Official = "decider", reason = REASON, decision = digest("decision")) =>
      scene.as(by)[act](dossier, reason, decision);

    it("is refused to who inspected the case", async () => {
      const inspector = scene.official("inspector1");
      await scene.refuses(decide("inspector1"), "Cases_InspectorMayNotDecide", dossier, inspector);
    });

    it("is refused without the decision itself", () =>
      scene.refuses(decide("decider", REASON, NO_DIGEST), "Supervision_DigestRequired"));

    it("is refused without a reason", () => scene.refuses(decide("decider", NO_REASON), "Supervision_ReasonRequired"));

    it("puts the case where the decision says", async () => {
      const said = [REASON, digest("decision")];
      await scene.recordsOn(dossier, decide(), event, scene.official("decider"), ...said);
      expect(await scene.state(dossier)).to.equal(to);
    });
  });
}
