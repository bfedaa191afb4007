import { DecodeError } from "../ledger/decode.ts";
import { ReduceError } from "../ledger/reduce/handler.ts";
import { HaltError } from "./halt.ts";

/**
 * Whether a failure to take blocks may be the node's and not the ledger's: logs that are not all, or not those of the contracts,
 * show in the journals, or in events that cannot be read or refer to what is not there. Another answer may be right.
 */
export function mayBeTheNodes(error: unknown): boolean {
  if (error instanceof HaltError) return error.code === "JOURNAL_MISMATCH";
  return error instanceof DecodeError || error instanceof ReduceError;
}
