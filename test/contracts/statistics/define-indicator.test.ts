/*
 * defineIndicator
 * ├── it is refused to a statistician of less than the indicator's region
 * ├── it is refused for a version that exists, or leaves a gap
 * ├── it is refused unless it names the version it takes the place of
 * ├── it is refused without a direction, or with more than 18 places
 * ├── it is refused with a validity that does not begin, or ends before it begins
 * ├── it is refused for a region that is not enabled
 * ├── it is refused with a code or a unit that is none
 * ├── it is refused without a method, or with a text that is empty or longer than 8192 bytes
 * ├── it defines an indicator
 * └── it defines the next version, while the former one stays valid
 */
import { expect } from "chai";
import { asciiToHex, type Hex, ZERO_BYTES32 } from "../../../server/ledger/hex.ts";
import { packIndicatorId, packPeriod } from "../../../server/ledger/statistics-ids.ts";
import { digest, NO_DIGEST, named, PROVINCE, textOf } from "../fixture.ts";
import { type ActorName, INDICATOR, SW_REV, TERMS } from "./fixture.ts";
import { type StatisticsScene, statisticsScene } from "./scene.ts";

const SECOND = packIndicatorId({ code: "SW_REV", version: 2 });
const UNKNOWN = packIndicatorId({ code: "OTHER", version: 1 });

describe("defineIndicator", () => {
  let scene: StatisticsScene;

  beforeEach(async () => {
    scene = await statisticsScene();
  });

  interface Definition {
    code: Hex;
    version: number;
    from: Hex;
    method: string;
    text: string;
    terms: Partial<Record<keyof typeof TERMS, number | Hex>>;
  }
  const define = (changes: Partial<Definition> = {}, by: ActorName = "provincial") => {
    const { code, version, from, method, text, terms } = {
      code: SW_REV,
      version: 2,
      from: INDICATOR,
      method: digest("method"),
      text: named("x"),
      terms: {},
      ...changes,
    };
    return scene.as(by).defineIndicator(code, version, { ...TERMS, ...terms } as typeof TERMS, from, method, text);
  };

  it("is refused to a statistician of less than the indicator's region", () =>
    scene.refusesOutside(define({}, "city"), "city", PROVINCE));

  it("is refused for a version that exists, or leaves a gap", async () => {
    await scene.refuses(define({ version: 1 }), "Indicators_Exists", INDICATOR);
    for (const version of [0, 3]) await scene.refuses(define({ version }), "Indicators_VersionGap");
  });

  it("is refused unless it names the version it takes the place of", async () => {
    for (const from of [ZERO_BYTES32, UNKNOWN]) {
      await scene.refuses(define({ from }), "Indicators_MappingInvalid", SECOND, from);
    }
  });

  it("is refused without a direction, or with more than 18 places", async () => {
    await scene.refuses(define({ terms: { direction: 0 } }), "Indicators_DirectionRequired");
    await scene.refuses(define({ terms: { scale: 19 } }), "Indicators_ScaleTooFine", 19, 18);
  });

  it("is refused with a validity that does not begin, or ends before it begins", async () => {
    await scene.refuses(define({ terms: { validFrom: 0 } }), "Statistics_PeriodInvalid", 0);
    await scene.refuses(define({ terms: { validTo: packPeriod("2018") } }), "Indicators_ValidityInvalid");
  });

  it("is refused for a region that is not enabled", () =>
    scene.refuses(define({ terms: { region: 339_900 } }), "Statistics_RegionNotEnabled", 339_900));

  it("is refused with a code or a unit that is none", async () => {
    for (const code of ["sw_rev", "_REV", "SW REV", ""]) {
      await scene.refuses(define({ code: asciiToHex(code, 16), version: 1 }), "Indicators_CodeInvalid");
      await scene.refuses(define({ terms: { unit: asciiToHex(code, 16) } }), "Indicators_CodeInvalid");
    }
  });

  it("is refused without a method, or with a text that is empty or longer than 8192 bytes", async () => {
    await scene.refuses(define({ method: NO_DIGEST }), "Statistics_DigestRequired");
    for (const length of [0, 8_193]) {
      await scene.refuses(define({ text: textOf(length) }), "Statistics_TextLength", length, 8_192);
    }
    await define({ text: textOf(8_192) });
  });

  it("defines an indicator", async () => {
    const first = define({ code: asciiToHex("OTHER", 16), version: 1, from: ZERO_BYTES32 });
    const said = [Object.values(TERMS), ZERO_BYTES32, digest("method"), named("x")];
    await scene.records(first, "IndicatorDefined", UNKNOWN, scene.address("provincial"), ...said);
    expect((await scene.world.statistics.indicatorOf(UNKNOWN)).scale).to.equal(BigInt(TERMS.scale));
  });

  it("defines the next version, while the former one stays valid", async () => {
    const validFrom = packPeriod("2020");
    await define({ terms: { validFrom } });
    expect((await scene.world.statistics.indicatorOf(SECOND)).validFrom).to.equal(BigInt(validFrom));
    expect((await scene.world.statistics.indicatorOf(INDICATOR)).validTo).to.equal(0n);
  });
});
