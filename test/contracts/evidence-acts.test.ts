import { expect } from "chai";
import { anchorId } from "../../server/ledger/anchor-id.ts";
import { numberOf } from "../../server/ledger/codes/code.ts";
import {
  DISPUTE_CAPACITIES,
  DISPUTE_RESULTS,
  type DisputeCapacity,
  type DisputeResult,
} from "../../server/ledger/codes/evidence.ts";
import { PARTY_ROLES } from "../../server/ledger/codes/pilots.ts";
import type { Address, Hex } from "../../server/ledger/hex.ts";
import { packPilotId } from "../../server/ledger/ids.ts";
import {
  type AccountName,
  deployWorld,
  digest,
  HANGZHOU,
  LEAD,
  NINGBO,
  NO_DIGEST,
  NO_REASON,
  NOTARY,
  networkHelpers,
  OTHER,
  PARTY,
  REASON,
  role,
  type World,
} from "./fixture.ts";
import { anchorOf, pilotIn, submissionOf } from "./journey.ts";
import { domainOf, signAct } from "./signatures.ts";

const SHA256 = 1;
const UNKNOWN = digest("unknown");
const capacity = (name: DisputeCapacity) => numberOf(DISPUTE_CAPACITIES, name);
const result = (name: DisputeResult) => numberOf(DISPUTE_RESULTS, name);

