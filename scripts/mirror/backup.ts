import { createReadStream, createWriteStream } from "node:fs";
import { mkdir, open, rename, rm } from "node:fs/promises";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip, createGzip } from "node:zlib";
import { restoreBackup } from "../../server/store/backup.ts";
import { StoreError } from "../../server/store/errors.ts";
import { Failure } from "../process/failure.ts";
import { mirrorIn } from "../serve/mirror-place.ts";
import { type Place, withMirror } from "./with-mirror.ts";

/** `backup`: writes one, whole or not at all. */
export async function backup(place: Place, file: string): Promise<void> {
  const unfinished = `${file}.unfinished`;
  await withMirror(place, async (mirror) => {
    try {
      await pipeline(Readable.from(mirror.backup()), createGzip(), createWriteStream(unfinished));
      const handle = await open(unfinished, "r+");
      await handle.sync();
      const { size } = await handle.stat();
      await handle.close();
      await rename(unfinished, file);
      console.log(place.json ? JSON.stringify({ file, bytes: size }) : `${file}: ${size} bytes`);
    } catch (error) {
      await rm(unfinished, { force: true });
      const { code } = error as NodeJS.ErrnoException;
      if (error instanceof StoreError || code === undefined) throw error;
      if (code === "ECONNRESET") {
        throw new Failure(
          "BACKUP_FAILED",
          "the server broke the backup off: look at its log, and at npm run mirror -- status",
        );
      }
      throw new Failure("BACKUP_FAILED", `${file} cannot be written (${code}): choose another place, or free space`);
    }
  });
}

/** `restore`: makes a mirror of a backup. */
export async function restore(place: Place, file: string): Promise<void> {
  await mkdir(place.data, { recursive: true });
  try {
    const { head, digest, entries } = await restoreBackup(linesOf(file), mirrorIn(place.data));
    if (place.json) return console.log(JSON.stringify({ head, digest, entries }));
    console.log(
      `restored ${entries} entries up to block ${head?.number ?? "none"}, verified by the digest ${digest.sum}`,
    );
  } catch (error) {
    if (error instanceof StoreError) throw new Failure(`STORE_${error.code}`, error.message, { cause: error });
    throw error;
  }
}

async function* linesOf(file: string): AsyncGenerator<string> {
  const unpacked = createGunzip().setEncoding("utf8");
  const piping = pipeline(createReadStream(file), unpacked);
  // What breaks it also ends the reading below, which says so.
  piping.catch(() => undefined);
  let rest = "";
  for await (const text of unpacked) {
    const lines = (rest + text).split("\n");
    rest = lines.pop() ?? "";
    yield* lines;
  }
  if (rest !== "") yield rest;
}
