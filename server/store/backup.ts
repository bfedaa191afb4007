import { createHash } from "node:crypto";
import { mkdir, readdir, rename, rm, rmdir } from "node:fs/promises";
import { z } from "zod";
import { decodeBucket } from "./buckets.ts";
import { levelDatabase, openDatabase } from "./database.ts";
import { hashOf } from "./encoding.ts";
import { causeOf, StoreError } from "./errors.ts";
import { parseIdentity, SCHEMA_VERSION } from "./identity.ts";
import { databaseOf, readCursor } from "./open-files.ts";
import { PositionFile, positionOf } from "./position.ts";
import type { BlockMark, StoreIdentity } from "./reader.ts";
import { writeSidecar } from "./sidecar.ts";
import type { SnapshotReader } from "./snapshot.ts";
import { type DigestMark, StateDigest } from "./state-digest.ts";

/*
 * A backup is lines of JSON: what it is of, every key with what is stored under it, and at the end how many those were and the
 * SHA-256 of all lines before. It is of one moment, whatever is written meanwhile, and can be restored on any machine.
 */

const FORMAT = "pilot-ledger mirror backup 1";
const BATCH = 500;

/** What a backup holds. */
export interface BackupContent {
  readonly identity: StoreIdentity;
  readonly head: BlockMark | null;
  readonly digest: DigestMark;
  readonly entries: number;
}

/** The lines of a backup of what `reader` shows. Values are checked as they are read. */
export async function* backupLines(reader: SnapshotReader): AsyncGenerator<string> {
  const hash = createHash("sha256");
  const line = (content: unknown): string => {
    const text = `${JSON.stringify(content)}\n`;
    hash.update(text);
    return text;
  };
  let entries = 0;
  yield line({ format: FORMAT, identity: reader.identity });
  for await (const some of reader.raw()) {
    for (const [key, stored] of some) requireWhole(key, stored);
    entries += some.length;
    yield some.map((entry) => line(entry)).join("");
  }
  yield `${JSON.stringify({ entries, sha256: hash.digest("hex") })}\n`;
}

const headerSchema = z.object({ format: z.literal(FORMAT), identity: z.unknown() });
const entrySchema = z.tuple([z.string(), z.string()]);
const endSchema = z.object({ entries: z.number(), sha256: z.string() });

/**
 * Makes a store of a backup. It is there whole and verified, its digest recomputed, or not at all.
 *
 * @param directory Where there is no store yet.
 * @throws {StoreError} UNUSABLE when there is one, or the disk fails; DAMAGED when the backup is not whole; OUTDATED or NEWER.
 */
export async function restoreBackup(lines: AsyncIterable<string>, directory: string): Promise<BackupContent> {
  await requireEmpty(directory);
  const unfinished = `${directory}.restoring`;
  await rm(unfinished, { recursive: true, force: true });
  await mkdir(unfinished, { recursive: true });
  try {
    const content = await restored(lines, unfinished);
    await rmdir(directory).catch(() => undefined);
    await rename(unfinished, directory);
    return content;
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true });
    if (error instanceof StoreError) throw error;
    if (error instanceof z.ZodError || error instanceof SyntaxError) throw broken("it is not of the form of one");
    throw new StoreError("UNUSABLE", `the backup cannot be restored (${causeOf(error).message})`, { cause: error });
  }
}

async function restored(lines: AsyncIterable<string>, directory: string): Promise<BackupContent> {
  const database = levelDatabase(databaseOf(directory));
  await openDatabase(database, "new");
  try {
    const hash = createHash("sha256");
    const digest = StateDigest.empty();
    let identity: StoreIdentity | undefined;
    let end: z.infer<typeof endSchema> | undefined;
    let entries = 0;
    let batch: { type: "put"; key: string; value: string }[] = [];
    for await (const line of lines) {
      if (end !== undefined) throw broken("it goes on after its end");
      if (identity === undefined) identity = readHeader(line);
      else if (line.startsWith("[")) {
        const [key, value] = entrySchema.parse(JSON.parse(line));
        requireWhole(key, value);
        if (key.startsWith("r/")) digest.add(hashOf(key, value));
        batch.push({ type: "put", key, value });
        entries += 1;
      } else {
        end = endSchema.parse(JSON.parse(line));
        continue;
      }
      hash.update(`${line}\n`);
      if (batch.length < BATCH) continue;
      await database.batch(batch);
      batch = [];
    }
    if (identity === undefined || end === undefined) throw broken("its end is missing");
    if (end.entries !== entries || end.sha256 !== hash.digest("hex")) throw broken("it does not match its checksum");
    await database.batch(batch, { sync: true });
    const cursor = await readCursor(database);
    if (cursor.digest.sum !== digest.sum) throw broken("its records do not make its digest");
    const position = await PositionFile.in(directory);
    await position.write(positionOf(cursor));
    await position.close();
    await writeSidecar(directory, identity);
    return { identity, head: cursor.head, digest: digest.mark, entries };
  } finally {
    await database.close();
  }
}

/** @throws {StoreError} CORRUPT when what is stored under a key is not what was written there. */
function requireWhole(key: string, stored: string): void {
  if (key.startsWith("x/")) decodeBucket(key, stored);
  else hashOf(key, stored);
}

function readHeader(line: string): StoreIdentity {
  const { identity: told } = headerSchema.parse(JSON.parse(line));
  const identity = parseIdentity(told, "the backup");
  if (identity.schemaVersion === SCHEMA_VERSION) return identity;
  const isOlder = identity.schemaVersion < SCHEMA_VERSION;
  const hint = isOlder ? "mirror the ledger anew instead" : "update this program";
  const versions = `in form ${identity.schemaVersion}, and this program reads form ${SCHEMA_VERSION}`;
  throw new StoreError(isOlder ? "OUTDATED" : "NEWER", `the backup is ${versions}: ${hint}`);
}

async function requireEmpty(directory: string): Promise<void> {
  const names = await readdir(directory).catch((): string[] => []);
  if (names.length === 0) return;
  const hint = "move it away first, or restore into another directory";
  throw new StoreError("UNUSABLE", `there is a mirror in ${directory} already: ${hint}`);
}

function broken(fault: string): StoreError {
  return new StoreError("DAMAGED", `the backup is damaged (${fault}): use another one, or mirror the ledger anew`);
}
