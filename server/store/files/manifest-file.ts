import { FileFault } from "./fault.ts";
import { logRecords } from "./log-file.ts";
import { VarintReader } from "./varint.ts";

/** Which files a database is made of, by their numbers. */
export interface LiveFiles {
  /** Tables with their sizes in bytes. */
  readonly tables: ReadonlyMap<number, number>;
  /** Logs from this number on hold what is not in tables yet. */
  readonly firstLog: number;
  /** One before them that still counts; 0 for none. */
  readonly earlierLog: number;
}

/**
 * Reads a MANIFEST: a log of changes to the set of files (LevelDB's version_edit.cc).
 *
 * @throws {FileFault} when it is not as it was written.
 */
export function liveFiles(file: Uint8Array): LiveFiles {
  const tables = new Map<number, number>();
  let firstLog = 0;
  let earlierLog = 0;
  for (const record of logRecords(file)) {
    const reader = new VarintReader(record);
    while (!reader.isAtEnd) {
      const tag = reader.integer();
      if (tag === 1) reader.text();
      else if (tag === 2) firstLog = reader.integer();
      else if (tag === 9) earlierLog = reader.integer();
      else if (tag === 3 || tag === 4) reader.integer();
      else if (tag === 5) skipPlace(reader);
      else if (tag === 6) tables.delete(fileOfLevel(reader));
      else if (tag === 7) {
        const number = fileOfLevel(reader);
        tables.set(number, reader.integer());
        reader.text();
        reader.text();
      } else throw new FileFault(`it has an entry of the unknown kind ${tag}`);
    }
  }
  return { tables, firstLog, earlierLog };
}

/** Where compaction of a level stands: nothing that bears on what is live. */
function skipPlace(reader: VarintReader): void {
  reader.integer();
  reader.text();
}

function fileOfLevel(reader: VarintReader): number {
  reader.integer();
  return reader.integer();
}
