import { readdir, realpath, stat } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { buildManifest, type Manifest, type ManifestFile } from "../../../server/ledger/manifest.ts";
import { refused } from "../failure.ts";
import { digestFile } from "./digest.ts";

/** A file to be listed. */
export interface ListedFile {
  /** Where it lies. */
  readonly file: string;
  /** Its path in the manifest, as the system spells it. */
  readonly path: string;
  readonly size: number;
}

/**
 * Every file below a folder. Nothing is left out, hidden files neither; links may stay inside the folder and name a file.
 *
 * @throws {CliFailure} for a link that leaves the folder or names a folder, and for devices and the like.
 */
export async function listFolder(folder: string): Promise<ListedFile[]> {
  const root = await realpath(folder);
  const found: ListedFile[] = [];
  const walk = async (directory: string): Promise<void> => {
    for (const entry of await readdir(directory, { withFileTypes: true })) {
      const file = join(directory, entry.name);
      if (entry.isDirectory()) await walk(file);
      else found.push(await listed(root, file));
    }
  };
  await walk(root);
  return found;
}

async function listed(root: string, file: string): Promise<ListedFile> {
  const path = relative(root, file).split(sep).join("/");
  const target = await realpath(file).catch(() => "");
  if (target === "" || !target.startsWith(root + sep)) {
    throw refused(
      "LINK_LEAVES_FOLDER",
      `“${path}”是指向文件夹之外的链接；请换成文件本身。`,
      `${path} is a link that leaves the folder; put the file itself in its place`,
    );
  }
  const status = await stat(target);
  if (!status.isFile()) {
    throw refused(
      "NOT_A_FILE",
      `“${path}”不是普通文件，不能列入清单；请移走或换成文件。`,
      `${path} is no ordinary file and cannot be listed; remove it or replace it by a file`,
    );
  }
  return { file, path, size: status.size };
}

/**
 * Makes the manifest of files, reading each as a stream.
 *
 * @param onBytes Told how many more bytes were read.
 */
export async function manifestOf(
  files: readonly ListedFile[],
  onBytes: (count: number) => void = () => undefined,
): Promise<Manifest> {
  const entries: ManifestFile[] = [];
  for (const { file, path } of files) {
    const { size, digests } = await digestFile(file, ["sha256"], onBytes);
    entries.push({ path, size, sha256: digests.sha256 });
  }
  return buildManifest(entries);
}
