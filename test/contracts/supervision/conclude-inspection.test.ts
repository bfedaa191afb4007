/*
 * concludeInspection
 * ├── given another state, or another caller: dossiers.test.ts, dossier-callers.test.ts
 * ├── it is refused to an inspector of another inspection
 * ├── it is refused without a result
 * ├── it is refused without the record
 * └── it concludes the inspection, by any of its inspectors
 */
import { expect } from "chai";
import type { Hex } from "../../../server/ledger/hex.ts";
import { digest, NO_DIGEST } from "../fixture.ts";
import type { Official } from "./fixture.ts";
import { openInspection, result } from "./journey.ts";
import { type SupervisedScene, supervisedScene } from "./scene.ts";

describe("concludeInspection", () => {
  let scene: SupervisedScene;
  let pilot: Hex;
  let inspection: Hex;

  beforeEach(async () => {
    scene = await supervisedScene();
    pilot = await scene.pilot();
    inspection = await openInspection(scene.world, pilot);
  });

  const conclude = (by: Official = "inspector2", came = result("NO_ISSUE"), record = digest("record")) =>
    scene.as(by).concludeInspection(inspection, came, record);

  it("is refused to an inspector of another inspection", async () => {
    const inspector3 = scene.official("inspector3");
    await scene.refuses(conclude("inspector3"), "Inspections_NotInspector", inspection, inspector3);
  });

  it("is refused without a result", () => scene.refuses(conclude("inspector1", 0), "Inspections_ResultRequired"));

  it("is refused without the record", () =>
    scene.refuses(conclude("inspector1", 1, NO_DIGEST), "Supervision_DigestRequired"));

  it("concludes the inspection, by any of its inspectors", async () => {
    const said = [inspection, result("NO_ISSUE"), digest("record")];
    await scene.records(conclude(), "InspectionConcluded", pilot, scene.official("inspector2"), ...said);
    const entry = await scene.world.supervision.inspectionOf(inspection);
    expect(entry.result).to.equal(BigInt(result("NO_ISSUE")));
  });
});
