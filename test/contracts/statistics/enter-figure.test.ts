/*
 * setTarget, reportIndicator
 * ├── given another state, or another caller: lifecycle.test.ts
 * ├── it is refused for an indicator that is not defined, also in the disguise of its bytes
 * ├── it is refused for a region that is not enabled, or outside of the indicator's
 * ├── it is refused for a period outside of the indicator's validity
 * ├── it is refused for a period that is none
 * └── it is refused without its document
 *
 * setTarget
 * ├── it is refused to a statistician of less than the indicator's region
 * └── it sets the target
 *
 * reportIndicator
 * ├── it is refused to a statistician of another region than the figure's
 * └── it reports the figure, for the region or one below
 */
import { expect } from "chai";
import type { Hex } from "../../../server/ledger/hex.ts";
import { packIndicatorId, packPeriod } from "../../../server/ledger/statistics-ids.ts";
import { digest, GUANGZHOU, HANGZHOU, NINGBO, NO_DIGEST, PROVINCE, SHANGCHENG } from "../fixture.ts";
import { type ActorName, INDICATOR, YEAR_2019 } from "./fixture.ts";
import { type StatisticsScene, statisticsScene } from "./scene.ts";

const UNKNOWN = packIndicatorId({ code: "OTHER", version: 1 });

interface Figure {
  readonly by: ActorName;
  readonly indicator: Hex;
  readonly region: number;
  readonly period: number;
  readonly document: string;
}

let scene: StatisticsScene;

async function begin(): Promise<void> {
  scene = await statisticsScene();
}

const entering =
  (act: "setTarget" | "reportIndicator") =>
  (changes: Partial<Figure> = {}) => {
    const figure: Figure = {
      by: "provincial",
      indicator: INDICATOR,
      region: HANGZHOU,
      period: YEAR_2019,
      document: digest("document"),
      ...changes,
    };
    return scene.as(figure.by)[act](figure.indicator, figure.region, figure.period, 5n, figure.document);
  };
const set = entering("setTarget");
const report = entering("reportIndicator");

for (const [act, enter] of Object.entries({ setTarget: set, reportIndicator: report })) {
  describe(`${act}, as every figure`, () => {
    beforeEach(begin);

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
  });
}

describe("setTarget", () => {
  beforeEach(begin);

  it("is refused to a statistician of less than the indicator's region", () =>
    scene.refusesOutside(set({ by: "city" }), "city", PROVINCE));

  it("sets the target", async () => {
    const said = [HANGZHOU, YEAR_2019, 5n, digest("document")];
    await scene.records(set(), "TargetSet", INDICATOR, scene.address("provincial"), ...said);
    const { value, revision } = await scene.world.statistics.targetOf(INDICATOR, HANGZHOU, YEAR_2019);
    expect([value, revision]).to.deep.equal([5n, 1n]);
  });
});

describe("reportIndicator", () => {
  beforeEach(begin);

  it("is refused to a statistician of another region than the figure's", async () => {
    for (const [by, region] of [
      ["city", NINGBO],
      ["city", PROVINCE],
      ["district", HANGZHOU],
    ] as const) {
      await scene.refusesOutside(report({ by, region }), by, region);
    }
  });

  it("reports the figure, for the region or one below", async () => {
    for (const [by, region] of [
      ["district", SHANGCHENG],
      ["city", HANGZHOU],
      ["provincial", PROVINCE],
    ] as const) {
      const said = [region, YEAR_2019, 5n, digest("document")];
      await scene.records(report({ by, region }), "IndicatorReported", INDICATOR, scene.address(by), ...said);
      const { reporter, revision } = await scene.world.statistics.reportOf(INDICATOR, region, YEAR_2019);
      expect([reporter, revision]).to.deep.equal([scene.address(by), 1n]);
    }
    await report({ by: "city", region: SHANGCHENG, period: packPeriod("2020") });
  });
});
