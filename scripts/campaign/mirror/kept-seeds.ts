import { readFile, writeFile } from "node:fs/promises";
import { z } from "zod";

/** Seeds that showed a fault once; the tests play them again for good. */
const FILE = new URL("kept-seeds.json", import.meta.url);

const seedsSchema = z.array(z.number().int().nonnegative());

/** The seeds kept. */
export async function keptSeeds(): Promise<number[]> {
  return seedsSchema.parse(JSON.parse(await readFile(FILE, "utf8")));
}

/** Keeps further seeds, to be committed with the repair of what they show. */
export async function keepSeeds(seeds: readonly number[]): Promise<void> {
  const kept = new Set([...(await keptSeeds()), ...seeds]);
  await writeFile(FILE, `[${[...kept].sort((one, other) => one - other).join(", ")}]\n`);
}
