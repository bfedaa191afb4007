import canonicalize from "canonicalize";
import { sha256 } from "ethers";
import type { Hex } from "./hex.ts";

/** A file of a manifest. */
export interface ManifestFile {
  /** Below the folder, in NFC, with `/` between its parts. */
  readonly path: string;
  /** Bytes. */
  readonly size: number;
  readonly sha256: Hex;
}

/** A list of files: what a submission, an application or an archive consists of. Its digest goes on the ledger, the files do not. */
export interface Manifest {
  readonly version: 1;
  /** By path, in the order of UTF-16 code units. */
  readonly files: readonly ManifestFile[];
}

/** A list of files that makes no manifest. */
export class ManifestError extends Error {
  readonly code: "MANIFEST_EMPTY" | "MANIFEST_PATH_INVALID" | "MANIFEST_PATH_TWICE" | "MANIFEST_FILE_INVALID";
  /** The path at fault; empty when it is no single one. */
  readonly path: string;

  constructor(code: ManifestError["code"], message: string, path = "") {
    super(message);
    this.name = "ManifestError";
    this.code = code;
    this.path = path;
  }
}

/**
 * Makes a manifest of files in any order. The same files make the same manifest whatever system they lie on: names are put into NFC
 * (macOS keeps them in NFD), parts are separated by `/`, and the order does not depend on a language.
 *
 * @throws {ManifestError} when there is no file, a path leaves the folder or cannot be written on every system, or two paths are one
 *   in NFC.
 */
export function buildManifest(files: readonly ManifestFile[]): Manifest {
  if (files.length === 0) throw new ManifestError("MANIFEST_EMPTY", "a manifest lists at least one file");
  const entries = files.map(({ path, size, sha256: digest }) => {
    const normal = manifestPath(path);
    if (!Number.isSafeInteger(size) || size < 0 || !/^0x[0-9a-f]{64}$/.test(digest)) {
      throw new ManifestError("MANIFEST_FILE_INVALID", `${normal} has no valid size and digest`, normal);
    }
    return { path: normal, size, sha256: digest };
  });
  entries.sort((one, other) => (one.path < other.path ? -1 : one.path > other.path ? 1 : 0));
  entries.forEach(({ path }, index) => {
    if (entries[index - 1]?.path !== path) return;
    throw new ManifestError("MANIFEST_PATH_TWICE", `two files have the name ${path} once it is normalised (NFC)`, path);
  });
  return { version: 1, files: entries };
}

/**
 * A path as a manifest writes it.
 *
 * @throws {ManifestError} when it is absolute, has an empty part, `.` or `..`, a backslash or a control character.
 */
export function manifestPath(path: string): string {
  const normal = path.normalize("NFC");
  const parts = normal.split("/");
  const isControl = (character: string) => character < " " || character === "\x7f";
  if (parts.some((part) => part === "" || part === "." || part === "..") || [...normal].some(isControl)) {
    throw new ManifestError("MANIFEST_PATH_INVALID", `${JSON.stringify(path)} is no path inside a folder`, path);
  }
  if (normal.includes("\\") || !normal.isWellFormed()) {
    const message = `${JSON.stringify(path)} has a character that other systems cannot keep`;
    throw new ManifestError("MANIFEST_PATH_INVALID", message, path);
  }
  return normal;
}

/** A manifest's canonical text (RFC 8785): what is digested, and what a manifest file holds byte for byte. */
export function manifestText(manifest: Manifest): string {
  const text = canonicalize(manifest);
  if (text === undefined) throw new TypeError("a manifest is a JSON object");
  return text;
}

/** SHA-256 of a manifest's canonical text. */
export function manifestDigest(manifest: Manifest): Hex {
  return sha256(new TextEncoder().encode(manifestText(manifest))) as Hex;
}

/** The sum of its files' sizes. */
export function manifestBytes(manifest: Manifest): number {
  return manifest.files.reduce((sum, file) => sum + file.size, 0);
}
