import { expect } from "chai";
import { numberOf } from "../../server/ledger/codes/code.ts";
import {
  FILING_REQUIREMENTS,
  PILOT_STATES,
  type PilotState,
  VOTES,
  type Vote,
} from "../../server/ledger/codes/pilots.ts";
import type { Hex } from "../../server/ledger/hex.ts";
import {
  deployWorld,
  digest,
  ethers,
  INSTITUTE,
  NO_DIGEST,
  NO_REASON,
  networkHelpers,
  PARTY,
  PROVINCE,
  REASON,
  role,
  type World,
} from "./fixture.ts";
import { convene, finish, panel, pilotIn, vote } from "./journey.ts";

let world: World;
let pilot: Hex;
let lead: World["ledger"];
let approver: World["ledger"];

const expertsOf = (): string[] =>
  [world.accounts.expert1, world.accounts.expert2, world.accounts.expert3].map((expert) => expert.address);

async function begin(state: Exclude<PilotState, "NONE">): Promise<void> {
  world = await networkHelpers.loadFixture(deployWorld);
  lead = world.ledger.connect(world.accounts.lead);
  approver = world.ledger.connect(world.accounts.approver);
  pilot = await pilotIn(world, state);
}

async function expectState(state: PilotState): Promise<void> {
  expect((await world.ledger.pilotOf(pilot)).state).to.equal(BigInt(numberOf(PILOT_STATES, state)));
}

describe("asking for acceptance", () => {
  beforeEach(() => begin("ACTIVE"));

  it("opens a round once every mandatory milestone is accepted or waived", async () => {
    await expect(lead.requestAcceptance(pilot, digest("acceptance")))
      .to.be.revertedWithCustomError(lead, "Pilots_MilestonesOpen")
      .withArgs(pilot, 2);
    await approver.waiveMilestone(pilot, 1, REASON, NO_DIGEST);
    await expect(lead.requestAcceptance(pilot, digest("acceptance")))
      .to.be.revertedWithCustomError(lead, "Pilots_MilestonesOpen")
      .withArgs(pilot, 1);
    await approver.waiveMilestone(pilot, 2, REASON, NO_DIGEST);
    await expect(lead.requestAcceptance(pilot, digest("acceptance")))
      .to.emit(lead, "AcceptanceRequested")
      .withArgs(pilot, world.accounts.lead.address, 1, digest("acceptance"));
    await expectState("IN_ACCEPTANCE");
  });

  it("names the manifest of its documents", async () => {
    await finish(world, pilot);
    await expect(lead.requestAcceptance(pilot, NO_DIGEST)).to.be.revertedWithCustomError(lead, "Pilots_DigestRequired");
  });

  it("waits for the filing of a service that must be filed", async () => {
    pilot = await pilotIn(world, "APPROVED");
    await lead.startPilot(pilot, numberOf(FILING_REQUIREMENTS, "REQUIRED"), NO_REASON);
    await finish(world, pilot);
    await expect(lead.requestAcceptance(pilot, digest("acceptance")))
      .to.be.revertedWithCustomError(lead, "Pilots_FilingOutstanding")
      .withArgs(pilot);
  });
});

describe("an acceptance panel", () => {
  beforeEach(() => begin("IN_ACCEPTANCE"));

  it("is convened once a round", async () => {
    await expect(approver.convenePanel(pilot, expertsOf(), 2))
      .to.emit(approver, "AcceptancePanelConvened")
      .withArgs(pilot, world.accounts.approver.address, 1, 2, expertsOf());
    const handling = await world.ledger.handlingOf(pilot);
    expect([handling.members, handling.threshold]).to.deep.equal([3n, 2n]);
    expect(handling.registrar).to.equal(world.accounts.registrar.address);
    await expect(approver.convenePanel(pilot, expertsOf(), 2))
      .to.be.revertedWithCustomError(approver, "Pilots_PanelExists")
      .withArgs(pilot, 0, 1);
  });

  it("has a threshold of more than half of its members and not more than all", async () => {
    const { expert1, expert2, expert3 } = world.accounts;
    for (const [experts, threshold] of [
      [[], 0],
      [[], 1],
      [[expert1], 0],
      [[expert1], 2],
      [[expert1, expert2], 1],
      [[expert1, expert2, expert3], 1],
      [[expert1, expert2, expert3], 4],
    ] as const) {
      const addresses = experts.map((expert) => expert.address);
      await expect(approver.convenePanel(pilot, addresses, threshold))
        .to.be.revertedWithCustomError(approver, "Pilots_PanelInvalid")
        .withArgs(addresses.length, threshold, 15);
    }
  });

  it("has at most 15 members", async () => {
    const { authority, accounts } = world;
    const experts: string[] = [];
    for (let index = 0; index < 16; index++) {
      const expert = ethers.Wallet.createRandom().address;
      await authority.assignRole(expert, role("EXPERT"), PROVINCE, []);
      await authority.connect(accounts.registrar).bindAccount(INSTITUTE, expert);
      experts.push(expert);
    }
    await expect(approver.convenePanel(pilot, experts, 9))
      .to.be.revertedWithCustomError(approver, "Pilots_PanelInvalid")
      .withArgs(16, 9, 15);
    await approver.convenePanel(pilot, experts.slice(1), 8);
    expect((await world.ledger.handlingOf(pilot)).members).to.equal(15n);
  });

  it("has experts alone, each once and without an interest", async () => {
    const { ledger, authority, accounts } = world;
    const [first = ""] = expertsOf();
    await expect(approver.convenePanel(pilot, [first, first], 2))
      .to.be.revertedWithCustomError(ledger, "Pilots_ExpertTwice")
      .withArgs(1, first);
    await expect(approver.convenePanel(pilot, [first, accounts.party.address], 2))
      .to.be.revertedWithCustomError(ledger, "Pilots_ConflictOfInterest")
      .withArgs(pilot, accounts.party.address, PARTY);
    await expect(approver.convenePanel(pilot, [first, accounts.registrar.address], 2))
      .to.be.revertedWithCustomError(authority, "Authority_MissingRole")
      .withArgs(accounts.registrar.address, role("EXPERT"));
  });
});

