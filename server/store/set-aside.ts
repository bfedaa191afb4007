import { readdir, rename, rm } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";

/** How many old stores are kept beside the present one. */
const KEPT = 3;

/**
 * Renames a store's directory out of the way, and removes the oldest of those set aside before.
 *
 * @returns where it is now.
 */
export async function setAside(directory: string): Promise<string> {
  const place = resolve(directory);
  const earlier = await numbersSetAside(place);
  const aside = asideOf(place, (earlier.at(-1) ?? 0) + 1);
  await rename(place, aside);
  const outdated = earlier.slice(0, Math.max(0, earlier.length + 1 - KEPT));
  for (const number of outdated) await rm(asideOf(place, number), { recursive: true, force: true });
  return aside;
}

function asideOf(place: string, number: number): string {
  return join(dirname(place), `${basename(place)}.set-aside-${number}`);
}

async function numbersSetAside(place: string): Promise<number[]> {
  const start = `${basename(place)}.set-aside-`;
  const names = (await readdir(dirname(place))).filter((name) => name.startsWith(start));
  const numbers = names.map((name) => Number(name.slice(start.length)));
  return numbers.filter((number) => Number.isInteger(number) && number > 0).sort((one, other) => one - other);
}
