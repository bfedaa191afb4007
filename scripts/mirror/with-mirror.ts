import { openSource } from "../../server/chain/open-source.ts";
import { type Operations, StoreOperations } from "../../server/operations/operations.ts";
import { CommandError, runningServer } from "../../server/operations/running-server.ts";
import { isRot, StoreError } from "../../server/store/errors.ts";
import { openExisting } from "../../server/store/open-existing.ts";
import { Failure } from "../process/failure.ts";
import { mirrorIn } from "../serve/data-directory.ts";

/** Where a command works, and how it prints. */
export interface Place {
  /** The name of the ledger, where the server has several. */
  readonly deployment?: string | undefined;
  /** A node to compare with, where no server runs that has one. */
  readonly rpc?: string | undefined;
  /** The directory of the ledger: the server's data directory, or that of one of several in it. */
  readonly data: string;
  readonly json: boolean;
}

/**
 * Uses the mirror of a data directory: through the server that has it open, or else by opening it.
 *
 * @param allowed Whether a damaged one is a failure.
 * @throws {Failure} in one sentence.
 */
export async function withMirror(
  { data, rpc }: Place,
  use: (mirror: Operations) => Promise<void>,
  allowed: "whole" | "damaged too" = "whole",
): Promise<void> {
  try {
    const server = await runningServer(data);
    if (server !== undefined) return await use(server);
    const store = await openExisting(mirrorIn(data));
    const source = rpc === undefined ? undefined : openSource([rpc]);
    try {
      await use(new StoreOperations(store, undefined, undefined, undefined, source));
    } finally {
      source?.close();
      await store.close();
    }
  } catch (error) {
    if (allowed === "damaged too" && (isRot(error) || (error instanceof StoreError && error.code === "OUTDATED")))
      return;
    if (error instanceof StoreError) throw new Failure(`STORE_${error.code}`, error.message, { cause: error });
    if (error instanceof CommandError) throw new Failure("COMMAND_REFUSED", `${error.message} (${error.code})`);
    throw error;
  }
}
