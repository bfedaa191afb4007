import { expect } from "chai";
import { numberOf } from "../../../server/ledger/codes/code.ts";
import {
  CASE_ORIGINS,
  COMPLAINT_CHANNELS,
  COMPLAINT_STATES,
  INSPECTION_KINDS,
} from "../../../server/ledger/codes/supervision.ts";
import { packDossierId, unpackDossierId } from "../../../server/ledger/dossiers.ts";
import type { Hex } from "../../../server/ledger/hex.ts";
import { digest, NO_DIGEST, networkHelpers, PARTY, REASON, role } from "../fixture.ts";
import { activePilot, deploySupervised, type SupervisedWorld } from "./fixture.ts";
import {
  caseIn,
  closing,
  deciderOf,
  inspectorOf,
  leadOf,
  openCase,
  openInspection,
  openingOf,
  result,
} from "./journey.ts";

const UNKNOWN = packDossierId({ prefix: "IN", year: 2019, region: "330100", serial: 9_999 });
const ROUTINE = numberOf(INSPECTION_KINDS, "ROUTINE");
const _RANDOM = numberOf(INSPECTION_KINDS, "RANDOM");

describe("inspections", () => {
  let world: SupervisedWorld;
  let pilot: Hex;

  beforeEach(async () => {
    world = await networkHelpers.loadFixture(deploySupervised);
    pilot = await activePilot(world, "NOT_REQUIRED");
  });

  const two = () => [world.officials.inspector1.address, world.officials.inspector2.address];
  const open = (inspectors: string[], kind = ROUTINE, draw: string = NO_DIGEST) =>
    inspectorOf(world).openInspection(pilot, kind, draw, NO_DIGEST, inspectors);

  it("are numbered without gaps in their region and year", async () => {
    const first = unpackDossierId(await openInspection(world, pilot));
    const second = unpackDossierId(await openInspection(world, pilot));
    expect(first).to.match(/^IN-\d{4}-330100-0001$/);
    expect(second).to.equal(first.replace("0001", "0002"));
    const scope = packDossierId({ prefix: "IN", year: Number(first.slice(3, 7)), region: "330100", serial: 0 });
    expect(await world.supervision.dossierCount(scope)).to.equal(2n);
  });

  it("take two different inspectors with jurisdiction and without an interest", async () => {
    const { supervision, officials, accounts } = world;
    const [one = "", other = ""] = two();
    await expect(open([one]))
      .to.be.revertedWithCustomError(supervision, "Inspections_InspectorCount")
      .withArgs(1, 2, 7);
    await expect(open([one, other, one]))
      .to.be.revertedWithCustomError(supervision, "Inspections_InspectorTwice")
      .withArgs(2, one);
    await expect(open([one, accounts.party.address]))
      .to.be.revertedWithCustomError(supervision, "Supervision_ConflictOfInterest")
      .withArgs(pilot, accounts.party.address, PARTY);
    await expect(open([one, officials.decider.address]))
      .to.be.revertedWithCustomError(world.authority, "Authority_MissingRole")
      .withArgs(officials.decider.address, role("INSPECTOR"));
    await open([one, officials.cityInspector.address]);
    await expect(open(two(), 0)).to.be.revertedWithCustomError(supervision, "Inspections_KindRequired");
  });

  it("end once, by one of their inspectors, with a result and a record", async () => {
    const { supervision, officials } = world;
    const inspection = await openInspection(world, pilot);
    const conclude = (account = officials.inspector1, came = result("NO_ISSUE"), record = digest("record")) =>
      supervision.connect(account).concludeInspection(inspection, came, record);
    await expect(conclude(officials.inspector3))
      .to.be.revertedWithCustomError(supervision, "Inspections_NotInspector")
      .withArgs(inspection, officials.inspector3.address);
    await expect(conclude(undefined, 0)).to.be.revertedWithCustomError(supervision, "Inspections_ResultRequired");
    await expect(conclude(undefined, 1, NO_DIGEST)).to.be.revertedWithCustomError(
      supervision,
      "Supervision_DigestRequired",
    );
    await conclude(officials.inspector2);
    await expect(conclude()).to.be.revertedWithCustomError(supervision, "Inspections_Concluded").withArgs(inspection);
    await expect(inspectorOf(world).concludeInspection(UNKNOWN, 1, digest("record")))
      .to.be.revertedWithCustomError(supervision, "Inspections_Unknown")
      .withArgs(UNKNOWN);
  });
});

