import { expect } from "chai";
import { numberOf } from "../../server/ledger/codes/code.ts";
import { FILING_REQUIREMENTS, PARTY_ROLES, PILOT_STATES, type PilotState } from "../../server/ledger/codes/pilots.ts";
import type { Hex } from "../../server/ledger/hex.ts";
import {
  deployWorld,
  digest,
  LEAD,
  NO_DIGEST,
  NO_REASON,
  networkHelpers,
  OTHER,
  PARTY,
  REASON,
  textOf,
  UNREGISTERED,
  type World,
} from "./fixture.ts";
import { applyWith, pilotIn, TEXT } from "./journey.ts";

const NOT_REQUIRED = numberOf(FILING_REQUIREMENTS, "NOT_REQUIRED");
const REQUIRED = numberOf(FILING_REQUIREMENTS, "REQUIRED");
const RESEARCH = numberOf(PARTY_ROLES, "RESEARCH");

let world: World;
let lead: World["ledger"];
let approver: World["ledger"];

async function begin(): Promise<void> {
  world = await networkHelpers.loadFixture(deployWorld);
  lead = world.ledger.connect(world.accounts.lead);
  approver = world.ledger.connect(world.accounts.approver);
}

async function expectState(pilot: Hex, state: PilotState): Promise<void> {
  expect((await world.ledger.pilotOf(pilot)).state).to.equal(BigInt(numberOf(PILOT_STATES, state)));
}

describe("starting a pilot", () => {
  beforeEach(begin);

  it("answers that the service need not be filed, and why", async () => {
    const pilot = await pilotIn(world, "APPROVED");
    await expect(lead.startPilot(pilot, NOT_REQUIRED, REASON))
      .to.emit(lead, "PilotStarted")
      .withArgs(pilot, world.accounts.lead.address, NOT_REQUIRED, REASON);
    await expectState(pilot, "ACTIVE");
    expect((await world.ledger.pilotOf(pilot)).filing).to.equal(BigInt(NOT_REQUIRED));
  });

  it("answers that the service must be filed, without a reason", async () => {
    const pilot = await pilotIn(world, "APPROVED");
    await expect(lead.startPilot(pilot, REQUIRED, NO_REASON))
      .to.emit(lead, "PilotStarted")
      .withArgs(pilot, world.accounts.lead.address, REQUIRED, NO_REASON);
  });

  it("takes no other answer", async () => {
    const pilot = await pilotIn(world, "APPROVED");
    for (const [filing, reason] of [
      [0, NO_REASON],
      [0, REASON],
      [NOT_REQUIRED, NO_REASON],
      [REQUIRED, REASON],
    ] as const) {
      await expect(lead.startPilot(pilot, filing, reason))
        .to.be.revertedWithCustomError(lead, "Pilots_FilingAnswerInvalid")
        .withArgs(filing, reason);
    }
  });
});

describe("orders of the approver", () => {
  beforeEach(begin);

  it("suspend and resume a pilot", async () => {
    const pilot = await pilotIn(world, "ACTIVE");
    await expect(approver.suspendPilot(pilot, REASON, digest("order")))
      .to.emit(approver, "PilotSuspended")
      .withArgs(pilot, world.accounts.approver.address, REASON, digest("order"));
    await expectState(pilot, "SUSPENDED");
    await expect(approver.resumePilot(pilot, REASON, digest("lifted")))
      .to.emit(approver, "PilotResumed")
      .withArgs(pilot, world.accounts.approver.address, REASON, digest("lifted"));
    await expectState(pilot, "ACTIVE");
  });

  it("terminate a pilot", async () => {
    const pilot = await pilotIn(world, "SUSPENDED");
    await expect(approver.terminatePilot(pilot, REASON, digest("order")))
      .to.emit(approver, "PilotTerminated")
      .withArgs(pilot, world.accounts.approver.address, REASON, digest("order"));
    await expectState(pilot, "TERMINATED");
  });

  it("give a reason", async () => {
    const active = await pilotIn(world, "ACTIVE");
    const suspended = await pilotIn(world, "SUSPENDED");
    for (const act of [
      () => approver.suspendPilot(active, NO_REASON, digest("order")),
      () => approver.resumePilot(suspended, NO_REASON, digest("order")),
      () => approver.terminatePilot(active, NO_REASON, digest("order")),
    ]) {
      await expect(act()).to.be.revertedWithCustomError(approver, "Pilots_ReasonRequired");
    }
  });
});

