/*
 * issueFindings
 * ├── given another state, or another caller: lifecycle.test.ts, callers.test.ts
 * ├── it is refused with no finding, or more than 32
 * ├── it is refused with a finding without a clause
 * ├── it is refused with a finding without a severity or evidence
 * ├── it issues the findings, and bars who issued them from deciding
 * └── it makes the case as serious as its gravest finding
 */
import { expect } from "chai";
import type { Hex } from "../../../server/ledger/hex.ts";
import { NO_DIGEST, NO_REASON } from "../fixture.ts";
import { caseIn, findingOf, severity } from "./journey.ts";
import { type SupervisedScene, supervisedScene } from "./scene.ts";

describe("issueFindings", () => {
  let scene: SupervisedScene;
  let dossier: Hex;

  beforeEach(async () => {
    scene = await supervisedScene();
    dossier = await caseIn(scene.world, "INSPECTING");
  });

  type Finding = ReturnType<typeof findingOf>;
  const issue = (...findings: Finding[]) => scene.as("inspector3").issueFindings(dossier, findings);
  const many = (count: number) => Array.from({ length: count }, () => findingOf());

  it("is refused with no finding, or more than 32", async () => {
    for (const count of [0, 33]) {
      await scene.refuses(issue(...many(count)), "Cases_FindingCount", count, 32);
    }
    await issue(...many(32));
    expect((await scene.entry(dossier)).findings).to.equal(32n);
  });

  it("is refused with a finding without a clause", () =>
    scene.refuses(issue(findingOf(), { ...findingOf(), clause: NO_REASON }), "Cases_ClauseRequired", 1));

  it("is refused with a finding without a severity or evidence", async () => {
    for (const changes of [{ severity: 0 }, { evidenceDigest: NO_DIGEST }]) {
      await scene.refuses(issue({ ...findingOf(), ...changes }), "Cases_FindingInvalid", 0);
    }
  });

  it("issues the findings, and bars who issued them from deciding", async () => {
    const inspector3 = scene.official("inspector3");
    expect(await scene.world.supervision.hasInspected(dossier, inspector3)).to.equal(false);
    const said = [Object.values(findingOf())];
    await scene.recordsOn(dossier, issue(findingOf()), "FindingsIssued", inspector3, said);
    expect(await scene.state(dossier)).to.equal("FINDINGS_ISSUED");
    expect(await scene.world.supervision.hasInspected(dossier, inspector3)).to.equal(true);
  });

  it("makes the case as serious as its gravest finding", async () => {
    expect(await scene.seriousCases(dossier)).to.equal(0n);
    await issue(findingOf("MINOR"), findingOf("SERIOUS"), findingOf("GENERAL"));
    expect((await scene.entry(dossier)).severity).to.equal(BigInt(severity("SERIOUS")));
    expect(await scene.seriousCases(dossier)).to.equal(1n);
  });
});
