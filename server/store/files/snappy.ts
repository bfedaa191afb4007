import { FileFault } from "./fault.ts";
import { VarintReader } from "./varint.ts";

/**
 * Unpacks a block packed with Snappy, by its format description (google/snappy, format_description.txt).
 *
 * @throws {FileFault} when it is none.
 */
export function unpackSnappy(packed: Uint8Array): Uint8Array {
  const start = new VarintReader(packed);
  const out = new Uint8Array(start.integer());
  let from = start.position;
  let to = 0;
  const number = (bytes: number): number => {
    let value = 0;
    for (let index = 0; index < bytes; index++) value += (packed[from + index] ?? 0) * 256 ** index;
    from += bytes;
    return value;
  };
  while (from < packed.length) {
    const tag = number(1);
    const kind = tag & 3;
    const upper = tag >>> 2;
    if (kind === 0) {
      const length = 1 + (upper < 60 ? upper : number(upper - 59));
      if (from + length > packed.length || to + length > out.length) throw new FileFault("a packed block is malformed");
      out.set(packed.subarray(from, from + length), to);
      from += length;
      to += length;
      continue;
    }
    const length = kind === 1 ? 4 + (upper & 7) : 1 + upper;
    const distance = kind === 1 ? (upper >>> 3) * 256 + number(1) : number(kind === 2 ? 2 : 4);
    if (distance === 0 || distance > to || to + length > out.length) throw new FileFault("a packed block is malformed");
    // Byte by byte: a copy may reach into what it itself writes.
    for (let index = 0; index < length; index++, to++) out[to] = out[to - distance] ?? 0;
  }
  if (to !== out.length) throw new FileFault("a packed block is malformed");
  return out;
}
