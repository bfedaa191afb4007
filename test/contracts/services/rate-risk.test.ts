/*
 * rateRisk
 * ├── given another caller: supervision/dossier-callers.test.ts
 * ├── it is refused without a level
 * ├── it is refused with an end that is not to come
 * ├── it is refused without the reasons
 * └── it rates the pilot's service until then
 */
import { expect } from "chai";
import { digest, NO_DIGEST } from "../fixture.ts";
import { inDays } from "../supervision/fixture.ts";
import { type FilingScene, filingScene } from "./scene.ts";

describe("rateRisk", () => {
  let scene: FilingScene;

  beforeEach(async () => {
    scene = await filingScene("NONE");
  });

  const rate = (level: number, until: number, reasons = digest("reasons")) =>
    scene.examiner.rateRisk(scene.filing, level, until, reasons);

  it("is refused without a level", async () => scene.refuses(rate(0, await inDays(90)), "Risk_LevelRequired"));

  it("is refused with an end that is not to come", async () =>
    scene.refuses(rate(1, await inDays(0)), "Supervision_DateNotAhead"));

  it("is refused without the reasons", async () =>
    scene.refuses(rate(1, await inDays(90), NO_DIGEST), "Supervision_DigestRequired"));

  it("rates the pilot's service until then", async () => {
    const until = await inDays(90);
    await scene.recordsOfExaminer(rate(3, until), "RiskRated", 3, until, digest("reasons"));
    const { risk, riskValidUntil } = await scene.world.services.serviceOf(scene.filing);
    expect([risk, riskValidUntil]).to.deep.equal([3n, BigInt(until)]);
  });
});
