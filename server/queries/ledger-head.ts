import type { ContractName } from "../ledger/contracts.ts";
import type { Address, Hex } from "../ledger/hex.ts";
import { EMPTY_STREAM, type JournalStream } from "../ledger/journal.ts";
import { journalId } from "../ledger/keys.ts";
import type { BlockMark, StoreReader } from "../store/reader.ts";

/** A contract of the ledger as mirrored. */
export interface MirroredContract {
  readonly name: ContractName;
  readonly address: Address;
  /** The accumulator over all its events: the contract's own must be equal at the head block. */
  readonly journal: JournalStream;
}

/** Which ledger is mirrored, and how far. */
export interface LedgerHead {
  readonly chainId: number;
  readonly genesisHash: Hex;
  readonly deploymentBlock: number;
  readonly schemaVersion: number;
  /** Null before the first block is mirrored. */
  readonly mirrored: BlockMark | null;
  readonly contracts: readonly MirroredContract[];
}

/** The mirrored ledger, its head and the journal of each contract. */
export async function ledgerHead(reader: StoreReader): Promise<LedgerHead> {
  const { chainId, genesisHash, deploymentBlock, schemaVersion, contracts } = reader.identity;
  const names = Object.entries(contracts) as [ContractName, Address][];
  const journals = await reader.getMany(
    "journal",
    names.map(([, address]) => journalId(address, null)),
  );
  return {
    chainId,
    genesisHash,
    deploymentBlock,
    schemaVersion,
    mirrored: reader.head ?? null,
    contracts: names.map(([name, address], index) => {
      const { count, head } = journals[index] ?? EMPTY_STREAM;
      return { name, address, journal: { count, head } };
    }),
  };
}
