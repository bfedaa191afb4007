/** An active pilot with two documents anchored by its lead, where the spec of each act on evidence begins. */
import { anchorId } from "../../../server/ledger/anchor-id.ts";
import { numberOf } from "../../../server/ledger/codes/code.ts";
import {
  DIGEST_ALGORITHMS,
  DISPUTE_CAPACITIES,
  DISPUTE_RESULTS,
  type DisputeCapacity,
  type DisputeResult,
  type EvidenceKind,
} from "../../../server/ledger/codes/evidence.ts";
import type { Address, Hex } from "../../../server/ledger/hex.ts";
import { type AccountName, digest, type EvidenceLedger, REASON } from "../fixture.ts";
import { anchorOf } from "../journey.ts";
import { PilotScene, pilotScene } from "../pilots/scene.ts";

export const SHA256 = numberOf(DIGEST_ALGORITHMS, "sha256");
export const SM3 = numberOf(DIGEST_ALGORITHMS, "sm3");
export const UNKNOWN = digest("unknown");
export const capacity = (name: DisputeCapacity) => numberOf(DISPUTE_CAPACITIES, name);
export const result = (name: DisputeResult) => numberOf(DISPUTE_RESULTS, name);

export class EvidenceScene extends PilotScene {
  /** Anchored by the lead. */
  readonly report = this.idOf("lead", "TEST_REPORT");
  /** Anchored by the lead. */
  readonly source = this.idOf("lead", "SOURCE_HASH");

  /** The evidence ledger in the hands of an account. */
  by(account: AccountName): EvidenceLedger {
    return this.world.evidence.connect(this.world.accounts[account]);
  }

  /** The id of a document of the pilot as a whole that an account anchored. */
  idOf(account: AccountName, document: EvidenceKind): Hex {
    return anchorId({
      pilot: this.pilot,
      milestone: 0,
      submitter: this.address(account) as Address,
      algorithm: SHA256,
      digest: digest(document),
    });
  }

  async dispute(account: AccountName, as: DisputeCapacity, evidence = this.report) {
    return this.by(account).disputeEvidence(this.pilot, evidence, capacity(as), REASON, digest("grounds"));
  }
}

export async function evidenceScene(): Promise<EvidenceScene> {
  const { world, pilot } = await pilotScene("ACTIVE");
  const scene = new EvidenceScene(world, pilot);
  await scene.by("lead").anchorEvidence(pilot, [anchorOf("TEST_REPORT"), anchorOf("SOURCE_HASH")]);
  return scene;
}
