/*
 * revokeFiling
 * ├── given another state, or another caller: lifecycle.test.ts, callers.test.ts
 * ├── it is refused without a reason
 * └── it enters that the authority revoked the filing
 */
import { expect } from "chai";
import { digest, NO_DIGEST, NO_REASON, REASON } from "../fixture.ts";
import { type FilingScene, filingScene } from "./scene.ts";

describe("revokeFiling", () => {
  let scene: FilingScene;

  beforeEach(async () => {
    scene = await filingScene("FILED");
  });

  it("is refused without a reason", () =>
    scene.refuses(scene.examiner.revokeFiling(scene.filing, NO_REASON, NO_DIGEST), "Supervision_ReasonRequired"));

  it("enters that the authority revoked the filing", async () => {
    const act = scene.examiner.revokeFiling(scene.filing, REASON, digest("decision"));
    await scene.recordsOfExaminer(act, "FilingRevoked", REASON, digest("decision"));
    expect(await scene.filingState()).to.equal("REVOKED");
  });
});
