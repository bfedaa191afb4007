/*
 * submitEvaluationMaterials
 * ├── given another state, or another caller: lifecycle.test.ts
 * ├── it is refused without the list of the materials
 * └── it enters materials of the evaluated organisation, again if need be
 */
import { packEvaluationId } from "../../../server/ledger/statistics-ids.ts";
import { digest, HANGZHOU, NO_DIGEST } from "../fixture.ts";
import { plan } from "./fixture.ts";
import { type StatisticsScene, statisticsScene } from "./scene.ts";

const EVALUATION = packEvaluationId({ kind: "CITY_ON_SITE", year: 2019, region: String(HANGZHOU), number: 1 });

describe("submitEvaluationMaterials", () => {
  let scene: StatisticsScene;

  beforeEach(async () => {
    scene = await statisticsScene();
    await scene.as("approver").planEvaluation(...plan(scene.world, 1));
    await scene.as("approver").openEvaluation(EVALUATION, NO_DIGEST);
  });

  it("is refused without the list of the materials", () =>
    scene.refuses(scene.as("city").submitEvaluationMaterials(EVALUATION, NO_DIGEST), "Statistics_DigestRequired"));

  it("enters materials of the evaluated organisation, again if need be", async () => {
    for (const by of ["city", "district"] as const) {
      const act = scene.as(by).submitEvaluationMaterials(EVALUATION, digest(by));
      await scene.records(act, "EvaluationMaterialsSubmitted", EVALUATION, scene.address(by), digest(by));
    }
  });
});
