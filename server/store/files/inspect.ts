import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { causeOf, StoreError } from "../errors.ts";
import { FileFault } from "./fault.ts";
import type { Inspected } from "./inspected.ts";
import { logRecords } from "./log-file.ts";
import { type LiveFiles, liveFiles } from "./manifest-file.ts";
import { verifyTable } from "./table-file.ts";

/**
 * Makes sure, before LevelDB opens a database, that every byte of it is as LevelDB wrote it. LevelDB itself would not notice: it
 * serves what it finds in tables, leaves out the part of a log it cannot read, and takes a directory without CURRENT for an
 * empty database. It costs one reading of the files.
 *
 * @param onInspected Told after each file how much of all is done.
 * @throws {StoreError} DAMAGED naming the first file that is missing or altered; UNUSABLE when one cannot be read.
 */
export async function inspectDatabase(
  location: string,
  onInspected: (inspected: Inspected) => void = () => undefined,
): Promise<void> {
  const live = await readLive(location);
  const total = [...live.tables.values()].reduce((sum, size) => sum + size, 0);
  let bytes = 0;
  onInspected({ bytes, total });
  for (const [number, size] of live.tables) {
    await inspectTable(location, number, size);
    bytes += size;
    onInspected({ bytes, total });
  }
  for (const name of await liveLogs(location, live)) await inspectLog(location, name);
}

/**
 * Compares the logs of a database that LevelDB has open, which may begin others meanwhile, with their checksums: what is found wrong is
 * looked at again, and counts if the file is of the database then. Its tables are for `HeldTables`.
 *
 * @param rest Awaited before each file.
 * @throws {StoreError} as `inspectDatabase`.
 */
export async function inspectOpenLogs(location: string, rest: () => Promise<void>): Promise<void> {
  const live = await twice(() => readLive(location));
  for (const name of await liveLogs(location, live)) {
    await rest();
    await inspectLog(location, name).catch(async () => {
      const names = await liveLogs(location, await readLive(location));
      if (names.includes(name)) await inspectLog(location, name);
    });
  }
}

/** LevelDB may be about to write another MANIFEST. */
export async function twice<T>(read: () => Promise<T>): Promise<T> {
  return read().catch(read);
}

/** Which files a database is made of. */
export async function readLive(location: string): Promise<LiveFiles> {
  const current = (await content(location, "CURRENT")).toString("latin1");
  if (!/^MANIFEST-\d+\n$/.test(current)) throw damaged(location, "CURRENT", "it does not name a manifest");
  const manifest = current.trim();
  const file = await content(location, manifest);
  return found(location, manifest, () => liveFiles(file));
}

async function inspectLog(location: string, name: string): Promise<void> {
  const file = await content(location, name);
  found(location, name, () => logRecords(file));
}

async function inspectTable(location: string, number: number, size: number): Promise<void> {
  const name = tableName(number);
  const file = await content(location, name);
  if (file.length !== size) throw damaged(location, name, `it has ${file.length} bytes instead of ${size}`);
  found(location, name, () => verifyTable(file));
}

async function liveLogs(location: string, { firstLog, earlierLog }: LiveFiles): Promise<string[]> {
  const names = (await readdir(location)).filter((name) => /^\d+\.log$/.test(name));
  const numbers = names.map((name) => Number.parseInt(name, 10));
  const isLive = (number: number) => number >= firstLog || number === earlierLog;
  return names.filter((_, index) => isLive(numbers[index] ?? 0)).toSorted();
}

/** The name of a table's file. */
export function tableName(number: number): string {
  return `${String(number).padStart(6, "0")}.ldb`;
}

/** What `read` finds in a file. */
export function found<T>(location: string, name: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    // Anything else that a malformed file leads to, such as a place past its end, is a fault of the file too.
    if (error instanceof FileFault || error instanceof RangeError) throw damaged(location, name, error.message);
    throw error;
  }
}

async function content(location: string, name: string): Promise<Buffer> {
  try {
    return await readFile(join(location, name));
  } catch (error) {
    if (causeOf(error).code === "ENOENT") throw damaged(location, name, "it is missing");
    throw unreadable(join(location, name), error);
  }
}

/** That a file of a database cannot be read, which is no damage. */
export function unreadable(file: string, cause: unknown): StoreError {
  const hint = "check the disk and the permissions";
  return new StoreError("UNUSABLE", `${file} cannot be read (${causeOf(cause).message}): ${hint}`, { cause });
}

/** That a file of a database is not as LevelDB wrote it. */
export function damaged(location: string, name: string, fault: string): StoreError {
  return new StoreError("DAMAGED", `the file ${name} of the mirror in ${location} is damaged: ${fault}`);
}
