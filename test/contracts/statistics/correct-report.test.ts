/*
 * correctReport
 * ├── given another state, or another caller: lifecycle.test.ts
 * ├── it is refused to a statistician of another region
 * ├── it is refused unless it names the revision that stands
 * ├── it is refused without evidence
 * ├── it is refused without a reason
 * └── it corrects the report it names, which waits for its verification again
 */
import { expect } from "chai";
import { digest, HANGZHOU, NO_DIGEST, NO_REASON, REASON } from "../fixture.ts";
import { type ActorName, INDICATOR, YEAR_2019 } from "./fixture.ts";
import { type StatisticsScene, statisticsScene } from "./scene.ts";

describe("correctReport", () => {
  let scene: StatisticsScene;

  beforeEach(async () => {
    scene = await statisticsScene();
    await scene.as("city").reportIndicator(INDICATOR, HANGZHOU, YEAR_2019, 1n, digest("return"));
  });

  const correct = (
    revision: number,
    value: bigint,
    { evidence = digest("corrected") as string, reason = REASON, by = "city" as ActorName } = {},
  ) => scene.as(by).correctReport(INDICATOR, HANGZHOU, YEAR_2019, revision, value, evidence, reason);

  it("is refused to a statistician of another region", () =>
    scene.refusesOutside(correct(1, 2n, { by: "district" }), "district", HANGZHOU));

  it("is refused unless it names the revision that stands", async () => {
    await scene.refuses(correct(2, 2n), "Indicators_ReportCorrected");
    await correct(1, 2n);
    await scene.refuses(correct(1, 3n), "Indicators_ReportCorrected");
    await correct(2, 3n);
  });

  it("is refused without evidence", () =>
    scene.refuses(correct(1, 2n, { evidence: NO_DIGEST }), "Statistics_DigestRequired"));

  it("is refused without a reason", () =>
    scene.refuses(correct(1, 2n, { reason: NO_REASON }), "Statistics_ReasonRequired"));

  it("corrects the report it names, which waits for its verification again", async () => {
    await scene.as("provincial").verifyReport(INDICATOR, HANGZHOU, YEAR_2019, 1, NO_DIGEST);
    const said = [HANGZHOU, YEAR_2019, 1, 2n, digest("corrected"), REASON];
    await scene.records(correct(1, 2n), "IndicatorCorrected", INDICATOR, scene.address("city"), ...said);
    const { revision, state } = await scene.world.statistics.reportOf(INDICATOR, HANGZHOU, YEAR_2019);
    expect([revision, state]).to.deep.equal([2n, 1n]);
  });
});
