import { anchorId, batchId } from "../../server/ledger/anchor-id.ts";
import { numberOf } from "../../server/ledger/codes/code.ts";
import {
  DISPUTE_CAPACITIES,
  DISPUTE_RESULTS,
  type DisputeCapacity,
  type DisputeResult,
} from "../../server/ledger/codes/evidence.ts";
import { type Address, asciiToHex, type Hex, ZERO_BYTES32 } from "../../server/ledger/hex.ts";
import type { SyntheticLedger } from "./synthetic-ledger.ts";
import { ADMINISTRATOR, hash, subjectOfPilot } from "./synthetic-names.ts";

const REASONED = { reason: asciiToHex("AUTHENTICITY_DOUBTED", 32), documentDigest: ZERO_BYTES32 };

/** The acts on anchored evidence, on a ledger of events alone. */
export class EvidenceActs {
  readonly #ledger: SyntheticLedger;

  constructor(ledger: SyntheticLedger) {
    this.#ledger = ledger;
  }

  /** Anchors a document, and says what the contracts call it. */
  anchor(pilot: string, digest: Hex, algorithm = 1): Hex {
    this.#ledger.anchor(pilot, digest, algorithm);
    return anchorId({ pilot: subjectOfPilot(pilot), milestone: 0, submitter: ADMINISTRATOR, algorithm, digest });
  }

  /** Anchors the root of many documents. */
  anchorBatch(pilot: string, root: Hex, itemCount: number): Hex {
    const [milestone, algorithm] = [0, 1];
    const provenance = { source: 1, generation: 1, storedIn: 1, certification: 0 };
    const args = {
      milestone,
      kind: 28,
      algorithm,
      itemCount,
      root,
      manifestDigest: hash(`manifest/${root}`),
      provenance,
    };
    this.#ledger.emit("EvidenceBatchAnchored", subjectOfPilot(pilot), args);
    return batchId({ pilot: subjectOfPilot(pilot), milestone, submitter: ADMINISTRATOR, algorithm, digest: root });
  }

  attest(pilot: string, evidence: Hex, witness: Address): void {
    const args = { evidence, statementDigest: hash(`statement/${evidence}/${witness}`) };
    this.#ledger.emit("EvidenceAttested", subjectOfPilot(pilot), args, witness);
  }

  dispute(pilot: string, evidence: Hex, number: number, capacity: DisputeCapacity): void {
    const args = { evidence, number, capacity: numberOf(DISPUTE_CAPACITIES, capacity), ...REASONED };
    this.#ledger.emit("EvidenceDisputed", subjectOfPilot(pilot), args);
  }

  resolve(pilot: string, evidence: Hex, number: number, result: DisputeResult): void {
    const args = { evidence, number, result: DISPUTE_RESULTS.indexOf(result), ...REASONED };
    this.#ledger.emit("EvidenceDisputeResolved", subjectOfPilot(pilot), args);
  }

  supersede(pilot: string, evidence: Hex, replacement: Hex): void {
    this.#ledger.emit("EvidenceSuperseded", subjectOfPilot(pilot), { evidence, replacement, ...REASONED });
  }
}
