/*
 * closeCase
 * ├── given another state, or another caller: lifecycle.test.ts, callers.test.ts
 * ├── it is refused to who inspected the case, in whatever way
 * ├── it is refused for a reason that its state does not allow
 * ├── given an order of rectification
 * │   ├── it is refused while the order is open, answered or unfulfilled
 * │   ├── it is refused as rectified when the order was lifted
 * │   └── it closes the case once the order is fulfilled or lifted
 * ├── it is refused as without issue while the latest inspection does not say so
 * ├── it is refused as time-barred before it is
 * ├── it is refused without a document
 * ├── it closes the case as without issue after an inspection that found none
 * └── it closes the case, which is serious no longer
 */
import { expect } from "chai";
import { CLOSE_REASONS, type CloseReason, type OrderState } from "../../../server/ledger/codes/supervision.ts";
import type { Hex } from "../../../server/ledger/hex.ts";
import { digest, NO_DIGEST, networkHelpers, REASON } from "../fixture.ts";
import { messageOf } from "./fixture.ts";
import {
  caseIn,
  closing,
  judge,
  openInspection,
  order,
  pilotOf,
  REACHABLE_CASE_STATES,
  type ReachableCaseState,
  respond,
  result,
} from "./journey.ts";
import { caseNumber, orderNumber, type SupervisedScene, supervisedScene } from "./scene.ts";

const UNDECIDED: ReachableCaseState[] = [
  "OPENED",
  "REOPENED",
  "INSPECTING",
  "FINDINGS_ISSUED",
  "RECTIFYING",
  "RESPONDED",
  "PENALTY_NOTICED",
];

/** In which states a case can be closed for which reason. */
const CLOSABLE: Record<Exclude<CloseReason, "NONE">, readonly ReachableCaseState[]> = {
  NO_ISSUE: ["INSPECTING"],
  RECTIFIED: ["RESPONDED"],
  PENALISED: ["PENALTY_EXECUTED"],
  NO_PENALTY_MINOR: ["NO_PENALTY"],
  NOT_ESTABLISHED: ["INSPECTING", "NO_PENALTY", "PENALTY_WITHDRAWN"],
  REFERRED: ["REFERRED"],
  LIMITATION_EXPIRED: UNDECIDED,
  SUBJECT_GONE: REACHABLE_CASE_STATES.filter((state) => state !== "CLOSED"),
  MERGED: UNDECIDED,
};

describe("closeCase", () => {
  let scene: SupervisedScene;

  beforeEach(async () => {
    scene = await supervisedScene();
  });

  const close = (dossier: Hex, reason: CloseReason = "MERGED", document = digest("note")) =>
    scene.as("decider").closeCase(dossier, closing(reason), document);
  const refusesOpen = (dossier: Hex, reason: CloseReason, state: OrderState) =>
    scene.refuses(close(dossier, reason), "Cases_OrderOpen", dossier, orderNumber(state));

  it("is refused to who inspected the case, in whatever way", async () => {
    const dossier = await caseIn(scene.world, "INSPECTING");
    const act = scene.as("inspector1").closeCase(dossier, closing("MERGED"), digest("note"));
    await scene.refuses(act, "Cases_InspectorMayNotDecide", dossier, scene.official("inspector1"));
  });

  it("is refused for a reason that its state does not allow", async () => {
    for (const state of REACHABLE_CASE_STATES.filter((each) => each !== "CLOSED")) {
      const dossier = await caseIn(scene.world, state);
      for (const reason of CLOSE_REASONS) {
        const attempt = scene.as("decider").closeCase.staticCall(dossier, closing(reason), digest("note"));
        if (reason !== "NONE" && CLOSABLE[reason].includes(state)) {
          expect(await messageOf(attempt), `${reason} ${state}`).not.to.contain("Cases_ClosingNotAllowed");
        } else {
          const refusal = [dossier, caseNumber(state), closing(reason)];
          await scene.refuses(attempt, "Cases_ClosingNotAllowed", ...refusal);
        }
      }
    }
  });

  it("is refused while the order is open, answered or unfulfilled", async () => {
    const dossier = await caseIn(scene.world, "RECTIFYING");
    await refusesOpen(dossier, "MERGED", "OPEN");
    await respond(scene.world, dossier);
    await refusesOpen(dossier, "RECTIFIED", "RESPONDED");
    await judge("PARTIAL")(scene.world, dossier);
    await refusesOpen(dossier, "MERGED", "UNFULFILLED");
  });

  it("is refused as rectified when the order was lifted", async () => {
    const dossier = await caseIn(scene.world, "RESPONDED");
    await scene.as("decider").liftOrder(dossier, REASON, NO_DIGEST);
    await refusesOpen(dossier, "RECTIFIED", "LIFTED");
  });

  it("closes the case once the order is fulfilled or lifted", async () => {
    const fulfilled = await caseIn(scene.world, "RESPONDED");
    await judge("FAIL")(scene.world, fulfilled);
    await order(scene.world, fulfilled);
    await respond(scene.world, fulfilled);
    await judge("PASS")(scene.world, fulfilled);
    await close(fulfilled, "RECTIFIED");
    const lifted = await caseIn(scene.world, "RESPONDED");
    await scene.as("decider").liftOrder(lifted, REASON, NO_DIGEST);
    await close(lifted, "SUBJECT_GONE");
    expect([await scene.state(fulfilled), await scene.state(lifted)]).to.deep.equal(["CLOSED", "CLOSED"]);
  });

  it("is refused as without issue while the latest inspection does not say so", async () => {
    const dossier = await caseIn(scene.world, "OPENED");
    const inspection = await openInspection(scene.world, await pilotOf(scene.world, dossier));
    await scene.as("inspector1").inspectCase(dossier, inspection);
    await scene.refuses(close(dossier, "NO_ISSUE"), "Cases_InspectionOutstanding", dossier, inspection);
    await scene.as("inspector1").concludeInspection(inspection, result("ISSUES_FOUND"), digest("record"));
    await scene.refuses(close(dossier, "NO_ISSUE"), "Cases_InspectionOutstanding", dossier, inspection);
  });

  it("is refused as time-barred before it is", async () => {
    const dossier = await caseIn(scene.world, "OPENED");
    await scene.refuses(close(dossier, "LIMITATION_EXPIRED"), "Cases_LimitationRunning");
    await networkHelpers.time.increaseTo((await scene.entry(dossier)).limitationAt);
    await close(dossier, "LIMITATION_EXPIRED");
  });

  it("is refused without a document", async () => {
    const dossier = await caseIn(scene.world, "OPENED");
    await scene.refuses(close(dossier, "MERGED", NO_DIGEST), "Supervision_DigestRequired");
  });

  it("closes the case as without issue after an inspection that found none", async () => {
    const dossier = await caseIn(scene.world, "OPENED");
    const inspection = await openInspection(scene.world, await pilotOf(scene.world, dossier));
    await scene.as("inspector1").inspectCase(dossier, inspection);
    await scene.as("inspector1").concludeInspection(inspection, result("NO_ISSUE"), digest("record"));
    await close(dossier, "NO_ISSUE");
  });

  it("closes the case, which is serious no longer", async () => {
    const dossier = await caseIn(scene.world, "OPENED", "SERIOUS");
    expect(await scene.seriousCases(dossier)).to.equal(1n);
    const said = [closing("MERGED"), digest("note")];
    await scene.recordsOn(dossier, close(dossier), "CaseClosed", scene.official("decider"), ...said);
    expect(await scene.state(dossier)).to.equal("CLOSED");
    expect(await scene.seriousCases(dossier)).to.equal(0n);
  });
});
