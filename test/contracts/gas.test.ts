import type { ContractTransactionResponse } from "ethers";
import { numberOf } from "../../server/ledger/codes/code.ts";
import { FILING_REQUIREMENTS, VOTES } from "../../server/ledger/codes/pilots.ts";
import { DAY, deployWorld, digest, NO_DIGEST, networkHelpers, OTHER, REASON, type World } from "./fixture.ts";
import {
  anchorOf,
  applicationOf,
  applyWith,
  deliver,
  itemOf,
  type MilestonePlanStruct,
  panel,
  pilotIn,
  planOf,
  submissionOf,
  TEXT,
} from "./journey.ts";

/** Prints what acts cost; holds no figure fast. */
describe("gas", () => {
  it("is printed for every act on a pilot", async () => {
    const world = await networkHelpers.loadFixture(deployWorld);
    const costs: [act: string, gas: bigint][] = [];
    const measure = async (act: string, sent: Promise<ContractTransactionResponse>): Promise<void> => {
      const receipt = await (await sent).wait();
      costs.push([act, receipt?.gasUsed ?? 0n]);
    };
    await measureApplication(world, measure);
    await measureConduct(world, measure);
    await measureAcceptance(world, measure);
    console.log(costs.map(([act, gas]) => `      ${gas.toLocaleString("en").padStart(9)}  ${act}`).join("\n"));
  });
});

type Measure = (act: string, sent: Promise<ContractTransactionResponse>) => Promise<void>;

const sixMilestones = (world: World): MilestonePlanStruct[] => {
  const [first] = planOf(world);
  if (first === undefined) throw new Error("the plan is empty");
  return Array.from({ length: 6 }, (_, index) => ({
    ...first,
    weight: index === 0 ? 5_000 : 1_000,
    dueAt: world.opensAt + (30 + 30 * index) * DAY,
    dependsOn: index === 0 ? 0 : 1 << index,
    requiredEvidence: 1 << 4,
  }));
};

async function measureApplication(world: World, measure: Measure): Promise<void> {
  const lead = world.ledger.connect(world.accounts.lead);
  const registrar = world.ledger.connect(world.accounts.registrar);
  const approver = world.ledger.connect(world.accounts.approver);
  await applyWith(world);
  await measure("applyPilot, 3 milestones", lead.applyPilot(applicationOf(world), planOf(world)));
  await measure("applyPilot, 6 milestones", lead.applyPilot(applicationOf(world), sixMilestones(world)));
  const pilot = await applyWith(world);
  await measure("addParty", lead.addParty(pilot, OTHER, 1, digest("consent")));
  await measure("removeParty", lead.removeParty(pilot, OTHER, REASON));
  await measure("returnPilot", registrar.returnPilot(pilot, REASON, digest("gaps")));
  await measure("resubmitPilot, 3 milestones", lead.resubmitPilot(pilot, 1n, digest("form"), TEXT, planOf(world)));
  await measure("amendPilot", lead.amendPilot(pilot, 1n, digest("note"), TEXT));
  await measure("admitPilot", registrar.admitPilot(pilot));
  await measure("waitlistPilot", approver.waitlistPilot(pilot, REASON, digest("list")));
  await measure("approvePilot", approver.approvePilot(pilot, digest("decision")));
  await measure("startPilot", lead.startPilot(pilot, numberOf(FILING_REQUIREMENTS, "NOT_REQUIRED"), REASON));
}

async function measureConduct(world: World, measure: Measure): Promise<void> {
  const lead = world.ledger.connect(world.accounts.lead);
  const approver = world.ledger.connect(world.accounts.approver);
  const pilot = await pilotIn(world, "ACTIVE");
  const later = world.opensAt + 40 * DAY;
  await measure("requestExtension", lead.requestExtension(pilot, 1, later, REASON, digest("request")));
  await measure("grantExtension", approver.grantExtension(pilot, 1, digest("decision")));
  const evidence = [itemOf("TEST_REPORT"), itemOf("SOURCE_HASH"), itemOf("USER_REPORT")];
  const submission = { ...submissionOf(world, 1), evidence };
  await measure("submitMilestone, 3 digests", lead.submitMilestone(pilot, submission));
  await measure("returnMilestone", approver.returnMilestone(pilot, 1, 1, REASON, digest("opinion")));
  await lead.submitMilestone(pilot, submissionOf(world, 1, 2));
  await measure("acceptMilestone", approver.acceptMilestone(pilot, 1, 2, digest("decision")));
  await measure("waiveMilestone", approver.waiveMilestone(pilot, 2, REASON, digest("note")));
  await measure("anchorEvidence, 1 item", lead.anchorEvidence(pilot, [anchorOf("TEST_REPORT")]));
  const batch = Array.from({ length: 10 }, (_, index) => {
    const anchor = anchorOf("OPERATIONAL_RECORD");
    return { ...anchor, item: { ...anchor.item, digest: digest(`record ${index}`) } };
  });
  await measure("anchorEvidence, 10 items", lead.anchorEvidence(pilot, batch));
  await measure("suspendPilot", approver.suspendPilot(pilot, REASON, digest("order")));
  await measure("resumePilot", approver.resumePilot(pilot, REASON, digest("order")));
  await measure("withdrawPilot", lead.withdrawPilot(pilot, REASON, NO_DIGEST));
}

async function measureAcceptance(world: World, measure: Measure): Promise<void> {
  const { ledger, accounts } = world;
  const approver = ledger.connect(accounts.approver);
  const pilot = await pilotIn(world, "ACTIVE");
  await deliver(world, pilot, 1);
  await deliver(world, pilot, 2);
  await measure("advanceStage", approver.advanceStage(pilot, digest("decision")));
  await measure("requestAcceptance", ledger.connect(accounts.lead).requestAcceptance(pilot, digest("acceptance")));
  const experts = [accounts.expert1.address, accounts.expert2.address, accounts.expert3.address];
  await measure("convenePanel, 3 experts", approver.convenePanel(pilot, experts, 2));
  for (const expert of [accounts.expert1, accounts.expert2]) {
    await measure("castVote", ledger.connect(expert).castVote(pilot, numberOf(VOTES, "PASS"), digest("opinion")));
  }
  await measure("acceptPilot", approver.acceptPilot(pilot, digest("certificate")));
  await measure("archivePilot", ledger.connect(accounts.registrar).archivePilot(pilot, digest("archive")));
  await measure("grantShowcase", approver.grantShowcase(pilot, world.closesAt, digest("decision")));
  const failing = await pilotIn(world, "IN_ACCEPTANCE");
  await panel("FAIL", "FAIL")(world, failing);
  await measure("failPilot", approver.failPilot(failing, REASON, digest("minutes")));
}
