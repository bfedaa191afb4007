/*
 * noticePenalty
 * ├── given another state, or another caller: lifecycle.test.ts, callers.test.ts
 * ├── it is refused when the order was lifted
 * ├── it is refused without a clause
 * ├── it is refused with no kind, or one that does not exist
 * ├── it is refused with a fine outside of its band, or none
 * ├── it is refused with a fine where none of its kinds is one
 * ├── it is refused with a time for statements that is not to come
 * ├── it is refused without the notice itself
 * ├── it announces the penalty
 * └── it announces anew one that was withdrawn, with a statement and a hearing of its own
 */
import { expect } from "chai";
import fc from "fast-check";
import type { Hex } from "../../../server/ledger/hex.ts";
import { NO_DIGEST, NO_REASON, REASON } from "../fixture.ts";
import { inDays, messageOf, type PenaltyNoticeStruct } from "./fixture.ts";
import { caseIn, kinds, noticeOf } from "./journey.ts";
import { orderNumber, type SupervisedScene, supervisedScene } from "./scene.ts";

/** Pinned, so that a failure can be repeated. */
const SEED = 20190301;
const fen = fc.bigInt({ min: 0n, max: 40_000_00n });
const WARNING = { kinds: kinds("WARNING"), fine: 0n, fineMinimum: 0n, fineMaximum: 0n };

describe("noticePenalty", () => {
  let scene: SupervisedScene;
  let dossier: Hex;

  beforeEach(async () => {
    scene = await supervisedScene();
    dossier = await caseIn(scene.world, "RECTIFYING");
  });

  const notice = async (changes: Partial<PenaltyNoticeStruct> = {}) =>
    scene.as("inspector1").noticePenalty(dossier, await noticeOf(changes));

  it("is refused when the order was lifted", async () => {
    await scene.as("decider").liftOrder(dossier, REASON, NO_DIGEST);
    await scene.refuses(notice(), "Rectification_OrderNotAllowed", dossier, orderNumber("LIFTED"));
  });

  it("is refused without a clause", () => scene.refuses(notice({ clause: NO_REASON }), "Cases_ClauseRequired", 0));

  it("is refused with no kind, or one that does not exist", async () => {
    for (const set of [0, 1, 32]) await scene.refuses(notice({ kinds: set }), "Penalties_KindsInvalid", set, 30);
  });

  it("is refused with a fine outside of its band, or none", async () => {
    const property = fc.asyncProperty(fen, fen, fen, async (fine, fineMinimum, fineMaximum) => {
      const said = await noticeOf({ fine, fineMinimum, fineMaximum });
      const refusal = await messageOf(scene.as("inspector1").noticePenalty.staticCall(dossier, said));
      if (fine > 0n && fine >= fineMinimum && fine <= fineMaximum) expect(refusal).to.equal("");
      else expect(refusal).to.contain("Penalties_FineOutsideBand");
    });
    await fc.assert(property, { seed: SEED, numRuns: 60 });
  });

  it("is refused with a fine where none of its kinds is one", async () => {
    for (const changes of [{ fine: 1n }, { fineMinimum: 1n }, { fineMaximum: 1n }]) {
      await scene.refuses(notice({ ...WARNING, ...changes }), "Penalties_FineOutsideBand");
    }
  });

  it("is refused with a time for statements that is not to come", async () =>
    scene.refuses(notice({ statementUntil: await inDays(0) }), "Supervision_DateNotAhead"));

  it("is refused without the notice itself", () =>
    scene.refuses(notice({ noticeDigest: NO_DIGEST }), "Supervision_DigestRequired"));

  it("announces the penalty", async () => {
    const said = await noticeOf();
    const act = scene.as("inspector1").noticePenalty(dossier, said);
    const values = Object.values(said);
    await scene.recordsOn(dossier, act, "PenaltyNoticed", scene.official("inspector1"), values);
    expect(await scene.state(dossier)).to.equal("PENALTY_NOTICED");
    const { fine, fineMinimum, statementUntil } = await scene.world.supervision.penaltyOf(dossier);
    expect([fine, fineMinimum, statementUntil]).to.deep.equal([
      said.fine,
      said.fineMinimum,
      BigInt(said.statementUntil),
    ]);
  });

  it("announces anew one that was withdrawn, with a statement and a hearing of its own", async () => {
    dossier = await caseIn(scene.world, "PENALTY_WITHDRAWN");
    await notice();
    const { waived, hearing } = await scene.world.supervision.penaltyOf(dossier);
    expect([waived, hearing]).to.deep.equal([false, 0n]);
  });
});
