import type { TypedDataDomain } from "ethers";
import type { ByContract, ContractName } from "./contracts.ts";
import type { Address, Hex } from "./hex.ts";

/** An act of a ledger contract that its account signs, for anybody to send. */
export interface SignedAct {
  /** Whose act it is. */
  readonly signer: Address;
  /** The queue `nonce` belongs to: acts of one queue go in order, those of different queues do not wait for each other. */
  readonly nonceKey: bigint;
  /** The next number of that queue, from 0. */
  readonly nonce: bigint;
  /** The last block time at which it may be sent, Unix seconds. */
  readonly deadline: number;
  /** The function and its arguments, ABI-encoded. */
  readonly call: Hex;
}

/** The typed data of a signed act, as EIP-712 and every wallet have it. */
export const SIGNED_ACT_TYPES = {
  SignedAct: [
    { name: "signer", type: "address" },
    { name: "nonceKey", type: "uint192" },
    { name: "nonce", type: "uint64" },
    { name: "deadline", type: "uint48" },
    { name: "call", type: "bytes" },
  ],
};

/** The names under which the contracts take signatures; `eip712Domain()` of each says the same. */
const DOMAIN_NAMES: ByContract<string> = {
  Authority: "PilotLedger Authority",
  PilotLedger: "PilotLedger",
  EvidenceLedger: "PilotLedger Evidence",
  StatisticsLedger: "PilotLedger Statistics",
  ServiceLedger: "PilotLedger Services",
  SupervisionLedger: "PilotLedger Supervision",
};

/**
 * The domain a signature is bound to: it holds on this chain, for this contract, and nowhere else.
 *
 * @example
 * const domain = signedActDomain("PilotLedger", 31337, ledger);
 * const signature = await wallet.signTypedData(domain, SIGNED_ACT_TYPES, act);
 */
export function signedActDomain(contract: ContractName, chainId: number, verifyingContract: Address): TypedDataDomain {
  return { name: DOMAIN_NAMES[contract], version: "1", chainId, verifyingContract };
}