describe("voting", () => {
  beforeEach(async () => {
    await begin("IN_ACCEPTANCE");
  });

  const cast = (account: "expert1" | "expert2", choice: Vote, opinion: string = digest("opinion")) =>
    world.ledger.connect(world.accounts[account]).castVote(pilot, numberOf(VOTES, choice), opinion);

  it("counts each vote", async () => {
    await convene(world, pilot);
    await expect(cast("expert1", "PASS"))
      .to.emit(lead, "AcceptanceVoted")
      .withArgs(pilot, world.accounts.expert1.address, 1, numberOf(VOTES, "PASS"), digest("opinion"));
    await cast("expert2", "FAIL");
    const handling = await world.ledger.handlingOf(pilot);
    expect([handling.pass, handling.conditional, handling.fail]).to.deep.equal([1n, 0n, 1n]);
    expect([...(await world.ledger.voteOf(pilot, 0, 1, world.accounts.expert2.address))]).to.deep.equal([
      true,
      BigInt(numberOf(VOTES, "FAIL")),
    ]);
  });

  it("is for members of the round's panel, once", async () => {
    await expect(cast("expert1", "PASS"))
      .to.be.revertedWithCustomError(lead, "Pilots_NotOnPanel")
      .withArgs(pilot, 0, 1, world.accounts.expert1.address);
    await approver.convenePanel(pilot, [world.accounts.expert1.address], 1);
    await expect(cast("expert2", "PASS"))
      .to.be.revertedWithCustomError(lead, "Pilots_NotOnPanel")
      .withArgs(pilot, 0, 1, world.accounts.expert2.address);
    await cast("expert1", "PASS");
    await expect(cast("expert1", "FAIL"))
      .to.be.revertedWithCustomError(lead, "Pilots_VotedAlready")
      .withArgs(pilot, 0, 1, world.accounts.expert1.address);
  });

  it("has a choice and an opinion", async () => {
    await convene(world, pilot);
    await expect(cast("expert1", "NONE")).to.be.revertedWithCustomError(lead, "Pilots_VoteInvalid");
    await expect(cast("expert1", "PASS", NO_DIGEST)).to.be.revertedWithCustomError(lead, "Pilots_DigestRequired");
  });

  it("ends for a member who is no expert any more, or whose organisation joined the pilot", async () => {
    await convene(world, pilot);
    await world.authority.revokeRole(role("EXPERT"), world.accounts.expert1.address);
    await expect(cast("expert1", "PASS")).to.be.revertedWithCustomError(world.authority, "Authority_MissingRole");
    await lead.addParty(pilot, INSTITUTE, 1, digest("consent"));
    await expect(cast("expert2", "PASS"))
      .to.be.revertedWithCustomError(lead, "Pilots_ConflictOfInterest")
      .withArgs(pilot, world.accounts.expert2.address, INSTITUTE);
  });
});

