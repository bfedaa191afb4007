import { createHash, getHashes } from "node:crypto";
import { keccak256, toUtf8Bytes } from "ethers";
import type { DigestAlgorithm } from "../../ledger/codes/evidence.ts";
import type { Hex } from "../../ledger/hex.ts";

/** The digest of a text's UTF-8 bytes; undefined where this build of Node.js does not have the algorithm. */
export function textDigest(algorithm: DigestAlgorithm, text: string): Hex | undefined {
  if (algorithm === "keccak256") return keccak256(toUtf8Bytes(text)) as Hex;
  if (!getHashes().includes(algorithm)) return undefined;
  return `0x${createHash(algorithm).update(text).digest("hex")}`;
}
