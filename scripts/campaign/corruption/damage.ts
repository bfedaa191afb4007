import { readdir, readFile, rm, stat, truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Draw } from "../draw.ts";

/** Does a damage to the files of a store that is not open; says what was done. */
type Damage = (directory: string, draw: Draw) => Promise<string>;

const PAGE = 4_096;

/** What a disk, or a hand, does to files. */
export const DAMAGES: Readonly<Record<string, Damage>> = {
  tableFlipped: (directory, draw) => flip(directory, /\.ldb$/, draw),
  logFlipped: (directory, draw) => flip(directory, /\.log$/, draw),
  manifestFlipped: (directory, draw) => flip(directory, /MANIFEST/, draw),
  otherFlipped: (directory, draw) => flip(directory, /CURRENT$|store\.json$|position$/, draw),
  cut: async (directory, draw) => {
    const file = await chosen(directory, /\.ldb$|\.log$|MANIFEST/, draw);
    const { size } = await stat(file);
    const length = draw.number(size);
    await truncate(file, length);
    return `cut ${file} from ${size} to ${length} bytes`;
  },
  removed: async (directory, draw) => {
    const file = await chosen(directory, /\.ldb$|\.log$|MANIFEST|CURRENT$|store\.json$|position$/, draw);
    await rm(file);
    return `removed ${file}`;
  },
  pageZeroed: async (directory, draw) => {
    const file = await chosen(directory, /\.ldb$|\.log$|MANIFEST/, draw);
    const content = await readFile(file);
    const from = draw.number(Math.ceil(content.length / PAGE)) * PAGE;
    content.fill(0, from, Math.min(from + PAGE, content.length));
    await writeFile(file, content);
    return `zeroed ${file} from byte ${from} on`;
  },
};

async function flip(directory: string, name: RegExp, draw: Draw): Promise<string> {
  const file = await chosen(directory, name, draw);
  const content = await readFile(file);
  const at = draw.number(content.length);
  const bit = draw.number(8);
  content[at] = (content[at] ?? 0) ^ (1 << bit);
  // In place, as a disk does it: also for who has the file open.
  await writeFile(file, content, { flag: "r+" });
  return `flipped bit ${bit} of byte ${at} of ${file}`;
}

/** One of the files with such a name that are not empty. */
async function chosen(directory: string, name: RegExp, draw: Draw): Promise<string> {
  const names = await readdir(directory, { recursive: true });
  const sized = await Promise.all(names.map(async (path) => ({ path, info: await stat(join(directory, path)) })));
  const fitting = sized.filter(({ path, info }) => name.test(path) && info.isFile() && info.size > 0);
  return join(directory, draw.one(fitting.map(({ path }) => path).sort()));
}
