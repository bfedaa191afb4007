/*
 * CRC-32C (Castagnoli), which LevelDB keeps of every block and log record. Node has only the CRC-32 of zip files.
 */

/** The reversed polynomial. */
const POLYNOMIAL = 0x82f63b78;
const SLICES = 8;

/** The CRC of one byte. */
const FIRST_TABLE = Int32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? POLYNOMIAL : 0);
  return crc;
});

/** The CRC of a byte that is followed by none to seven zero bytes. */
const TABLES = Array.from({ length: SLICES }, (_, zeros) =>
  FIRST_TABLE.map((crc) => {
    let longer = crc;
    for (let zero = 0; zero < zeros; zero++) longer = (longer >>> 8) ^ (FIRST_TABLE[longer & 255] ?? 0);
    return longer;
  }),
);

/** The CRC-32C of the bytes from `from` to `to`, the latter excluded; unsigned. */
export function crc32c(bytes: Uint8Array, from = 0, to = bytes.length): number {
  const [t0, t1, t2, t3, t4, t5, t6, t7] = TABLES as unknown as readonly [
    Int32Array,
    Int32Array,
    Int32Array,
    Int32Array,
    Int32Array,
    Int32Array,
    Int32Array,
    Int32Array,
  ];
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let crc = -1;
  let at = from;
  for (; at + 8 <= to; at += 8) {
    const low = crc ^ view.getInt32(at, true);
    const high = view.getInt32(at + 4, true);
    crc =
      (t7[low & 255] as number) ^
      (t6[(low >>> 8) & 255] as number) ^
      (t5[(low >>> 16) & 255] as number) ^
      (t4[low >>> 24] as number) ^
      (t3[high & 255] as number) ^
      (t2[(high >>> 8) & 255] as number) ^
      (t1[(high >>> 16) & 255] as number) ^
      (t0[high >>> 24] as number);
  }
  for (; at < to; at++) crc = (crc >>> 8) ^ (t0[(crc ^ view.getUint8(at)) & 255] as number);
  return ~crc >>> 0;
}

/** LevelDB stores checksums masked, since the CRC of text that holds CRCs is of little worth. */
export function unmasked(stored: number): number {
  const rotated = (stored - 0xa282ead8) >>> 0;
  return ((rotated << 15) | (rotated >>> 17)) >>> 0;
}
