/*
 * recordFiling
 * ├── given another state, or another caller: lifecycle.test.ts, callers.test.ts
 * ├── it is refused with a date of filing that is to come, or none
 * ├── it is refused without the number under which the service is filed
 * └── it enters the number
 *
 * refuseFiling
 * ├── given another state, or another caller: lifecycle.test.ts, callers.test.ts
 * ├── it is refused without a reason
 * └── it enters that the authority refused the filing
 */
import { expect } from "chai";
import { digest, NO_DIGEST, NO_REASON, REASON, textOf } from "../fixture.ts";
import { inDays } from "../supervision/fixture.ts";
import { type FilingScene, filingScene } from "./scene.ts";

const NUMBER = "浙网信备0001号";

describe("recordFiling and refuseFiling", () => {
  let scene: FilingScene;

  beforeEach(async () => {
    scene = await filingScene("SUBMITTED");
  });

  const record = (filedAt: number, number = NUMBER) => scene.examiner.recordFiling(scene.filing, filedAt, number);

  it("is refused with a date of filing that is to come, or none", async () => {
    for (const date of [0, await inDays(1)]) await scene.refuses(record(date), "Supervision_DateNotPast");
  });

  it("is refused without the number under which the service is filed", async () => {
    for (const length of [0, 4_097]) {
      const act = record(await inDays(0), textOf(length));
      await scene.refuses(act, "Supervision_TextLength", length, 4_096);
    }
  });

  it("enters the number", async () => {
    const filedAt = await inDays(-1);
    await scene.recordsOfExaminer(record(filedAt), "FilingRecorded", filedAt, NUMBER);
    expect(await scene.filingState()).to.equal("FILED");
  });

  it("is refused without a reason", () =>
    scene.refuses(scene.examiner.refuseFiling(scene.filing, NO_REASON, NO_DIGEST), "Supervision_ReasonRequired"));

  it("enters that the authority refused the filing", async () => {
    const act = scene.examiner.refuseFiling(scene.filing, REASON, digest("letter"));
    await scene.recordsOfExaminer(act, "FilingRefused", REASON, digest("letter"));
    expect(await scene.filingState()).to.equal("REFUSED");
  });
});
