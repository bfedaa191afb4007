import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";

/** The bytes of all files in a directory; files that go away meanwhile count for nothing. */
export async function directorySize(directory: string): Promise<number> {
  const names = await readdir(directory, { recursive: true }).catch((): string[] => []);
  const sizes = await Promise.all(names.map((name) => stat(join(directory, name)).then(sizeOf, () => 0)));
  return sizes.reduce((sum, size) => sum + size, 0);
}

function sizeOf(info: { readonly size: number; isFile(): boolean }): number {
  return info.isFile() ? info.size : 0;
}
