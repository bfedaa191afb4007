/*
 * openCase
 * ├── given another caller: dossier-callers.test.ts
 * ├── it is refused for a pilot that does not exist
 * ├── it is refused without an origin, a severity, a clause, dates to come or the approval
 * ├── given an origin
 * │   ├── it is refused from a complaint that is not taken up, or is about another pilot
 * │   ├── it is refused from an inspection that found no issue, or is about another pilot
 * │   └── it is refused with a source that its origin does not have
 * ├── it opens the case, numbered in its region and year
 * ├── it opens one from a complaint, and notes it there
 * ├── it opens one from an inspection that found issues
 * └── it counts a serious one
 */
import { expect } from "chai";
import { numberOf } from "../../../server/ledger/codes/code.ts";
import { CASE_ORIGINS, COMPLAINT_CHANNELS, COMPLAINT_STATES } from "../../../server/ledger/codes/supervision.ts";
import { unpackDossierId } from "../../../server/ledger/dossiers.ts";
import type { Hex } from "../../../server/ledger/hex.ts";
import { digest, NO_DIGEST, NO_REASON } from "../fixture.ts";
import { type CaseOpeningStruct, inDays } from "./fixture.ts";
import { openCase, openInspection, openingOf, result, severity } from "./journey.ts";
import { type SupervisedScene, supervisedScene } from "./scene.ts";

const COMPLAINT = numberOf(CASE_ORIGINS, "COMPLAINT");
const INSPECTION = numberOf(CASE_ORIGINS, "INSPECTION");

describe("openCase", () => {
  let scene: SupervisedScene;
  let pilot: Hex;

  beforeEach(async () => {
    scene = await supervisedScene();
    pilot = await scene.pilot();
  });

  const open = async (changes: Partial<CaseOpeningStruct> = {}, about = pilot) =>
    scene.as("inspector1").openCase(about, await openingOf(changes));
  async function complain(): Promise<Hex> {
    const act = [pilot, numberOf(COMPLAINT_CHANNELS, "HOTLINE"), digest("letter")] as const;
    const complaint = await scene.as("inspector1").receiveComplaint.staticCall(...act);
    await scene.as("inspector1").receiveComplaint(...act);
    return complaint as Hex;
  }

  it("is refused for a pilot that does not exist", async () => {
    const unknown = pilot.replace(/00000001/, "0000ffff") as Hex;
    await scene.refuses(open({}, unknown), "Supervision_PilotUnknown", unknown);
  });

  it("is refused without an origin, a severity, a clause, dates to come or the approval", async () => {
    const past = await inDays(0);
    for (const [changes, error] of [
      [{ origin: 0 }, "Cases_OriginRequired"],
      [{ severity: 0 }, "Supervision_SeverityRequired"],
      [{ clause: NO_REASON }, "Cases_ClauseRequired"],
      [{ limitationAt: past }, "Supervision_DateNotAhead"],
      [{ decisionDueAt: past }, "Supervision_DateNotAhead"],
      [{ documentDigest: NO_DIGEST }, "Supervision_DigestRequired"],
    ] as const) {
      await scene.refuses(open(changes), error);
    }
  });

  it("is refused from a complaint that is not taken up, or is about another pilot", async () => {
    const source = await complain();
    await scene.refuses(open({ origin: COMPLAINT, source }), "Cases_SourceInvalid", COMPLAINT, source);
    await scene.as("inspector1").acceptComplaint(source);
    const elsewhere = open({ origin: COMPLAINT, source }, await scene.pilot());
    await scene.refuses(elsewhere, "Cases_SourceInvalid", COMPLAINT, source);
  });

  it("is refused from an inspection that found no issue, or is about another pilot", async () => {
    const source = await openInspection(scene.world, pilot);
    await scene.refuses(open({ origin: INSPECTION, source }), "Cases_SourceInvalid", INSPECTION, source);
    await scene.as("inspector1").concludeInspection(source, result("NO_ISSUE"), digest("record"));
    await scene.refuses(open({ origin: INSPECTION, source }), "Cases_SourceInvalid", INSPECTION, source);
    const another = await openInspection(scene.world, await scene.pilot());
    await scene.as("inspector1").concludeInspection(another, result("ISSUES_FOUND"), digest("record"));
    const elsewhere = open({ origin: INSPECTION, source: another });
    await scene.refuses(elsewhere, "Cases_SourceInvalid", INSPECTION, another);
  });

  it("is refused with a source that its origin does not have", async () => {
    const source = await openInspection(scene.world, pilot);
    await scene.refuses(open({ source }), "Cases_SourceInvalid", numberOf(CASE_ORIGINS, "SIGNAL"), source);
  });

  it("opens the case, numbered in its region and year", async () => {
    const opening = await openingOf();
    for (const serial of ["0001", "0002"]) {
      const dossier = (await scene.as("inspector1").openCase.staticCall(pilot, opening)) as Hex;
      expect(unpackDossierId(dossier)).to.match(new RegExp(`^JC-\\d{4}-330100-${serial}$`));
      const act = scene.as("inspector1").openCase(pilot, opening);
      const values = [pilot, scene.official("inspector1"), dossier, Object.values(opening)];
      await scene.records(act, "CaseOpened", ...values);
      expect(await scene.state(dossier)).to.equal("OPENED");
      expect(await scene.world.supervision.hasInspected(dossier, scene.official("inspector1"))).to.equal(true);
    }
  });

  it("opens one from a complaint, and notes it there", async () => {
    const source = await complain();
    await scene.as("inspector1").acceptComplaint(source);
    await open({ origin: COMPLAINT, source });
    const { state } = await scene.world.supervision.complaintOf(source);
    expect(state).to.equal(BigInt(numberOf(COMPLAINT_STATES, "CASE_OPENED")));
  });

  it("opens one from an inspection that found issues", async () => {
    const source = await openInspection(scene.world, pilot);
    await scene.as("inspector1").concludeInspection(source, result("ISSUES_FOUND"), digest("record"));
    await open({ origin: INSPECTION, source });
  });

  it("counts a serious one", async () => {
    expect(await scene.seriousCases(await openCase(scene.world, {}, pilot))).to.equal(0n);
    const serious = await openCase(scene.world, { severity: severity("SERIOUS") }, pilot);
    expect(await scene.seriousCases(serious)).to.equal(1n);
  });
});