describe("the lead of an open pilot", () => {
  beforeEach(begin);

  it("amends its text and budget, each time a new version", async () => {
    const pilot = await pilotIn(world, "ACTIVE");
    for (const version of [2, 3]) {
      await expect(lead.amendPilot(pilot, 9n, NO_DIGEST, TEXT))
        .to.emit(lead, "PilotAmended")
        .withArgs(pilot, world.accounts.lead.address, version, 9n, NO_DIGEST, TEXT);
    }
    await expectState(pilot, "ACTIVE");
    await expect(lead.amendPilot(pilot, 9n, NO_DIGEST, textOf(8_193)))
      .to.be.revertedWithCustomError(lead, "Pilots_TextLength")
      .withArgs(8_193, 8_192);
  });

  it("gives it up, for a reason", async () => {
    const pilot = await applyWith(world);
    await expect(lead.withdrawPilot(pilot, NO_REASON, NO_DIGEST)).to.be.revertedWithCustomError(
      lead,
      "Pilots_ReasonRequired",
    );
    await expect(lead.withdrawPilot(pilot, REASON, digest("letter")))
      .to.emit(lead, "PilotWithdrawn")
      .withArgs(pilot, world.accounts.lead.address, REASON, digest("letter"));
    await expectState(pilot, "WITHDRAWN");
  });
});

describe("the parties of a pilot", () => {
  let pilot: Hex;

  beforeEach(async () => {
    await begin();
    pilot = await applyWith(world);
  });

  it("join with a role and their consent", async () => {
    await expect(lead.addParty(pilot, OTHER, RESEARCH, digest("consent")))
      .to.emit(lead, "PartyJoined")
      .withArgs(pilot, world.accounts.lead.address, OTHER, RESEARCH, digest("consent"));
    expect((await world.ledger.standingOf(pilot, OTHER)).role).to.equal(BigInt(RESEARCH));
    await expect(lead.addParty(pilot, PARTY, 0, digest("consent"))).to.be.revertedWithCustomError(
      lead,
      "Pilots_PartyRoleRequired",
    );
    await expect(lead.addParty(pilot, PARTY, RESEARCH, NO_DIGEST)).to.be.revertedWithCustomError(
      lead,
      "Pilots_DigestRequired",
    );
  });

  it("join once, and are not the lead", async () => {
    await lead.addParty(pilot, OTHER, RESEARCH, digest("consent"));
    for (const organisation of [OTHER, LEAD]) {
      await expect(lead.addParty(pilot, organisation, RESEARCH, digest("consent")))
        .to.be.revertedWithCustomError(lead, "Pilots_PartyExists")
        .withArgs(pilot, organisation);
    }
  });

  it("are registered and active", async () => {
    const { authority, accounts } = world;
    await expect(lead.addParty(pilot, UNREGISTERED, RESEARCH, digest("consent")))
      .to.be.revertedWithCustomError(authority, "Authority_OrganisationUnknown")
      .withArgs(UNREGISTERED);
    await authority.connect(accounts.registrar).setOrganisationStatus(OTHER, 3, REASON);
    await expect(lead.addParty(pilot, OTHER, RESEARCH, digest("consent")))
      .to.be.revertedWithCustomError(authority, "Authority_OrganisationNotActive")
      .withArgs(OTHER, 3);
  });

  it("leave when the lead or they themselves say so, and can join again", async () => {
    const { accounts, ledger } = world;
    for (const account of ["lead", "party"] as const) {
      await lead.addParty(pilot, PARTY, RESEARCH, digest("consent"));
      await expect(ledger.connect(accounts[account]).removeParty(pilot, PARTY, REASON))
        .to.emit(ledger, "PartyLeft")
        .withArgs(pilot, accounts[account].address, PARTY, REASON);
      expect((await ledger.standingOf(pilot, PARTY)).role).to.equal(0n);
    }
  });

  it("leave for a reason, if they were there", async () => {
    const { accounts, ledger } = world;
    for (const act of [
      () => lead.removeParty(pilot, PARTY, REASON),
      () => ledger.connect(accounts.party).removeParty(pilot, PARTY, REASON),
    ]) {
      await expect(act()).to.be.revertedWithCustomError(ledger, "Pilots_NotParty").withArgs(pilot, PARTY);
    }
    await lead.addParty(pilot, PARTY, RESEARCH, digest("consent"));
    await expect(lead.removeParty(pilot, PARTY, NO_REASON)).to.be.revertedWithCustomError(
      ledger,
      "Pilots_ReasonRequired",
    );
    await expect(ledger.connect(accounts.outsider).removeParty(pilot, PARTY, REASON))
      .to.be.revertedWithCustomError(ledger, "Pilots_NotLead")
      .withArgs(pilot, OTHER);
  });
});
