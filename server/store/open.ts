import { type DatabaseFactory, levelDatabase, openDatabase } from "./database.ts";
import { isRot, StoreError } from "./errors.ts";
import type { Inspected } from "./files/inspected.ts";
import { type Log, SILENT } from "./log.ts";
import { databaseOf, openFiles, type StoreFiles } from "./open-files.ts";
import type { StoreIdentity } from "./reader.ts";
import { setAside } from "./set-aside.ts";
import { Store } from "./store.ts";

/** How a store is opened. */
export interface StoreOptions {
  readonly directory: string;
  /** The ledger it shall hold. */
  readonly identity: StoreIdentity;
  /** What to do when the directory holds another ledger: refuse, or set it aside and begin anew. */
  readonly onForeign: "refuse" | "replace";
  readonly log?: Log;
  /** How many blocks can be rolled back; 128 unless told. */
  readonly undoDepth?: number;
  readonly database?: DatabaseFactory;
  /** Told how far the inspection of the files before they are opened is. */
  readonly onInspected?: (inspected: Inspected) => void;
}

/** Blocks that can be rolled back. Ethereum's own finality is two epochs, 64 slots. */
const UNDO_DEPTH = 128;

/**
 * Opens the store in a directory, and makes it when there is none. One that is damaged or was written by an earlier version is set
 * aside, and an empty one made: the chain has all of it, and nothing that may be wrong is served. `rebuiltFor` says so then.
 *
 * @throws {StoreError} FOREIGN_LEDGER, NEWER, LOCKED or UNUSABLE.
 */
export async function openStore(options: StoreOptions): Promise<Store> {
  const { directory, identity, database = levelDatabase, undoDepth = UNDO_DEPTH, log = SILENT } = options;
  const { onInspected } = options;
  const files: StoreFiles = { directory, identity, database, ...(onInspected && { onInspected }) };
  try {
    return new Store(files, await openFiles(files), undoDepth);
  } catch (error) {
    if (!isReplaceable(error, options.onForeign)) throw error;
    await requireUnlocked(files);
    const aside = await setAside(directory);
    log.warn(`${error.message}; it was set aside as ${aside}, and the ledger is mirrored anew`);
    return new Store(files, await openFiles(files), undoDepth, isRot(error) ? error : undefined);
  }
}

function isReplaceable(error: unknown, onForeign: StoreOptions["onForeign"]): error is StoreError {
  if (isRot(error)) return true;
  if (!(error instanceof StoreError)) return false;
  return error.code === "OUTDATED" || (error.code === "FOREIGN_LEDGER" && onForeign === "replace");
}

/** A store that another process has open is not renamed under it. */
async function requireUnlocked({ directory, database }: StoreFiles): Promise<void> {
  const handle = database(databaseOf(directory));
  try {
    await openDatabase(handle, "existing");
  } catch (error) {
    if (error instanceof StoreError && error.code === "LOCKED") throw error;
  } finally {
    await handle.close();
  }
}
