import { mkdir, readdir } from "node:fs/promises";
import { join } from "node:path";
import { firstCursor } from "./cursor.ts";
import { type Database, type DatabaseFactory, openDatabase, reading } from "./database.ts";
import { decodeValue, encodeValue } from "./encoding.ts";
import { causeOf, StoreError } from "./errors.ts";
import { foreignLedger, isSameIdentity, parseIdentity } from "./identity.ts";
import { CURSOR_KEY, IDENTITY_KEY } from "./keys.ts";
import type { StoreIdentity } from "./reader.ts";
import { readSidecar, writeSidecar } from "./sidecar.ts";

/** What a store's directory is, of which ledger it shall be, and how its database is reached. */
export interface StoreFiles {
  readonly directory: string;
  readonly identity: StoreIdentity;
  readonly database: DatabaseFactory;
}

/** Where the database of a store is. */
export function databaseOf(directory: string): string {
  return join(directory, "records");
}

/**
 * Opens the database of a store, and makes it when there is none.
 *
 * @throws {StoreError} FOREIGN_LEDGER, DAMAGED, LOCKED or UNUSABLE; the database is closed then.
 */
export async function openFiles(files: StoreFiles): Promise<Database> {
  const { directory, identity } = files;
  try {
    await mkdir(directory, { recursive: true });
  } catch (error) {
    const message = `the directory ${directory} cannot be made (${causeOf(error).message}): choose another for the mirror`;
    throw new StoreError("UNUSABLE", message, { cause: error });
  }
  const stored = await readSidecar(directory);
  if (stored === undefined) return createFiles(files);
  if (!isSameIdentity(stored, identity)) throw foreignLedger(directory, stored, identity);
  const database = files.database(databaseOf(directory));
  await openDatabase(database, "existing");
  return closedOnError(database, async () => {
    const inside = await identityIn(database, directory);
    if (inside === undefined || !isSameIdentity(inside, identity)) throw damaged(directory, "its parts do not agree");
    return database;
  });
}

/** Makes the database first and the sidecar last, so that a sidecar always stands for a whole database. */
async function createFiles(files: StoreFiles): Promise<Database> {
  const { directory, identity } = files;
  await requireNoRemains(directory);
  const database = files.database(databaseOf(directory));
  await openDatabase(database, "new");
  return closedOnError(database, async () => {
    const inside = await identityIn(database, directory);
    const cursor: string | undefined = await reading(database.get(CURSOR_KEY));
    const isUntouched = cursor === undefined || cursor === encodedCursor(inside ?? identity);
    if (!isUntouched) throw damaged(directory, "store.json is missing");
    try {
      const first = { type: "put", key: IDENTITY_KEY, value: encodeValue(IDENTITY_KEY, identity) } as const;
      const second = { type: "put", key: CURSOR_KEY, value: encodedCursor(identity) } as const;
      await database.batch([first, second], { sync: true });
      await writeSidecar(directory, identity);
    } catch (error) {
      const message = `the mirror in ${directory} cannot be written (${causeOf(error).message})`;
      throw new StoreError("UNUSABLE", message, { cause: error });
    }
    return database;
  });
}

function encodedCursor(identity: StoreIdentity): string {
  return encodeValue(CURSOR_KEY, firstCursor(identity.deploymentBlock));
}

async function identityIn(database: Database, directory: string): Promise<StoreIdentity | undefined> {
  const stored: string | undefined = await reading(database.get(IDENTITY_KEY));
  return stored === undefined ? undefined : parseIdentity(decodeValue(IDENTITY_KEY, stored), directory);
}

/** LevelDB would take tables without a CURRENT file for an empty database, and remove them. */
async function requireNoRemains(directory: string): Promise<void> {
  const names = await readdir(databaseOf(directory)).catch((): string[] => []);
  if (!names.includes("CURRENT") && names.some((name) => /\.(ldb|log)$/.test(name))) {
    throw damaged(directory, "store.json and the database's CURRENT file are missing");
  }
}

function damaged(directory: string, fault: string): StoreError {
  const hint = "start again with --rebuild to mirror the ledger anew";
  return new StoreError("DAMAGED", `the mirror in ${directory} is damaged (${fault}): ${hint}`);
}

async function closedOnError<T>(database: Database, use: () => Promise<T>): Promise<T> {
  try {
    return await use();
  } catch (error) {
    await database.close();
    throw error;
  }
}
