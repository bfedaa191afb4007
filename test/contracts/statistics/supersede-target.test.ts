/*
 * supersedeTarget
 * ├── given another state, or another caller: lifecycle.test.ts
 * ├── it is refused to a statistician of less than the indicator's region
 * ├── it is refused unless it names the revision that stands
 * ├── it is refused without a reason
 * ├── it is refused without the decision
 * └── it puts another target in the place of the one it names
 */
import { expect } from "chai";
import { digest, HANGZHOU, NO_DIGEST, NO_REASON, PROVINCE, REASON } from "../fixture.ts";
import { type ActorName, INDICATOR, YEAR_2019 } from "./fixture.ts";
import { type StatisticsScene, statisticsScene } from "./scene.ts";

describe("supersedeTarget", () => {
  let scene: StatisticsScene;

  beforeEach(async () => {
    scene = await statisticsScene();
    await scene.as("provincial").setTarget(INDICATOR, HANGZHOU, YEAR_2019, 5n, digest("plan"));
  });

  const supersede = ({
    revision = 1,
    reason = REASON,
    decision = digest("decision") as string,
    by = "provincial" as ActorName,
  } = {}) => scene.as(by).supersedeTarget(INDICATOR, HANGZHOU, YEAR_2019, revision, -6n, reason, decision);

  it("is refused to a statistician of less than the indicator's region", () =>
    scene.refusesOutside(supersede({ by: "city" }), "city", PROVINCE));

  it("is refused unless it names the revision that stands", async () => {
    await scene.refuses(supersede({ revision: 2 }), "Indicators_TargetSuperseded");
    await supersede();
    await scene.refuses(supersede(), "Indicators_TargetSuperseded");
  });

  it("is refused without a reason", () => scene.refuses(supersede({ reason: NO_REASON }), "Statistics_ReasonRequired"));

  it("is refused without the decision", () =>
    scene.refuses(supersede({ decision: NO_DIGEST }), "Statistics_DigestRequired"));

  it("puts another target in the place of the one it names", async () => {
    const said = [HANGZHOU, YEAR_2019, 1, -6n, REASON, digest("decision")];
    await scene.records(supersede(), "TargetSuperseded", INDICATOR, scene.address("provincial"), ...said);
    const { value, revision } = await scene.world.statistics.targetOf(INDICATOR, HANGZHOU, YEAR_2019);
    expect([value, revision]).to.deep.equal([-6n, 2n]);
  });
});
