import { type DatabaseFactory, levelDatabase, openDatabase } from "./database.ts";
import { StoreError } from "./errors.ts";
import { databaseOf, openFiles, type StoreFiles } from "./files.ts";
import { type Log, SILENT } from "./log.ts";
import type { StoreIdentity } from "./reader.ts";
import { setAside } from "./set-aside.ts";
import { readCursor, Store } from "./store.ts";

/** How a store is opened. */
export interface StoreOptions {
  readonly directory: string;
  /** The ledger it shall hold. */
  readonly identity: StoreIdentity;
  /** What to do when the directory holds another ledger or a damaged store: refuse, or set it aside and begin anew. */
  readonly onForeign: "refuse" | "replace";
  readonly log?: Log;
  /** How many blocks can be rolled back; 128 unless told. */
  readonly undoDepth?: number;
  readonly database?: DatabaseFactory;
}

/** Blocks that can be rolled back. Ethereum's own finality is two epochs, 64 slots. */
const UNDO_DEPTH = 128;

/**
 * Opens the store in a directory, and makes it when there is none.
 *
 * @throws {StoreError} FOREIGN_LEDGER, DAMAGED, LOCKED or UNUSABLE.
 */
export async function openStore(options: StoreOptions): Promise<Store> {
  const { directory, identity, database = levelDatabase, undoDepth = UNDO_DEPTH, log = SILENT } = options;
  const files: StoreFiles = { directory, identity, database };
  try {
    return await opened(files, undoDepth);
  } catch (error) {
    if (options.onForeign === "refuse" || !isReplaceable(error)) throw error;
    await requireUnlocked(files);
    const aside = await setAside(directory);
    const fault = error.code === "FOREIGN_LEDGER" ? "of another ledger" : "damaged";
    log.warn(`the mirror in ${directory} was ${fault}; it was set aside as ${aside}, and the ledger is mirrored anew`);
    return opened(files, undoDepth);
  }
}

async function opened(files: StoreFiles, undoDepth: number): Promise<Store> {
  const database = await openFiles(files);
  try {
    return new Store(files, database, await readCursor(database), undoDepth);
  } catch (error) {
    await database.close();
    throw error;
  }
}

function isReplaceable(error: unknown): error is StoreError {
  return error instanceof StoreError && ["FOREIGN_LEDGER", "DAMAGED", "CORRUPT"].includes(error.code);
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
