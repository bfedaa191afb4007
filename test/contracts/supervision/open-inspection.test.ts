/*
 * openInspection
 * ├── given another caller: dossier-callers.test.ts
 * ├── it is refused without a kind
 * ├── given a draw
 * │   ├── it is refused with a draw for another kind than a random one, and for a random one without
 * │   └── it is refused with a draw that is not made, or of another region
 * ├── it is refused with fewer than two inspectors or more than seven
 * ├── it is refused with an inspector named twice
 * ├── it is refused with an inspector whose organisation has an interest
 * ├── it is refused with an account that is no inspector
 * ├── it opens the inspection, numbered in its region and year
 * └── it opens a random one of a draw that covers the pilot's region
 */
import { expect } from "chai";
import { numberOf } from "../../../server/ledger/codes/code.ts";
import { INSPECTION_KINDS } from "../../../server/ledger/codes/supervision.ts";
import { packDossierId, unpackDossierId } from "../../../server/ledger/dossiers.ts";
import type { Hex } from "../../../server/ledger/hex.ts";
import { digest, HANGZHOU, NINGBO, NO_DIGEST, PARTY, REASON, role, SHANGCHENG } from "../fixture.ts";
import { submissionOf } from "../journey.ts";
import { commitDraw, makeDraw } from "./draws.ts";
import { openInspection } from "./journey.ts";
import { type SupervisedScene, supervisedScene } from "./scene.ts";

const UNKNOWN = packDossierId({ prefix: "DR", year: 2019, region: "330000", serial: 9_999 });
const ROUTINE = numberOf(INSPECTION_KINDS, "ROUTINE");
const RANDOM = numberOf(INSPECTION_KINDS, "RANDOM");

describe("openInspection", () => {
  let scene: SupervisedScene;
  let pilot: Hex;

  beforeEach(async () => {
    scene = await supervisedScene();
    pilot = await scene.pilot();
  });

  const two = () => [scene.official("inspector1"), scene.official("inspector2")];
  const open = (inspectors = two(), kind = ROUTINE, draw: string = NO_DIGEST) =>
    scene.as("inspector1").openInspection(pilot, kind, draw, digest("plan"), inspectors);

  it("is refused without a kind", () => scene.refuses(open(two(), 0), "Inspections_KindRequired"));

  it("is refused with a draw for another kind than a random one, and for a random one without", async () => {
    const draw = await makeDraw(scene.world);
    await scene.refuses(open(two(), ROUTINE, draw), "Inspections_DrawInvalid", ROUTINE, draw);
    await scene.refuses(open(two(), RANDOM), "Inspections_DrawInvalid", RANDOM, NO_DIGEST);
  });

  it("is refused with a draw that is not made, or of another region", async () => {
    const draws = [
      UNKNOWN,
      await commitDraw(scene.world, { region: HANGZHOU }),
      await makeDraw(scene.world, { region: NINGBO }),
      await makeDraw(scene.world, { region: SHANGCHENG }),
    ];
    for (const draw of draws) await scene.refuses(open(two(), RANDOM, draw), "Inspections_DrawInvalid", RANDOM, draw);
  });

  it("is refused with fewer than two inspectors or more than seven", async () => {
    const [one = ""] = two();
    for (const count of [0, 1, 8]) {
      const act = open(Array<string>(count).fill(one));
      await scene.refuses(act, "Inspections_InspectorCount", count, 2, 7);
    }
  });

  it("is refused with an inspector named twice", async () => {
    const [one = "", other = ""] = two();
    await scene.refuses(open([one, other, one]), "Inspections_InspectorTwice", 2, one);
  });

  it("is refused with an inspector whose organisation has an interest", async () => {
    const { ledger, accounts } = scene.world;
    const inspectors = [scene.official("inspector1"), accounts.party.address];
    const refusal = ["Supervision_ConflictOfInterest", pilot, accounts.party.address, PARTY] as const;
    await scene.refuses(open(inspectors), ...refusal);
    await ledger.connect(accounts.party).submitMilestone(pilot, submissionOf(scene.world, 1));
    await ledger.connect(accounts.lead).removeParty(pilot, PARTY, REASON);
    await scene.refuses(open(inspectors), ...refusal);
  });

  it("is refused with an account that is no inspector", async () => {
    const decider = scene.official("decider");
    const act = open([scene.official("inspector1"), decider]);
    await scene.refuses(act, "Authority_MissingRole", decider, role("INSPECTOR"));
  });

  it("opens the inspection, numbered in its region and year", async () => {
    const first = unpackDossierId(await openInspection(scene.world, pilot));
    expect(first).to.match(/^IN-\d{4}-330100-0001$/);
    const year = Number(first.slice(3, 7));
    const numbered = (serial: number) => packDossierId({ prefix: "IN", year, region: "330100", serial });
    const inspectors = [scene.official("inspector1"), scene.official("cityInspector")];
    const said = [numbered(2), ROUTINE, NO_DIGEST, digest("plan"), inspectors];
    await scene.records(open(inspectors), "InspectionOpened", pilot, scene.official("inspector1"), ...said);
    expect(await scene.world.supervision.dossierCount(numbered(0))).to.equal(2n);
    expect(await scene.world.supervision.isInspector(numbered(2), scene.official("cityInspector"))).to.equal(true);
    expect(await scene.world.supervision.isInspector(numbered(2), scene.official("inspector2"))).to.equal(false);
  });

  it("opens a random one of a draw that covers the pilot's region", async () => {
    for (const changes of [{}, { region: HANGZHOU }]) {
      await open(two(), RANDOM, await makeDraw(scene.world, changes));
    }
  });
});
