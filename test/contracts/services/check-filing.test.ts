/*
 * callFilingCheck
 * ├── given another state, or another caller: lifecycle.test.ts, callers.test.ts
 * ├── it is refused with a due date that is not to come
 * └── it calls the service to a check
 *
 * recordFilingCheck
 * ├── given another state, or another caller: lifecycle.test.ts, callers.test.ts
 * ├── it is refused without the record of it
 * └── it enters that the service was checked
 */
import { expect } from "chai";
import { digest, NO_DIGEST } from "../fixture.ts";
import { inDays } from "../supervision/fixture.ts";
import { type FilingScene, filingScene } from "./scene.ts";

describe("callFilingCheck and recordFilingCheck", () => {
  let scene: FilingScene;

  const call = (dueAt: number) => scene.examiner.callFilingCheck(scene.filing, dueAt);
  const record = (document = digest("check")) => scene.examiner.recordFilingCheck(scene.filing, document);

  it("is refused with a due date that is not to come", async () => {
    scene = await filingScene("FILED");
    await scene.refuses(call(await inDays(0)), "Supervision_DateNotAhead");
  });

  it("calls the service to a check", async () => {
    scene = await filingScene("FILED");
    const dueAt = await inDays(30);
    await scene.recordsOfExaminer(call(dueAt), "FilingCheckCalled", dueAt);
    expect(await scene.filingState()).to.equal("CHECK_DUE");
  });

  it("is refused without the record of it", async () => {
    scene = await filingScene("CHECK_DUE");
    await scene.refuses(record(NO_DIGEST), "Supervision_DigestRequired");
  });

  it("enters that the service was checked", async () => {
    scene = await filingScene("CHECK_DUE");
    await scene.recordsOfExaminer(record(), "FilingChecked", digest("check"));
    expect(await scene.filingState()).to.equal("FILED");
  });
});
