import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import type { Hex } from "../../../server/ledger/hex.ts";
import { refused, unusable } from "../failure.ts";
import { receiptFolder } from "../receipts/keep.ts";
import { pathOf, type Session } from "../session.ts";

/** A file as a manifest lists it. What is on the ledger is the manifest's digest, and through it the file's. */
export interface Listing {
  /** The manifest's file. */
  readonly manifest: string;
  /** SHA-256 of its bytes. */
  readonly digest: Hex;
  /** What it calls the file. */
  readonly path: string;
}

const manifestSchema = z.object({
  version: z.literal(1),
  files: z.array(z.object({ path: z.string(), sha256: z.string() })),
});

/**
 * Looks a file's digest up in the manifest that the user names, or else in the manifests kept beside the receipts.
 *
 * @param sha256 The file's digest.
 * @returns undefined when none of the kept manifests lists the file.
 * @throws {CliFailure} when a named manifest cannot be read or does not list the file.
 */
export async function findListing(session: Session, sha256: Hex, named?: string): Promise<Listing | undefined> {
  if (named === undefined) return findKept(session, sha256);
  const content = await readManifest(pathOf(session, named));
  if (content === undefined) {
    throw unusable("MANIFEST_INVALID", `${named} 不是清单文件。`, `${named} is no manifest that can be read`);
  }
  const path = pathIn(content, sha256);
  if (path !== undefined) return { manifest: named, digest: content.digest, path };
  throw refused(
    "NOT_LISTED",
    `清单 ${named} 中没有内容相同的文件。`,
    `the manifest ${named} lists no file of these contents`,
  );
}

async function findKept(session: Session, sha256: Hex): Promise<Listing | undefined> {
  const folder = receiptFolder(session);
  const names = await readdir(folder).catch(() => []);
  for (const name of names.filter((candidate) => candidate.endsWith(".manifest.json")).sort()) {
    const content = await readManifest(join(folder, name));
    const path = content && pathIn(content, sha256);
    if (content && path !== undefined) return { manifest: join(folder, name), digest: content.digest, path };
  }
  return undefined;
}

interface ManifestContent {
  readonly digest: Hex;
  readonly files: readonly { readonly path: string; readonly sha256: string }[];
}

async function readManifest(file: string): Promise<ManifestContent | undefined> {
  try {
    const bytes = await readFile(file);
    const { files } = manifestSchema.parse(JSON.parse(bytes.toString("utf8")));
    return { digest: `0x${createHash("sha256").update(bytes).digest("hex")}`, files };
  } catch {
    return undefined;
  }
}

function pathIn({ files }: ManifestContent, sha256: Hex): string | undefined {
  return files.find((file) => file.sha256 === sha256)?.path;
}
