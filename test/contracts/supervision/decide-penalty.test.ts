/*
 * decidePenalty
 * ├── given another state, or another caller: lifecycle.test.ts, callers.test.ts
 * ├── it is refused when the order was lifted
 * ├── it is refused to who inspected the case
 * ├── it is refused before the time for statements has passed, unless it was waived
 * ├── it is refused before the hearing that was asked for is held
 * ├── it is refused with kinds that were not announced
 * ├── it is refused with a fine above the notice or below its band
 * ├── it is refused without the decision itself
 * ├── it decides on the penalty
 * └── it may drop the fine that was announced
 */
import { expect } from "chai";
import fc from "fast-check";
import { numberOf } from "../../../server/ledger/codes/code.ts";
import { HEARING_STATES } from "../../../server/ledger/codes/supervision.ts";
import type { Hex } from "../../../server/ledger/hex.ts";
import { DAY, digest, NO_DIGEST, networkHelpers, REASON } from "../fixture.ts";
import { messageOf } from "./fixture.ts";
import { caseIn, FINE, kinds, noticeOf } from "./journey.ts";
import { orderNumber, type SupervisedScene, supervisedScene } from "./scene.ts";

/** Pinned, so that a failure can be repeated. */
const SEED = 20190301;
const fen = fc.bigInt({ min: 0n, max: 40_000_00n });
const BOTH = kinds("WARNING", "FINE");

describe("decidePenalty", () => {
  let scene: SupervisedScene;
  let dossier: Hex;

  beforeEach(async () => {
    scene = await supervisedScene();
    dossier = await caseIn(scene.world, "PENALTY_NOTICED");
  });

  const decide = (fine = FINE, set = BOTH, decision = digest("decision")) =>
    scene.as("decider").decidePenalty(dossier, set, fine, decision);
  const waive = () => scene.lead.waiveStatement(dossier, digest("waiver"));

  it("is refused when the order was lifted", async () => {
    await scene.as("decider").liftOrder(dossier, REASON, NO_DIGEST);
    await scene.refuses(decide(), "Rectification_OrderNotAllowed", dossier, orderNumber("LIFTED"));
  });

  it("is refused to who inspected the case", async () => {
    await waive();
    const act = scene.as("inspector1").decidePenalty(dossier, BOTH, FINE, digest("decision"));
    await scene.refuses(act, "Cases_InspectorMayNotDecide", dossier, scene.official("inspector1"));
  });

  it("is refused before the time for statements has passed, unless it was waived", async () => {
    const { statementUntil } = await scene.world.supervision.penaltyOf(dossier);
    await networkHelpers.time.setNextBlockTimestamp(statementUntil);
    await scene.refuses(decide(), "Penalties_StatementOpen", dossier, statementUntil, statementUntil);
    await networkHelpers.time.increaseTo(statementUntil + 1n);
    await decide();
    dossier = await caseIn(scene.world, "PENALTY_NOTICED");
    await waive();
    await decide();
  });

  it("is refused before the hearing that was asked for is held", async () => {
    await scene.lead.requestHearing(dossier, digest("request"));
    await networkHelpers.time.increase(8 * DAY);
    const requested = numberOf(HEARING_STATES, "REQUESTED");
    await scene.refuses(decide(), "Penalties_HearingNotAllowed", dossier, requested);
    await scene.as("decider").recordHearing(dossier, digest("minutes"));
    await decide();
  });

  it("is refused with kinds that were not announced", async () => {
    dossier = await caseIn(scene.world, "RECTIFYING");
    const warning = { kinds: kinds("WARNING"), fine: 0n, fineMinimum: 0n, fineMaximum: 0n };
    await scene.as("inspector1").noticePenalty(dossier, await noticeOf(warning));
    await waive();
    await scene.refuses(decide(), "Penalties_KindsInvalid", BOTH, kinds("WARNING"));
    await scene.refuses(decide(0n, 0), "Penalties_KindsInvalid", 0, kinds("WARNING"));
  });

  it("is refused with a fine above the notice or below its band", async () => {
    await waive();
    const property = fc.asyncProperty(fen, async (fine) => {
      const act = scene.as("decider").decidePenalty.staticCall(dossier, kinds("FINE"), fine, digest("decision"));
      const refusal = await messageOf(act);
      if (fine >= 10_000_00n && fine <= FINE) expect(refusal).to.equal("");
      else expect(refusal).to.contain("Penalties_FineOutsideBand");
    });
    const examples: [bigint][] = [[10_000_00n], [10_000_00n - 1n], [FINE], [FINE + 1n]];
    await fc.assert(property, { seed: SEED, numRuns: 60, examples });
  });

  it("is refused without the decision itself", async () => {
    await waive();
    await scene.refuses(decide(FINE, BOTH, NO_DIGEST), "Supervision_DigestRequired");
  });

  it("decides on the penalty", async () => {
    await waive();
    const said = [BOTH, FINE - 1n, digest("decision")];
    await scene.recordsOn(dossier, decide(FINE - 1n), "PenaltyDecided", scene.official("decider"), ...said);
    expect(await scene.state(dossier)).to.equal("PENALTY_DECIDED");
    const { fine, kinds: decided } = await scene.world.supervision.penaltyOf(dossier);
    expect([fine, decided]).to.deep.equal([FINE - 1n, BigInt(BOTH)]);
  });

  it("may drop the fine that was announced", async () => {
    await waive();
    await decide(0n, kinds("WARNING"));
    const { fine, kinds: decided } = await scene.world.supervision.penaltyOf(dossier);
    expect([fine, decided]).to.deep.equal([0n, BigInt(kinds("WARNING"))]);
  });
});
