import { expect } from "chai";
import { numberOf } from "../../../server/ledger/codes/code.ts";
import {
  CASE_STATES,
  CLOSE_REASONS,
  type CloseReason,
  INSPECTION_KINDS,
  ORDER_STATES,
  type OrderState,
} from "../../../server/ledger/codes/supervision.ts";
import { unpackDossierId } from "../../../server/ledger/dossiers.ts";
import type { Hex } from "../../../server/ledger/hex.ts";
import { BUREAU, digest, ethers, NO_DIGEST, NO_REASON, networkHelpers, PROVINCE, REASON, role } from "../fixture.ts";
import { activePilot, deploySupervised, inDays, type SupervisedWorld } from "./fixture.ts";
import {
  caseIn,
  closing,
  deciderOf,
  findingOf,
  inspect,
  inspectorOf,
  judge,
  leadOf,
  notice,
  openCase,
  openingOf,
  order,
  pilotOf,
  REACHABLE_CASE_STATES,
  type ReachableCaseState,
  respond,
  severity,
  verdict,
} from "./journey.ts";

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

describe("a case", () => {
  let world: SupervisedWorld;

  beforeEach(async () => {
    world = await networkHelpers.loadFixture(deploySupervised);
  });

  const entryOf = (dossier: Hex) => world.supervision.caseOf(dossier);
  const seriousCases = async (dossier: Hex) => world.supervision.openSeriousCases(await pilotOf(world, dossier));
  const orderOf = async (dossier: Hex): Promise<OrderState | undefined> =>
    ORDER_STATES[Number((await entryOf(dossier)).order)];

  it("is numbered JC-year-region-serial, without gaps", async () => {
    const codes = [await openCase(world), await openCase(world)].map(unpackDossierId);
    expect(codes[0]).to.match(/^JC-\d{4}-330100-0001$/);
    expect(codes[1]).to.equal(codes[0]?.replace("0001", "0002"));
  });

  it("is opened with an origin, a severity, a clause, its dates and the approval", async () => {
    const pilot = await activePilot(world, "NOT_REQUIRED");
    const past = await inDays(0);
    for (const [changes, error] of [
      [{ origin: 0 }, "Cases_OriginRequired"],
      [{ severity: 0 }, "Supervision_SeverityRequired"],
      [{ clause: NO_REASON }, "Cases_ClauseRequired"],
      [{ limitationAt: past }, "Supervision_DateNotAhead"],
      [{ decisionDueAt: past }, "Supervision_DateNotAhead"],
      [{ documentDigest: NO_DIGEST }, "Supervision_DigestRequired"],
    ] as const) {
      await expect(inspectorOf(world).openCase(pilot, await openingOf(changes))).to.be.revertedWithCustomError(
        world.supervision,
        error,
      );
    }
    const unknown = pilot.replace(/00000001/, "0000ffff");
    await expect(inspectorOf(world).openCase(unknown, await openingOf()))
      .to.be.revertedWithCustomError(world.supervision, "Supervision_PilotUnknown")
      .withArgs(unknown);
  });

  it("takes 1 to 32 findings, each with a clause, a severity and evidence", async () => {
    const { supervision } = world;
    const dossier = await caseIn(world, "INSPECTING");
    const issue = (findings: ReturnType<typeof findingOf>[]) => inspectorOf(world).issueFindings(dossier, findings);
    await expect(issue([])).to.be.revertedWithCustomError(supervision, "Cases_FindingCount").withArgs(0, 32);
    await expect(issue(Array.from({ length: 33 }, () => findingOf())))
      .to.be.revertedWithCustomError(supervision, "Cases_FindingCount")
      .withArgs(33, 32);
    await expect(issue([findingOf(), { ...findingOf(), clause: NO_REASON }]))
      .to.be.revertedWithCustomError(supervision, "Cases_ClauseRequired")
      .withArgs(1);
    for (const changes of [{ severity: 0 }, { evidenceDigest: NO_DIGEST }]) {
      await expect(issue([{ ...findingOf(), ...changes }]))
        .to.be.revertedWithCustomError(supervision, "Cases_FindingInvalid")
        .withArgs(0);
    }
    await issue(Array.from({ length: 32 }, () => findingOf()));
    expect((await entryOf(dossier)).findings).to.equal(32n);
  });

  it("counts as serious from its gravest finding until it is closed, and again when it is reopened", async () => {
    const dossier = await caseIn(world, "INSPECTING");
    expect(await seriousCases(dossier)).to.equal(0n);
    await inspectorOf(world).issueFindings(dossier, [findingOf("MINOR"), findingOf("SERIOUS"), findingOf("GENERAL")]);
    expect((await entryOf(dossier)).severity).to.equal(BigInt(severity("SERIOUS")));
    expect(await seriousCases(dossier)).to.equal(1n);
    await deciderOf(world).closeCase(dossier, closing("MERGED"), digest("note"));
    expect(await seriousCases(dossier)).to.equal(0n);
    await deciderOf(world).reopenCase(dossier, REASON, NO_DIGEST);
    expect(await seriousCases(dossier)).to.equal(1n);
  });

  it("is closed for no reason that its state does not allow", async () => {
    const { supervision } = world;
    for (const state of REACHABLE_CASE_STATES.filter((each) => each !== "CLOSED")) {
      const dossier = await caseIn(world, state);
      for (const reason of CLOSE_REASONS) {
        const attempt = deciderOf(world).closeCase.staticCall(dossier, closing(reason), digest("note"));
        if (reason !== "NONE" && CLOSABLE[reason].includes(state)) {
          const refusal = await attempt.then(
            () => "",
            (error: Error) => error.message,
          );
          expect(refusal, `${reason} ${state}`).not.to.contain("Cases_ClosingNotAllowed");
        } else {
          await expect(attempt, `${reason} ${state}`)
            .to.be.revertedWithCustomError(supervision, "Cases_ClosingNotAllowed")
            .withArgs(dossier, numberOf(CASE_STATES, state), closing(reason));
        }
      }
    }
  });

  it("is not closed while its order is open, answered or unfulfilled; fulfilled or lifted it is", async () => {
    const { supervision } = world;
    const dossier = await caseIn(world, "RECTIFYING");
    const close = (reason: CloseReason) => deciderOf(world).closeCase(dossier, closing(reason), digest("note"));
    const expectOpen = async (reason: CloseReason, state: OrderState) =>
      expect(close(reason))
        .to.be.revertedWithCustomError(supervision, "Cases_OrderOpen")
        .withArgs(dossier, numberOf(ORDER_STATES, state));
    await expectOpen("MERGED", "OPEN");
    await respond(world, dossier);
    await expectOpen("RECTIFIED", "RESPONDED");
    await judge("PARTIAL")(world, dossier);
    await expectOpen("MERGED", "UNFULFILLED");
    await order(world, dossier);
    await respond(world, dossier);
    await judge("PASS")(world, dossier);
    await close("RECTIFIED");

    const lifted = await caseIn(world, "RESPONDED");
    await deciderOf(world).liftOrder(lifted, REASON, NO_DIGEST);
    await expect(
      deciderOf(world).closeCase(lifted, closing("RECTIFIED"), digest("note")),
    ).to.be.revertedWithCustomError(supervision, "Cases_OrderOpen");
    await deciderOf(world).closeCase(lifted, closing("SUBJECT_GONE"), digest("note"));
  });

  it("is closed as time-barred only once it is", async () => {
    const dossier = await caseIn(world, "OPENED");
    const close = () => deciderOf(world).closeCase(dossier, closing("LIMITATION_EXPIRED"), digest("note"));
    await expect(close()).to.be.revertedWithCustomError(world.supervision, "Cases_LimitationRunning");
    await networkHelpers.time.increaseTo((await entryOf(dossier)).limitationAt);
    await close();
  });

  it("has at most two rounds of rectification, unless it is reopened", async () => {
    const { supervision } = world;
    const dossier = await caseIn(world, "FINDINGS_ISSUED");
    for (let round = 1; round <= 2; round++) {
      await order(world, dossier);
      expect((await entryOf(dossier)).round).to.equal(BigInt(round));
      await respond(world, dossier);
      await judge("FAIL")(world, dossier);
    }
    await expect(order(world, dossier))
      .to.be.revertedWithCustomError(supervision, "Rectification_TooManyRounds")
      .withArgs(dossier, 2);
    await deciderOf(world).liftOrder(dossier, REASON, NO_DIGEST);
    await deciderOf(world).closeCase(dossier, closing("MERGED"), digest("note"));
    await deciderOf(world).reopenCase(dossier, REASON, NO_DIGEST);
    await inspect(world, dossier);
    await inspectorOf(world).issueFindings(dossier, [findingOf()]);
    await order(world, dossier);
    expect((await entryOf(dossier)).round).to.equal(1n);
  });

  it("follows up its order beside a penalty", async () => {
    const dossier = await caseIn(world, "PENALTY_NOTICED");
    await respond(world, dossier);
    await judge("FAIL")(world, dossier);
    expect(await orderOf(dossier)).to.equal("UNFULFILLED");
    await order(world, dossier);
    await respond(world, dossier);
    await judge("PASS")(world, dossier);
    expect(await orderOf(dossier)).to.equal("FULFILLED");
    expect((await entryOf(dossier)).state).to.equal(BigInt(numberOf(CASE_STATES, "PENALTY_NOTICED")));
  });

  it("refuses what its order does not allow where it stands", async () => {
    const { supervision } = world;
    const expectRefused = async (attempt: Promise<unknown>, dossier: Hex, state: OrderState) =>
      expect(attempt)
        .to.be.revertedWithCustomError(supervision, "Rectification_OrderNotAllowed")
        .withArgs(dossier, numberOf(ORDER_STATES, state));
    const rectifying = await caseIn(world, "RECTIFYING");
    await expectRefused(order(world, rectifying), rectifying, "OPEN");
    const noticed = await caseIn(world, "PENALTY_NOTICED");
    await expectRefused(judge("PASS")(world, noticed), noticed, "OPEN");
    await respond(world, noticed);
    await expectRefused(respond(world, noticed), noticed, "RESPONDED");
    await expect(inspectorOf(world).judgeResponse(noticed, verdict("NONE"), digest("x"))).to.be.revertedWithCustomError(
      supervision,
      "Rectification_VerdictRequired",
    );
    await deciderOf(world).liftOrder(noticed, REASON, NO_DIGEST);
    await expectRefused(deciderOf(world).liftOrder(noticed, REASON, NO_DIGEST), noticed, "LIFTED");
    await expectRefused(deciderOf(world).decidePenalty(noticed, 2, 0n, digest("decision")), noticed, "LIFTED");
    await deciderOf(world).liftOrder(rectifying, REASON, NO_DIGEST);
    await expectRefused(notice(world, rectifying), rectifying, "LIFTED");
  });

  it("is decided on by nobody who inspected it, in whatever way", async () => {
    const { supervision, officials } = world;
    const both = supervision.connect(officials.inspector1);
    const dossier = await caseIn(world, "INSPECTING");
    await expect(both.closeCase(dossier, closing("MERGED"), digest("note")))
      .to.be.revertedWithCustomError(supervision, "Cases_InspectorMayNotDecide")
      .withArgs(dossier, officials.inspector1.address);
    expect(await supervision.hasInspected(dossier, officials.inspector2.address), "of its inspection").to.equal(true);
    expect(await supervision.hasInspected(dossier, officials.inspector3.address)).to.equal(false);
    await supervision.connect(officials.inspector3).issueFindings(dossier, [findingOf()]);
    expect(await supervision.hasInspected(dossier, officials.inspector3.address), "issued findings").to.equal(true);
    expect(await supervision.hasInspected(dossier, officials.decider.address)).to.equal(false);
  });

  it("has at most ten inspectors beside the one who opened it", async () => {
    const { authority, supervision, accounts } = world;
    const dossier = await caseIn(world, "OPENED");
    const pilot = await pilotOf(world, dossier);
    const accountOf = (number: number) => ethers.getAddress(ethers.dataSlice(digest(`inspector ${number}`), 12));
    for (let number = 1; number <= 12; number++) {
      await authority.assignRole(accountOf(number), role("INSPECTOR"), PROVINCE, []);
      await authority.connect(accounts.registrar).bindAccount(BUREAU, accountOf(number));
    }
    const inspectWith = async (six: readonly number[]) => {
      const named = [world.officials.inspector1.address, ...six.map(accountOf)];
      const act = [pilot, numberOf(INSPECTION_KINDS, "SPECIAL"), NO_DIGEST, NO_DIGEST, named] as const;
      const inspection = await inspectorOf(world).openInspection.staticCall(...act);
      await inspectorOf(world).openInspection(...act);
      return inspectorOf(world).inspectCase(dossier, inspection);
    };
    await inspectWith([1, 2, 3, 4, 5, 6]);
    await deciderOf(world).closeCase(dossier, closing("MERGED"), digest("note"));
    await deciderOf(world).reopenCase(dossier, REASON, NO_DIGEST);
    await expect(inspectWith([7, 8, 9, 10, 11, 12]))
      .to.be.revertedWithCustomError(supervision, "Cases_TooManyInspectors")
      .withArgs(dossier, 10);
    await inspectWith([4, 5, 6, 7, 8, 9]);
    expect(await supervision.hasInspected(dossier, accountOf(9))).to.equal(true);
  });

  it("is worked on with reasons and documents", async () => {
    const { supervision } = world;
    const closed = await caseIn(world, "CLOSED");
    await expect(deciderOf(world).reopenCase(closed, NO_REASON, NO_DIGEST)).to.be.revertedWithCustomError(
      supervision,
      "Supervision_ReasonRequired",
    );
    const rectifying = await caseIn(world, "RECTIFYING");
    await expect(leadOf(world).respondToOrder(rectifying, NO_DIGEST)).to.be.revertedWithCustomError(
      supervision,
      "Supervision_DigestRequired",
    );
  });
});
