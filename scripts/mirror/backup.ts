import { createReadStream, createWriteStream } from "node:fs";
import { mkdir, open, rename, rm, stat } from "node:fs/promises";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip, createGzip } from "node:zlib";
import type { OnWork, Operations } from "../../server/operations/operations.ts";
import { restoreBackup } from "../../server/store/backup.ts";
import { StoreError } from "../../server/store/errors.ts";
import { Failure } from "../process/failure.ts";
import { mirrorIn } from "../serve/data-directory.ts";
import { type Place, withMirror } from "./with-mirror.ts";
import { working } from "./work-report.ts";

/** `backup`: writes one, whole or not at all. */
export async function backup(place: Place, file: string): Promise<void> {
  const unfinished = `${file}.unfinished`;
  await withMirror(place, async (mirror) => {
    try {
      await working("backup", (onWork) =>
        pipeline(Readable.from(counted(mirror, onWork)), createGzip(), createWriteStream(unfinished)),
      );
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
    const { head, digest, entries } = await working("restore", (onWork) =>
      restoreBackup(linesOf(file, onWork), mirrorIn(place.data)),
    );
    if (place.json) return console.log(JSON.stringify({ head, digest, entries }));
    console.log(
      `restored ${entries} entries up to block ${head?.number ?? "none"}, verified by the digest ${digest.sum}`,
    );
  } catch (error) {
    if (error instanceof StoreError) throw new Failure(`STORE_${error.code}`, error.message, { cause: error });
    throw error;
  }
}

/** The lines of a backup, of which now and then the mirror is asked how far the last one is. */
async function* counted(mirror: Operations, onWork: OnWork): AsyncGenerator<string> {
  let entries = 0;
  let asked = performance.now();
  for await (const text of mirror.backup()) {
    yield text;
    entries += text.split("\n").length - 1;
    if (performance.now() - asked < ASKED_EVERY) continue;
    asked = performance.now();
    const key = /^\["((?:[^"\\]|\\.)*)"/.exec(text)?.[1];
    if (key !== undefined) onWork({ entries, share: await mirror.share(JSON.parse(`"${key}"`)) });
  }
}

/** Milliseconds. */
const ASKED_EVERY = 1_000;

/** The lines of the file, of which how much was read tells how far it is. */
async function* linesOf(file: string, onWork: OnWork): AsyncGenerator<string> {
  const unpacked = createGunzip().setEncoding("utf8");
  const packed = createReadStream(file);
  const size = (await stat(file).catch(() => undefined))?.size;
  const piping = pipeline(packed, unpacked);
  let entries = 0;
  // What breaks it also ends the reading below, which says so.
  piping.catch(() => undefined);
  let rest = "";
  for await (const text of unpacked) {
    const lines = (rest + text).split("\n");
    rest = lines.pop() ?? "";
    entries += lines.length;
    onWork({ entries, share: size === undefined ? null : packed.bytesRead / size });
    yield* lines;
  }
  if (rest !== "") yield rest;
}
