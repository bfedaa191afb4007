import { resolve } from "node:path";
import { Failure } from "../process/failure.ts";
import { ledgerDirectory, namedLedgers } from "../serve/data-directory.ts";
import { type LedgerPlace, ledgerDirectoryOf } from "../serve/ledger-place.ts";
import type { Place } from "./with-mirror.ts";

type Asked = LedgerPlace & Pick<Place, "json">;

/**
 * Where a command about one ledger works.
 *
 * @param allowed Whether a name may be that of a ledger which has no directory yet.
 * @throws {Failure} when the server has several ledgers and none was named, or none of this name.
 */
export async function placeOf(asked: Asked, allowed: "existing" | "new too" = "existing"): Promise<Place> {
  const { data, deployment, json } = asked;
  const isNew = allowed === "new too" && deployment !== undefined;
  const directory = isNew ? ledgerDirectory(resolve(data), deployment) : await ledgerDirectoryOf(asked);
  return { data: directory, deployment, json };
}

/**
 * Runs a command on the ledger that was named, or on each that the server has, one after the other and whatever becomes of the others.
 *
 * @throws {Failure} when it failed on any.
 */
export async function ofEach(asked: Asked, run: (place: Place) => Promise<void>): Promise<void> {
  const names = asked.deployment === undefined ? await namedLedgers(resolve(asked.data)) : [];
  if (names.length === 0) return run(await placeOf(asked));
  const failed: string[] = [];
  for (const deployment of names) {
    try {
      await run(await placeOf({ ...asked, deployment }));
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      failed.push(deployment);
      console.error(`${deployment}: ${error.message}`);
    }
  }
  if (failed.length > 0) throw new Failure("LEDGERS_FAILED", `of ${names.length} ledgers failed: ${failed.join(", ")}`);
}
