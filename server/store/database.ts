import { dirname } from "node:path";
import { setImmediate as others } from "node:timers/promises";
import { Level } from "level";
import { type EncodedBatch, writesIn } from "./encoded-batch.ts";
import { causeOf, StoreError } from "./errors.ts";

/** Bytes that are gathered in memory before they are sorted into a table: large tables are merged less often. */
const WRITE_BUFFER = 8 * 1024 * 1024;

/** After so many writes others have their turn: answers to questions are not held up by a large batch. */
const WRITES_AT_ONCE = 1_000;

const BYTES = { keyEncoding: "view", valueEncoding: "view" } as const;

/** LevelDB with text for keys and values. */
export type Database = Level<string, string>;

/** One write of a batch. */
export type Operation =
  | { readonly type: "put"; readonly key: string; readonly value: string }
  | { readonly type: "del"; readonly key: string };

/** Makes the handle of the database at a location, not opened yet. Tests pass one that fails on purpose. */
export type DatabaseFactory = (location: string) => Database;

/** The handle everything but a test uses. */
export const levelDatabase: DatabaseFactory = (location) =>
  new Level(location, { keyEncoding: "utf8", valueEncoding: "utf8" });

/**
 * Opens a handle.
 *
 * LevelDB takes a directory without a CURRENT file for an empty database, so one that is known to exist is opened with
 * `existing` and its loss is an error.
 *
 * @throws {StoreError} LOCKED, DAMAGED or UNUSABLE.
 */
export async function openDatabase(database: Database, presence: "existing" | "new"): Promise<void> {
  try {
    await database.open({ createIfMissing: presence === "new", writeBufferSize: WRITE_BUFFER });
  } catch (error) {
    throw openingError(dirname(database.location), error);
  }
}

function openingError(directory: string, error: unknown): StoreError {
  const { code, message } = causeOf(error);
  const options = { cause: error };
  if (code === "LEVEL_LOCKED") {
    const hint = "stop the other server, or choose another directory";
    return new StoreError("LOCKED", `another process has the mirror in ${directory} open: ${hint}`, options);
  }
  if (code === "LEVEL_CORRUPTION" || /does not exist|corrupt|missing/i.test(message)) {
    return new StoreError("DAMAGED", `the mirror in ${directory} is damaged (${message})`, options);
  }
  const hint = "free space or permissions may be missing";
  return new StoreError("UNUSABLE", `the mirror in ${directory} cannot be opened (${message}): ${hint}`, options);
}

/**
 * Writes in one batch, which is there whole and survives a power failure when this resolves. The operations are handed over one by
 * one: that takes half the time of a list.
 */
export async function writeBatch(
  database: Database,
  operations: Iterable<Operation>,
  encoded?: EncodedBatch,
): Promise<void> {
  const batch = database.batch();
  let written = 0;
  for (const operation of operations) {
    if (operation.type === "put") batch.put(operation.key, operation.value);
    else batch.del(operation.key);
    if (++written % WRITES_AT_ONCE === 0) await others();
  }
  for (const { key, value } of encoded === undefined ? [] : writesIn(encoded)) {
    if (value === undefined) batch.del(key, BYTES);
    else batch.put(key, value, BYTES);
    if (++written % WRITES_AT_ONCE === 0) await others();
  }
  await batch.write({ sync: true });
}

/**
 * Waits for a read and puts its failure into the store's words.
 *
 * @throws {StoreError} CLOSED when the handle or snapshot is gone, CORRUPT when LevelDB says so.
 */
export async function reading<T>(read: Promise<T>): Promise<T> {
  try {
    return await read;
  } catch (error) {
    throw readingError(error);
  }
}

/** A read's failure in the store's words. */
export function readingError(error: unknown): unknown {
  if (error instanceof StoreError) return error;
  const { code, message } = causeOf(error);
  if (code?.endsWith("_NOT_OPEN")) {
    return new StoreError("CLOSED", "the mirror was closed or reopened during the read: ask again", { cause: error });
  }
  if (code?.startsWith("LEVEL_")) {
    return new StoreError("CORRUPT", `the mirror cannot be read (${message}): check the disk`, { cause: error });
  }
  return error;
}
