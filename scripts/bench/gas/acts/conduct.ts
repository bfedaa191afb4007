import { numberOf } from "../../../../server/ledger/codes/code.ts";
import { VOTES } from "../../../../server/ledger/codes/pilots.ts";
import { DAY, digest, NO_DIGEST, REASON, type World } from "../../../../test/contracts/fixture.ts";
import { itemOf, pilotIn, type SubmissionStruct, submissionOf } from "../../../../test/contracts/journey.ts";
import type { Measure } from "../measure.ts";

/** A submission of a milestone with three documents. */
export function threeDigests(world: World, revision = 1): SubmissionStruct {
  const evidence = [itemOf("TEST_REPORT"), itemOf("SOURCE_HASH"), itemOf("USER_REPORT")];
  return { ...submissionOf(world, 1, revision), evidence };
}

/** Milestones, extensions, and how a running pilot pauses and ends. */
export async function conduct(world: World, measure: Measure): Promise<void> {
  const lead = world.ledger.connect(world.accounts.lead);
  const approver = world.ledger.connect(world.accounts.approver);
  const pilot = await pilotIn(world, "ACTIVE");
  const later = world.opensAt + 40 * DAY;
  await measure("requestExtension", lead.requestExtension(pilot, 1, later, REASON, digest("request")));
  await measure("grantExtension", approver.grantExtension(pilot, 1, digest("decision")));
  await lead.requestExtension(pilot, 1, later + DAY, REASON, digest("request"));
  await measure("refuseExtension", approver.refuseExtension(pilot, 1, REASON, digest("decision")));
  await measure("submitMilestone, 3 digests, first", lead.submitMilestone(pilot, threeDigests(world)));
  await measure("returnMilestone", approver.returnMilestone(pilot, 1, 1, REASON, digest("opinion")));
  await measure("submitMilestone, 3 digests, steady", lead.submitMilestone(pilot, threeDigests(world, 2)));
  await measure("acceptMilestone", approver.acceptMilestone(pilot, 1, 2, digest("decision")));
  await measure("waiveMilestone", approver.waiveMilestone(pilot, 2, REASON, digest("note")));
  const advised = await pilotIn(world, "ACTIVE");
  await lead.submitMilestone(advised, threeDigests(world));
  const experts = [world.accounts.expert1.address, world.accounts.expert2.address, world.accounts.expert3.address];
  const convened = approver.conveneMilestonePanel(advised, 1, 1, experts, 2);
  await measure("conveneMilestonePanel, 3 experts", convened);
  const ballot = [advised, 1, 1, numberOf(VOTES, "PASS"), digest("opinion")] as const;
  await measure("voteOnMilestone", world.ledger.connect(world.accounts.expert1).voteOnMilestone(...ballot));
  await world.ledger.connect(world.accounts.expert2).voteOnMilestone(...ballot);
  await measure("acceptMilestone, as a panel voted", approver.acceptMilestone(advised, 1, 1, digest("decision")));
  await measure("suspendPilot", approver.suspendPilot(pilot, REASON, digest("order")));
  await measure("resumePilot", approver.resumePilot(pilot, REASON, digest("order")));
  await measure("withdrawPilot", lead.withdrawPilot(pilot, REASON, NO_DIGEST));
  const terminated = await pilotIn(world, "ACTIVE");
  await measure("terminatePilot", approver.terminatePilot(terminated, REASON, digest("order")));
}
