/**
 * The name of number `index` in a code table.
 *
 * @throws {RangeError} when the table has no such number: the ledger was written by a newer version.
 */
export function nameOf<T extends string>(table: readonly T[], index: number): T {
  const name = table[index];
  if (name === undefined) throw new RangeError(`code ${index} is not in the table [${table.join(", ")}]`);
  return name;
}

/**
 * The number of `name` in a code table.
 *
 * @throws {RangeError} when the table has no such name.
 */
export function numberOf<T extends string>(table: readonly T[], name: T): number {
  const index = table.indexOf(name);
  if (index < 0) throw new RangeError(`"${name}" is none of ${table.join(", ")}`);
  return index;
}

/** The names whose bits are set in `bits`. */
export function namesOfBits<T extends string>(table: readonly T[], bits: bigint): T[] {
  return bits === 0n ? [] : table.filter((_, index) => (bits >> BigInt(index)) & 1n);
}

/** A bit set of the given names. */
export function bitsOfNames<T extends string>(table: readonly T[], names: readonly T[]): bigint {
  return names.reduce((bits, name) => bits | (1n << BigInt(numberOf(table, name))), 0n);
}
