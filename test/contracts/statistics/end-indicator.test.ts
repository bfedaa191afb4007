/*
 * endIndicator
 * ├── it is refused to a statistician of less than the indicator's region
 * ├── it is refused for an indicator that is not defined
 * ├── it is refused for one that was ended
 * ├── it is refused with an end before its beginning
 * ├── it is refused without a reason
 * └── it ends the indicator, for which no later period is reported
 */
import { expect } from "chai";
import { packIndicatorId, packPeriod } from "../../../server/ledger/statistics-ids.ts";
import { digest, HANGZHOU, NO_REASON, PROVINCE, REASON } from "../fixture.ts";
import { type ActorName, INDICATOR, YEAR_2019 } from "./fixture.ts";
import { type StatisticsScene, statisticsScene } from "./scene.ts";

const UNKNOWN = packIndicatorId({ code: "OTHER", version: 1 });
const HALF = packPeriod("2020Q2");

describe("endIndicator", () => {
  let scene: StatisticsScene;

  beforeEach(async () => {
    scene = await statisticsScene();
  });

  const end = (to = HALF, { by = "provincial" as ActorName, indicator = INDICATOR, reason = REASON } = {}) =>
    scene.as(by).endIndicator(indicator, to, reason);
  const report = (period: number) =>
    scene.as("city").reportIndicator(INDICATOR, HANGZHOU, period, 1n, digest("return"));

  it("is refused to a statistician of less than the indicator's region", () =>
    scene.refusesOutside(end(YEAR_2019, { by: "city" }), "city", PROVINCE));

  it("is refused for an indicator that is not defined", () =>
    scene.refuses(end(HALF, { indicator: UNKNOWN }), "Indicators_Unknown", UNKNOWN));

  it("is refused for one that was ended", async () => {
    await end();
    await scene.refuses(end(packPeriod("2021")), "Indicators_Ended", INDICATOR, HALF);
  });

  it("is refused with an end before its beginning", () =>
    scene.refuses(end(packPeriod("2018")), "Indicators_ValidityInvalid"));

  it("is refused without a reason", () => scene.refuses(end(HALF, { reason: NO_REASON }), "Statistics_ReasonRequired"));

  it("ends the indicator, for which no later period is reported", async () => {
    await scene.records(end(), "IndicatorEnded", INDICATOR, scene.address("provincial"), HALF, REASON);
    expect((await scene.world.statistics.indicatorOf(INDICATOR)).validTo).to.equal(BigInt(HALF));
    await report(packPeriod("2020-06"));
    await scene.refuses(report(packPeriod("2020")), "Indicators_PeriodOutside");
  });
});
