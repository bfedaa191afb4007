import { type LoggedEntry, readEntry } from "./entry.ts";
import { linesOf, logFiles } from "./files.ts";

/** Which entries are asked for. */
export interface LogQuestion {
  /** Only entries after this one. */
  readonly after: number;
  /** Only entries up to this one: those that were written when the first page was asked for. */
  readonly upTo: number;
  /** Only questions of the principal of this id. */
  readonly who?: string | undefined;
}

/** The entries of a log in their order. An entry that cannot be read ends the list: a check says what is wrong. */
export async function* readAccessLog(
  directory: string,
  { after, upTo, who }: LogQuestion,
): AsyncGenerator<readonly [id: string, entry: LoggedEntry]> {
  const files = await logFiles(directory);
  const begin = files.findLastIndex(({ first }) => first <= after + 1);
  for (const { file } of files.slice(Math.max(0, begin))) {
    for await (const line of linesOf(file)) {
      const entry = readEntry(line);
      if (entry === undefined || entry.seq > upTo) return;
      if (entry.seq <= after) continue;
      if (who !== undefined && !("who" in entry && entry.who.id === who)) continue;
      yield [String(entry.seq), entry];
    }
  }
}
