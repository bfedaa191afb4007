import { expect } from "chai";
import { asciiToHex, type Hex } from "../../../server/ledger/hex.ts";
import { packEvaluationId } from "../../../server/ledger/statistics-ids.ts";
import {
  BUREAU,
  digest,
  GUANGZHOU,
  HANGZHOU,
  INSTITUTE,
  NO_DIGEST,
  NO_REASON,
  named,
  networkHelpers,
  OTHER,
  PARTY,
  PROVINCE,
  REASON,
  role,
  UNREGISTERED,
} from "../fixture.ts";
import { CRITERIA, deployStatistics, POOL, plan, type StatisticsWorld, sheetOf } from "./fixture.ts";

const EVALUATION = packEvaluationId({ kind: "CITY_ON_SITE", year: 2019, region: String(HANGZHOU), number: 1 });

describe("evaluations", () => {
  let world: StatisticsWorld;
  beforeEach(async () => {
    world = await networkHelpers.loadFixture(deployStatistics);
  });

  const refused = (attempt: Promise<unknown>, error: string) =>
    expect(attempt).to.be.revertedWithCustomError(world.statistics, error);
  type Plan = ReturnType<typeof plan>;
  /** Plans with argument number `index` replaced. */
  const planWith = <Index extends keyof Plan & number>(index: Index, value: Plan[Index]) =>
    world.as("approver").planEvaluation(...(plan(world, 1).with(index, value) as Plan));

  async function open(): Promise<void> {
    await world.as("approver").planEvaluation(...plan(world, 1));
    await world.as("approver").openEvaluation(EVALUATION, NO_DIGEST);
  }

  it("are refused with a plan that does not hold together", async () => {
    await refused(planWith(0, 0), "Evaluations_IdInvalid").withArgs(0, 2019, 1);
    await refused(planWith(1, 1999), "Evaluations_IdInvalid").withArgs(1, 1999, 1);
    await refused(planWith(1, 3000), "Evaluations_IdInvalid");
    await refused(planWith(3, 0), "Evaluations_IdInvalid").withArgs(1, 2019, 0);
    await refused(planWith(5, []), "Evaluations_CriteriaLength").withArgs(0, 32);
    const many = Array.from({ length: 33 }, (_, index) => ({ code: code(index), maximum: 1, weight: 1 }));
    await refused(planWith(5, many), "Evaluations_CriteriaLength").withArgs(33, 32);
    const [first, second, third] = CRITERIA;
    if (first === undefined || second === undefined || third === undefined) expect.fail("three criteria");
    await refused(planWith(5, [second, first, third]), "Evaluations_CriterionInvalid").withArgs(1);
    await refused(planWith(5, [first, first, third]), "Evaluations_CriterionInvalid").withArgs(1);
    await refused(planWith(5, [{ ...first, maximum: 0 }]), "Evaluations_CriterionInvalid").withArgs(0);
    await refused(planWith(5, [{ ...first, weight: 0 }]), "Evaluations_CriterionInvalid").withArgs(0);
    await refused(planWith(5, [first, second]), "Evaluations_WeightSum").withArgs(6_666);
    await refused(planWith(6, []), "Evaluations_EvaluatorsLength").withArgs(0, 15);
    const expert = world.accounts.expert1.address;
    await refused(planWith(6, [expert, expert]), "Evaluations_EvaluatorTwice").withArgs(1, expert);
    await refused(planWith(7, ""), "Statistics_TextLength");
    await expect(planWith(4, UNREGISTERED)).to.be.revertedWithCustomError(
      world.authority,
      "Authority_OrganisationUnknown",
    );
    await expect(planWith(6, [world.accounts.lead.address]))
      .to.be.revertedWithCustomError(world.authority, "Authority_MissingRole")
      .withArgs(world.accounts.lead.address, role("EXPERT"));
    await expect(planWith(2, GUANGZHOU)).to.be.revertedWithCustomError(world.authority, "Authority_OutOfJurisdiction");
    await refused(planWith(2, 339_900), "Statistics_RegionNotEnabled");
    await world.as("approver").planEvaluation(...plan(world, 1));
    await refused(world.as("approver").planEvaluation(...plan(world, 1)), "Evaluations_Exists").withArgs(EVALUATION);
  });

  it("are neither planned nor scored by the organisation that is evaluated", async () => {
    const { as, accounts } = world;
    await refused(planWith(4, BUREAU), "Evaluations_ConflictOfInterest").withArgs(
      EVALUATION,
      accounts.approver.address,
      BUREAU,
    );
    await refused(planWith(4, INSTITUTE), "Evaluations_ConflictOfInterest").withArgs(
      EVALUATION,
      accounts.expert1.address,
      INSTITUTE,
    );
    await as("approver").planEvaluation(...plan(world, 2, { organisation: PARTY }));
    const id = packEvaluationId({ kind: "CITY_ON_SITE", year: 2019, region: String(HANGZHOU), number: 2 });
    await refused(as("party").openEvaluation(id, NO_DIGEST), "Evaluations_ConflictOfInterest");
  });

  it("are scored by an expert who still is one, once, on the planned criteria", async () => {
    const { as, accounts, authority } = world;
    await open();
    const submit = (items = sheetOf(1, 2, 3), opinion = digest("opinion")) =>
      as("expert1").submitSheet(EVALUATION, items, opinion);
    await refused(submit(sheetOf(31, 0, 0)), "Evaluations_ScoreTooHigh").withArgs(0, 31, 30);
    await refused(submit(sheetOf(1, 2, 3).slice(0, 2)), "Evaluations_CriteriaChanged").withArgs(EVALUATION);
    await refused(submit([...sheetOf(0, 0, 0)].reverse()), "Evaluations_CriteriaChanged");
    await refused(
      submit(sheetOf(1, 2, 3).map((item) => ({ ...item, maximum: 0, score: 0 }))),
      "Evaluations_CriteriaChanged",
    );
    await refused(
      submit(
        Array.from({ length: 33 }, () => sheetOf(0))
          .flat()
          .slice(0, 33),
      ),
      "Evaluations_CriteriaChanged",
    );
    await refused(submit(sheetOf(1, 2, 3), NO_DIGEST), "Statistics_DigestRequired");
    await submit();
    await refused(submit(), "Evaluations_AlreadyScored").withArgs(EVALUATION, accounts.expert1.address);
    await authority.revokeRole(role("EXPERT"), accounts.expert2.address);
    await expect(as("expert2").submitSheet(EVALUATION, sheetOf(1, 2, 3), digest("opinion")))
      .to.be.revertedWithCustomError(authority, "Authority_MissingRole")
      .withArgs(accounts.expert2.address, role("EXPERT"));
  });

  it("round each item and the mean half up, and wait for more than half of the experts", async () => {
    const { as, statistics } = world;
    await open();
    // 15/30 of 3333 is 1666.5; 3/7 of 3333 is 1428.43; 33/100 of 3334 is 1100.22.
    await as("expert1").submitSheet(EVALUATION, sheetOf(15, 3, 33), digest("opinion"));
    expect((await statistics.evaluationOf(EVALUATION)).sum).to.equal(1_667n + 1_428n + 1_100n);
    await refused(as("approver").concludeEvaluation(EVALUATION), "Evaluations_SheetsMissing").withArgs(
      EVALUATION,
      1,
      3,
    );
    await as("expert2").submitSheet(EVALUATION, sheetOf(30, 7, 100), digest("opinion"));
    await as("approver").concludeEvaluation(EVALUATION);
    // (4195 + 10000) / 2 is 7097.5.
    expect((await statistics.evaluationOf(EVALUATION)).total).to.equal(7_098n);
    await refused(as("approver").publishEvaluation(EVALUATION, NO_DIGEST), "Statistics_DigestRequired");
  });

  it("take materials from the evaluated organisation, again if need be", async () => {
    await open();
    await refused(world.as("city").submitEvaluationMaterials(EVALUATION, NO_DIGEST), "Statistics_DigestRequired");
    await world.as("city").submitEvaluationMaterials(EVALUATION, digest("materials"));
    await world.as("district").submitEvaluationMaterials(EVALUATION, digest("more"));
  });

  it("of guidance are logged by the region's registrar, after the visit", async () => {
    const { as, authority } = world;
    const now = await networkHelpers.time.latest();
    const log = (region: number, at: number, document = digest("visit"), contact: Hex = OTHER) =>
      as("registrar").logGuidanceVisit(region, contact, at, document);
    await refused(log(HANGZHOU, now + 1_000), "Guidance_VisitInFuture");
    await refused(log(HANGZHOU, now, NO_DIGEST), "Statistics_DigestRequired");
    await refused(log(339_900, now), "Statistics_RegionNotEnabled");
    await expect(log(GUANGZHOU, now)).to.be.revertedWithCustomError(authority, "Authority_OutOfJurisdiction");
    await expect(log(HANGZHOU, now, digest("visit"), UNREGISTERED)).to.be.revertedWithCustomError(
      authority,
      "Authority_OrganisationUnknown",
    );
    await expect(as("approver").logGuidanceVisit(HANGZHOU, OTHER, now, digest("visit"))).to.be.revertedWithCustomError(
      authority,
      "Authority_MissingRole",
    );
    await log(HANGZHOU, now);
  });
});

