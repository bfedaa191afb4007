import type { ChainBlock } from "../chain/source.ts";
import type { ContractNames } from "../ledger/decode.ts";
import type { Address } from "../ledger/hex.ts";
import { EMPTY_STREAM, type JournalStream } from "../ledger/journal.ts";
import { journalId } from "../ledger/keys.ts";
import type { RecordReader } from "../ledger/records.ts";
import { MismatchError } from "./mismatch.ts";

/** The accumulators over all events of each contract, as the contracts themselves hold them at the end of a block. */
export interface ChainJournals {
  readonly block: ChainBlock;
  readonly streams: ReadonlyMap<Address, JournalStream>;
}

/**
 * Makes sure that the mirrored events are all events: the accumulators folded from the logs must be those of the contracts.
 *
 * @throws {MismatchError} when one is not.
 */
export function requireWholeJournals(
  { block, streams }: ChainJournals,
  contracts: ContractNames,
  records: RecordReader,
): void {
  for (const [address, counted] of streams) {
    const mirrored = records.get("journal", journalId(address, null)) ?? EMPTY_STREAM;
    if (counted.count === mirrored.count && counted.head === mirrored.head) continue;
    throw new MismatchError(
      `as of block ${block.number} the contract ${contracts.get(address)} (${address}) counts ${counted.count} events ` +
        `(journal ${counted.head}), but the logs that were read make ${mirrored.count} (journal ${mirrored.head}): ` +
        "logs were left out or altered; use another node if it stays so",
    );
  }
}
