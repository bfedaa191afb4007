import type { ChainBlock } from "../chain/source.ts";
import type { ContractName } from "../ledger/contracts.ts";
import type { Hex } from "../ledger/hex.ts";
import type { BlockMark, StoreIdentity } from "../store/reader.ts";
import { HaltError } from "./halt.ts";

/** What is mirrored. */
export interface StoredLedger {
  readonly identity: StoreIdentity;
  readonly head: BlockMark | undefined;
  /** The lowest block the store can be rolled back to. */
  readonly undoFloor: number;
}

/** What a node says that bears on whether it has the same chain. */
export interface ObservedChain {
  readonly chainId: number;
  readonly genesisHash: Hex;
  readonly head: ChainBlock;
  /** The newest block kept in the store that is not past the chain's head. */
  readonly newestMark: number | undefined;
  /** The newest block kept in the store that the chain has too. */
  readonly commonMark: number | undefined;
  readonly missingContracts: readonly ContractName[];
}

/** What follows from comparing the two. */
export type Verdict =
  /** The chain goes on from what is mirrored. */
  | { readonly kind: "SAME" }
  /** The node has not come as far as the mirror, or as the deployment: wait for it. */
  | { readonly kind: "BEHIND" }
  /** Blocks were replaced: take back everything after `to`. */
  | { readonly kind: "REORGANISED"; readonly to: number }
  /** What is mirrored cannot be brought to this chain: refuse, or mirror anew. */
  | { readonly kind: "FOREIGN"; readonly error: HaltError }
  /** The node and the deployment do not belong together. */
  | { readonly kind: "UNUSABLE"; readonly error: HaltError };

/** Decides whether what is mirrored is of the chain that a node has. */
export function compareWithChain(stored: StoredLedger, observed: ObservedChain): Verdict {
  const { identity, head, undoFloor } = stored;
  if (observed.chainId !== identity.chainId || observed.genesisHash !== identity.genesisHash) {
    return { kind: "UNUSABLE", error: wrongChain(identity, observed) };
  }
  if (head === undefined) {
    if (observed.head.number < identity.deploymentBlock) return { kind: "BEHIND" };
    return observed.missingContracts.length === 0
      ? { kind: "SAME" }
      : { kind: "UNUSABLE", error: noContract(stored, observed) };
  }
  if (observed.newestMark === undefined) return { kind: "BEHIND" };
  if (observed.commonMark === observed.newestMark) {
    return observed.head.number < head.number ? { kind: "BEHIND" } : { kind: "SAME" };
  }
  if (observed.commonMark === undefined) return { kind: "FOREIGN", error: foreign(head, observed) };
  if (observed.commonMark < undoFloor) return { kind: "FOREIGN", error: tooDeep(head, undoFloor) };
  return { kind: "REORGANISED", to: observed.commonMark };
}

function wrongChain(identity: StoreIdentity, observed: ObservedChain): HaltError {
  return new HaltError(
    "WRONG_CHAIN",
    `the node has chain ${observed.chainId} (genesis ${observed.genesisHash}), but the ledger was deployed on chain ` +
      `${identity.chainId} (genesis ${identity.genesisHash}): a development chain that was started again is another one; ` +
      "deploy the ledger there again (npm run deploy), or give the address of the right node",
  );
}

function noContract({ identity }: StoredLedger, observed: ObservedChain): HaltError {
  const missing = observed.missingContracts.map((name) => `${name} at ${identity.contracts[name]}`).join(" and ");
  return new HaltError(
    "CONTRACT_MISSING",
    `the chain has no contract ${missing} as of block ${observed.head.number}: deploy the ledger (npm run deploy), ` +
      "or name the manifest of its deployment on this chain",
  );
}

function foreign(head: BlockMark, observed: ObservedChain): HaltError {
  return new HaltError(
    "FOREIGN_LEDGER",
    `nothing of what is mirrored up to block ${head.number} (${head.hash}) is on the chain, whose head is block ` +
      `${observed.head.number} (${observed.head.hash}): the chain was started anew; ` +
      "start again with --rebuild to set the mirror aside and mirror the ledger anew",
  );
}

function tooDeep(head: BlockMark, undoFloor: number): HaltError {
  return new HaltError(
    "REORGANISATION_TOO_DEEP",
    `the chain replaced blocks below ${undoFloor}, and the mirror, at block ${head.number}, cannot be taken back further: ` +
      "start again with --rebuild to mirror the ledger anew",
  );
}
