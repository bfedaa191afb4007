/*
 * submitSheet
 * ├── given another state, or another caller: lifecycle.test.ts
 * ├── it is refused a second time
 * ├── it is refused to an expert who is none any more
 * ├── it is refused with a score above the criterion's maximum
 * ├── it is refused with other criteria than the planned ones
 * ├── it is refused without an opinion
 * └── it adds the sheet, each of its items rounded half up
 */
import { expect } from "chai";
import { packEvaluationId } from "../../../server/ledger/statistics-ids.ts";
import { digest, HANGZHOU, NO_DIGEST, role } from "../fixture.ts";
import { plan, sheetOf } from "./fixture.ts";
import { type StatisticsScene, statisticsScene } from "./scene.ts";

const EVALUATION = packEvaluationId({ kind: "CITY_ON_SITE", year: 2019, region: String(HANGZHOU), number: 1 });

describe("submitSheet", () => {
  let scene: StatisticsScene;

  beforeEach(async () => {
    scene = await statisticsScene();
    await scene.as("approver").planEvaluation(...plan(scene.world, 1));
    await scene.as("approver").openEvaluation(EVALUATION, NO_DIGEST);
  });

  const submit = (items = sheetOf(1, 2, 3), opinion = digest("opinion")) =>
    scene.as("expert1").submitSheet(EVALUATION, items, opinion);

  it("is refused a second time", async () => {
    await submit();
    await scene.refuses(submit(), "Evaluations_AlreadyScored", EVALUATION, scene.address("expert1"));
  });

  it("is refused to an expert who is none any more", async () => {
    await scene.world.authority.revokeRole(role("EXPERT"), scene.address("expert1"));
    await scene.refuses(submit(), "Authority_MissingRole", scene.address("expert1"), role("EXPERT"));
  });

  it("is refused with a score above the criterion's maximum", () =>
    scene.refuses(submit(sheetOf(31, 0, 0)), "Evaluations_ScoreTooHigh", 0, 31, 30));

  it("is refused with other criteria than the planned ones", async () => {
    for (const items of [
      sheetOf(1, 2, 3).slice(0, 2),
      [...sheetOf(0, 0, 0)].reverse(),
      sheetOf(1, 2, 3).map((item) => ({ ...item, maximum: 0, score: 0 })),
      Array.from({ length: 11 }, () => sheetOf(0)).flat(),
    ]) {
      await scene.refuses(submit(items), "Evaluations_CriteriaChanged", EVALUATION);
    }
  });

  it("is refused without an opinion", () =>
    scene.refuses(submit(sheetOf(1, 2, 3), NO_DIGEST), "Statistics_DigestRequired"));

  it("adds the sheet, each of its items rounded half up", async () => {
    // 15/30 of 3333 is 1666.5; 3/7 of 3333 is 1428.43; 33/100 of 3334 is 1100.22.
    const items = sheetOf(15, 3, 33);
    const total = 1_667 + 1_428 + 1_100;
    const said = [items.map((item) => Object.values(item)), total, digest("opinion")];
    await scene.records(submit(items), "EvaluationSheetSubmitted", EVALUATION, scene.address("expert1"), ...said);
    const { sheets, sum } = await scene.world.statistics.evaluationOf(EVALUATION);
    expect([sheets, sum]).to.deep.equal([1n, BigInt(total)]);
  });
});
