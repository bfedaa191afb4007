import { CONTRACT_NAMES } from "../../../server/ledger/contracts.ts";
import type { Ledger } from "../chain/ledger.ts";
import { eventsOf, readEvents } from "../chain/logs.ts";
import { type Appearance, appearancesIn, type SoughtDigest } from "./appearance.ts";

/** What the chain itself says of digests. */
export interface ChainAnswer {
  readonly appearances: readonly Appearance[];
  /** The latest block that was looked at. */
  readonly upTo: number;
}

/** Looks for digests in every event of the ledger. */
export async function searchChain(ledger: Ledger, sought: readonly SoughtDigest[]): Promise<ChainAnswer> {
  const upTo = await ledger.provider.getBlockNumber();
  const holding = sought.map(({ digest }) => digest);
  const appearances: Appearance[] = [];
  for (const contract of CONTRACT_NAMES) {
    for (const event of await readEvents(ledger, { contract, holding })) {
      appearances.push(...(await appearancesIn(ledger, event, sought)));
    }
  }
  return { appearances, upTo };
}

/**
 * Looks for a claimed appearance in the very event it names: the transaction's receipt has a log of that index, in that block, of the
 * ledger's contract, and the log, decoded here, holds the digest.
 *
 * @returns the appearance as the chain has it, or undefined when the chain does not bear the claim out.
 */
export async function confirmOnChain(ledger: Ledger, claim: Appearance): Promise<Appearance | undefined> {
  const { transactionHash, blockHash, blockNumber, blockTime, logIndex, contract } = claim.provenance;
  const receipt = await ledger.provider.getTransactionReceipt(transactionHash);
  if (receipt === null || receipt.status !== 1 || receipt.blockHash !== blockHash) return undefined;
  const log = receipt.logs.find(({ index }) => index === logIndex);
  if (log === undefined || log.address.toLowerCase() !== contract.toLowerCase()) return undefined;
  const [event] = await eventsOf(ledger, [log]);
  if (event === undefined || event.origin.blockTime !== blockTime || event.origin.blockNumber !== blockNumber)
    return undefined;
  const sought = [{ algorithm: claim.algorithm as SoughtDigest["algorithm"], digest: claim.digest }];
  const found = await appearancesIn(ledger, event, sought);
  return found.find(({ use, kind, pilot, milestone }) => {
    return use === claim.use && kind === claim.kind && pilot === claim.pilot && milestone === claim.milestone;
  });
}
