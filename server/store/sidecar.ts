import { open, readFile, rename } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { encodeText } from "./encoding.ts";
import { causeOf, StoreError } from "./errors.ts";
import { parseIdentity, requireVersion } from "./identity.ts";
import type { StoreIdentity } from "./reader.ts";

/*
 * store.json stands beside the database and says that there is one, and of which ledger. LevelDB itself cannot tell a lost
 * database from a new one.
 */

const sidecarSchema = z.looseObject({ checksum: z.string().optional() }).catch({});

function checksumOf(identity: object): string {
  return Buffer.from(encodeText("store.json", JSON.stringify(identity)).hash, "latin1").toString("hex");
}

/** Where the sidecar of a store is. */
function sidecarOf(directory: string): string {
  return join(directory, "store.json");
}

/**
 * Reads the sidecar; undefined when there is none.
 *
 * @throws {StoreError} OUTDATED, NEWER or FOREIGN_LEDGER when it is in another form than this program's.
 */
export async function readSidecar(directory: string, expected: StoreIdentity): Promise<StoreIdentity | undefined> {
  const file = sidecarOf(directory);
  let text: string;
  try {
    text = await readFile(file, "utf8");
  } catch (error) {
    if (causeOf(error).code === "ENOENT") return undefined;
    throw new StoreError("UNUSABLE", `${file} cannot be read (${causeOf(error).message})`, { cause: error });
  }
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    content = {};
  }
  const { checksum, ...identity } = sidecarSchema.parse(content);
  const isWhole = checksum === checksumOf(identity);
  // Earlier versions wrote no checksum.
  if (isWhole || checksum === undefined) requireVersion(identity, directory, expected);
  if (!isWhole) throw new StoreError("DAMAGED", `${file} is damaged (it does not match its checksum)`);
  return parseIdentity(identity, file);
}

/** Writes the sidecar so that after a power failure it is there whole or not at all. */
export async function writeSidecar(directory: string, identity: StoreIdentity): Promise<void> {
  const file = sidecarOf(directory);
  const unfinished = `${file}.new`;
  const handle = await open(unfinished, "w");
  try {
    await handle.writeFile(`${JSON.stringify({ ...identity, checksum: checksumOf(identity) }, null, 2)}\n`);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(unfinished, file);
  await syncDirectory(directory);
}

async function syncDirectory(directory: string): Promise<void> {
  if (process.platform === "win32") return;
  const handle = await open(directory, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
