import { createReadStream } from "node:fs";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";

/*
 * The log is a folder of files, each named by the number of its first entry, so that they sort in the order of the entries.
 */

const FORM = /^(\d{16})\.ndjson$/;

/** The file that begins with entry `seq`. */
export function logFile(directory: string, seq: number): string {
  return join(directory, `${String(seq).padStart(16, "0")}.ndjson`);
}

/** The files of a log, in order, with the number of the first entry of each. */
export async function logFiles(directory: string): Promise<{ readonly file: string; readonly first: number }[]> {
  const names = await readdir(directory).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return [];
    throw error;
  });
  return names
    .filter((name) => FORM.test(name))
    .sort()
    .map((name) => ({ file: join(directory, name), first: Number.parseInt(name, 10) }));
}

/** The lines of a file, without their ends. A last line without an end, which is being written, is given as well. */
export async function* linesOf(file: string): AsyncGenerator<string> {
  const input = createReadStream(file);
  try {
    yield* createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY });
  } finally {
    input.destroy();
  }
}
