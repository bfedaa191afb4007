/*
 * Integer arithmetic of figures. Shares are basis points, days are counted from seconds; both are rounded half up: to the nearest whole
 * number, and a half towards positive infinity. Nothing is ever computed in floating point.
 */

/** `numerator / denominator` rounded half up. The denominator is positive. */
export function roundedQuotient(numerator: bigint, denominator: bigint): bigint {
  const doubled = 2n * numerator + denominator;
  const quotient = doubled / (2n * denominator);
  // Division of bigints cuts towards zero; the floor is meant.
  return doubled % (2n * denominator) < 0n ? quotient - 1n : quotient;
}

/** A share in basis points, rounded half up; null when there is nothing that it would be a share of. */
export function basisPoints(part: bigint, whole: bigint): bigint | null {
  return whole === 0n ? null : roundedQuotient(part * 10_000n, whole);
}

/** By how much a figure grew over its base, in basis points; null ("—") when the base is 0. */
export function growth(figure: bigint, base: bigint): bigint | null {
  return base === 0n ? null : roundedQuotient((figure - base) * 10_000n, base < 0n ? -base : base);
}

/** The value that `percent` of 100 of the values do not exceed: the nearest rank, so that it is one of them; null of none. */
export function percentile(values: readonly bigint[], percent: number): bigint | null {
  const sorted = values.toSorted((one, other) => (one < other ? -1 : one > other ? 1 : 0));
  const rank = Math.ceil((sorted.length * percent) / 100);
  return sorted[Math.max(0, rank - 1)] ?? null;
}
