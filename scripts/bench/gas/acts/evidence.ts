import { numberOf } from "../../../../server/ledger/codes/code.ts";
import { DIGEST_ALGORITHMS, DISPUTE_CAPACITIES, DISPUTE_RESULTS } from "../../../../server/ledger/codes/evidence.ts";
import type { Hex } from "../../../../server/ledger/hex.ts";
import { digest, REASON, type World } from "../../../../test/contracts/fixture.ts";
import { type AnchorStruct, anchorOf, evidenceBatchOf, pilotIn } from "../../../../test/contracts/journey.ts";
import type { Measure } from "../measure.ts";

/** Operational records to be anchored, each with a digest of its own. */
export function records(count: number, series: string): AnchorStruct[] {
  return Array.from({ length: count }, (_, index) => {
    const anchor = anchorOf("OPERATIONAL_RECORD");
    return { ...anchor, item: { ...anchor.item, digest: digest(`${series} ${index}`) } };
  });
}

/** Evidence is anchored, attested, disputed and superseded. */
export async function evidence(world: World, measure: Measure): Promise<void> {
  const lead = world.evidence.connect(world.accounts.lead);
  const witness = world.evidence.connect(world.accounts.witness);
  const inspector = world.evidence.connect(world.accounts.inspector);
  const decider = world.evidence.connect(world.accounts.decider);
  const pilot = await pilotIn(world, "ACTIVE");
  await lead.anchorEvidence(pilot, records(1, "first"));
  await measure("anchorEvidence, 1 item", lead.anchorEvidence(pilot, records(1, "single")));
  await measure("anchorEvidence, 10 items", lead.anchorEvidence(pilot, records(10, "ten")));
  await measure("anchorEvidence, 100 items", lead.anchorEvidence(pilot, records(100, "hundred")));
  await measure("anchorBatch, 1000 items", lead.anchorBatch(pilot, evidenceBatchOf(digest("root"))));
  const idOf = (name: string) => anchoredAs(world, pilot, name);
  const disputed = await idOf("single 0");
  await measure("attestEvidence", witness.attestEvidence(pilot, disputed, digest("statement")));
  const capacity = numberOf(DISPUTE_CAPACITIES, "INSPECTOR");
  await measure("disputeEvidence", inspector.disputeEvidence(pilot, disputed, capacity, REASON, digest("grounds")));
  await inspector.disputeEvidence(pilot, disputed, capacity, REASON, digest("grounds"));
  const upheld = numberOf(DISPUTE_RESULTS, "UPHELD");
  await measure("resolveDispute", decider.resolveDispute(pilot, disputed, 1, upheld, REASON, digest("decision")));
  await measure("withdrawDispute", inspector.withdrawDispute(pilot, disputed, 2, REASON));
  const correction = lead.supersedeEvidence(pilot, disputed, await idOf("ten 0"), REASON, digest("correction"));
  await measure("supersedeEvidence", correction);
}

async function anchoredAs({ evidence: ledger, accounts }: World, pilot: Hex, name: string): Promise<string> {
  return ledger.anchorId(pilot, 0, accounts.lead.address, numberOf(DIGEST_ALGORITHMS, "sha256"), digest(name));
}
