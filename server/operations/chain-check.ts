import { RpcError } from "../chain/errors.ts";
import type { ChainSource } from "../chain/source.ts";
import { journalId } from "../ledger/keys.ts";
import type { RecordReader, RecordTypes } from "../ledger/records.ts";
import { chainJournals } from "../mirror/journals.ts";
import { MismatchError } from "../mirror/mismatch.ts";
import { contractNames } from "../mirror/reduce-range.ts";
import { requireWholeJournals } from "../mirror/whole-journals.ts";
import type { StoreReader } from "../store/reader.ts";

/** What comparing a mirror with the journals of the contracts came to. */
export type ChainCheck =
  /** The contracts count the same events up to the mirrored head. */
  | { readonly result: "SAME" }
  /** They do not, or the chain has another block there. */
  | { readonly result: "DIFFERENT"; readonly reason: string }
  /** Nobody was asked, or the answer did not come; that is neither. */
  | { readonly result: "NOT_COMPARED"; readonly reason: string };

/** Compares a mirror with what the contracts themselves count and hold as of the mirrored head. */
export async function checkChain(reader: StoreReader, source: ChainSource): Promise<ChainCheck> {
  const { head, identity } = reader;
  if (head === undefined) return { result: "NOT_COMPARED", reason: "nothing is mirrored yet" };
  const contracts = contractNames(identity);
  try {
    const [block] = await source.headers(head.number, head.number);
    if (block?.hash !== head.hash) {
      return {
        result: "DIFFERENT",
        reason: `block ${head.number} is ${block?.hash} there, and ${head.hash} in the mirror`,
      };
    }
    const ids = [...contracts.keys()].map((address) => journalId(address, null));
    const stored = await reader.getMany("journal", ids);
    const journals = new Map(ids.map((id, index) => [id, stored[index]]));
    const records: RecordReader = { get: (kind, id) => journals.get(id) as RecordTypes[typeof kind] | undefined };
    requireWholeJournals(await chainJournals(source, contracts, block), contracts, records);
    return { result: "SAME" };
  } catch (error) {
    if (error instanceof MismatchError) return { result: "DIFFERENT", reason: error.message };
    if (error instanceof RpcError) return { result: "NOT_COMPARED", reason: error.message };
    throw error;
  }
}
