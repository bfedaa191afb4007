/*
 * verifyReport
 * ├── given another state, or another caller: lifecycle.test.ts
 * ├── it is refused to a statistician of less than the region above
 * ├── it is refused to the account that reported
 * ├── it is refused for a revision that was corrected
 * └── it verifies the report
 */
import { expect } from "chai";
import { digest, HANGZHOU, NO_DIGEST, PROVINCE, REASON, SHANGCHENG } from "../fixture.ts";
import { type ActorName, INDICATOR, YEAR_2019 } from "./fixture.ts";
import { type StatisticsScene, statisticsScene } from "./scene.ts";

describe("verifyReport", () => {
  let scene: StatisticsScene;

  beforeEach(async () => {
    scene = await statisticsScene();
  });

  const report = (by: ActorName, region: number) =>
    scene.as(by).reportIndicator(INDICATOR, region, YEAR_2019, 1n, digest("return"));
  const verify = (by: ActorName, region: number, revision = 1) =>
    scene.as(by).verifyReport(INDICATOR, region, YEAR_2019, revision, digest("note"));

  it("is refused to a statistician of less than the region above", async () => {
    await report("district", SHANGCHENG);
    await scene.refusesOutside(verify("district", SHANGCHENG), "district", HANGZHOU);
    await verify("city", SHANGCHENG);
    await report("city", HANGZHOU);
    await scene.refusesOutside(verify("city", HANGZHOU), "city", PROVINCE);
  });

  it("is refused to the account that reported", async () => {
    await report("provincial", PROVINCE);
    await scene.refuses(verify("provincial", PROVINCE), "Indicators_OwnReport");
    await verify("provincialColleague", PROVINCE);
  });

  it("is refused for a revision that was corrected", async () => {
    await report("city", HANGZHOU);
    await scene.as("city").correctReport(INDICATOR, HANGZHOU, YEAR_2019, 1, 2n, digest("return"), REASON);
    await scene.refuses(verify("provincial", HANGZHOU), "Indicators_ReportCorrected");
    await scene.as("provincial").verifyReport(INDICATOR, HANGZHOU, YEAR_2019, 2, NO_DIGEST);
  });

  it("verifies the report", async () => {
    await report("city", HANGZHOU);
    const said = [HANGZHOU, YEAR_2019, 1, digest("note")];
    const act = verify("provincial", HANGZHOU);
    await scene.records(act, "IndicatorVerified", INDICATOR, scene.address("provincial"), ...said);
    expect((await scene.world.statistics.reportOf(INDICATOR, HANGZHOU, YEAR_2019)).state).to.equal(2n);
  });
});
