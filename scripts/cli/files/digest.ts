import { createHash } from "node:crypto";
import { type FileHandle, open } from "node:fs/promises";
import type { Hex } from "../../../server/ledger/hex.ts";
import { type CliFailure, refused } from "../failure.ts";

/** An algorithm this program computes over a stream. */
export type FileAlgorithm = "sha256" | "sm3";
export const FILE_ALGORITHMS = ["sha256", "sm3"] as const satisfies readonly FileAlgorithm[];

const CHUNK = 1024 * 1024;

/** The digests of a file, and how many bytes they cover. */
export interface FileDigests<Algorithm extends FileAlgorithm> {
  readonly size: number;
  readonly digests: Readonly<Record<Algorithm, Hex>>;
}

/**
 * Digests a file as a stream: memory does not grow with its size. The bytes are taken as they are.
 *
 * @param onBytes Told how many more bytes were read.
 * @throws {CliFailure} FILE_CHANGED when the file changes meanwhile.
 */
export async function digestFile<Algorithm extends FileAlgorithm>(
  file: string,
  algorithms: readonly Algorithm[],
  onBytes: (count: number) => void = () => undefined,
): Promise<FileDigests<Algorithm>> {
  const hashes = algorithms.map((algorithm) => ({ algorithm, hash: createHash(algorithm) }));
  const handle = await open(file);
  try {
    const before = await handle.stat();
    let size = 0;
    for await (const chunk of chunksOf(handle)) {
      for (const { hash } of hashes) hash.update(chunk);
      size += chunk.length;
      onBytes(chunk.length);
    }
    const after = await handle.stat();
    if (size !== before.size || after.size !== before.size || after.mtimeMs !== before.mtimeMs) throw changed(file);
    const digests = hashes.map(({ algorithm, hash }) => [algorithm, `0x${hash.digest("hex")}`]);
    return { size, digests: Object.fromEntries(digests) as Record<Algorithm, Hex> };
  } finally {
    await handle.close();
  }
}

/** A file's bytes, all read into one buffer: each chunk is only good until the next is asked for. */
async function* chunksOf(handle: FileHandle): AsyncGenerator<Buffer> {
  const buffer = Buffer.allocUnsafe(CHUNK);
  for (;;) {
    const { bytesRead } = await handle.read(buffer, 0, CHUNK);
    if (bytesRead === 0) return;
    yield buffer.subarray(0, bytesRead);
  }
}

function changed(file: string): CliFailure {
  return refused(
    "FILE_CHANGED",
    `文件 ${file} 在读取时发生了变化；请待其写完后重试。`,
    `${file} changed while it was being read; try again when nothing writes to it`,
  );
}

/** SHA-256 of a file. */
export async function sha256OfFile(file: string): Promise<Hex> {
  return (await digestFile(file, ["sha256"])).digests.sha256;
}
