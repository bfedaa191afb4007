import type { ContractName } from "../ledger/contracts.ts";
import type { Address, Hex } from "../ledger/hex.ts";
import type { RecordKind, RecordTypes } from "../ledger/records.ts";
import type { IndexName } from "./indexes.ts";

/** A block as the mirror knows it. */
export interface BlockMark {
  readonly number: number;
  readonly hash: Hex;
  /** Unix seconds. */
  readonly time: number;
}

/** Which ledger a store mirrors. Two stores of one identity hold the same records at the same block. */
export interface StoreIdentity {
  readonly schemaVersion: number;
  readonly chainId: number;
  readonly genesisHash: Hex;
  readonly contracts: Readonly<Record<ContractName, Address>>;
  /** The block the first of the contracts was deployed in; nothing of the ledger is before it. */
  readonly deploymentBlock: number;
}

/** A range of ids, in their order. */
export interface IdRange {
  /** Only ids that begin with this. */
  readonly prefix?: string;
  /** Only ids after this one, in the direction of the walk. */
  readonly after?: string;
  readonly reverse?: boolean;
  /** How many are mostly wanted: so many are read at first. The range does not end there. */
  readonly mostly?: number;
}

/** The mirror's records as of one block. Every question is answered from one of these, and closes it. */
export interface StoreReader {
  /** The block up to which the records hold; undefined before the first block is mirrored. */
  readonly head: BlockMark | undefined;
  readonly identity: StoreIdentity;

  get<Kind extends RecordKind>(kind: Kind, id: string): Promise<RecordTypes[Kind] | undefined>;

  /** The records in the order of `ids`; a missing one is undefined. */
  getMany<Kind extends RecordKind>(kind: Kind, ids: readonly string[]): Promise<(RecordTypes[Kind] | undefined)[]>;

  /** Records of a kind in the order of their ids. */
  list<Kind extends RecordKind>(
    kind: Kind,
    range?: IdRange,
  ): AsyncIterable<readonly [id: string, value: RecordTypes[Kind]]>;

  /** Ids of the records an index holds under `value`, in their order. */
  lookUp(index: IndexName, value: string, range?: IdRange): AsyncIterable<string>;

  /** The mirrored block of this number, if it is one of those still kept, or one in which the ledger has an event. */
  block(number: number): Promise<BlockMark | undefined>;

  close(): Promise<void>;
}
