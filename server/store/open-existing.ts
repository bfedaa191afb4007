import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { levelDatabase } from "./database.ts";
import { StoreError } from "./errors.ts";
import { parseIdentity, SCHEMA_VERSION } from "./identity.ts";
import { openFiles } from "./open-files.ts";
import type { StoreIdentity } from "./reader.ts";
import { readSidecar } from "./sidecar.ts";
import { Store } from "./store.ts";

const UNDO_DEPTH = 128;

/**
 * Opens the store in a directory as it is, of whatever ledger, to look at it: nothing is made, healed or set aside.
 *
 * @throws {StoreError} DAMAGED, OUTDATED, NEWER, LOCKED or UNUSABLE, the last also when there is none.
 */
export async function openExisting(directory: string): Promise<Store> {
  const identity = await identityOf(directory);
  return new Store(
    { directory, identity, database: levelDatabase },
    await openFiles({ directory, identity, database: levelDatabase }),
    UNDO_DEPTH,
  );
}

async function identityOf(directory: string): Promise<StoreIdentity> {
  const text = await readFile(join(directory, "store.json"), "utf8").catch((error: NodeJS.ErrnoException) => {
    const hint = "start the server first (npm run serve), or name its directory with --data";
    throw new StoreError("UNUSABLE", `there is no mirror in ${directory} (${error.code}): ${hint}`, { cause: error });
  });
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    content = undefined;
  }
  const told = { ...parseIdentity(content, join(directory, "store.json")), schemaVersion: SCHEMA_VERSION };
  return (await readSidecar(directory, told)) ?? told;
}
