/*
 * setTarget
 * ├── given another state, or another caller: lifecycle.test.ts
 * ├── it is refused to a statistician of less than the indicator's region
 * ├── it is refused for an indicator that is not defined, also in the disguise of its bytes
 * ├── it is refused for a region that is not enabled, or outside of the indicator's
 * ├── it is refused for a period outside of the indicator's validity
 * ├── it is refused for a period that is none
 * ├── it is refused without its document
 * └── it sets the target
 */
import { expect } from "chai";
import type { Hex } from "../../../server/ledger/hex.ts";
import { packIndicatorId, packPeriod } from "../../../server/ledger/statistics-ids.ts";
import { digest, GUANGZHOU, HANGZHOU, NO_DIGEST, PROVINCE } from "../fixture.ts";
import { type ActorName, INDICATOR, YEAR_2019 } from "./fixture.ts";
import { type StatisticsScene, statisticsScene } from "./scene.ts";

const UNKNOWN = packIndicatorId({ code: "OTHER", version: 1 });

describe("setTarget", () => {
  let scene: StatisticsScene;

  beforeEach(async () => {
    scene = await statisticsScene();
  });

  interface Figure {
    by: ActorName;
    indicator: Hex;
    region: number;
    period: number;
    document: string;
  }
  const enter = (changes: Partial<Figure> = {}) => {
    const figure = { by: "provincial", indicator: INDICATOR, region: HANGZHOU, period: YEAR_2019 } as const;
    const { by, indicator, region, period, document } = { ...figure, document: digest("plan"), ...changes };
    return scene.as(by).setTarget(indicator, region, period, 5n, document);
  };

  it("is refused to a statistician of less than the indicator's region", () =>
    scene.refusesOutside(enter({ by: "city" }), "city", PROVINCE));

  it("is refused for an indicator that is not defined, also in the disguise of its bytes", async () => {
    await scene.refuses(enter({ indicator: UNKNOWN }), "Indicators_Unknown", UNKNOWN);
    // The bytes of a figure's id that are not the indicator's cannot be smuggled in with it.
    const region = HANGZHOU.toString(16).padStart(6, "0");
    const disguised: Hex = `${INDICATOR.slice(0, 38) as Hex}${region}${"0".repeat(22)}`;
    await scene.refuses(enter({ indicator: disguised, region: 0 }), "Indicators_Unknown", disguised);
  });

  it("is refused for a region that is not enabled, or outside of the indicator's", async () => {
    await scene.refuses(enter({ region: GUANGZHOU }), "Indicators_RegionOutside");
    await scene.refuses(enter({ region: 339_900 }), "Statistics_RegionNotEnabled");
  });

  it("is refused for a period outside of the indicator's validity", () =>
    scene.refuses(enter({ period: packPeriod("2018") }), "Indicators_PeriodOutside"));

  it("is refused for a period that is none", async () => {
    for (const period of [0, YEAR_2019 + 1, packPeriod("2019Q4") + 1, packPeriod("2019-12") + 1]) {
      await scene.refuses(enter({ period }), "Statistics_PeriodInvalid", period);
    }
  });

  it("is refused without its document", () =>
    scene.refuses(enter({ document: NO_DIGEST }), "Statistics_DigestRequired"));

  it("sets the target", async () => {
    const said = [HANGZHOU, YEAR_2019, 5n, digest("plan")];
    await scene.records(enter(), "TargetSet", INDICATOR, scene.address("provincial"), ...said);
    const { value, revision } = await scene.world.statistics.targetOf(INDICATOR, HANGZHOU, YEAR_2019);
    expect([value, revision]).to.deep.equal([5n, 1n]);
  });
});
