import { mkdir, readdir } from "node:fs/promises";
import { join } from "node:path";
import { type Cursor, firstCursor, type StoredMark } from "./cursor.ts";
import { type Database, type DatabaseFactory, openDatabase, reading } from "./database.ts";
import { decodeValue, encodeValue } from "./encoding.ts";
import { causeOf, StoreError } from "./errors.ts";
import { inspectDatabase } from "./files/inspect.ts";
import type { Inspected } from "./files/inspected.ts";
import { isSameIdentity, parseIdentity, requireIdentity } from "./identity.ts";
import { CURSOR_KEY, IDENTITY_KEY, markKey } from "./keys.ts";
import { PositionFile, positionOf, readPosition, requirePosition } from "./position.ts";
import type { StoreIdentity } from "./reader.ts";
import { readSidecar, writeSidecar } from "./sidecar.ts";

/** What a store's directory is, of which ledger it shall be, and how its database is reached. */
export interface StoreFiles {
  readonly directory: string;
  readonly identity: StoreIdentity;
  readonly database: DatabaseFactory;
  /** Told how far the inspection of the files before they are opened is. */
  readonly onInspected?: (inspected: Inspected) => void;
}

/** Where the database of a store is. */
export function databaseOf(directory: string): string {
  return join(directory, "records");
}

/** The files of a store, open. */
export interface OpenFiles {
  readonly database: Database;
  readonly cursor: Cursor;
  readonly position: PositionFile;
}

/**
 * Opens the files of a store, and makes them when there are none. Before LevelDB sees a database, every file of it is inspected.
 *
 * @throws {StoreError} FOREIGN_LEDGER, OUTDATED, NEWER, DAMAGED, LOCKED or UNUSABLE; nothing is open then.
 */
export async function openFiles(files: StoreFiles): Promise<OpenFiles> {
  const { directory, identity } = files;
  try {
    await mkdir(directory, { recursive: true });
  } catch (error) {
    const message = `the directory ${directory} cannot be made (${causeOf(error).message}): choose another for the mirror`;
    throw new StoreError("UNUSABLE", message, { cause: error });
  }
  const stored = await readSidecar(directory, identity);
  if (stored === undefined) return createFiles(files);
  requireIdentity(directory, stored, identity);
  await inspectDatabase(databaseOf(directory), files.onInspected);
  const database = files.database(databaseOf(directory));
  await openDatabase(database, "existing");
  return closedOnError(database, async () => {
    const inside = await identityIn(database, directory);
    if (inside === undefined || !isSameIdentity(inside, identity)) throw damaged(directory, "its parts do not agree");
    const cursor = await readCursor(database);
    await requireMark(database, cursor, directory);
    requirePosition(directory, cursor, await readPosition(directory));
    return { database, cursor, position: await startPosition(directory, cursor) };
  });
}

/** Reads how far a database has come. */
export async function readCursor(database: Database): Promise<Cursor> {
  const stored: string | undefined = await reading(database.get(CURSOR_KEY));
  if (stored === undefined) throw new StoreError("DAMAGED", "the mirror has no cursor");
  return decodeValue(CURSOR_KEY, stored) as Cursor;
}

/** The mark of the head says the same as the cursor. */
async function requireMark(database: Database, { head, digest }: Cursor, directory: string): Promise<void> {
  if (head === null) return;
  const stored: string | undefined = await reading(database.get(markKey(head.number)));
  const mark = stored === undefined ? undefined : (decodeValue(markKey(head.number), stored) as StoredMark);
  if (mark?.hash !== head.hash || mark.digest?.sum !== digest.sum) throw damaged(directory, "its head has no mark");
}

async function startPosition(directory: string, cursor: Cursor): Promise<PositionFile> {
  const position = await PositionFile.in(directory);
  await position.write(positionOf(cursor));
  return position;
}

/** Makes the database first and the sidecar last, so that a sidecar always stands for a whole database. */
async function createFiles(files: StoreFiles): Promise<OpenFiles> {
  const { directory, identity } = files;
  await requireNoRemains(directory);
  const database = files.database(databaseOf(directory));
  await openDatabase(database, "new");
  return closedOnError(database, async () => {
    const inside = await identityIn(database, directory);
    const stored: string | undefined = await reading(database.get(CURSOR_KEY));
    const isUntouched = stored === undefined || stored === encodedCursor(inside ?? identity);
    if (!isUntouched) throw damaged(directory, "store.json is missing");
    const cursor = firstCursor(identity.deploymentBlock);
    try {
      const first = { type: "put", key: IDENTITY_KEY, value: encodeValue(IDENTITY_KEY, identity) } as const;
      const second = { type: "put", key: CURSOR_KEY, value: encodedCursor(identity) } as const;
      await database.batch([first, second], { sync: true });
      const position = await startPosition(directory, cursor);
      await writeSidecar(directory, identity);
      return { database, cursor, position };
    } catch (error) {
      const message = `the mirror in ${directory} cannot be written (${causeOf(error).message})`;
      throw new StoreError("UNUSABLE", message, { cause: error });
    }
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
  return new StoreError("DAMAGED", `the mirror in ${directory} is damaged (${fault})`);
}

async function closedOnError<T>(database: Database, use: () => Promise<T>): Promise<T> {
  try {
    return await use();
  } catch (error) {
    await database.close();
    throw error;
  }
}