describe("the result of a round", () => {
  beforeEach(() => begin("IN_ACCEPTANCE"));

  const accept = () => approver.acceptPilot(pilot, digest("certificate"));
  const condition = () => approver.acceptPilotConditionally(pilot, REASON, digest("conditions"));
  const fail = () => approver.failPilot(pilot, REASON, digest("minutes"));

  it("is none before a panel is convened, nor before anyone voted", async () => {
    for (const act of [accept, condition, fail]) {
      await expect(act())
        .to.be.revertedWithCustomError(approver, "Pilots_VotesInsufficient")
        .withArgs(pilot, 0, 1, 0, 1);
    }
    await convene(world, pilot);
    for (const act of [accept, condition, fail]) {
      await expect(act())
        .to.be.revertedWithCustomError(approver, "Pilots_VotesInsufficient")
        .withArgs(pilot, 0, 1, 0, 2);
    }
  });

  it("is acceptance when enough vote to pass", async () => {
    await panel("PASS", "FAIL", "PASS")(world, pilot);
    await expect(accept())
      .to.emit(approver, "PilotAccepted")
      .withArgs(pilot, world.accounts.approver.address, 1, digest("certificate"));
    await expectState("ACCEPTED");
  });

  it("is acceptance on conditions when enough vote to pass one way or the other", async () => {
    await panel("PASS", "CONDITIONAL")(world, pilot);
    await expect(accept())
      .to.be.revertedWithCustomError(approver, "Pilots_VotesInsufficient")
      .withArgs(pilot, 0, 1, 1, 2);
    await expect(fail())
      .to.be.revertedWithCustomError(approver, "Pilots_VotesInsufficient")
      .withArgs(pilot, 0, 1, 0, 2);
    await expect(condition())
      .to.emit(approver, "PilotAcceptedConditionally")
      .withArgs(pilot, world.accounts.approver.address, 1, REASON, digest("conditions"));
    await expectState("CONDITIONAL");
  });

  it("is failure when passing has become impossible", async () => {
    await convene(world, pilot);
    await vote(world, pilot, "FAIL");
    await expect(fail())
      .to.be.revertedWithCustomError(approver, "Pilots_VotesInsufficient")
      .withArgs(pilot, 0, 1, 1, 2);
    await world.ledger.connect(world.accounts.expert2).castVote(pilot, numberOf(VOTES, "FAIL"), digest("opinion"));
    await expect(condition()).to.be.revertedWithCustomError(approver, "Pilots_VotesInsufficient");
    await expect(fail())
      .to.emit(approver, "AcceptanceFailed")
      .withArgs(pilot, world.accounts.approver.address, 1, REASON, digest("minutes"));
    await expectState("FAILED");
  });

  it("fails a unanimous panel with one vote against", async () => {
    await approver.convenePanel(pilot, expertsOf(), 3);
    await vote(world, pilot, "FAIL");
    await fail();
    await expectState("FAILED");
  });

  it("has a certificate or a reason", async () => {
    await panel("PASS", "PASS")(world, pilot);
    await expect(approver.acceptPilot(pilot, NO_DIGEST)).to.be.revertedWithCustomError(
      approver,
      "Pilots_DigestRequired",
    );
    await expect(approver.acceptPilotConditionally(pilot, NO_REASON, NO_DIGEST)).to.be.revertedWithCustomError(
      approver,
      "Pilots_ReasonRequired",
    );
  });

  it("is conditional at most twice, and every round has its own panel and tally", async () => {
    for (const round of [1, 2]) {
      await panel("CONDITIONAL", "CONDITIONAL", "FAIL")(world, pilot);
      await condition();
      await lead.requestAcceptance(pilot, digest("again"));
      const handling = await world.ledger.handlingOf(pilot);
      expect(Object.values(handling).slice(1)).to.deep.equal([0n, 0n, 0n, 0n, 0n]);
      expect(handling.registrar).to.equal(world.accounts.registrar.address);
      expect((await world.ledger.pilotOf(pilot)).acceptanceRound).to.equal(BigInt(round + 1));
      const [onPanel] = await world.ledger.voteOf(pilot, 0, round + 1, world.accounts.expert1.address);
      expect(onPanel).to.equal(false);
    }
    await panel("CONDITIONAL", "PASS", "PASS")(world, pilot);
    await expect(condition()).to.be.revertedWithCustomError(approver, "Pilots_TooManyConditions").withArgs(pilot, 2);
    await accept();
    expect((await world.ledger.voteOf(pilot, 0, 1, world.accounts.expert1.address))[1]).to.equal(
      BigInt(numberOf(VOTES, "CONDITIONAL")),
    );
  });
});

describe("an accepted pilot", () => {
  beforeEach(() => begin("ACCEPTED"));

  it("is archived with its manifest", async () => {
    const registrar = world.ledger.connect(world.accounts.registrar);
    await expect(registrar.archivePilot(pilot, NO_DIGEST)).to.be.revertedWithCustomError(
      registrar,
      "Pilots_DigestRequired",
    );
    await expect(registrar.archivePilot(pilot, digest("archive")))
      .to.emit(registrar, "PilotArchived")
      .withArgs(pilot, world.accounts.registrar.address, digest("archive"));
    await expectState("ARCHIVED");
  });
});