describe("evidence that was anchored", () => {
  let world: World;
  let pilot: Hex;
  let report: Hex;
  let source: Hex;

  beforeEach(async () => {
    world = await networkHelpers.loadFixture(deployWorld);
    pilot = await pilotIn(world, "ACTIVE");
    await as("lead").anchorEvidence(pilot, [anchorOf("TEST_REPORT"), anchorOf("SOURCE_HASH")]);
    report = idOf("lead", "TEST_REPORT");
    source = idOf("lead", "SOURCE_HASH");
  });

  const as = (account: AccountName) => world.evidence.connect(world.accounts[account]);
  const idOf = (account: AccountName, name: string): Hex =>
    anchorId({
      pilot,
      milestone: 0,
      submitter: world.accounts[account].address as Address,
      algorithm: SHA256,
      digest: digest(name),
    });
  const attest = (account: AccountName, evidence = report) =>
    as(account).attestEvidence(pilot, evidence, digest("statement"));
  const dispute = (account: AccountName, by: DisputeCapacity) =>
    as(account).disputeEvidence(pilot, report, capacity(by), REASON, digest("grounds"));
  const resolve = (account: AccountName, number = 1, outcome: DisputeResult = "DISMISSED") =>
    as(account).resolveDispute(pilot, report, number, result(outcome), REASON, digest("decision"));
  const supersede = (account: AccountName, former = report, replacement = source) =>
    as(account).supersedeEvidence(pilot, former, replacement, REASON, digest("note"));

  async function refuses(act: Promise<unknown>, error: string, ...args: unknown[]): Promise<void> {
    await expect(act)
      .to.be.revertedWithCustomError(error.startsWith("Authority") ? world.authority : world.evidence, error)
      .withArgs(...args);
  }

  it("is named as the server names it", async () => {
    const { address } = world.accounts.lead;
    expect(await world.evidence.anchorId(pilot, 0, address, SHA256, digest("TEST_REPORT"))).to.equal(report);
    expect((await world.evidence.evidenceOf(pilot, report)).submitter).to.equal(LEAD);
  });

  it("is none that was never anchored, or to another pilot", async () => {
    const other = await pilotIn(world, "ACTIVE");
    for (const [subject, evidence] of [
      [pilot, UNKNOWN],
      [other, report],
    ] as const) {
      for (const act of [
        as("witness").attestEvidence(subject, evidence, digest("statement")),
        as("inspector").disputeEvidence(subject, evidence, capacity("INSPECTOR"), REASON, NO_DIGEST),
        as("decider").resolveDispute(subject, evidence, 1, result("UPHELD"), REASON, NO_DIGEST),
        as("inspector").withdrawDispute(subject, evidence, 1, REASON),
        as("lead").supersedeEvidence(subject, evidence, digest("replacement"), REASON, NO_DIGEST),
      ]) {
        await expect(act).to.be.revertedWithCustomError(world.evidence, "Evidence_Unknown");
      }
    }
    const nowhere = packPilotId({ province: "ZJ", year: 2019, region: "330100", field: "JUD", serial: 9_999 });
    await refuses(as("lead").anchorEvidence(nowhere, [anchorOf("TEST_REPORT")]), "Pilots_Unknown", nowhere);
  });

  describe("is attested", () => {
    it("by a witness, once, also after the pilot ended", async () => {
      await world.ledger.connect(world.accounts.approver).terminatePilot(pilot, REASON, NO_DIGEST);
      const { address } = world.accounts.witness;
      await expect(attest("witness"))
        .to.emit(world.evidence, "EvidenceAttested")
        .withArgs(pilot, address, report, digest("statement"));
      const at = await networkHelpers.time.latest();
      expect(await world.evidence.attestedAt(report, address)).to.equal(BigInt(at));
      await refuses(attest("witness"), "Evidence_AlreadyAttested", report, address, at);
      await attest("witness", source);
    });

    it("by a witness's signature, sent by anybody", async () => {
      const call = world.evidence.interface.encodeFunctionData("attestEvidence", [pilot, report, digest("statement")]);
      const { act, signature } = await signAct(
        world,
        world.accounts.witness,
        call,
        {},
        await domainOf(world.evidence, "evidence"),
      );
      await expect(as("stranger").executeSigned(act, signature))
        .to.emit(world.evidence, "EvidenceAttested")
        .withArgs(pilot, world.accounts.witness.address, report, digest("statement"));
      await world.authority.connect(world.accounts.registrar).revokeAccount(world.accounts.witness.address, REASON);
      const later = await signAct(
        world,
        world.accounts.witness,
        call,
        { nonce: 1n },
        await domainOf(world.evidence, "evidence"),
      );
      await expect(as("stranger").executeSigned(later.act, later.signature)).to.be.revertedWithCustomError(
        world.authority,
        "Authority_AccountRevoked",
      );
    });

    it("with no revoked key", async () => {
      await world.authority
        .connect(world.accounts.witness)
        .reportKeyCompromise(world.accounts.witness.address, world.opensAt);
      await refuses(
        attest("witness"),
        "Authority_AccountRevoked",
        world.accounts.witness.address,
        await networkHelpers.time.latest(),
      );
    });

    it("with a statement", async () => {
      await expect(as("witness").attestEvidence(pilot, report, NO_DIGEST)).to.be.revertedWithCustomError(
        world.evidence,
        "Pilots_DigestRequired",
      );
    });

    it("by none without the role, or with it elsewhere", async () => {
      const { inspector, outsider } = world.accounts;
      await refuses(attest("inspector"), "Authority_MissingRole", inspector.address, role("WITNESS"));
      await world.authority.assignRole(outsider.address, role("WITNESS"), NINGBO, []);
      await expect(attest("outsider")).to.be.revertedWithCustomError(world.authority, "Authority_OutOfJurisdiction");
    });

    it("by none with an interest in it", async () => {
      await refuses(attest("party"), "Pilots_ConflictOfInterest", pilot, world.accounts.party.address, PARTY);
      const { lead, leadColleague } = world.accounts;
      await world.authority.assignRole(leadColleague.address, role("WITNESS"), HANGZHOU, []);
      await refuses(attest("leadColleague"), "Pilots_ConflictOfInterest", pilot, leadColleague.address, LEAD);
      expect(lead.address).not.to.equal(leadColleague.address);
    });

    it("by the pilot's own witness, unless it submitted the evidence", async () => {
      const party = [pilot, NOTARY, numberOf(PARTY_ROLES, "WITNESS"), digest("consent")] as const;
      await world.ledger.connect(world.accounts.lead).addParty(...party);
      await attest("witness");
      await as("witness").anchorEvidence(pilot, [anchorOf("TEST_REPORT")]);
      await refuses(
        attest("witness", idOf("witness", "TEST_REPORT")),
        "Pilots_ConflictOfInterest",
        pilot,
        world.accounts.witness.address,
        NOTARY,
      );
    });
  });

  describe("is attested by none whose organisation submitted a milestone", () => {
    it("though it left the pilot, or came back as its witness", async () => {
      const { lead, party } = world.accounts;
      await world.ledger.connect(party).submitMilestone(pilot, submissionOf(world, 1));
      await world.ledger.connect(lead).removeParty(pilot, PARTY, REASON);
      await refuses(attest("party"), "Pilots_ConflictOfInterest", pilot, party.address, PARTY);
      await world.ledger.connect(lead).addParty(pilot, PARTY, numberOf(PARTY_ROLES, "WITNESS"), digest("consent"));
      await refuses(attest("party"), "Pilots_ConflictOfInterest", pilot, party.address, PARTY);
    });
  });

  describe("is disputed", () => {
    it("by a participant, a witness or an inspector, each dispute with a number", async () => {
      for (const [index, [account, by]] of (
        [
          ["party", "PARTICIPANT"],
          ["witness", "WITNESS"],
          ["inspector", "INSPECTOR"],
        ] as const
      ).entries()) {
        await expect(dispute(account, by))
          .to.emit(world.evidence, "EvidenceDisputed")
          .withArgs(pilot, world.accounts[account].address, report, index + 1, capacity(by), REASON, digest("grounds"));
      }
      const entry = await world.evidence.evidenceOf(pilot, report);
      expect([entry.disputes, entry.openDisputes]).to.deep.equal([3n, 3n]);
      expect((await world.evidence.disputeOf(report, 2)).raisedBy).to.equal(world.accounts.witness.address);
    });

    it("in a capacity one has, with a reason", async () => {
      await refuses(dispute("outsider", "PARTICIPANT"), "Pilots_NotParty", pilot, OTHER);
      await refuses(
        dispute("witness", "INSPECTOR"),
        "Authority_MissingRole",
        world.accounts.witness.address,
        role("INSPECTOR"),
      );
      await refuses(
        dispute("party", "INSPECTOR"),
        "Pilots_ConflictOfInterest",
        pilot,
        world.accounts.party.address,
        PARTY,
      );
      await expect(dispute("inspector", "NONE")).to.be.revertedWithCustomError(
        world.evidence,
        "Evidence_CapacityRequired",
      );
      await expect(
        as("inspector").disputeEvidence(pilot, report, capacity("INSPECTOR"), NO_REASON, NO_DIGEST),
      ).to.be.revertedWithCustomError(world.evidence, "Pilots_ReasonRequired");
    });

    it("a hundred times at most", async () => {
      const one = world.evidence.interface.encodeFunctionData("disputeEvidence", [
        pilot,
        report,
        capacity("INSPECTOR"),
        REASON,
        NO_DIGEST,
      ]);
      await as("inspector").batch(Array.from({ length: 50 }, () => one));
      await as("inspector").batch(Array.from({ length: 50 }, () => one));
      await refuses(dispute("inspector", "INSPECTOR"), "Evidence_TooManyDisputes", report, 100);
    });

    it("until a decider upholds or dismisses it", async () => {
      for (const [index, outcome] of (["UPHELD", "DISMISSED"] as const).entries()) {
        const number = index + 1;
        await dispute("inspector", "INSPECTOR");
        await expect(resolve("decider", number, outcome))
          .to.emit(world.evidence, "EvidenceDisputeResolved")
          .withArgs(pilot, world.accounts.decider.address, report, number, result(outcome), REASON, digest("decision"));
        expect((await world.evidence.disputeOf(report, number)).result).to.equal(BigInt(result(outcome)));
        await refuses(resolve("decider", number), "Evidence_NoOpenDispute", report, number);
      }
      expect((await world.evidence.evidenceOf(pilot, report)).openDisputes).to.equal(0n);
      await refuses(resolve("decider", 3), "Evidence_NoOpenDispute", report, 3);
    });

    it("and decided on by none who raised it or has an interest in it, as upheld or dismissed", async () => {
      const { decider, party } = world.accounts;
      await world.authority.assignRole(decider.address, role("INSPECTOR"), HANGZHOU, []);
      await dispute("decider", "INSPECTOR");
      await refuses(resolve("decider"), "Evidence_DisputantMayNotDecide", report, decider.address);
      await refuses(resolve("party"), "Pilots_ConflictOfInterest", pilot, party.address, PARTY);
      await refuses(resolve("inspector"), "Authority_MissingRole", world.accounts.inspector.address, role("DECIDER"));
      await dispute("inspector", "INSPECTOR");
      for (const outcome of ["OPEN", "WITHDRAWN"] as const) {
        await refuses(resolve("decider", 2, outcome), "Evidence_ResultInvalid", result(outcome));
      }
      await expect(
        as("decider").resolveDispute(pilot, report, 2, result("UPHELD"), NO_REASON, NO_DIGEST),
      ).to.be.revertedWithCustomError(world.evidence, "Pilots_ReasonRequired");
    });

    it("nor by the organisation that submitted it, though it left the pilot", async () => {
      const { lead, party } = world.accounts;
      await as("party").anchorEvidence(pilot, [anchorOf("USER_REPORT")]);
      const own = idOf("party", "USER_REPORT");
      await world.ledger.connect(lead).removeParty(pilot, PARTY, REASON);
      await as("witness").disputeEvidence(pilot, own, capacity("WITNESS"), REASON, digest("grounds"));
      await world.authority.assignRole(party.address, role("DECIDER"), HANGZHOU, []);
      const resolved = as("party").resolveDispute(pilot, own, 1, result("DISMISSED"), REASON, digest("decision"));
      await refuses(resolved, "Pilots_ConflictOfInterest", pilot, party.address, PARTY);
    });

    it("until those who raised it withdraw it", async () => {
      await dispute("witness", "WITNESS");
      await refuses(
        as("inspector").withdrawDispute(pilot, report, 1, REASON),
        "Evidence_NotDisputant",
        report,
        world.accounts.inspector.address,
      );
      await expect(as("witness").withdrawDispute(pilot, report, 1, REASON))
        .to.emit(world.evidence, "EvidenceDisputeResolved")
        .withArgs(pilot, world.accounts.witness.address, report, 1, result("WITHDRAWN"), REASON, NO_DIGEST);
      await refuses(resolve("decider"), "Evidence_NoOpenDispute", report, 1);
    });
  });

  describe("is superseded", () => {
    it("by other evidence of its submitter, and stays on record", async () => {
      await expect(supersede("leadColleague"))
        .to.emit(world.evidence, "EvidenceSuperseded")
        .withArgs(pilot, world.accounts.leadColleague.address, report, source, REASON, digest("note"));
      const entry = await world.evidence.evidenceOf(pilot, report);
      expect([entry.superseded, entry.anchoredAt > 0n]).to.deep.equal([true, true]);
      expect((await world.evidence.evidenceOf(pilot, source)).superseded).to.equal(false);
    });

    it("once, and never in a circle", async () => {
      await supersede("lead");
      await refuses(supersede("lead"), "Evidence_AlreadySuperseded", report);
      await refuses(supersede("lead", source, report), "Evidence_AlreadySuperseded", report);
      await refuses(supersede("lead", source, source), "Evidence_ReplacesItself", source);
    });

    it("by nobody else, and with nothing of others", async () => {
      await as("party").anchorEvidence(pilot, [anchorOf("TEST_REPORT")]);
      const theirs = idOf("party", "TEST_REPORT");
      await refuses(supersede("party", report, theirs), "Evidence_NotSubmitter", report, PARTY);
      await refuses(supersede("lead", report, theirs), "Evidence_NotSubmitter", theirs, LEAD);
      await expect(supersede("lead", report, UNKNOWN)).to.be.revertedWithCustomError(
        world.evidence,
        "Evidence_Unknown",
      );
      await expect(
        as("lead").supersedeEvidence(pilot, report, source, NO_REASON, NO_DIGEST),
      ).to.be.revertedWithCustomError(world.evidence, "Pilots_ReasonRequired");
    });
  });
});
