/*
 * planEvaluation
 * ├── it is refused to everybody but an approver of the region
 * ├── it is refused for a region that is not enabled
 * ├── it is refused without a kind, a year of this time or a number
 * ├── it is refused a second time
 * ├── given the evaluated organisation
 * │   ├── it is refused when it is not in the register
 * │   └── it is refused to its own approver, and with its own expert
 * ├── given the criteria
 * │   ├── it is refused with none, or more than 32
 * │   ├── it is refused unless they are in order, each with a code, a maximum and a weight
 * │   └── it is refused when the weights are not 10 000 basis points in all
 * ├── given the experts
 * │   ├── it is refused with none, or more than 15
 * │   ├── it is refused with one named twice
 * │   └── it is refused with an account that is no expert
 * ├── it is refused without a text
 * └── it plans the evaluation
 */
import { expect } from "chai";
import { asciiToHex } from "../../../server/ledger/hex.ts";
import { packEvaluationId } from "../../../server/ledger/statistics-ids.ts";
import { BUREAU, GUANGZHOU, HANGZHOU, INSTITUTE, role, UNREGISTERED } from "../fixture.ts";
import { type ActorName, CITY_BUREAU, CRITERIA, plan } from "./fixture.ts";
import { type StatisticsScene, statisticsScene } from "./scene.ts";

const EVALUATION = packEvaluationId({ kind: "CITY_ON_SITE", year: 2019, region: String(HANGZHOU), number: 1 });
const [SCALE, GROWTH, TALENT] = CRITERIA as [
  (typeof CRITERIA)[number],
  (typeof CRITERIA)[number],
  (typeof CRITERIA)[number],
];

describe("planEvaluation", () => {
  let scene: StatisticsScene;

  beforeEach(async () => {
    scene = await statisticsScene();
  });

  type Plan = ReturnType<typeof plan>;
  const planBy = (by: ActorName, changed: Plan = plan(scene.world, 1)) => scene.as(by).planEvaluation(...changed);
  /** Plans with argument number `index` replaced. */
  const planWith = <Index extends keyof Plan & number>(index: Index, value: Plan[Index]) =>
    planBy("approver", plan(scene.world, 1).with(index, value) as Plan);

  it("is refused to everybody but an approver of the region", async () => {
    await scene.refuses(planBy("registrar"), "Authority_MissingRole", scene.address("registrar"), role("APPROVER"));
    await scene.refuses(planWith(2, GUANGZHOU), "Authority_OutOfJurisdiction");
  });

  it("is refused for a region that is not enabled", () =>
    scene.refuses(planWith(2, 339_900), "Statistics_RegionNotEnabled", 339_900));

  it("is refused without a kind, a year of this time or a number", async () => {
    await scene.refuses(planWith(0, 0), "Evaluations_IdInvalid", 0, 2019, 1);
    await scene.refuses(planWith(1, 1999), "Evaluations_IdInvalid", 1, 1999, 1);
    await scene.refuses(planWith(1, 3000), "Evaluations_IdInvalid", 1, 3000, 1);
    await scene.refuses(planWith(3, 0), "Evaluations_IdInvalid", 1, 2019, 0);
  });

  it("is refused a second time", async () => {
    await planBy("approver");
    await scene.refuses(planBy("approver"), "Evaluations_Exists", EVALUATION);
  });

  it("is refused when it is not in the register", () =>
    scene.refuses(planWith(4, UNREGISTERED), "Authority_OrganisationUnknown", UNREGISTERED));

  it("is refused to its own approver, and with its own expert", async () => {
    const refused = "Evaluations_ConflictOfInterest";
    await scene.refuses(planWith(4, BUREAU), refused, EVALUATION, scene.address("approver"), BUREAU);
    await scene.refuses(planWith(4, INSTITUTE), refused, EVALUATION, scene.address("expert1"), INSTITUTE);
  });

  it("is refused with none, or more than 32", async () => {
    const many = (length: number) =>
      Array.from({ length }, (_, index) => ({
        code: asciiToHex(`C${String(index).padStart(2, "0")}`, 16),
        maximum: 1,
        weight: 1,
      }));
    for (const count of [0, 33]) {
      await scene.refuses(planWith(5, many(count)), "Evaluations_CriteriaLength", count, 32);
    }
  });

  it("is refused unless they are in order, each with a code, a maximum and a weight", async () => {
    for (const [index, criteria] of [
      [1, [GROWTH, SCALE, TALENT]],
      [1, [SCALE, SCALE, TALENT]],
      [0, [{ ...SCALE, code: asciiToHex("a_scale", 16) }]],
      [0, [{ ...SCALE, maximum: 0 }]],
      [0, [{ ...SCALE, weight: 0 }]],
    ] as const) {
      await scene.refuses(planWith(5, [...criteria]), "Evaluations_CriterionInvalid", index);
    }
  });

  it("is refused when the weights are not 10 000 basis points in all", () =>
    scene.refuses(planWith(5, [SCALE, GROWTH]), "Evaluations_WeightSum", 6_666));

  it("is refused with none, or more than 15", async () => {
    for (const count of [0, 16]) {
      const experts = Array<string>(count).fill(scene.address("expert1"));
      await scene.refuses(planWith(6, experts), "Evaluations_EvaluatorsLength", count, 15);
    }
  });

  it("is refused with one named twice", async () => {
    const expert = scene.address("expert1");
    await scene.refuses(planWith(6, [expert, expert]), "Evaluations_EvaluatorTwice", 1, expert);
  });

  it("is refused with an account that is no expert", async () => {
    const lead = scene.address("lead");
    await scene.refuses(planWith(6, [lead]), "Authority_MissingRole", lead, role("EXPERT"));
  });

  it("is refused without a text", () => scene.refuses(planWith(7, ""), "Statistics_TextLength", 0, 8_192));

  it("plans the evaluation", async () => {
    const { 6: experts, 7: text } = plan(scene.world, 1);
    const said = [CITY_BUREAU, CRITERIA.map((criterion) => Object.values(criterion)), experts, text];
    await scene.records(planBy("approver"), "EvaluationPlanned", EVALUATION, scene.address("approver"), ...said);
    const { state, evaluators } = await scene.world.statistics.evaluationOf(EVALUATION);
    expect([state, evaluators]).to.deep.equal([1n, 3n]);
    expect(await scene.world.statistics.evaluatorSeat(EVALUATION, scene.address("expert1"))).to.equal(1n);
  });
});
