import type { Bilingual } from "../codes/bilingual.ts";
import type { ABIS, ContractName } from "../contracts.ts";
import type { Address, Hex } from "../hex.ts";

type AbiItem = (typeof ABIS)[ContractName][number];
type AbiError = Extract<AbiItem, { readonly type: "error" }>;

/** Errors of the libraries the contracts are built on; `library-sentences.ts` has their words. */
type LibraryError =
  | `AccessControl${string}`
  | `SafeCast${string}`
  | `Strings${string}`
  | `Invalid${string}`
  | "StringTooLong";

/** The names of the ledger's own errors. */
export type LedgerErrorName = Exclude<AbiError["name"], LibraryError>;

interface Parameter {
  readonly name: string;
  readonly type: string;
}

type SmallInteger = "uint8" | "uint16" | "uint24" | "uint32" | "uint40" | "uint48";

type ValueOf<T extends string> = T extends SmallInteger
  ? number
  : T extends `uint${string}`
    ? bigint
    : T extends "address"
      ? Address
      : Hex;

/** What an error of the ledger says, by its name; derived from the contracts' ABI. */
export type LedgerErrorArguments = {
  [Name in LedgerErrorName]: {
    readonly [P in Extract<AbiError, { readonly name: Name }>["inputs"][number] as P extends Parameter
      ? P["name"]
      : never]: P extends Parameter ? ValueOf<P["type"]> : never;
  };
};

/** A sentence for each of the errors whose names begin with `Prefix`; one that is missing does not compile. */
export type SentencesFor<Prefix extends string> = {
  readonly [Name in Extract<LedgerErrorName, `${Prefix}_${string}`>]: (args: LedgerErrorArguments[Name]) => Bilingual;
};
