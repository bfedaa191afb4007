import { AbiCoder, concat, id as hashOf, keccak256 } from "ethers";
import type { Hex } from "./hex.ts";

const LEAF = hashOf("pilotledger.evidence.leaf");
const coder = AbiCoder.defaultAbiCoder();

/** A tree over the records of a batch. */
export interface MerkleTree {
  readonly root: Hex;
  /**
   * The siblings of record `index`, from the leaf up; a level at which its node has none is left out.
   *
   * @throws {RangeError} when there is no such record.
   */
  proofOf(index: number): Hex[];
}

/**
 * The leaf of record `index` of a batch: hashed twice, so that no inner node, which is the hash of 64 bytes, can pass for one.
 *
 * @param algorithm The algorithm's number.
 */
export function evidenceLeaf(algorithm: number, digest: Hex, index: number): Hex {
  const types = ["bytes32", "uint8", "bytes32", "uint32"];
  return keccak256(keccak256(coder.encode(types, [LEAF, algorithm, digest, index]))) as Hex;
}

/**
 * Builds the tree: two neighbours make a node `keccak256(smaller ‖ larger)`, and the last one of a level without a neighbour moves up
 * as it is, so that no record counts twice.
 *
 * @example
 * const tree = merkleTree(digests.map((digest, index) => evidenceLeaf(1, digest, index)));
 * const proof = tree.proofOf(7);
 *
 * @throws {RangeError} when there are no leaves.
 */
export function merkleTree(leaves: readonly Hex[]): MerkleTree {
  const levels = levelsOver(leaves);
  const root = levels.at(-1)?.[0];
  if (root === undefined) throw new RangeError("a tree has at least one leaf");
  return {
    root,
    proofOf: (index) => {
      if (!Number.isInteger(index) || index < 0 || index >= leaves.length) {
        throw new RangeError(`there is no record ${index}: the batch has ${leaves.length}`);
      }
      return levels.flatMap((level, height) => level[(index >> height) ^ 1] ?? []);
    },
  };
}

/** Whether the siblings lead from the leaf to the root. */
export function leadsTo(root: Hex, leaf: Hex, proof: readonly Hex[]): boolean {
  return proof.reduce(parentOf, leaf) === root;
}

function levelsOver(leaves: readonly Hex[]): (readonly Hex[])[] {
  const levels: (readonly Hex[])[] = [leaves];
  for (let level = leaves; level.length > 1; ) {
    level = Array.from({ length: Math.ceil(level.length / 2) }, (_, index) => nodeOver(level, index));
    levels.push(level);
  }
  return levels;
}

function nodeOver(level: readonly Hex[], index: number): Hex {
  const [left, right] = level.slice(2 * index, 2 * index + 2);
  if (left === undefined) throw new RangeError("a node has a child");
  return right === undefined ? left : parentOf(left, right);
}

function parentOf(one: Hex, other: Hex): Hex {
  const pair = BigInt(one) < BigInt(other) ? [one, other] : [other, one];
  return keccak256(concat(pair)) as Hex;
}
