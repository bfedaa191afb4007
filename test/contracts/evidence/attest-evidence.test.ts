/*
 * attestEvidence
 * ├── it is refused for evidence that was not anchored to the pilot
 * ├── it is refused to an account without the role, or with it elsewhere
 * ├── it is refused with a revoked key, also by signature
 * ├── given an organisation with an interest
 * │   ├── it is refused to the lead and to a party
 * │   ├── it is refused to the organisation that submitted the evidence, though it is the pilot's witness
 * │   └── it is refused to one that submitted a milestone, though it left or came back as the witness
 * ├── it is refused a second time
 * ├── it is refused without a statement
 * ├── it attests the evidence, also after the pilot ended
 * ├── it attests it in the name of the pilot's own witness
 * └── it attests it by the witness's signature, sent by anybody
 */
import { expect } from "chai";
import { numberOf } from "../../../server/ledger/codes/code.ts";
import { PARTY_ROLES } from "../../../server/ledger/codes/pilots.ts";
import type { Hex } from "../../../server/ledger/hex.ts";
import {
  type AccountName,
  digest,
  HANGZHOU,
  LEAD,
  NINGBO,
  NO_DIGEST,
  NOTARY,
  networkHelpers,
  PARTY,
  REASON,
  role,
} from "../fixture.ts";
import { anchorOf } from "../journey.ts";
import { domainOf, signAct } from "../signatures.ts";
import { type EvidenceScene, evidenceScene, UNKNOWN } from "./scene.ts";

const WITNESS = numberOf(PARTY_ROLES, "WITNESS");

describe("attestEvidence", () => {
  let scene: EvidenceScene;

  beforeEach(async () => {
    scene = await evidenceScene();
  });

  const attest = (by: AccountName, evidence = scene.report, statement = digest("statement")) =>
    scene.by(by).attestEvidence(scene.pilot, evidence, statement);
  const conflict = (by: AccountName, organisation: Hex) =>
    ["Pilots_ConflictOfInterest", scene.pilot, scene.address(by), organisation] as const;
  async function signed(nonce: bigint) {
    const { world, pilot, report } = scene;
    const call = world.evidence.interface.encodeFunctionData("attestEvidence", [pilot, report, digest("statement")]);
    const domain = await domainOf(world.evidence, "EvidenceLedger");
    const { act, signature } = await signAct(world, world.accounts.witness, call, { nonce }, domain);
    return scene.by("stranger").executeSigned(act, signature);
  }

  it("is refused for evidence that was not anchored to the pilot", async () => {
    await scene.refuses(attest("witness", UNKNOWN), "Evidence_Unknown", scene.pilot, UNKNOWN);
    const { pilot } = await scene.another("ACTIVE");
    const elsewhere = scene.by("witness").attestEvidence(pilot, scene.report, digest("statement"));
    await scene.refuses(elsewhere, "Evidence_Unknown", pilot, scene.report);
  });

  it("is refused to an account without the role, or with it elsewhere", async () => {
    await scene.refuses(attest("inspector"), "Authority_MissingRole", scene.address("inspector"), role("WITNESS"));
    await scene.world.authority.assignRole(scene.address("outsider"), role("WITNESS"), NINGBO, []);
    await scene.refuses(attest("outsider"), "Authority_OutOfJurisdiction");
  });

  it("is refused with a revoked key, also by signature", async () => {
    const { authority, accounts, opensAt } = scene.world;
    await authority.connect(accounts.witness).reportKeyCompromise(accounts.witness.address, opensAt);
    const refusal = ["Authority_AccountRevoked", accounts.witness.address, await networkHelpers.time.latest()] as const;
    await scene.refuses(attest("witness"), ...refusal);
    await scene.refuses(signed(0n), ...refusal);
  });

  it("is refused to the lead and to a party", async () => {
    await scene.refuses(attest("party"), ...conflict("party", PARTY));
    await scene.world.authority.assignRole(scene.address("leadColleague"), role("WITNESS"), HANGZHOU, []);
    await scene.refuses(attest("leadColleague"), ...conflict("leadColleague", LEAD));
  });

  it("is refused to the organisation that submitted the evidence, though it is the pilot's witness", async () => {
    await scene.as("lead").addParty(scene.pilot, NOTARY, WITNESS, digest("consent"));
    await scene.by("witness").anchorEvidence(scene.pilot, [anchorOf("TEST_REPORT")]);
    const own = scene.idOf("witness", "TEST_REPORT");
    await scene.refuses(attest("witness", own), ...conflict("witness", NOTARY));
  });

  it("is refused to one that submitted a milestone, though it left or came back as the witness", async () => {
    await scene.submit(1, 1, {}, "party");
    await scene.as("lead").removeParty(scene.pilot, PARTY, REASON);
    await scene.refuses(attest("party"), ...conflict("party", PARTY));
    await scene.as("lead").addParty(scene.pilot, PARTY, WITNESS, digest("consent"));
    await scene.refuses(attest("party"), ...conflict("party", PARTY));
  });

  it("is refused a second time", async () => {
    await attest("witness");
    const at = await networkHelpers.time.latest();
    const refusal = [scene.report, scene.address("witness"), at];
    await scene.refuses(attest("witness"), "Evidence_AlreadyAttested", ...refusal);
    await attest("witness", scene.source);
  });

  it("is refused without a statement", () =>
    scene.refuses(attest("witness", scene.report, NO_DIGEST), "Pilots_DigestRequired"));

  it("attests the evidence, also after the pilot ended", async () => {
    await scene.as("approver").terminatePilot(scene.pilot, REASON, NO_DIGEST);
    const values = [scene.pilot, scene.address("witness"), scene.report, digest("statement")];
    await scene.records(attest("witness"), "EvidenceAttested", ...values);
    const at = BigInt(await networkHelpers.time.latest());
    expect(await scene.world.evidence.attestedAt(scene.report, scene.address("witness"))).to.equal(at);
  });

  it("attests it in the name of the pilot's own witness", async () => {
    await scene.as("lead").addParty(scene.pilot, NOTARY, WITNESS, digest("consent"));
    await attest("witness");
  });

  it("attests it by the witness's signature, sent by anybody", async () => {
    const values = [scene.pilot, scene.address("witness"), scene.report, digest("statement")];
    await scene.records(signed(0n), "EvidenceAttested", ...values);
  });
});
