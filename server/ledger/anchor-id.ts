import { AbiCoder, id as hashOf, keccak256 } from "ethers";
import type { Address, Hex } from "./hex.ts";

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

const KEY = ["bytes32", "uint8", "address", "uint8", "bytes32"];
const BATCH = hashOf("pilotledger.evidence.batch");
const coder = AbiCoder.defaultAbiCoder();

/** The id of a document's anchor, as `anchorId` of the contract. */
export function anchorId(key: AnchorKey): Hex {
  return keccak256(coder.encode(KEY, values(key))) as Hex;
}

/** The id of a batch, as `batchId` of the contract. */
export function batchId(key: AnchorKey): Hex {
  return keccak256(coder.encode([...KEY, "bytes32"], [...values(key), BATCH])) as Hex;
}

function values({ pilot, milestone, submitter, algorithm, digest }: AnchorKey): readonly unknown[] {
  return [pilot, milestone, submitter, algorithm, digest];
}