describe("enterprise pools", () => {
  let world: StatisticsWorld;
  beforeEach(async () => {
    world = await networkHelpers.loadFixture(deployStatistics);
  });
  const refused = (attempt: Promise<unknown>, error: string) =>
    expect(attempt).to.be.revertedWithCustomError(world.statistics, error);

  it("are opened once, under a code, by an approver of their region", async () => {
    const { as } = world;
    const openPool = (pool: Hex, region = PROVINCE, text = named("pool")) =>
      as("approver").openPool(pool, region, text);
    await refused(openPool(POOL), "Pools_Exists").withArgs(POOL);
    await refused(openPool(asciiToHex("eagle", 12)), "Pools_CodeInvalid").withArgs(asciiToHex("eagle", 12));
    await refused(openPool(asciiToHex("NEW", 12), 339_900), "Statistics_RegionNotEnabled");
    await refused(openPool(asciiToHex("NEW", 12), PROVINCE, ""), "Statistics_TextLength");
    await expect(
      as("cityApprover").openPool(asciiToHex("NEW", 12), PROVINCE, named("x")),
    ).to.be.revertedWithCustomError(world.authority, "Authority_OutOfJurisdiction");
    await as("cityApprover").openPool(asciiToHex("NEW", 12), HANGZHOU, named("x"));
  });

  it("take active enterprises of their region, nominated and admitted by two officials of neither's own", async () => {
    const { as, accounts, authority } = world;
    const local = asciiToHex("LOCAL", 12);
    await as("approver").openPool(local, HANGZHOU, named("Local"));
    const nominate = (pool: Hex, enterprise: Hex, document = digest("nomination")) =>
      as("allRounder").nominateEnterprise(pool, enterprise, document);
    await refused(nominate(asciiToHex("NONE", 12), OTHER), "Pools_Unknown");
    await refused(nominate(local, OTHER), "Pools_RegionOutside").withArgs(local, OTHER, HANGZHOU);
    await refused(nominate(POOL, OTHER, NO_DIGEST), "Statistics_DigestRequired");
    await refused(as("party").nominateEnterprise(POOL, PARTY, digest("n")), "Pools_ConflictOfInterest").withArgs(
      accounts.party.address,
      PARTY,
    );
    await expect(nominate(POOL, UNREGISTERED)).to.be.revertedWithCustomError(
      authority,
      "Authority_OrganisationUnknown",
    );
    await nominate(POOL, OTHER);
    await refused(as("allRounder").admitEnterprise(POOL, OTHER, digest("d")), "Pools_OwnNomination").withArgs(
      POOL,
      OTHER,
      accounts.allRounder.address,
    );
    await expect(as("cityApprover").admitEnterprise(POOL, OTHER, digest("d"))).to.be.revertedWithCustomError(
      authority,
      "Authority_OutOfJurisdiction",
    );
    await authority.connect(accounts.registrar).setOrganisationStatus(OTHER, 2, REASON);
    await expect(as("approver").admitEnterprise(POOL, OTHER, digest("d"))).to.be.revertedWithCustomError(
      authority,
      "Authority_OrganisationNotActive",
    );
    await authority.connect(accounts.registrar).setOrganisationStatus(OTHER, 1, REASON);
    await refused(as("approver").admitEnterprise(POOL, OTHER, NO_DIGEST), "Statistics_DigestRequired");
    await as("approver").admitEnterprise(POOL, OTHER, digest("d"));
    await refused(as("approver").graduateEnterprise(POOL, OTHER, NO_REASON, NO_DIGEST), "Statistics_ReasonRequired");
    await refused(as("approver").removeEnterprise(POOL, OTHER, NO_REASON, NO_DIGEST), "Statistics_ReasonRequired");
    await as("approver").removeEnterprise(POOL, OTHER, REASON, NO_DIGEST);
    await nominate(POOL, OTHER);
  });
});

function code(index: number): Hex {
  return asciiToHex(`C${String(index).padStart(2, "0")}`, 16);
}
