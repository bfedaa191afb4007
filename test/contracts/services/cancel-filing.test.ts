/*
 * declareFilingCancellation
 * ├── given another state, or another caller: lifecycle.test.ts, callers.test.ts
 * ├── it is refused with an end of the service that is not to come
 * ├── it is refused without the plan
 * └── it enters when the service ends
 *
 * recordFilingCancellation
 * ├── given another state, or another caller: lifecycle.test.ts, callers.test.ts
 * ├── it is refused without the record of it
 * └── it enters that the filing was cancelled
 */
import { expect } from "chai";
import { digest, NO_DIGEST } from "../fixture.ts";
import { inDays } from "../supervision/fixture.ts";
import { type FilingScene, filingScene } from "./scene.ts";

describe("declareFilingCancellation and recordFilingCancellation", () => {
  let scene: FilingScene;

  const declare = (stopAt: number, planned = digest("plan")) =>
    scene.operator.declareFilingCancellation(scene.filing, stopAt, planned);
  const record = (document = digest("cancellation")) => scene.examiner.recordFilingCancellation(scene.filing, document);

  it("is refused with an end of the service that is not to come", async () => {
    scene = await filingScene("FILED");
    await scene.refuses(declare(await inDays(0)), "Supervision_DateNotAhead");
  });

  it("is refused without the plan", async () => {
    scene = await filingScene("FILED");
    await scene.refuses(declare(await inDays(60), NO_DIGEST), "Supervision_DigestRequired");
  });

  it("enters when the service ends", async () => {
    scene = await filingScene("FILED");
    const stopAt = await inDays(60);
    await scene.recordsOfOperator(declare(stopAt), "FilingCancellationDeclared", stopAt, digest("plan"));
    expect(await scene.filingState()).to.equal("CANCELLING");
  });

  it("is refused without the record of it", async () => {
    scene = await filingScene("CANCELLING");
    await scene.refuses(record(NO_DIGEST), "Supervision_DigestRequired");
  });

  it("enters that the filing was cancelled", async () => {
    scene = await filingScene("CANCELLING");
    await scene.recordsOfExaminer(record(), "FilingCancelled", digest("cancellation"));
    expect(await scene.filingState()).to.equal("CANCELLED");
  });
});
