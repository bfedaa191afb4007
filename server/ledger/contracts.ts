import {
  authorityAbi,
  evidenceLedgerAbi,
  pilotLedgerAbi,
  serviceLedgerAbi,
  statisticsLedgerAbi,
  supervisionLedgerAbi,
} from "./abi.generated.ts";

/*
 * The one list of the ledger's contracts. Whatever is said of each contract (addresses, interfaces, code hashes) follows it.
 */

/** The ABI of each contract of the ledger, in the order of their deployment. */
export const ABIS = {
  Authority: authorityAbi,
  PilotLedger: pilotLedgerAbi,
  EvidenceLedger: evidenceLedgerAbi,
  StatisticsLedger: statisticsLedgerAbi,
  ServiceLedger: serviceLedgerAbi,
  SupervisionLedger: supervisionLedgerAbi,
} as const;

/** The contracts of the ledger. */
export type ContractName = keyof typeof ABIS;

/** Something said of each contract. */
export type ByContract<T> = Readonly<Record<ContractName, T>>;

/** The names of the contracts, in the order of their deployment. */
export const CONTRACT_NAMES = Object.keys(ABIS) as ContractName[];

/** Says something of each contract. */
export function byContract<T>(say: (name: ContractName) => T): ByContract<T> {
  return Object.fromEntries(CONTRACT_NAMES.map((name) => [name, say(name)])) as ByContract<T>;
}
