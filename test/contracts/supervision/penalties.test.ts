import { expect } from "chai";
import fc from "fast-check";
import { numberOf } from "../../../server/ledger/codes/code.ts";
import { HEARING_STATES } from "../../../server/ledger/codes/supervision.ts";
import type { Hex } from "../../../server/ledger/hex.ts";
import { DAY, digest, NO_REASON, networkHelpers } from "../fixture.ts";
import { deploySupervised, inDays, type SupervisedWorld } from "./fixture.ts";
import { caseIn, deciderOf, FINE, inspectorOf, kinds, leadOf, notice, noticeOf } from "./journey.ts";

const SEED = 20190301;
const fen = fc.bigInt({ min: 0n, max: 40_000_00n });

describe("a penalty", () => {
  let world: SupervisedWorld;

  beforeEach(async () => {
    world = await networkHelpers.loadFixture(deploySupervised);
  });

  const decide = (dossier: Hex, fine = FINE, set = kinds("WARNING", "FINE")) =>
    deciderOf(world).decidePenalty(dossier, set, fine, digest("decision"));
  const waive = (dossier: Hex) => leadOf(world).waiveStatement(dossier, digest("waiver"));
  const passes = (attempt: Promise<unknown>) =>
    attempt.then(
      () => true,
      (error: Error) => {
        expect(error.message).to.contain("Penalties_FineOutsideBand");
        return false;
      },
    );

  it(`is announced with a fine inside its band (seed ${SEED})`, async () => {
    const dossier = await caseIn(world, "RECTIFYING");
    const property = fc.asyncProperty(fen, fen, fen, async (fine, fineMinimum, fineMaximum) => {
      const attempt = inspectorOf(world).noticePenalty.staticCall(
        dossier,
        await noticeOf({ fine, fineMinimum, fineMaximum }),
      );
      expect(await passes(attempt)).to.equal(fine > 0n && fine >= fineMinimum && fine <= fineMaximum);
    });
    await fc.assert(property, { seed: SEED, numRuns: 60 });
  });

  it(`is decided neither above its notice nor below its band (seed ${SEED})`, async () => {
    const dossier = await caseIn(world, "PENALTY_NOTICED");
    await waive(dossier);
    const property = fc.asyncProperty(fen, async (fine) => {
      const attempt = deciderOf(world).decidePenalty.staticCall(dossier, kinds("FINE"), fine, digest("decision"));
      expect(await passes(attempt)).to.equal(fine >= 10_000_00n && fine <= FINE);
    });
    await fc.assert(property, {
      seed: SEED,
      numRuns: 60,
      examples: [[10_000_00n], [10_000_00n - 1n], [FINE], [FINE + 1n]],
    });
  });

  it("is made of kinds that exist, and decided of those announced", async () => {
    const { supervision } = world;
    const dossier = await caseIn(world, "RECTIFYING");
    for (const set of [0, 1, 32]) {
      await expect(inspectorOf(world).noticePenalty(dossier, await noticeOf({ kinds: set })))
        .to.be.revertedWithCustomError(supervision, "Penalties_KindsInvalid")
        .withArgs(set, 30);
    }
    const warning = { kinds: kinds("WARNING"), fine: 0n, fineMinimum: 0n, fineMaximum: 0n };
    await expect(
      inspectorOf(world).noticePenalty(dossier, await noticeOf({ ...warning, fineMaximum: 1n })),
    ).to.be.revertedWithCustomError(supervision, "Penalties_FineOutsideBand");
    await expect(
      inspectorOf(world).noticePenalty(dossier, await noticeOf({ clause: NO_REASON })),
    ).to.be.revertedWithCustomError(supervision, "Cases_ClauseRequired");
    await inspectorOf(world).noticePenalty(dossier, await noticeOf(warning));
    await waive(dossier);
    await expect(decide(dossier))
      .to.be.revertedWithCustomError(supervision, "Penalties_KindsInvalid")
      .withArgs(kinds("WARNING", "FINE"), kinds("WARNING"));
    await decide(dossier, 0n, kinds("WARNING"));
    await inspectorOf(world).servePenalty(dossier, await inDays(0), await inDays(15), digest("receipt"));
    await inspectorOf(world).executePenalty(dossier, 0n, 0n, digest("record"));
  });

  it("can drop the fine that was announced", async () => {
    const dossier = await caseIn(world, "PENALTY_NOTICED");
    await waive(dossier);
    await decide(dossier, 0n, kinds("WARNING"));
    const { fine, kinds: decided } = await world.supervision.penaltyOf(dossier);
    expect([fine, decided]).to.deep.equal([0n, BigInt(kinds("WARNING"))]);
  });

  it("is not decided before the time for statements has passed, and takes none after", async () => {
    const { supervision } = world;
    const dossier = await caseIn(world, "PENALTY_NOTICED");
    const { statementUntil } = await supervision.penaltyOf(dossier);
    await networkHelpers.time.setNextBlockTimestamp(statementUntil);
    await expect(decide(dossier))
      .to.be.revertedWithCustomError(supervision, "Penalties_StatementOpen")
      .withArgs(dossier, statementUntil, statementUntil);
    await networkHelpers.time.increaseTo(statementUntil + 1n);
    for (const attempt of [
      leadOf(world).submitStatement(dossier, digest("statement")),
      leadOf(world).requestHearing(dossier, digest("request")),
      waive(dossier),
    ]) {
      await expect(attempt).to.be.revertedWithCustomError(supervision, "Penalties_StatementClosed");
    }
    await decide(dossier);
  });

  it("waits for the hearing that was asked for, unless it is waived", async () => {
    const { supervision } = world;
    const dossier = await caseIn(world, "PENALTY_NOTICED");
    const hold = () => deciderOf(world).recordHearing(dossier, digest("minutes"));
    const refused = (attempt: Promise<unknown>, state: (typeof HEARING_STATES)[number]) =>
      expect(attempt)
        .to.be.revertedWithCustomError(supervision, "Penalties_HearingNotAllowed")
        .withArgs(dossier, numberOf(HEARING_STATES, state));
    await refused(hold(), "NONE");
    await leadOf(world).requestHearing(dossier, digest("request"));
    await refused(leadOf(world).requestHearing(dossier, digest("request")), "REQUESTED");
    await networkHelpers.time.increase(8 * DAY);
    await refused(decide(dossier), "REQUESTED");
    await hold();
    await refused(hold(), "HELD");
    await decide(dossier);

    const waived = await caseIn(world, "PENALTY_NOTICED");
    await leadOf(world).requestHearing(waived, digest("request"));
    await waive(waived);
    await decide(waived);
  });

  it("is served, paid in full and with a late fee of at most the fine", async () => {
    const { supervision } = world;
    const dossier = await caseIn(world, "PENALTY_DECIDED");
    const now = await inDays(0);
    await expect(inspectorOf(world).servePenalty(dossier, now, now, digest("receipt")))
      .to.be.revertedWithCustomError(supervision, "Penalties_PaymentDateInvalid")
      .withArgs(now, now);
    await expect(
      inspectorOf(world).servePenalty(dossier, await inDays(1), await inDays(15), digest("receipt")),
    ).to.be.revertedWithCustomError(supervision, "Supervision_DateNotPast");
    await inspectorOf(world).servePenalty(dossier, now, await inDays(15), digest("receipt"));
    const pay = (paid: bigint, late: bigint) => inspectorOf(world).executePenalty(dossier, paid, late, digest("proof"));
    await expect(pay(FINE - 1n, 0n))
      .to.be.revertedWithCustomError(supervision, "Penalties_FineUnpaid")
      .withArgs(dossier, FINE - 1n, FINE);
    await expect(pay(FINE, FINE + 1n))
      .to.be.revertedWithCustomError(supervision, "Penalties_LateFeeTooHigh")
      .withArgs(dossier, FINE + 1n, FINE);
    await pay(FINE, FINE);
  });

  it("that was withdrawn can be announced anew", async () => {
    const dossier = await caseIn(world, "PENALTY_WITHDRAWN");
    await notice(world, dossier);
    const { waived, hearing } = await world.supervision.penaltyOf(dossier);
    expect([waived, hearing]).to.deep.equal([false, 0n]);
  });
});
