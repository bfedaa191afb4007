/** A history in which every event of the contracts occurs. */

import { ORGANISATION_STATUSES } from "../../server/ledger/codes/authority.ts";
import { numberOf } from "../../server/ledger/codes/code.ts";
import {
  DIGEST_ALGORITHMS,
  DISPUTE_CAPACITIES,
  DISPUTE_RESULTS,
  type DisputeCapacity,
} from "../../server/ledger/codes/evidence.ts";
import type { Hex } from "../../server/ledger/hex.ts";
import {
  DAY,
  digest,
  HANGZHOU,
  kindNumber,
  NO_DIGEST,
  named,
  OTHER,
  PARTY,
  REASON,
  role,
  type World,
} from "./fixture.ts";
import {
  adviseOnMilestone,
  anchorOf,
  evidenceBatchOf,
  pilotIn,
  planOf,
  REACHABLE_STATES,
  submissionOf,
  TEXT,
} from "./journey.ts";
import { deploySupervision } from "./supervision/fixture.ts";

export async function writeChronicle(world: World): Promise<void> {
  for (const state of REACHABLE_STATES) await pilotIn(world, state);
  await changeApplications(world);
  await workOnMilestones(world);
  await showAndHide(world);
  await changeAuthority(world);
  const { supervision } = await deploySupervision(world);
  await world.ledger.setSupervision(await supervision.getAddress());
  await world.ledger.connect(world.accounts.approver).closeProgramme(world.programme, REASON);
}

async function changeApplications(world: World): Promise<void> {
  const lead = world.ledger.connect(world.accounts.lead);
  const returned = await pilotIn(world, "RETURNED");
  await lead.resubmitPilot(returned, 5n, digest("again"), TEXT, planOf(world));
  await lead.amendPilot(returned, 6n, NO_DIGEST, TEXT);
  await lead.removeParty(returned, PARTY, REASON);
  const suspended = await pilotIn(world, "SUSPENDED");
  await world.ledger.connect(world.accounts.approver).resumePilot(suspended, REASON, NO_DIGEST);
}

async function workOnMilestones(world: World): Promise<void> {
  const lead = world.ledger.connect(world.accounts.lead);
  const approver = world.ledger.connect(world.accounts.approver);
  const pilot = await pilotIn(world, "ACTIVE");
  await lead.requestExtension(pilot, 1, world.opensAt + 40 * DAY, REASON, NO_DIGEST);
  await approver.refuseExtension(pilot, 1, REASON, NO_DIGEST);
  await lead.requestExtension(pilot, 1, world.opensAt + 35 * DAY, REASON, NO_DIGEST);
  await approver.grantExtension(pilot, 1, digest("decision"));
  await lead.submitMilestone(pilot, submissionOf(world, 1));
  await adviseOnMilestone(world, pilot, 1, "FAIL", "FAIL");
  await approver.returnMilestone(pilot, 1, 1, REASON, NO_DIGEST);
  await approver.waiveMilestone(pilot, 2, REASON, NO_DIGEST);
  await disputeEvidence(world, pilot);
}

async function disputeEvidence(world: World, pilot: Hex): Promise<void> {
  const { evidence, accounts } = world;
  const lead = evidence.connect(accounts.lead);
  const key = (name: string) =>
    [pilot, 0, accounts.lead.address, numberOf(DIGEST_ALGORITHMS, "sha256"), digest(name)] as const;
  await lead.anchorEvidence(pilot, [anchorOf("TEST_REPORT"), anchorOf("SOURCE_HASH")]);
  await lead.anchorBatch(pilot, evidenceBatchOf(digest("root")));
  const [report, source, records] = [
    await evidence.anchorId(...key("TEST_REPORT")),
    await evidence.anchorId(...key("SOURCE_HASH")),
    await evidence.batchId(...key("root")),
  ];
  const witness = evidence.connect(accounts.witness);
  await witness.attestEvidence(pilot, records, digest("statement"));
  const capacity = (name: DisputeCapacity) => numberOf(DISPUTE_CAPACITIES, name);
  await evidence.connect(accounts.inspector).disputeEvidence(pilot, report, capacity("INSPECTOR"), REASON, NO_DIGEST);
  await witness.disputeEvidence(pilot, report, capacity("WITNESS"), REASON, digest("grounds"));
  await witness.withdrawDispute(pilot, report, 2, REASON);
  const upheld = numberOf(DISPUTE_RESULTS, "UPHELD");
  await evidence.connect(accounts.decider).resolveDispute(pilot, report, 1, upheld, REASON, digest("decision"));
  await lead.supersedeEvidence(pilot, report, source, REASON, NO_DIGEST);
}

async function showAndHide(world: World): Promise<void> {
  const approver = world.ledger.connect(world.accounts.approver);
  const pilot = await pilotIn(world, "ACCEPTED");
  await approver.advanceStage(pilot, digest("decision"));
  await approver.grantShowcase(pilot, world.closesAt, digest("decision"));
  await approver.revokeShowcase(pilot, REASON, NO_DIGEST);
}

async function changeAuthority(world: World): Promise<void> {
  const { authority, accounts } = world;
  const registrar = authority.connect(accounts.registrar);
  await authority.pause(REASON);
  await authority.unpause(REASON);
  await authority.revokeRole(role("APPROVER"), accounts.cityApprover.address);
  await registrar.updateOrganisation(OTHER, HANGZHOU, kindNumber("CARRIER"), named("Renamed"));
  await registrar.setOrganisationStatus(OTHER, numberOf(ORGANISATION_STATUSES, "SUSPENDED"), REASON);
  await registrar.revokeAccount(accounts.outsider.address, REASON);
  await authority.connect(accounts.leadColleague).reportKeyCompromise(accounts.lead.address, world.opensAt);
}
