/*
 * acceptComplaint
 * ├── given another state, or another caller: dossiers.test.ts, dossier-callers.test.ts
 * └── it takes the complaint up
 *
 * rejectComplaint
 * ├── given another state, or another caller: dossiers.test.ts, dossier-callers.test.ts
 * ├── it is refused without a reason
 * └── it rejects the complaint
 *
 * answerComplaint
 * ├── given another state, or another caller: dossiers.test.ts, dossier-callers.test.ts
 * ├── it is refused without the answer
 * ├── it answers a complaint that was taken up
 * └── it answers one from which a case was opened
 */
import { expect } from "chai";
import { numberOf } from "../../../server/ledger/codes/code.ts";
import { CASE_ORIGINS, COMPLAINT_CHANNELS, COMPLAINT_STATES } from "../../../server/ledger/codes/supervision.ts";
import type { Hex } from "../../../server/ledger/hex.ts";
import { digest, NO_DIGEST, NO_REASON, REASON } from "../fixture.ts";
import { openCase } from "./journey.ts";
import { type SupervisedScene, supervisedScene } from "./scene.ts";

describe("acceptComplaint, rejectComplaint and answerComplaint", () => {
  let scene: SupervisedScene;
  let pilot: Hex;
  let complaint: Hex;

  beforeEach(async () => {
    scene = await supervisedScene();
    pilot = await scene.pilot();
    const act = [pilot, numberOf(COMPLAINT_CHANNELS, "HOTLINE"), digest("letter")] as const;
    complaint = (await scene.as("inspector1").receiveComplaint.staticCall(...act)) as Hex;
    await scene.as("inspector1").receiveComplaint(...act);
  });

  const accept = () => scene.as("inspector1").acceptComplaint(complaint);
  const answer = (answered = digest("answer")) => scene.as("inspector1").answerComplaint(complaint, answered);
  const records = (act: Promise<unknown>, event: string, ...values: unknown[]) =>
    scene.records(act, event, pilot, scene.official("inspector1"), complaint, ...values);
  const state = async () => COMPLAINT_STATES[Number((await scene.world.supervision.complaintOf(complaint)).state)];

  it("takes the complaint up", async () => {
    await records(accept(), "ComplaintAccepted");
    expect(await state()).to.equal("ACCEPTED");
  });

  it("is refused without a reason", () =>
    scene.refuses(
      scene.as("inspector1").rejectComplaint(complaint, NO_REASON, NO_DIGEST),
      "Supervision_ReasonRequired",
    ));

  it("rejects the complaint", async () => {
    const act = scene.as("inspector1").rejectComplaint(complaint, REASON, digest("reply"));
    await records(act, "ComplaintRejected", REASON, digest("reply"));
    expect(await state()).to.equal("REJECTED");
  });

  it("is refused without the answer", async () => {
    await accept();
    await scene.refuses(answer(NO_DIGEST), "Supervision_DigestRequired");
  });

  it("answers a complaint that was taken up", async () => {
    await accept();
    await records(answer(), "ComplaintAnswered", digest("answer"));
    expect(await state()).to.equal("ANSWERED");
  });

  it("answers one from which a case was opened", async () => {
    await accept();
    await openCase(scene.world, { origin: numberOf(CASE_ORIGINS, "COMPLAINT"), source: complaint }, pilot);
    expect(await state()).to.equal("CASE_OPENED");
    await answer();
    expect(await state()).to.equal("ANSWERED");
  });
});
