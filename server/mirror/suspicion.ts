import { DecodeError } from "../ledger/decode.ts";
import { ReduceError } from "../ledger/reduce/handler.ts";
import { MismatchError } from "./mismatch.ts";

/**
 * Whether a failure to take blocks may be the node's and not the ledger's: logs that are not all, or not those of the contracts,
 * show in the journals, or in events that cannot be read or refer to what is not there. Another answer may be right.
 */
export function mayBeTheNodes(error: unknown): boolean {
  return error instanceof MismatchError || error instanceof DecodeError || error instanceof ReduceError;
}

/** Whether it may be what is mirrored already that is wrong: an event is read the same whatever came before it. */
export function mayBeTheMirrored(error: unknown): boolean {
  return error instanceof MismatchError || error instanceof ReduceError;
}
