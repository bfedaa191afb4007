import { realpath } from "node:fs/promises";
import { dirname, sep } from "node:path";
import { type Hex, ZERO_BYTES32 } from "../../../server/ledger/hex.ts";
import { type Manifest, manifestBytes, manifestDigest } from "../../../server/ledger/manifest.ts";
import { refused } from "../failure.ts";
import { receiptFolder } from "../receipts/keep.ts";
import { note, pathOf, type Session } from "../session.ts";
import { sha256OfFile } from "./digest.ts";
import { listFolder, manifestOf } from "./folder.ts";
import { byteProgress, readableBytes } from "./progress.ts";

/** SHA-256 of the file an option names; zero when the option is absent, which the ledger refuses where it needs a document. */
export async function documentDigest(session: Session, document: string | undefined): Promise<Hex> {
  return document === undefined ? ZERO_BYTES32 : sha256OfFile(pathOf(session, document));
}

/** The manifest of a folder and its digest. */
export interface HashedFolder {
  readonly manifest: Manifest;
  readonly digest: Hex;
}

/**
 * Reads a whole folder into a manifest, with progress.
 *
 * @throws {CliFailure} OUT_INSIDE_FOLDER when the receipts would lie in it: then the folder would change by being handed in.
 */
export async function hashFolder(session: Session, folder: string): Promise<HashedFolder> {
  const path = pathOf(session, folder);
  await requireOutside(await realpath(path), receiptFolder(session));
  const files = await listFolder(path);
  const progress = byteProgress(
    session,
    files.reduce((sum, file) => sum + file.size, 0),
  );
  try {
    const manifest = await manifestOf(files, progress.add);
    const size = readableBytes(manifestBytes(manifest));
    note(session, {
      zh: `已读取 ${manifest.files.length} 个文件，共 ${size}；只有摘要会上链。`,
      en: `read ${manifest.files.length} files, ${size}; only digests go on the ledger`,
    });
    return { manifest, digest: manifestDigest(manifest) };
  } finally {
    progress.end();
  }
}

async function requireOutside(folder: string, receipts: string): Promise<void> {
  const real = await nearestReal(receipts);
  if (real !== folder && !real.startsWith(folder + sep)) return;
  throw refused(
    "OUT_INSIDE_FOLDER",
    "回执不能放在所提交的文件夹内；请用 --out 指定别处。",
    "receipts cannot be kept inside the folder that is handed in; choose another place with --out",
  );
}

/** The real path of a place that may not exist yet: that of its nearest ancestor that does, with the rest. */
async function nearestReal(path: string): Promise<string> {
  try {
    return await realpath(path);
  } catch {
    const parent = dirname(path);
    return parent === path ? path : `${await nearestReal(parent)}${path.slice(parent.length)}`;
  }
}
