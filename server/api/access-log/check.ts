import { EMPTY_LOG, follows, type LogHead, readEntry } from "./entry.ts";
import { linesOf, logFiles } from "./files.ts";

/** What a check of a log found. */
export interface LogCheck {
  readonly intact: boolean;
  /** How many entries are in order, from the first on. */
  readonly entries: number;
  /** The last entry that is in order. */
  readonly head: LogHead;
  /** What is wrong with what follows; null when all is in order. */
  readonly fault: string | null;
}

/**
 * Checks that a log is one chain from its first entry to its last.
 *
 * @param noted A head that was noted down earlier: the log must still hold it. Without one, entries cut off at the end do not show.
 */
export async function checkAccessLog(directory: string, noted?: LogHead): Promise<LogCheck> {
  let head = EMPTY_LOG;
  let holdsNoted = noted === undefined || noted.seq === 0;
  const found = (fault: string | null): LogCheck => ({ intact: fault === null, entries: head.seq, head, fault });
  for (const { file, first } of await logFiles(directory)) {
    if (first !== head.seq + 1) return found(`${file} begins with entry ${first} where ${head.seq + 1} should follow`);
    for await (const line of linesOf(file)) {
      const entry = entryOf(line);
      const expected = head.seq + 1;
      if (entry === undefined)
        return found(`entry ${expected} in ${file} was altered: its hash is not that of what it says`);
      if (!follows(head, entry)) return found(`entry ${expected} in ${file} does not follow the one before it`);
      head = { seq: entry.seq, hash: entry.hash };
      if (noted !== undefined && noted.seq === head.seq) {
        if (noted.hash !== head.hash)
          return found(`entry ${head.seq} has another hash than was noted: the log was rewritten`);
        holdsNoted = true;
      }
    }
  }
  return found(holdsNoted ? null : `entry ${noted?.seq}, which was noted, is missing: the end of the log was cut off`);
}

function entryOf(line: string) {
  try {
    return readEntry(line);
  } catch {
    return undefined;
  }
}
