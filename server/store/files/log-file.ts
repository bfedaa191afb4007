import { crc32c, unmasked } from "./crc32c.ts";
import { FileFault } from "./fault.ts";

/*
 * LevelDB's log format, in which both its log and its MANIFEST are written: blocks of 32 KiB, in them fragments of a checksum,
 * a length and a type, and the end of a block that is too short for a fragment filled with zeros.
 */

const BLOCK = 32_768;
const HEADER = 7;
const FULL = 1;
const FIRST = 2;
const MIDDLE = 3;
const LAST = 4;

/**
 * The records of a log. A last one that was not written to its end is no fault and left out: that is how a process or machine that
 * stops leaves it.
 *
 * @throws {FileFault} when anything before is not as it was written.
 */
export function logRecords(file: Uint8Array): Uint8Array[] {
  const records: Uint8Array[] = [];
  let parts: Uint8Array[] = [];
  for (let at = 0; at < file.length; ) {
    const left = BLOCK - (at % BLOCK);
    if (left < HEADER) {
      if (!isZero(file, at, at + left))
        throw new FileFault(`the end of the block before byte ${at + left} is not empty`);
      at += left;
      continue;
    }
    if (file.length - at < HEADER || isZero(file, at, file.length)) break;
    const length = (file[at + 4] ?? 0) + 256 * (file[at + 5] ?? 0);
    const type = file[at + 6] ?? 0;
    const end = at + HEADER + length;
    if (length > left - HEADER) throw new FileFault(`the record at byte ${at} is longer than its block`);
    if (end > file.length) break;
    if (unmasked(wordAt(file, at)) !== crc32c(file, at + 6, end)) {
      throw new FileFault(`the record at byte ${at} does not match its checksum`);
    }
    const isContinued = type === MIDDLE || type === LAST;
    if (isContinued === (parts.length === 0) || type < FULL || type > LAST) {
      throw new FileFault(`the record at byte ${at} does not follow the one before`);
    }
    parts.push(file.subarray(at + HEADER, end));
    if (type === FULL || type === LAST) {
      records.push(Buffer.concat(parts));
      parts = [];
    } else if (type !== FIRST && type !== MIDDLE) parts = [];
    at = end;
  }
  return records;
}

function wordAt(file: Uint8Array, at: number): number {
  return new DataView(file.buffer, file.byteOffset + at, 4).getUint32(0, true);
}

function isZero(file: Uint8Array, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (file[at] !== 0) return false;
  return true;
}
