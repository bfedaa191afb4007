import { expect } from "chai";
import { numberOf } from "../../../server/ledger/codes/code.ts";
import { PILOT_STATES } from "../../../server/ledger/codes/pilots.ts";
import { FILING_STATES } from "../../../server/ledger/codes/supervision.ts";
import type { Hex } from "../../../server/ledger/hex.ts";
import { deployWorld, digest, NO_DIGEST, networkHelpers, REASON } from "../fixture.ts";
import { finish } from "../journey.ts";
import { filingIn } from "../services/journey.ts";
import { activePilot, deploySupervised, deploySupervision, inDays, type SupervisedWorld } from "./fixture.ts";
import { caseIn, closing, deciderOf, findingOf, inspectorOf, openCase, pilotOf, severity } from "./journey.ts";

describe("what supervision has a say in", () => {
  let world: SupervisedWorld;

  beforeEach(async () => {
    world = await networkHelpers.loadFixture(deploySupervised);
  });

  const ask = (pilot: Hex) => world.ledger.connect(world.accounts.lead).requestAcceptance(pilot, digest("acceptance"));

  it("a pilot whose service must be filed asks for acceptance once it is, and while it stays so", async () => {
    for (const state of FILING_STATES) {
      const pilot = await filingIn(world, state);
      await finish(world, pilot);
      if (["FILED", "CHANGE_DUE", "CHECK_DUE"].includes(state)) await ask(pilot);
      else await expect(ask(pilot), state).to.be.revertedWithCustomError(world.ledger, "Pilots_FilingOutstanding");
    }
  });

  it("a pilot with an open serious case does not ask for acceptance", async () => {
    const pilot = await activePilot(world, "NOT_REQUIRED");
    await finish(world, pilot);
    await openCase(world, { severity: severity("GENERAL") }, pilot);
    const dossier = await openCase(world, { severity: severity("SERIOUS") }, pilot);
    await expect(ask(pilot)).to.be.revertedWithCustomError(world.ledger, "Pilots_SeriousCaseOpen").withArgs(pilot);
    await deciderOf(world).closeCase(dossier, closing("MERGED"), digest("note"));
    await ask(pilot);
  });

  it("an order suspends the pilot when it says so, with the inspector as the actor", async () => {
    const dossier = await caseIn(world, "FINDINGS_ISSUED");
    const pilot = await pilotOf(world, dossier);
    const act = inspectorOf(world).orderRectification(dossier, await inDays(15), true, digest("order"));
    await expect(act)
      .to.emit(world.ledger, "PilotSuspended")
      .withArgs(pilot, world.officials.inspector1.address, anyReason, digest("order"));
    expect((await world.ledger.pilotOf(pilot)).state).to.equal(BigInt(numberOf(PILOT_STATES, "SUSPENDED")));
    const again = await openCase(world, {}, pilot);
    await expect(inspectorOf(world).issueFindings(again, [findingOf()])).to.be.revertedWithCustomError(
      world.supervision,
      "Cases_StateNotAllowed",
    );
  });

  it("nobody else suspends a pilot so, or names another supervision", async () => {
    const { ledger, accounts, supervision } = world;
    const pilot = await activePilot(world, "NOT_REQUIRED");
    await expect(ledger.suspendByOrder(pilot, accounts.administrator.address, REASON, digest("order")))
      .to.be.revertedWithCustomError(ledger, "Supervised_NotSupervision")
      .withArgs(accounts.administrator.address);
    await expect(ledger.setSupervision(accounts.stranger.address))
      .to.be.revertedWithCustomError(ledger, "Supervised_AlreadySet")
      .withArgs(await supervision.getAddress());
  });

  it("the deployer names a contract, once", async () => {
    const bare = await deployWorld();
    const stranger = bare.accounts.stranger.address;
    await expect(bare.ledger.connect(bare.accounts.stranger).setSupervision(stranger))
      .to.be.revertedWithCustomError(bare.ledger, "Supervised_NotDeployer")
      .withArgs(stranger);
    await expect(bare.ledger.setSupervision(stranger))
      .to.be.revertedWithCustomError(bare.ledger, "Supervised_NoContract")
      .withArgs(stranger);
    const gate = await (await deploySupervision(bare)).supervision.getAddress();
    await bare.ledger.setSupervision(gate);
    expect(await bare.ledger.supervision()).to.equal(gate);
  });
});

const anyReason = (reason: string) => reason !== NO_DIGEST;
