import type { Address, Hex } from "./hex.ts";
import { keccakOf, keccakOfText } from "./keccak.ts";

/** What names an anchor or a batch. */
export interface AnchorKey {
  /** The pilot's packed id. */
  readonly pilot: Hex;
  /** Its number; zero for the pilot as a whole. */
  readonly milestone: number;
  readonly submitter: Address;
  /** The algorithm's number. */
  readonly algorithm: number;
  /** The document's digest, or the batch's root. */
  readonly digest: Hex;
}

const BATCH = keccakOfText("pilotledger.evidence.batch");

/** The id of a document's anchor, as `anchorId` of the contract. */
export function anchorId(key: AnchorKey): Hex {
  return keccakOf(...words(key));
}

/** The id of a batch, as `batchId` of the contract. */
export function batchId(key: AnchorKey): Hex {
  return keccakOf(...words(key), BATCH);
}

/** What names an anchor, ABI-encoded. */
function words({ pilot, milestone, submitter, algorithm, digest }: AnchorKey): Hex[] {
  return [pilot, word(milestone.toString(16)), word(submitter.slice(2)), word(algorithm.toString(16)), digest];
}

function word(digits: string): Hex {
  return `0x${digits.padStart(64, "0")}`;
}
