import type { ABIS, ContractName } from "./contracts.ts";
import type { Address, Hex } from "./hex.ts";

type AbiItem = (typeof ABIS)[ContractName][number];
type AbiEvent = Extract<
  AbiItem,
  { readonly type: "event"; readonly inputs: readonly [unknown, unknown, ...unknown[]] }
>;

/** Events that OpenZeppelin emits beside ours: they carry nothing of their own and are not in the journal. */
type ForeignEvent =
  | "RoleGranted"
  | "RoleRevoked"
  | "RoleAdminChanged"
  | "DefaultAdminTransferScheduled"
  | "DefaultAdminTransferCanceled"
  | "DefaultAdminDelayChangeScheduled"
  | "DefaultAdminDelayChangeCanceled";

/** The names of the ledger's events. */
export type EventName = Exclude<AbiEvent["name"], ForeignEvent>;

interface AbiParameter {
  readonly name: string;
  readonly type: string;
  readonly components?: readonly AbiParameter[];
  readonly indexed?: boolean;
}

type SmallInteger = "uint8" | "uint16" | "uint24" | "uint32" | "uint40" | "uint48";

type ValueOf<P extends AbiParameter> = P["type"] extends "tuple[]"
  ? readonly Fields<NonNullable<P["components"]>>[]
  : P["type"] extends "tuple"
    ? Fields<NonNullable<P["components"]>>
    : P["type"] extends `${infer Item}[]`
      ? readonly Scalar<Item>[]
      : Scalar<P["type"]>;

type Scalar<T extends string> = T extends SmallInteger
  ? number
  : T extends `uint${string}` | `int${string}`
    ? bigint
    : T extends "bool"
      ? boolean
      : T extends "string"
        ? string
        : T extends "address"
          ? Address
          : Hex;

type Fields<Parameters extends readonly AbiParameter[]> = {
  readonly [P in Parameters[number] as P["name"]]: ValueOf<P>;
};

/** What an event says beside its subject and actor, by the event's name; derived from the contracts' ABI. */
export type EventArguments = {
  [Name in EventName]: Fields<
    Extract<AbiEvent, { readonly name: Name }>["inputs"] extends readonly [unknown, unknown, ...infer Rest]
      ? Extract<Rest, readonly AbiParameter[]>
      : never
  >;
};

/** Where an event stands in the chain. */
export interface EventOrigin {
  readonly contract: Address;
  readonly blockNumber: number;
  readonly blockHash: Hex;
  /** Unix seconds. */
  readonly blockTime: number;
  readonly transactionHash: Hex;
  readonly transactionIndex: number;
  readonly logIndex: number;
}

/** An event of the ledger. */
export type LedgerEvent<Name extends EventName = EventName> = {
  [N in Name]: {
    readonly name: N;
    readonly contractName: ContractName;
    /** The first indexed argument, 32 bytes: the stream of the journal it belongs to. */
    readonly subject: Hex;
    /** The second indexed argument: whose act it is. */
    readonly actor: Address;
    readonly args: EventArguments[N];
    readonly origin: EventOrigin;
    /** The leaf of the journal: `keccak256(topics ‖ data)`. */
    readonly leaf: Hex;
  };
}[Name];
