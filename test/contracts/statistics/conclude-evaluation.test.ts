/*
 * concludeEvaluation
 * ├── given another state, or another caller: lifecycle.test.ts
 * ├── it is refused before more than half of the experts scored
 * └── it scores the evaluation with the mean of the sheets, rounded half up
 */
import { expect } from "chai";
import { packEvaluationId } from "../../../server/ledger/statistics-ids.ts";
import { digest, HANGZHOU, NO_DIGEST } from "../fixture.ts";
import { plan, sheetOf } from "./fixture.ts";
import { type StatisticsScene, statisticsScene } from "./scene.ts";

const EVALUATION = packEvaluationId({ kind: "CITY_ON_SITE", year: 2019, region: String(HANGZHOU), number: 1 });

describe("concludeEvaluation", () => {
  let scene: StatisticsScene;

  beforeEach(async () => {
    scene = await statisticsScene();
    await scene.as("approver").planEvaluation(...plan(scene.world, 1));
    await scene.as("approver").openEvaluation(EVALUATION, NO_DIGEST);
    await scene.as("expert1").submitSheet(EVALUATION, sheetOf(15, 3, 33), digest("opinion"));
  });

  const conclude = () => scene.as("approver").concludeEvaluation(EVALUATION);

  it("is refused before more than half of the experts scored", () =>
    scene.refuses(conclude(), "Evaluations_SheetsMissing", EVALUATION, 1, 3));

  it("scores the evaluation with the mean of the sheets, rounded half up", async () => {
    await scene.as("expert2").submitSheet(EVALUATION, sheetOf(30, 7, 100), digest("opinion"));
    // (4195 + 10000) / 2 is 7097.5.
    await scene.records(conclude(), "EvaluationScored", EVALUATION, scene.address("approver"), 2, 7_098);
    const { state, total } = await scene.world.statistics.evaluationOf(EVALUATION);
    expect([state, total]).to.deep.equal([3n, 7_098n]);
  });
});
