import { numberOf } from "../../../../server/ledger/codes/code.ts";
import { VOTES } from "../../../../server/ledger/codes/pilots.ts";
import { digest, REASON, type World } from "../../../../test/contracts/fixture.ts";
import { finish, panel, pilotIn } from "../../../../test/contracts/journey.ts";
import type { Measure } from "../measure.ts";

/** From the request for acceptance to the archive, and the stages of what a pilot made. */
export async function acceptance(world: World, measure: Measure): Promise<void> {
  const { ledger, accounts } = world;
  const approver = ledger.connect(accounts.approver);
  const pilot = await pilotIn(world, "ACTIVE");
  await finish(world, pilot);
  await measure("advanceStage", approver.advanceStage(pilot, digest("decision")));
  await measure("requestAcceptance", ledger.connect(accounts.lead).requestAcceptance(pilot, digest("acceptance")));
  const experts = [accounts.expert1.address, accounts.expert2.address, accounts.expert3.address];
  await measure("convenePanel, 3 experts", approver.convenePanel(pilot, experts, 2));
  const pass = numberOf(VOTES, "PASS");
  await measure("castVote", ledger.connect(accounts.expert1).castVote(pilot, pass, digest("opinion")));
  await ledger.connect(accounts.expert2).castVote(pilot, pass, digest("opinion"));
  await measure("acceptPilot", approver.acceptPilot(pilot, digest("certificate")));
  await measure("archivePilot", ledger.connect(accounts.registrar).archivePilot(pilot, digest("archive")));
  await measure("grantShowcase", approver.grantShowcase(pilot, world.closesAt, digest("decision")));
  await measure("revokeShowcase", approver.revokeShowcase(pilot, REASON, digest("decision")));

  const conditional = await pilotIn(world, "IN_ACCEPTANCE");
  await panel("CONDITIONAL", "CONDITIONAL")(world, conditional);
  const onConditions = approver.acceptPilotConditionally(conditional, REASON, digest("minutes"));
  await measure("acceptPilotConditionally", onConditions);
  const failing = await pilotIn(world, "IN_ACCEPTANCE");
  await panel("FAIL", "FAIL")(world, failing);
  await measure("failPilot", approver.failPilot(failing, REASON, digest("minutes")));
}
