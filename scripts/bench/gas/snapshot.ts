import { readFile, writeFile } from "node:fs/promises";
import type { ActName } from "./measure.ts";
import type { Row } from "./row.ts";

const FILE = new URL("../../../docs/gas-snapshot.json", import.meta.url);

/** Share by which an act may move unnoticed: block times in the arguments have more or fewer zero bytes from run to run. */
export const TOLERANCE = 0.005;

/** The rows as they were committed. */
export async function readSnapshot(): Promise<Row[]> {
  return JSON.parse(await readFile(FILE, "utf8"));
}

/** Puts today's rows in the place of those committed. */
export async function writeSnapshot(rows: readonly Row[]): Promise<void> {
  // One line a row, spaced as the formatter asks.
  const lines = rows.map((row) => `  ${JSON.stringify(row, undefined, 1).replaceAll(/\n\s*/g, " ")}`);
  await writeFile(FILE, `[\n${lines.join(",\n")}\n]\n`);
}

/** What has moved by more than `TOLERANCE`, come or gone since the snapshot, one sentence each. */
export function differences(snapshot: readonly Row[], measured: ReadonlyMap<ActName, number>): string[] {
  const found: string[] = [];
  const known = new Map(snapshot.map(({ name, ours }) => [name, ours]));
  for (const [name, gas] of measured) {
    const before = known.get(name);
    if (before === undefined) found.push(`${name} is new: ${gas}`);
    else if (Math.abs(gas - before) > before * TOLERANCE) found.push(`${name} went from ${before} to ${gas}`);
  }
  // Rows of a task are named after both sides; the acts alone are measured again.
  for (const name of known.keys()) {
    if (!measured.has(name) && !name.includes(" | ")) found.push(`${name} is gone`);
  }
  return found;
}
