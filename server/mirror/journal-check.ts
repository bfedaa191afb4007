import { Interface } from "ethers";
import { RpcError } from "../chain/errors.ts";
import type { ChainBlock, ChainSource } from "../chain/source.ts";
import { pilotLedgerAbi } from "../ledger/abi.generated.ts";
import type { ContractNames } from "../ledger/decode.ts";
import type { Hex } from "../ledger/hex.ts";
import { EMPTY_STREAM, type JournalStream } from "../ledger/journal.ts";
import { journalId } from "../ledger/keys.ts";
import type { RecordReader } from "../ledger/records.ts";
import { HaltError } from "./halt.ts";

const abi = new Interface(pilotLedgerAbi);

/**
 * Makes sure that the mirrored events are all events: the accumulators folded from the logs must be those that the contracts
 * themselves hold at the end of `block`.
 *
 * @throws {HaltError} JOURNAL_MISMATCH when one is not.
 */
export async function requireWholeJournals(
  source: ChainSource,
  contracts: ContractNames,
  block: ChainBlock,
  records: RecordReader,
  signal?: AbortSignal,
): Promise<void> {
  for (const [address, name] of contracts) {
    const counted = decoded(await source.call(address, abi.encodeFunctionData("journal") as Hex, block, signal), name);
    const mirrored = records.get("journal", journalId(address, null)) ?? EMPTY_STREAM;
    if (counted.count === mirrored.count && counted.head === mirrored.head) continue;
    throw new HaltError(
      "JOURNAL_MISMATCH",
      `as of block ${block.number} the contract ${name} (${address}) counts ${counted.count} events (journal ${counted.head}), ` +
        `but the logs of the node make ${mirrored.count} (journal ${mirrored.head}): the node leaves logs out or alters them; ` +
        "use another node, and start again with --rebuild",
    );
  }
}

function decoded(answer: Hex, name: string): JournalStream {
  try {
    const [count, head] = abi.decodeFunctionResult("journal", answer);
    return { count: Number(count), head: String(head) as Hex };
  } catch {
    throw new RpcError("RPC_MALFORMED", `the node's answer for the journal of ${name} is not of the contract's form`);
  }
}