describe("complaints", () => {
  let world: SupervisedWorld;
  let pilot: Hex;
  const HOTLINE = numberOf(COMPLAINT_CHANNELS, "HOTLINE");

  beforeEach(async () => {
    world = await networkHelpers.loadFixture(deploySupervised);
    pilot = await activePilot(world, "NOT_REQUIRED");
  });

  async function complain(): Promise<Hex> {
    const registrar = world.supervision.connect(world.accounts.registrar);
    const complaint = await registrar.receiveComplaint.staticCall(pilot, HOTLINE, digest("letter"));
    await registrar.receiveComplaint(pilot, HOTLINE, digest("letter"));
    return complaint as Hex;
  }
  const stateOf = async (complaint: Hex) =>
    COMPLAINT_STATES[Number((await world.supervision.complaintOf(complaint)).state)];

  it("a complaint is accepted, leads to a case and is answered", async () => {
    const complaint = await complain();
    expect(unpackDossierId(complaint)).to.match(/^CP-\d{4}-330100-0001$/);
    const opening = { origin: numberOf(CASE_ORIGINS, "COMPLAINT"), source: complaint };
    await expect(openCase(world, opening, pilot))
      .to.be.revertedWithCustomError(world.supervision, "Cases_SourceInvalid")
      .withArgs(opening.origin, complaint);
    await inspectorOf(world).acceptComplaint(complaint);
    await openCase(world, opening, pilot);
    expect(await stateOf(complaint)).to.equal("CASE_OPENED");
    await inspectorOf(world).answerComplaint(complaint, digest("answer"));
    expect(await stateOf(complaint)).to.equal("ANSWERED");
  });

  it("a complaint keeps to its states", async () => {
    const { supervision } = world;
    const inspector = inspectorOf(world);
    const complaint = await complain();
    await expect(inspector.answerComplaint(complaint, digest("answer")))
      .to.be.revertedWithCustomError(supervision, "Complaints_StateNotAllowed")
      .withArgs(complaint, numberOf(COMPLAINT_STATES, "RECEIVED"));
    await inspector.rejectComplaint(complaint, REASON, NO_DIGEST);
    for (const attempt of [
      inspector.acceptComplaint(complaint),
      inspector.rejectComplaint(complaint, REASON, NO_DIGEST),
      inspector.answerComplaint(complaint, digest("answer")),
    ]) {
      await expect(attempt).to.be.revertedWithCustomError(supervision, "Complaints_StateNotAllowed");
    }
    await expect(inspector.acceptComplaint(UNKNOWN)).to.be.revertedWithCustomError(supervision, "Complaints_Unknown");
    await expect(inspector.receiveComplaint(pilot, 0, digest("letter"))).to.be.revertedWithCustomError(
      supervision,
      "Complaints_ChannelRequired",
    );
    await expect(leadOf(world).receiveComplaint(pilot, HOTLINE, digest("letter"))).to.be.revertedWithCustomError(
      world.authority,
      "Authority_MissingRole",
    );
    await expect(
      supervision.connect(world.accounts.party).receiveComplaint(pilot, HOTLINE, digest("letter")),
    ).to.be.revertedWithCustomError(supervision, "Supervision_ConflictOfInterest");
  });

  it("a case comes from an inspection that found issues, and ends without issue after one that found none", async () => {
    const { supervision } = world;
    const inspection = await openInspection(world, pilot);
    const opening = { origin: numberOf(CASE_ORIGINS, "INSPECTION"), source: inspection };
    await expect(openCase(world, opening, pilot)).to.be.revertedWithCustomError(supervision, "Cases_SourceInvalid");
    await inspectorOf(world).concludeInspection(inspection, result("ISSUES_FOUND"), digest("record"));
    const dossier = await openCase(world, opening, pilot);
    await inspectorOf(world).inspectCase(dossier, inspection);
    await expect(deciderOf(world).closeCase(dossier, closing("NO_ISSUE"), digest("note")))
      .to.be.revertedWithCustomError(supervision, "Cases_InspectionOutstanding")
      .withArgs(dossier, inspection);
    const elsewhere = await caseIn(world, "OPENED");
    await expect(inspectorOf(world).inspectCase(elsewhere, inspection))
      .to.be.revertedWithCustomError(supervision, "Cases_InspectionMismatch")
      .withArgs(elsewhere, inspection);
    await expect(
      inspectorOf(world).openCase(pilot, await openingOf({ source: inspection })),
    ).to.be.revertedWithCustomError(supervision, "Cases_SourceInvalid");
    const clean = await openCase(world, {}, pilot);
    const second = await openInspection(world, pilot);
    await inspectorOf(world).inspectCase(clean, second);
    await inspectorOf(world).concludeInspection(second, result("NO_ISSUE"), digest("record"));
    await deciderOf(world).closeCase(clean, closing("NO_ISSUE"), digest("note"));
  });
});
