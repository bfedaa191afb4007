/*
 * inspectCase
 * ├── given another state: lifecycle.test.ts
 * ├── it is refused without the role of an inspector
 * ├── it is refused to an inspector whose organisation has an interest
 * ├── it is refused with an inspection of another pilot
 * ├── it is refused to an inspector of another inspection
 * ├── it is refused with more than ten inspectors beside the one who opened the case
 * └── it attaches the inspection, whose inspectors do not decide on the case
 */
import { expect } from "chai";
import type { Hex } from "../../../server/ledger/hex.ts";
import { BUREAU, digest, ethers, NO_DIGEST, PARTY, PROVINCE, REASON, role } from "../fixture.ts";
import { caseIn, closing, openInspection, pilotOf } from "./journey.ts";
import { type SupervisedScene, supervisedScene } from "./scene.ts";

describe("inspectCase", () => {
  let scene: SupervisedScene;
  let dossier: Hex;
  let pilot: Hex;

  beforeEach(async () => {
    scene = await supervisedScene();
    dossier = await caseIn(scene.world, "OPENED");
    pilot = await pilotOf(scene.world, dossier);
  });

  it("is refused without the role of an inspector", async () => {
    const inspection = await openInspection(scene.world, pilot);
    const act = scene.as("decider").inspectCase(dossier, inspection);
    await scene.refuses(act, "Authority_MissingRole", scene.official("decider"), role("INSPECTOR"));
  });

  it("is refused to an inspector whose organisation has an interest", async () => {
    const inspection = await openInspection(scene.world, pilot);
    const act = scene.world.supervision.connect(scene.world.accounts.party).inspectCase(dossier, inspection);
    await scene.refuses(act, "Supervision_ConflictOfInterest", pilot, scene.address("party"), PARTY);
  });

  it("is refused with an inspection of another pilot", async () => {
    const inspection = await openInspection(scene.world, await scene.pilot());
    const act = scene.as("inspector1").inspectCase(dossier, inspection);
    await scene.refuses(act, "Cases_InspectionMismatch", dossier, inspection);
  });

  it("is refused to an inspector of another inspection", async () => {
    const inspection = await openInspection(scene.world, pilot);
    const act = scene.as("inspector3").inspectCase(dossier, inspection);
    await scene.refuses(act, "Inspections_NotInspector", inspection, scene.official("inspector3"));
  });

  it("is refused with more than ten inspectors beside the one who opened the case", async () => {
    const { authority, accounts, supervision } = scene.world;
    const accountOf = (number: number) => ethers.getAddress(ethers.dataSlice(digest(`inspector ${number}`), 12));
    for (let number = 1; number <= 12; number++) {
      await authority.assignRole(accountOf(number), role("INSPECTOR"), PROVINCE, []);
      await authority.connect(accounts.registrar).bindAccount(BUREAU, accountOf(number));
    }
    const inspectWith = async (six: readonly number[]) => {
      const inspection = await scene.inspectionBy(pilot, six.map(accountOf));
      return scene.as("inspector1").inspectCase(dossier, inspection);
    };
    await inspectWith([1, 2, 3, 4, 5, 6]);
    await scene.as("decider").closeCase(dossier, closing("MERGED"), digest("note"));
    await scene.as("decider").reopenCase(dossier, REASON, NO_DIGEST);
    await scene.refuses(inspectWith([7, 8, 9, 10, 11, 12]), "Cases_TooManyInspectors", dossier, 10);
    await inspectWith([4, 5, 6, 7, 8, 9]);
    expect(await supervision.hasInspected(dossier, accountOf(9))).to.equal(true);
  });

  it("attaches the inspection, whose inspectors do not decide on the case", async () => {
    const inspection = await openInspection(scene.world, pilot);
    const act = scene.as("inspector1").inspectCase(dossier, inspection);
    await scene.recordsOn(dossier, act, "CaseInspected", scene.official("inspector1"), inspection);
    expect(await scene.state(dossier)).to.equal("INSPECTING");
    const inspected = (name: "inspector2" | "inspector3") =>
      scene.world.supervision.hasInspected(dossier, scene.official(name));
    expect([await inspected("inspector2"), await inspected("inspector3")]).to.deep.equal([true, false]);
  });
});
