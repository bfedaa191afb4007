import { expect } from "chai";
import { asciiToHex, type Hex, ZERO_BYTES32 } from "../../../server/ledger/hex.ts";
import { packIndicatorId, packPeriod } from "../../../server/ledger/statistics-ids.ts";
import {
  digest,
  GUANGZHOU,
  HANGZHOU,
  NINGBO,
  NO_DIGEST,
  NO_REASON,
  named,
  networkHelpers,
  PROVINCE,
  REASON,
  role,
  SHANGCHENG,
  textOf,
} from "../fixture.ts";
import {
  type ActorName,
  deployStatistics,
  INDICATOR,
  type StatisticsLedger,
  type StatisticsWorld,
  SW_REV,
  TERMS,
  YEAR_2019,
} from "./fixture.ts";

const SECOND = packIndicatorId({ code: "SW_REV", version: 2 });
const UNKNOWN = packIndicatorId({ code: "OTHER", version: 1 });

describe("indicators", () => {
  let world: StatisticsWorld;
  beforeEach(async () => {
    world = await networkHelpers.loadFixture(deployStatistics);
  });

  const refused = (attempt: Promise<unknown>, error: string) =>
    expect(attempt).to.be.revertedWithCustomError(world.statistics, error);
  const outside = (attempt: Promise<unknown>, account: ActorName, region: number) =>
    expect(attempt)
      .to.be.revertedWithCustomError(world.authority, "Authority_OutOfJurisdiction")
      .withArgs(world.accounts[account].address, role("STATISTICIAN"), region, "0x000000");
  const define = (
    overrides: Partial<Record<keyof typeof TERMS, number | Hex>> & { code?: Hex; version?: number; from?: Hex } = {},
    account: ActorName = "provincial",
  ) => {
    const { code = SW_REV, version = 2, from = INDICATOR, ...terms } = overrides;
    return world
      .as(account)
      .defineIndicator(code, version, { ...TERMS, ...terms } as typeof TERMS, from, digest("method"), named("x"));
  };
  const report = (account: ActorName, region = HANGZHOU, period = YEAR_2019) =>
    world.as(account).reportIndicator(INDICATOR, region, period, 1n, digest("return"));

  it("have a second version that names the first, which still is valid until it is ended", async () => {
    await define({ validFrom: packPeriod("2020") });
    expect((await world.statistics.indicatorOf(SECOND)).validFrom).to.equal(BigInt(packPeriod("2020")));
    expect((await world.statistics.indicatorOf(INDICATOR)).validTo).to.equal(0n);
    await world.as("provincial").endIndicator(INDICATOR, packPeriod("2020Q2"), REASON);
    expect((await world.statistics.indicatorOf(INDICATOR)).validTo).to.equal(BigInt(packPeriod("2020Q2")));
    await report("city", HANGZHOU, packPeriod("2020-06"));
    await refused(report("city", HANGZHOU, packPeriod("2020")), "Indicators_PeriodOutside");
    await refused(
      world.as("provincial").endIndicator(INDICATOR, packPeriod("2021"), REASON),
      "Indicators_Ended",
    ).withArgs(INDICATOR, packPeriod("2020Q2"));
  });

  it("are refused with a definition that does not hold together", async () => {
    await refused(define({ version: 1 }), "Indicators_Exists").withArgs(INDICATOR);
    await refused(define({ version: 3 }), "Indicators_VersionGap");
    await refused(define({ version: 0 }), "Indicators_VersionGap");
    await refused(define({ from: ZERO_BYTES32 }), "Indicators_MappingInvalid").withArgs(SECOND, ZERO_BYTES32);
    await refused(define({ from: UNKNOWN }), "Indicators_MappingInvalid").withArgs(SECOND, UNKNOWN);
    await refused(define({ direction: 0 }), "Indicators_DirectionRequired");
    await refused(define({ scale: 19 }), "Indicators_ScaleTooFine").withArgs(19, 18);
    await refused(define({ validFrom: 0 }), "Statistics_PeriodInvalid").withArgs(0);
    await refused(define({ validTo: packPeriod("2018") }), "Indicators_ValidityInvalid");
    await refused(define({ region: 339_900 }), "Statistics_RegionNotEnabled").withArgs(339_900);
    for (const code of ["sw_rev", "_REV", "SW REV", ""]) {
      await refused(define({ code: asciiToHex(code, 16), version: 1 }), "Indicators_CodeInvalid");
      await refused(define({ unit: asciiToHex(code, 16) }), "Indicators_CodeInvalid");
    }
    await outside(define({}, "city"), "city", PROVINCE);
    const { as } = world;
    const args = [SW_REV, 2, TERMS, INDICATOR] as const;
    await refused(as("provincial").defineIndicator(...args, NO_DIGEST, named("x")), "Statistics_DigestRequired");
    for (const text of ["", textOf(8_193)]) {
      await refused(as("provincial").defineIndicator(...args, digest("m"), text), "Statistics_TextLength");
    }
    await as("provincial").defineIndicator(...args, digest("m"), textOf(8_192));
    const early = as("provincial").endIndicator(INDICATOR, packPeriod("2018"), REASON);
    await refused(early, "Indicators_ValidityInvalid");
    await refused(as("provincial").endIndicator(INDICATOR, YEAR_2019, NO_REASON), "Statistics_ReasonRequired");
    await outside(as("city").endIndicator(INDICATOR, YEAR_2019, REASON), "city", PROVINCE);
  });

  const acts: Record<string, (ledger: StatisticsLedger, region: number, period: number, id: Hex) => Promise<unknown>> =
    {
      setTarget: (ledger, region, period, id) => ledger.setTarget.staticCall(id, region, period, 1n, digest("plan")),
      reportIndicator: (ledger, region, period, id) =>
        ledger.reportIndicator.staticCall(id, region, period, 1n, digest("return")),
    };
  for (const [name, attempt] of Object.entries(acts)) {
    it(`take ${name} for their own region and periods alone`, async () => {
      const ledger = world.as("provincial");
      await attempt(ledger, HANGZHOU, YEAR_2019, INDICATOR);
      await refused(attempt(ledger, HANGZHOU, YEAR_2019, UNKNOWN), "Indicators_Unknown").withArgs(UNKNOWN);
      await refused(attempt(ledger, GUANGZHOU, YEAR_2019, INDICATOR), "Indicators_RegionOutside");
      await refused(attempt(ledger, 339_900, YEAR_2019, INDICATOR), "Statistics_RegionNotEnabled");
      await refused(attempt(ledger, HANGZHOU, packPeriod("2018"), INDICATOR), "Indicators_PeriodOutside");
      for (const period of [0, packPeriod("2019") + 1, packPeriod("2019Q4") + 1, packPeriod("2019-12") + 1]) {
        await refused(attempt(ledger, HANGZHOU, period, INDICATOR), "Statistics_PeriodInvalid").withArgs(period);
      }
      // The bytes of a figure's id that are not the indicator's cannot be smuggled in with it.
      const disguised: Hex = `${INDICATOR.slice(0, 38) as Hex}${HANGZHOU.toString(16).padStart(6, "0")}${"0".repeat(22)}`;
      await refused(attempt(ledger, 0, YEAR_2019, disguised), "Indicators_Unknown").withArgs(disguised);
    });
  }

  it("get their targets from the indicator's region, and keep every one", async () => {
    const { as, statistics } = world;
    await outside(as("city").setTarget(INDICATOR, HANGZHOU, YEAR_2019, 5n, digest("plan")), "city", PROVINCE);
    await refused(
      as("provincial").setTarget(INDICATOR, HANGZHOU, YEAR_2019, 5n, NO_DIGEST),
      "Statistics_DigestRequired",
    );
    await as("provincial").setTarget(INDICATOR, HANGZHOU, YEAR_2019, 5n, digest("plan"));
    const supersede = (
      revision: number,
      reason = REASON,
      decision = digest("plan"),
      account: ActorName = "provincial",
    ) => as(account).supersedeTarget(INDICATOR, HANGZHOU, YEAR_2019, revision, -6n, reason, decision);
    await refused(supersede(1, NO_REASON), "Statistics_ReasonRequired");
    await refused(supersede(1, REASON, NO_DIGEST), "Statistics_DigestRequired");
    await outside(supersede(1, REASON, digest("plan"), "city"), "city", PROVINCE);
    await supersede(1);
    await refused(supersede(1), "Indicators_TargetSuperseded");
    const { value, revision } = await statistics.targetOf(INDICATOR, HANGZHOU, YEAR_2019);
    expect([value, revision]).to.deep.equal([-6n, 2n]);
  });

  it("are reported within a jurisdiction", async () => {
    await outside(report("city", NINGBO), "city", NINGBO);
    await outside(report("city", PROVINCE), "city", PROVINCE);
    await outside(report("district", HANGZHOU), "district", HANGZHOU);
    await report("district", SHANGCHENG);
    await report("city", HANGZHOU);
    await report("provincial", PROVINCE);
    const bare = world.as("city").reportIndicator(INDICATOR, SHANGCHENG, packPeriod("2020"), 1n, NO_DIGEST);
    await refused(bare, "Statistics_DigestRequired");
  });

  it("are verified one level up, by another account than the reporter's", async () => {
    const { as, accounts } = world;
    const verify = (account: ActorName, region: number) =>
      as(account).verifyReport(INDICATOR, region, YEAR_2019, 1, digest("note"));
    await report("district", SHANGCHENG);
    await outside(verify("district", SHANGCHENG), "district", HANGZHOU);
    await verify("city", SHANGCHENG);
    await report("city", HANGZHOU);
    await outside(verify("city", HANGZHOU), "city", PROVINCE);
    await verify("provincial", HANGZHOU);
    await report("provincial", PROVINCE);
    await refused(verify("provincial", PROVINCE), "Indicators_OwnReport");
    await verify("provincialColleague", PROVINCE);
    expect((await world.statistics.reportOf(INDICATOR, PROVINCE, YEAR_2019)).reporter).to.equal(
      accounts.provincial.address,
    );
  });

  it("are corrected by naming the report that was wrong, each in its turn", async () => {
    const { as, statistics } = world;
    const correct = (revision: number, value: bigint, evidence = digest("return"), reason = REASON) =>
      as("city").correctReport(INDICATOR, HANGZHOU, YEAR_2019, revision, value, evidence, reason);
    await report("city");
    await as("provincial").verifyReport(INDICATOR, HANGZHOU, YEAR_2019, 1, NO_DIGEST);
    await refused(correct(1, 2n, NO_DIGEST), "Statistics_DigestRequired");
    await refused(correct(1, 2n, digest("return"), NO_REASON), "Statistics_ReasonRequired");
    await refused(correct(2, 2n), "Indicators_ReportCorrected");
    await correct(1, 2n);
    await refused(correct(1, 3n), "Indicators_ReportCorrected");
    await correct(2, 3n);
    const late = as("provincial").verifyReport(INDICATOR, HANGZHOU, YEAR_2019, 2, NO_DIGEST);
    await refused(late, "Indicators_ReportCorrected");
    const { revision, state } = await statistics.reportOf(INDICATOR, HANGZHOU, YEAR_2019);
    expect([revision, state]).to.deep.equal([3n, 1n]);
    await as("provincial").verifyReport(INDICATOR, HANGZHOU, YEAR_2019, 3, NO_DIGEST);
  });
});
