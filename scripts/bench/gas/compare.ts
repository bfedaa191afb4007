import type { ContractTransactionResponse } from "ethers";
import { digest, NO_DIGEST, REASON, type World } from "../../../test/contracts/fixture.ts";
import { applicationOf, itemOf, pilotIn, submissionOf } from "../../../test/contracts/journey.ts";
import { sixMilestones } from "./acts/applications.ts";
import { threeDigests } from "./acts/conduct.ts";
import { records } from "./acts/evidence.ts";
import { type ActName, gasOf } from "./measure.ts";
import { deployPeer, fiveFields, type Peer, URI } from "./peer.ts";
import { type Row, row } from "./row.ts";

/** What the peer can do as well as the ledger. */
export interface Comparison {
  /** The peer's gas for acts whose record it can hold byte for byte. */
  readonly sameRecord: ReadonlyMap<ActName, number>;
  /** Rows for tasks that each does in its own way. */
  readonly sameTask: readonly Row[];
}

/** Measures the ledger and the peer on one chain; always the second of its kind, since the first pays for new slots. */
export async function compare(world: World): Promise<Comparison> {
  const peer = await deployPeer();
  await peer.attest(fiveFields("first"));
  await peer.timestamp("first");
  return {
    sameRecord: await attestRecords(world, peer),
    sameTask: [...(await compareFields(world, peer)), ...(await compareBatches(world, peer))],
  };
}

/** One attestation each, whose data are those of the act's event. */
async function attestRecords(world: World, peer: Peer): Promise<Map<ActName, number>> {
  const lead = world.ledger.connect(world.accounts.lead);
  const application = await dataOf(lead.applyPilot(applicationOf(world), sixMilestones(world)));
  const pilot = await pilotIn(world, "ACTIVE");
  const submission = await dataOf(lead.submitMilestone(pilot, threeDigests(world)));
  return new Map([
    ["applyPilot, 6 milestones", await peer.attest(application)],
    ["submitMilestone, 3 digests, steady", await peer.attest(submission)],
  ]);
}

/** The same five fields: id, sector, hash, due date, URI of 60 characters. A pilot's id holds its sector. */
async function compareFields(world: World, peer: Peer): Promise<Row[]> {
  const lead = world.ledger.connect(world.accounts.lead);
  const approver = world.ledger.connect(world.accounts.approver);
  const pilot = await pilotIn(world, "ACTIVE");
  // A document takes the place of the URI: its kind, its algorithm and its digest are longer.
  const submission = (revision: number) => ({ ...submissionOf(world, 1, revision), evidence: [itemOf("TEST_REPORT")] });
  await lead.submitMilestone(pilot, submission(1));
  await approver.returnMilestone(pilot, 1, 1, REASON, NO_DIGEST);
  const submitted = await gasOf(lead.submitMilestone(pilot, submission(2)));
  const amended = await gasOf(lead.amendPilot(pilot, 1_577_836_800n, digest("document"), URI));
  const attested = await peer.attest(fiveFields("second"));
  return [
    row("five fields: submitMilestone, steady | attest", submitted, attested),
    row("five fields: amendPilot, the URI as text | attest", amended, attested),
  ];
}

/** Many digests in one transaction, as gas per digest; and a single one. */
async function compareBatches(world: World, peer: Peer): Promise<Row[]> {
  const lead = world.evidence.connect(world.accounts.lead);
  const pilot = await pilotIn(world, "ACTIVE");
  const anchor = async (count: number) =>
    Math.round((await gasOf(lead.anchorEvidence(pilot, records(count, `batch of ${count}`)))) / count);
  return [
    row("10 in a batch, per item: anchorEvidence | multiAttest", await anchor(10), await peer.attestMany(10)),
    row("100 in a batch, per item: anchorEvidence | multiTimestamp", await anchor(100), await peer.timestampMany(100)),
    row("one digest: anchorEvidence | timestamp", await anchor(1), await peer.timestamp("second")),
  ];
}

async function dataOf(sent: Promise<ContractTransactionResponse>): Promise<string> {
  const receipt = await (await sent).wait();
  const [log] = receipt?.logs ?? [];
  if (log === undefined) throw new Error("the act left no record");
  return log.data;
}
