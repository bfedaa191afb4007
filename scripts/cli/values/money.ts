const YUAN = /^(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d{1,2}))?$/;
const LARGEST = 2n ** 64n - 1n;

/**
 * Yuan as people write them, as fen: exact, without binary fractions. At most two decimals; thousands may be set off by commas.
 *
 * @returns undefined when the text is no such amount, or more than the ledger can hold.
 */
export function fenOfYuan(text: string): bigint | undefined {
  const match = YUAN.exec(text.trim());
  if (match === null) return undefined;
  const [, yuan = "", fen = ""] = match;
  const amount = BigInt(yuan.replaceAll(",", "")) * 100n + BigInt(fen.padEnd(2, "0"));
  return amount <= LARGEST ? amount : undefined;
}

/** Fen as yuan with two decimals. */
export function yuanOfFen(fen: bigint): string {
  return `${fen / 100n}.${String(fen % 100n).padStart(2, "0")}`;
}

/**
 * A share as people write it, as basis points: `12.5` or `12.5%` is percent, `1250bp` is basis points.
 *
 * @returns undefined when the text is no share of more than nothing and at most the whole.
 */
export function basisPointsOf(text: string): number | undefined {
  const [, whole = "", part = ""] = /^(\d{1,3})(?:\.(\d{1,2}))?\s*%?$/.exec(text.trim()) ?? [];
  const points = /^(\d{1,5})\s*bp$/i.exec(text.trim())?.[1];
  const share =
    points !== undefined ? Number(points) : whole === "" ? 0 : Number(whole) * 100 + Number(part.padEnd(2, "0"));
  return share >= 1 && share <= 10_000 ? share : undefined;
}
