/*
 * publishEvaluation
 * ├── given another state, or another caller: lifecycle.test.ts
 * ├── it is refused without the decision
 * └── it publishes the result
 */
import { expect } from "chai";
import { packEvaluationId } from "../../../server/ledger/statistics-ids.ts";
import { digest, HANGZHOU, NO_DIGEST } from "../fixture.ts";
import { plan, sheetOf } from "./fixture.ts";
import { type StatisticsScene, statisticsScene } from "./scene.ts";

const EVALUATION = packEvaluationId({ kind: "CITY_ON_SITE", year: 2019, region: String(HANGZHOU), number: 1 });

describe("publishEvaluation", () => {
  let scene: StatisticsScene;

  beforeEach(async () => {
    scene = await statisticsScene();
    const approver = scene.as("approver");
    await approver.planEvaluation(...plan(scene.world, 1));
    await approver.openEvaluation(EVALUATION, NO_DIGEST);
    for (const expert of ["expert1", "expert2"] as const) {
      await scene.as(expert).submitSheet(EVALUATION, sheetOf(1, 2, 3), digest("opinion"));
    }
    await approver.concludeEvaluation(EVALUATION);
  });

  const publish = (decision = digest("decision")) => scene.as("approver").publishEvaluation(EVALUATION, decision);

  it("is refused without the decision", () => scene.refuses(publish(NO_DIGEST), "Statistics_DigestRequired"));

  it("publishes the result", async () => {
    await scene.records(publish(), "EvaluationPublished", EVALUATION, scene.address("approver"), digest("decision"));
    expect((await scene.world.statistics.evaluationOf(EVALUATION)).state).to.equal(4n);
  });
});
