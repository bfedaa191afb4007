import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import type { Hex } from "../../../server/ledger/hex.ts";
import { refused } from "../failure.ts";

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
  const before = await stat(file);
  const hashes = algorithms.map((algorithm) => ({ algorithm, hash: createHash(algorithm) }));
  let size = 0;
  for await (const chunk of createReadStream(file, { highWaterMark: CHUNK }) as AsyncIterable<Buffer>) {
    for (const { hash } of hashes) hash.update(chunk);
    size += chunk.length;
    onBytes(chunk.length);
  }
  const after = await stat(file);
  if (size !== before.size || after.size !== before.size || after.mtimeMs !== before.mtimeMs) {
    throw refused(
      "FILE_CHANGED",
      `文件 ${file} 在读取时发生了变化；请待其写完后重试。`,
      `${file} changed while it was being read; try again when nothing writes to it`,
    );
  }
  const digests = hashes.map(({ algorithm, hash }) => [algorithm, `0x${hash.digest("hex")}`]);
  return { size, digests: Object.fromEntries(digests) as Record<Algorithm, Hex> };
}

/** SHA-256 of a file. */
export async function sha256OfFile(file: string): Promise<Hex> {
  return (await digestFile(file, ["sha256"])).digests.sha256;
}
