import type { ChildProcess } from "node:child_process";
import { createInterface } from "node:readline";

/** The first line that a program says on its standard output. */
export async function firstLine({ stdout }: ChildProcess): Promise<string> {
  if (stdout === null) throw new Error("the program has no standard output");
  for await (const line of createInterface({ input: stdout })) return line;
  throw new Error("the program ended without a word");
}
