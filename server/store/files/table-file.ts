import { crc32c, unmasked } from "./crc32c.ts";
import { FileFault } from "./fault.ts";
import { unpackSnappy } from "./snappy.ts";
import { VarintReader } from "./varint.ts";

/*
 * LevelDB's tables (table_format.md): data blocks, a filter block, an index of the filters, an index of the data blocks, and a
 * footer that says where the two indexes are. After each block stand its packing and its checksum, which LevelDB writes but does
 * not look at when it reads.
 */

const FOOTER = 48;
const TRAILER = 5;
const MAGIC = "57fb808b247547db";
const PLAIN = 0;
const SNAPPY = 1;

/** Where a block is. */
interface Handle {
  readonly offset: number;
  readonly size: number;
}

/**
 * Makes sure that every byte of a table is as it was written.
 *
 * @throws {FileFault} when one is not.
 */
export function verifyTable(file: Uint8Array): void {
  for (const _ of tableSteps(file));
}

/**
 * The same step by step, for who has something else to do in between: yields how many bytes were compared after each block.
 *
 * @throws {FileFault} when one is not.
 */
export function* tableSteps(file: Uint8Array): Generator<number, void> {
  const footer = file.subarray(Math.max(0, file.length - FOOTER));
  if (Buffer.from(footer.subarray(-8)).toString("hex") !== MAGIC) throw new FileFault("it has no footer");
  const reader = new VarintReader(footer);
  const filters = readHandle(reader);
  const index = readHandle(reader);
  if (footer.subarray(reader.position, -8).some((byte) => byte !== 0)) throw new FileFault("its footer is malformed");
  const blocks = [...handlesIn(unpacked(file, index)), ...handlesIn(unpacked(file, filters))];
  for (const block of blocks) {
    verified(file, block);
    yield block.size;
  }
  const covered = [...blocks, filters, index].reduce((sum, { size }) => sum + size + TRAILER, FOOTER);
  if (covered !== file.length) throw new FileFault(`its blocks are ${covered} of its ${file.length} bytes`);
}

/** Makes sure that a block matches its checksum. */
function verified(file: Uint8Array, { offset, size }: Handle): void {
  const end = offset + size;
  if (end + TRAILER > file.length - FOOTER) throw new FileFault(`a block at byte ${offset} reaches past the end`);
  const stored = new DataView(file.buffer, file.byteOffset + end + 1, 4).getUint32(0, true);
  if (unmasked(stored) !== crc32c(file, offset, end + 1)) {
    throw new FileFault(`the block at byte ${offset} does not match its checksum`);
  }
}

/** The content of an index, once its checksum was found right. Data blocks need not be unpacked. */
function unpacked(file: Uint8Array, handle: Handle): Uint8Array {
  verified(file, handle);
  const end = handle.offset + handle.size;
  const content = file.subarray(handle.offset, end);
  if (file[end] === PLAIN) return content;
  if (file[end] === SNAPPY) return unpackSnappy(content);
  throw new FileFault(`the block at byte ${handle.offset} is packed in an unknown way`);
}

/** The blocks an index names: entries of shared, own and value length, own part of the key and value; then the restart points. */
function handlesIn(index: Uint8Array): Handle[] {
  const restarts = new DataView(index.buffer, index.byteOffset, index.length).getUint32(index.length - 4, true);
  const reader = new VarintReader(index.subarray(0, index.length - 4 - 4 * restarts));
  const handles: Handle[] = [];
  while (!reader.isAtEnd) {
    reader.integer();
    const own = reader.integer();
    const length = reader.integer();
    reader.bytes(own);
    handles.push(readHandle(new VarintReader(reader.bytes(length))));
  }
  return handles;
}

function readHandle(reader: VarintReader): Handle {
  return { offset: reader.integer(), size: reader.integer() };
}
