/*
 * openEvaluation
 * ├── given another state, or another caller: lifecycle.test.ts
 * ├── it is refused to an approver of the evaluated organisation
 * └── it opens the evaluation for materials and sheets
 */
import { expect } from "chai";
import { packEvaluationId } from "../../../server/ledger/statistics-ids.ts";
import { digest, HANGZHOU, NO_DIGEST, PARTY } from "../fixture.ts";
import { plan } from "./fixture.ts";
import { type StatisticsScene, statisticsScene } from "./scene.ts";

const idOf = (number: number) =>
  packEvaluationId({ kind: "CITY_ON_SITE", year: 2019, region: String(HANGZHOU), number });

describe("openEvaluation", () => {
  let scene: StatisticsScene;

  beforeEach(async () => {
    scene = await statisticsScene();
  });

  it("is refused to an approver of the evaluated organisation", async () => {
    await scene.as("approver").planEvaluation(...plan(scene.world, 2, { organisation: PARTY }));
    const act = scene.as("party").openEvaluation(idOf(2), NO_DIGEST);
    await scene.refuses(act, "Evaluations_ConflictOfInterest", idOf(2), scene.address("party"), PARTY);
  });

  it("opens the evaluation for materials and sheets", async () => {
    await scene.as("approver").planEvaluation(...plan(scene.world, 1));
    const act = scene.as("approver").openEvaluation(idOf(1), digest("notice"));
    await scene.records(act, "EvaluationOpened", idOf(1), scene.address("approver"), digest("notice"));
    expect((await scene.world.statistics.evaluationOf(idOf(1))).state).to.equal(2n);
  });
});
